// The real service, in a process of its own with a database of its own, and an agent who uses its API.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Console } from "./console.mjs";

/** @typedef {{ id: string, link: string }} Call */
/** @typedef {Record<string, any>} Json */

const randomId = () => randomUUID().replaceAll("-", "");

export class Service {
  #data = mkdtempSync(join(tmpdir(), "onecall-web-"));
  #token = randomId();
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #process;
  /** `ADDRESS:PORT` of this machine. */
  host = "127.0.0.1:0";

  /** Starts one, for as long as `work` takes. @param {(service: Service) => Promise<void>} work */
  static async with(work) {
    const service = new Service();
    await service.start();
    try {
      await work(service);
    } finally {
      await service.end();
    }
  }

  /** Starts, or starts again where it was. */
  async start() {
    const program = process.env.ONECALL_SERVICE;
    assert(program, "ONECALL_SERVICE names the program of the service: run `cargo xtask test wasm`");
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("ONECALL_")));
    // One address knocks for hundreds of people here.
    const limits = ["knocks-per-minute", "failures-per-minute", "streams-per-client"];
    const options = ["--listen", this.host, "--metrics-listen", "off", "--data", this.#data];
    this.#process = spawn(program, ["serve", ...options, ...limits.flatMap((limit) => [`--limit-${limit}`, "100000"])], {
      env: { ...env, ONECALL_AGENT_TOKEN: this.#token },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.host = await this.#address(this.#process);
  }

  /** The process is gone in the middle of what it did. */
  async kill() {
    this.#process?.kill("SIGKILL");
    if (this.#process?.exitCode === null && this.#process.signalCode === null) await once(this.#process, "exit");
  }

  async end() {
    await this.kill();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** @returns {Promise<Call>} */
  async createCall() {
    const { id, link } = await this.#send("/v1/calls", { title: "Boiler" });
    return { id, link };
  }

  /** The call as the agent sees it. @param {Call} call */
  read(call) {
    return this.#send(`/v1/calls/${call.id}`);
  }

  /** @param {Call} call */
  async isOver(call) {
    return (await this.read(call)).phase.phase === "over";
  }

  /** The knocks on a call as its agent sees them. @param {Call} call @returns {Promise<Json[]>} */
  async knocks(call) {
    return (await this.read(call)).knocks;
  }

  /**
   * Does something with a call, and says what the call is then.
   *
   * @param {Call} call
   * @param {string} type
   * @param {Json} more
   */
  command(call, type, more = {}) {
    return this.#send(`/v1/calls/${call.id}/commands`, { command_id: randomId(), type, ...more });
  }

  /**
   * Does something with the only customer of a call.
   *
   * @param {Call} call
   * @param {string} type
   * @param {Json} more
   */
  async toCustomer(call, type, more = {}) {
    const knocks = await this.knocks(call);
    assert.equal(knocks.length, 1);
    return this.command(call, type, { knock: knocks[0]?.knock, ...more });
  }

  /** An open console: what changes here is told to it. */
  async console() {
    const headers = { ...this.#headers(), Accept: "text/event-stream" };
    const closing = new AbortController();
    return new Console(await fetch(`http://${this.host}/v1/events`, { headers, signal: closing.signal }), closing);
  }

  #headers() {
    return { "Authorization": `Bearer ${this.#token}`, "Content-Type": "application/json" };
  }

  /** @param {string} path @param {Json} [body] @returns {Promise<Json>} */
  async #send(path, body) {
    const what = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`http://${this.host}${path}`, { headers: this.#headers(), ...what });
    const text = await answer.text();
    assert(answer.ok, `${path} was answered with ${answer.status}: ${text}`);
    return JSON.parse(text);
  }

  /** @param {import("node:child_process").ChildProcess} process @returns {Promise<string>} */
  #address(process) {
    let said = "";
    return new Promise((resolve, reject) => {
      /** @param {Buffer} bytes */
      const read = (bytes) => {
        // Read to its end in any case: a full pipe would stop the service.
        said += bytes;
        const address = /\blisten(?:=|":")([0-9.:]+)/.exec(said)?.[1];
        if (address && said.includes("onecall is ready")) resolve(address);
      };
      process.stdout?.on("data", read);
      process.stderr?.on("data", read);
      process.on("exit", () => reject(new Error(`the service did not start:\n${said}`)));
      process.on("error", reject);
    });
  }
}
