// The agent of a journey, with an open console and two calls.

/** @import { Call, Service } from "./service.mjs" */
/** @import { Vector } from "./vector.mjs" */

import assert from "node:assert/strict";

const ON_A_KNOCK = ["admit", "hold", "decline", "notice", "release", "send-back", "remove"];

export class Agent {
  #service;
  #console;
  /** @type {Record<string, Call>} */
  #calls;
  /** @type {Record<string, string>} */
  #links;
  /** @type {string | undefined} */
  #code;

  /**
   * @param {Service} service
   * @param {import("./console.mjs").Console} console
   * @param {Record<string, Call>} calls
   */
  constructor(service, console, calls) {
    this.#service = service;
    this.#console = console;
    this.#calls = calls;
    this.#links = Object.fromEntries(Object.entries(calls).map(([name, { link }]) => [name, link]));
  }

  /** @param {Service} service */
  static async at(service) {
    const calls = { first: await service.createCall(), second: await service.createCall() };
    return new Agent(service, await service.console(), calls);
  }

  /** Does one step of a journey. @param {Vector} step */
  async act(step) {
    const act = step.take("agent");
    const name = step.takeOr("call", "first");
    const call = this.#call(name);
    const knock = ON_A_KNOCK.includes(act) ? { knock: (await this.#lastKnock(call))["knock"] } : {};
    const answer = await this.#service.command(call, act, { ...knock, ...step.rest() });
    // A call that is over has no link any more, and a code is said once.
    this.#links[name] = answer["link"] ?? this.link(name);
    this.#code = answer["spoken_code"] ?? this.#code;
  }

  /** The join link as the service last said it. @param {string} call */
  link(call) {
    return this.#links[call] ?? assert.fail(`no call is named ${call}`);
  }

  /** The join link with which the first call was created. */
  oldLink() {
    return this.#call("first").link;
  }

  /** Where the service is. */
  get host() {
    return this.#service.host;
  }

  /** The spoken code that was made last. */
  code() {
    return this.#code ?? assert.fail("no code was made");
  }

  /** Returns when the first call is over here too: what hangs up is told to the service after the screen. */
  awaitOver() {
    return this.#console.awaits("that the call is over", () => this.#service.isOver(this.#call("first")));
  }

  close() {
    this.#console.close();
  }

  /** @param {Call} call */
  #lastKnock(call) {
    return this.#console.awaits("anybody who knocks", async () => (await this.#service.knocks(call)).at(-1));
  }

  /** @param {string} name */
  #call(name) {
    return this.#calls[name] ?? assert.fail(`no call is named ${name}`);
  }
}
