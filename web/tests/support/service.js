// The real service on loopback, with a folder of its own; and what an operator does at its command line.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const BINARY = process.env["ONECALL_SERVICE"];

/** A running service. */
export class Service {
  /** @type {import("node:child_process").ChildProcess} */
  #process;
  #folder;
  #log;

  /** @param {import("node:child_process").ChildProcess} process @param {string} folder @param {string} origin @param {string[]} log */
  constructor(process, folder, origin, log) {
    this.#process = process;
    this.#folder = folder;
    this.#log = log;
    this.origin = origin;
  }

  /** Starts one. @param {string[]} more Options beside those that a test always needs. @returns {Promise<Service>} */
  static start(more = []) {
    return Service.#startIn(mkdtempSync(join(tmpdir(), "onecall-web-")), "127.0.0.1:0", more);
  }

  /** The same again, at its address and with its data: call it after {@link end}. @returns {Promise<Service>} */
  again() {
    return Service.#startIn(this.#folder, new URL(this.origin).host, []);
  }

  /** @param {string} folder @param {string} listen @param {string[]} more */
  static async #startIn(folder, listen, more) {
    if (!BINARY) throw new Error("ONECALL_SERVICE names the service's program: run `cargo xtask test web`");
    // Everybody here comes from one address, as behind one desk: what counts by address must not count them out.
    const options = [
      "serve", "--listen", listen, "--metrics-listen", "off", "--data", join(folder, "data"),
      "--log-format", "json", "--log-level", "debug", "--time-zone", "Europe/Berlin", "--organisation", "Northwind",
      "--limit-knocks-per-minute", "100000", "--limit-failures-per-minute", "100000",
      "--limit-failed-codes-per-minute", "100000", "--limit-streams-per-client", "2000", ...more,
    ];
    const child = spawn(BINARY, options, { stdio: ["ignore", "pipe", "pipe"], cwd: folder });
    // Whatever ends the test, nothing is left running.
    process.once("exit", () => child.kill("SIGKILL"));
    const log = /** @type {string[]} */ ([]);
    const origin = await new Promise((ready, failed) => {
      child.once("exit", (status) => failed(new Error(`the service ended with ${status}:\n${log.join("\n")}`)));
      for (const output of [child.stdout, child.stderr]) {
        createInterface({ input: output }).on("line", (line) => {
          log.push(line);
          const said = line.startsWith("{") ? JSON.parse(line) : {};
          if (said.message === "onecall is ready") ready(said.public_url);
        });
      }
    });
    return new Service(child, folder, origin, log);
  }

  /** The sign-in link of the first admin, from the file that only its owner may read. @returns {string} */
  firstSignIn() {
    const line = this.#log.map((text) => JSON.parse(text)).find((said) => said.file);
    return readFileSync(line.file, "utf8").trim();
  }

  /** A sign-in link for one more agent. @param {string} name @param {string[]} options @returns {string} */
  invite(name, options = []) {
    return this.command(["agents", "invite", name, ...options, "--data", join(this.#folder, "data")]).trim();
  }

  /** Runs the program. @param {string[]} words @param {string} [input] @returns {string} */
  command(words, input = "") {
    const options = { input, encoding: /** @type {const} */ ("utf8"), env: { ...process.env, ONECALL_PUBLIC_URL: this.origin } };
    return execFileSync(String(BINARY), words, { ...options, stdio: ["pipe", "pipe", "ignore"] });
  }

  /** Everything that it wrote into its log. @returns {string} */
  log() {
    return this.#log.join("\n");
  }

  /** Signs an agent in as a program does. @param {string} name @returns {Promise<import("./agent.js").Agent>} */
  async agent(name) {
    const { Agent } = await import("./agent.js");
    return Agent.signIn(this, this.invite(name));
  }

  /** Without a word to anybody who listens. */
  async end() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  /** Ends it and takes its folder away. */
  async stop() {
    await this.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
