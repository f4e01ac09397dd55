// Requests to the service, as src/client makes them on phones. What an answer means is for the core to say.
//
// No redirect is followed, no cookie sent, no referrer given, and nothing is read without a bound.

/** @import { Answer, Happened, OpenStream, Send } from "./types.d.ts" */

/** How long the service may take to begin its answer, and to end one that is no stream. */
const ANSWER_MS = 15_000;
/** The most bytes of an answer that is no stream. */
const MAX_BYTES = 256 * 1024;
/** What may hold words of the service; of anything else the head says all there is to know. */
const WORDS = ["application/json", "application/problem+json"];

/** A request under way. Once it is `closed`, nothing is told of it any more. */
class Request {
  #abort = new AbortController();
  #patience = setTimeout(() => this.#abort.abort(), ANSWER_MS);
  isClosed = false;

  get signal() {
    return this.#abort.signal;
  }

  /** The answer has begun, and may take as long as it likes. */
  begun() {
    clearTimeout(this.#patience);
  }

  close() {
    this.isClosed = true;
    this.end();
  }

  end() {
    clearTimeout(this.#patience);
    this.#abort.abort();
  }
}

/** All requests of one journey. */
export class Network {
  /** @type {string | undefined} */
  #origin;
  /** @type {(happened: Happened) => void} */
  #tell;
  /** @type {Request | null} */
  #stream = null;
  /** @type {Set<Request>} */
  #requests = new Set();

  /**
   * @param {string | undefined} origin Where the page comes from, and so the only place it asks.
   * @param {(happened: Happened) => void} tell
   */
  constructor(origin, tell) {
    this.#origin = origin;
    this.#tell = tell;
  }

  /**
   * Opens a connection and leaves it idle, for the knock to find.
   *
   * @param {string} url
   */
  warm(url) {
    void this.#whole(url, { method: "HEAD" });
  }

  /**
   * Knocks and listens, instead of to any other stream, until it ends.
   *
   * @param {OpenStream} effect
   */
  listen(effect) {
    this.closeStream();
    const request = this.#begin();
    this.#stream = request;
    void this.#listenTo(effect, request);
  }

  closeStream() {
    this.#stream?.close();
    this.#stream = null;
  }

  /**
   * Sends a command, and says what was answered.
   *
   * @param {Send} effect
   */
  async send(effect) {
    // One that goes out as the page is left still arrives.
    const answer = await this.#whole(effect.url, { ...post(effect), keepalive: true });
    if (answer !== undefined) this.#tell({ answered: { command_id: effect.command_id, answer } });
  }

  /** Ends every request; nothing is told any more. */
  shutdown() {
    for (const request of this.#requests) request.close();
    this.#requests.clear();
    this.#stream = null;
  }

  /**
   * @param {OpenStream} effect
   * @param {Request} request
   */
  async #listenTo(effect, request) {
    const { stream } = effect;
    /** @type {Answer | null} */
    let answer = null;
    try {
      const response = await this.#fetch(effect.url, post(effect), request);
      if (response.ok && mediaType(response) === "text/event-stream") {
        request.begun();
        // As the format wants it: what is no UTF-8 is replaced, and the core looks for the byte-order mark.
        const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
        for await (const bytes of chunks(response)) {
          if (request.isClosed) break;
          const text = decoder.decode(bytes, { stream: true });
          if (text !== "") this.#tell({ brought: { stream, text } });
        }
      } else {
        answer = await read(response);
      }
    } catch {
      // Nobody answered, or not in time, or the connection broke.
    }
    if (this.#end(request)) this.#tell({ over: { stream, answer } });
  }

  /**
   * The whole answer; null: none, or none that is of use; undefined: nobody asks any more.
   *
   * @param {string} url
   * @param {RequestInit} what
   * @returns {Promise<Answer | null | undefined>}
   */
  async #whole(url, what) {
    const request = this.#begin();
    /** @type {Answer | null} */
    let answer = null;
    try {
      answer = await read(await this.#fetch(url, what, request));
    } catch {
      // Nobody answered, or not in time.
    }
    return this.#end(request) ? answer : undefined;
  }

  #begin() {
    const request = new Request();
    this.#requests.add(request);
    return request;
  }

  /**
   * Lets go of a request, and says whether anybody still wants to know of it.
   *
   * @param {Request} request
   */
  #end(request) {
    this.#requests.delete(request);
    const isWanted = !request.isClosed;
    request.end();
    return isWanted;
  }

  /**
   * @param {string} url
   * @param {RequestInit} what
   * @param {Request} request
   */
  #fetch(url, what, request) {
    return fetch(this.#here(url), {
      ...what,
      signal: request.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
  }

  /**
   * The same on the page's own origin: the scheme is the page's, and another host is not asked.
   *
   * @param {string} url
   */
  #here(url) {
    if (this.#origin === undefined) return url;
    const [wanted, here] = [new URL(url), new URL(this.#origin)];
    // The same host without its scheme's own port, which only one of the two may name.
    if (new URL(`${here.protocol}//${wanted.host}`).host !== here.host) throw new TypeError("another host");
    return `${here.origin}${wanted.pathname}`;
  }
}

/**
 * @param {OpenStream | Send} effect
 * @returns {RequestInit}
 */
function post(effect) {
  /** @type {Record<string, string>} */
  const headers = { "Accept": effect.accept, "Content-Type": "application/json" };
  if (effect.type === "open-stream" && effect.token) headers["Authorization"] = `Bearer ${effect.token}`;
  return { method: "POST", headers, body: effect.body };
}

/**
 * The whole answer, as far as it is of use; null when it is too large.
 *
 * @param {Response} response
 * @returns {Promise<Answer | null>}
 */
async function read(response) {
  let body = "";
  if (WORDS.includes(mediaType(response))) {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    let length = 0;
    for await (const bytes of chunks(response)) {
      length += bytes.length;
      if (length > MAX_BYTES) return null;
      body += decoder.decode(bytes, { stream: true });
    }
    body += decoder.decode();
  }
  const headers = response.headers;
  const [content_type, retry_after] = [headers.get("Content-Type"), headers.get("Retry-After")];
  return { head: { status: response.status, content_type, retry_after }, body };
}

/**
 * The bytes of a body as they come. A body that is iterated over by itself not every browser knows.
 *
 * @param {Response} response
 */
async function* chunks(response) {
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** @param {Response} response */
function mediaType(response) {
  return (response.headers.get("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
