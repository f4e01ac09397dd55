// An agent as a program is one: by token. Sets the stage for what a test looks at in a browser, and reads what is true.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";

/** An id or a secret, as everybody makes them. @returns {string} */
export const random = () => randomBytes(16).toString("base64url");

/** A call, as the service shows it. @typedef {{
 *   id: string, version: number, title: string, link?: string, message?: string, spoken_code?: string, phase: { phase: string },
 *   knocks: {knock: string, name: string, state: string, match_phrase: string}[],
 * }} Call */

/** One agent. */
export class Agent {
  #origin;
  #token;

  /** @param {string} origin @param {string} token */
  constructor(origin, token) {
    this.#origin = origin;
    this.#token = token;
  }

  /** @param {{origin: string}} service @param {string} link @returns {Promise<Agent>} */
  static async signIn(service, link) {
    const code = new URL(link).hash.slice(1);
    const answer = await fetch(`${service.origin}/v1/sign-in`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ code }),
    });
    assert.equal(answer.status, 200, "the sign-in link works");
    return new Agent(service.origin, (await answer.json()).token);
  }

  get token() {
    return this.#token;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<Response>} */
  request(method, path, body) {
    const headers = { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" };
    return fetch(this.#origin + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  }

  /** @param {string} title @param {object} more @returns {Promise<Call & {link: string, message: string}>} */
  async create(title, more = {}) {
    const answer = await this.request("POST", "/v1/calls", { title, ...more });
    assert.equal(answer.status, 201, "a call is created");
    return answer.json();
  }

  /** @param {string} id @returns {Promise<Call>} */
  async call(id) {
    return (await this.request("GET", `/v1/calls/${id}`)).json();
  }

  /** @returns {Promise<Call[]>} */
  async calls() {
    return (await this.request("GET", "/v1/calls")).json();
  }

  /** @param {string} id @param {string} type @param {object} more @returns {Promise<Call>} */
  async command(id, type, more = {}) {
    const answer = await this.request("POST", `/v1/calls/${id}/commands`, { command_id: random(), type, ...more });
    assert.equal(answer.status, 200, `${type} is done`);
    return answer.json();
  }

  /** Is at the console, as far as customers can tell, until this is called. @returns {Promise<() => void>} */
  async listens() {
    const leave = new AbortController();
    const headers = { Authorization: `Bearer ${this.#token}`, Accept: "text/event-stream" };
    const answer = await fetch(`${this.#origin}/v1/events`, { headers, signal: leave.signal });
    answer.body?.pipeTo(new WritableStream()).catch(() => undefined);
    return () => leave.abort();
  }

  /** The knock of whoever is at the door of this call. @param {string} id @returns {Promise<string>} */
  async atTheDoor(id) {
    const { knocks } = await this.call(id);
    assert.equal(knocks.length, 1, "one is at the door");
    return /** @type {{knock: string}} */ (knocks[0]).knock;
  }
}
