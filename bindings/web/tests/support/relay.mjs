// What a page takes for the service: passes on to the real one, or answers by itself, or not at all.

/** @import { AddressInfo, Socket } from "node:net" */

import { once } from "node:events";
import { connect, createServer } from "node:net";

import { Queue } from "./waiting.mjs";

/** What answers a connection. @typedef {(socket: Socket) => void} Answer */

export class Relay {
  #server;
  /** @type {Set<Socket>} */
  #open = new Set();
  /** @type {Queue<true>} */
  #requests = new Queue();
  /** @type {Answer} */
  #answer;
  /** How many there were so far. */
  connections = 0;
  /** `ADDRESS:PORT` for the page. */
  host = "";

  /** @param {Answer} answer */
  constructor(answer) {
    this.#answer = answer;
    this.#server = createServer((socket) => {
      this.connections += 1;
      this.#open.add(socket);
      socket.on("close", () => this.#open.delete(socket));
      // Sockets end by failing.
      socket.on("error", () => socket.destroy());
      this.#requests.put(true);
      this.#answer(socket);
    });
  }

  /** Starts one, for as long as `work` takes. @param {Answer} answer @param {(relay: Relay) => Promise<void>} work */
  static async with(answer, work) {
    const relay = new Relay(answer);
    relay.#server.listen(0, "127.0.0.1");
    await once(relay.#server, "listening");
    relay.host = `127.0.0.1:${/** @type {AddressInfo} */ (relay.#server.address()).port}`;
    try {
      await work(relay);
    } finally {
      relay.#server.close();
      for (const socket of relay.#open) socket.destroy();
    }
  }

  /** From here on connections are answered like this; those that are open end. @param {Answer} answer */
  answers(answer) {
    this.#answer = answer;
    this.#requests.clear();
    for (const socket of this.#open) socket.destroy();
  }

  /** The network is gone: what is open breaks, what is tried fails. */
  goesAway() {
    this.answers((socket) => socket.destroy());
  }

  /** Returns when somebody has connected since the answer was changed. */
  async awaitConnection() {
    if (!(await this.#requests.next())) throw new Error("nobody connected");
  }

  /** Returns when nothing is open any more. */
  async awaitNothingOpen() {
    for (const socket of this.#open) await once(socket, "close");
  }
}

/** Passes everything on to the real service. @param {{ host: string }} service @returns {Answer} */
export function passOn(service) {
  return (near) => {
    const [address, port] = service.host.split(":");
    const far = connect(Number(port), address ?? "");
    far.on("error", () => near.destroy());
    far.on("close", () => near.destroy());
    near.on("close", () => far.destroy());
    near.pipe(far);
    far.pipe(near);
  };
}

/**
 * Answers every request with this head and body, and closes.
 *
 * @param {string} head
 * @param {string} [body]
 * @returns {Answer}
 */
export function says(head, body = "") {
  const answer = `HTTP/1.1 ${head}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return (socket) => void socket.once("data", () => socket.end(answer));
}

/**
 * Answers every request with this head, and then writes without an end.
 *
 * @param {string} head
 * @param {string} piece
 * @returns {Answer}
 */
export function neverEnds(head, piece) {
  return (socket) => {
    const write = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on("drain", write);
    socket.once("data", () => {
      socket.write(`HTTP/1.1 ${head}\r\n\r\n`);
      write();
    });
  };
}

/** Takes every request and never answers. @type {Answer} */
export const silence = (socket) => void socket.resume();
