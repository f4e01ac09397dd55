// Plays the steps of a journey on a phone.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

import { Phone } from "./phone.mjs";
import { Vector, argumentsOf, measurement } from "./vector.mjs";

/** @import { Config, ShellEffect } from "../../types.d.ts" */
/** @import { Agent } from "./agent.mjs" */

export class Player {
  #phone;
  #config;
  #agent;
  /** @type {ShellEffect[]} */
  #performed = [];
  /** @type {string | undefined} */
  #handedOver;

  /**
   * @param {Phone} phone
   * @param {Config} config
   * @param {Agent | null} agent
   */
  constructor(phone, config, agent) {
    this.#phone = phone;
    this.#config = config;
    this.#agent = agent;
  }

  /**
   * @param {string[]} hosts
   * @param {boolean} callClient
   * @param {Agent | null} agent
   * @param {Record<string, any>[]} steps
   */
  static async play(hosts, callClient, agent, steps) {
    /** @type {Config} */
    const config = {
      hosts,
      device: { platform: "android" },
      app: "app",
      suggested_name: "Maria",
      call_client: callClient,
    };
    const player = new Player(await Phone.start(config), config, agent);
    try {
      for (const json of steps) {
        const step = new Vector(json);
        if (step.has("do")) await player.#act(step);
        else if (step.has("agent")) await player.#agentOrNone().act(step);
        else if (step.has("see")) await player.#see(step);
        else await player.#awaitPerformed(step);
        step.assertAllWasRead();
      }
    } finally {
      player.#phone.close();
    }
  }

  /** @param {Vector} step */
  async #act(step) {
    const call = this.#phone.call;
    const act = step.take("do");
    switch (act) {
      case "text":
        return call.text(this.#filledIn(step.repeated("text")), step.take("source"));
      case "name":
        return call.name(step.repeated("name"));
      case "choose":
        return call.choose(step.take("index"));
      case "confirm":
        return call.confirm(step.take("yes"));
      case "camera":
        return call.camera(step.take("access"));
      case "measured":
        return call.measured(measurement(step.take("measurement")));
      case "ar-started":
        return call.arStarted(step.take("level"));
      case "ar-failed":
        return call.arFailed(step.take("failure"));
      case "meeting":
        return call.meeting(step.take("number"), step.take("report"));
      case "restart":
        return this.#startAnew(() => this.#phone.blob);
      case "start-elsewhere": {
        // Whatever was not sent before a shutdown is not sent, and elsewhere nobody sends it later.
        const { screen } = call.screen();
        if (screen.kind === "over" && screen.reason === "you-left") await this.#agentOrNone().awaitOver();
        return this.#startAnew(() => null);
      }
      default: {
        const name = act.replace(/-(.)/g, (/** @type {string} */ _, /** @type {string} */ c) => c.toUpperCase());
        const plain = ["arLost", "leave", "goOn", "handOver", "open", "knockAgain", "dismiss", "sleep", "wake", "networkBack"];
        assert(plain.includes(name), `nobody does ${act}`);
        return /** @type {any} */ (call)[name]();
      }
    }
  }

  /** @param {() => string | null} blob */
  async #startAnew(blob) {
    this.#phone.close();
    this.#phone = await Phone.start(this.#config, blob());
    this.#performed = [];
  }

  /** @param {Vector} step */
  async #see(step) {
    const kind = step.take("see");
    const lines = step.take("lines");
    const wanted = step.takeOr("arguments");
    const lease = step.takeOr("lease_ms");
    const seen = [];
    for (let shown = await this.#phone.shell.nextOrNone(); shown; shown = await this.#phone.shell.nextOrNone()) {
      const said = shown.lines.flatMap((line) => Object.entries(line.arguments));
      const ids = shown.lines.map(({ id }) => id);
      if (shown.kind === kind && isDeepStrictEqual(ids, lines) && (!wanted || fit(argumentsOf(wanted), said))) {
        if (lease !== undefined) assert.equal(/** @type {any} */ (shown.screen).lease_ms, lease);
        return;
      }
      seen.push(`${shown.kind} ${ids} ${JSON.stringify(said)}`);
    }
    assert.fail(`not shown: ${kind} ${lines} ${JSON.stringify(wanted)}, but ${seen.join("; ")}`);
  }

  /** @param {Vector} step */
  async #awaitPerformed(step) {
    const kind = step.take("performed");
    for (;;) {
      const at = this.#performed.findIndex(({ type }) => type === kind);
      if (at >= 0) {
        // Each is named once: what was looked at is done.
        const { type: _, ...effect } = /** @type {any} */ (this.#performed.splice(at, 1)[0]);
        if (kind === "hand-over") this.#handedOver = effect.text;
        for (const [key, value] of Object.entries(step.rest())) assert.equal(effect[key], value);
        return;
      }
      this.#performed.push(await this.#phone.shell.effect(kind));
    }
  }

  /** @param {string} text */
  #filledIn(text) {
    /** @type {Record<string, () => string>} */
    const places = {
      "{link}": () => this.#agentOrNone().link("first"),
      "{second-link}": () => this.#agentOrNone().link("second"),
      "{old-link}": () => this.#agentOrNone().oldLink(),
      "{host}": () => this.#agentOrNone().host,
      "{code}": () => this.#agentOrNone().code(),
      "{handed-over}": () => this.#handedOver ?? assert.fail("nothing was handed over"),
    };
    return Object.entries(places).reduce((text, [place, value]) => (text.includes(place) ? text.replace(place, value()) : text), text);
  }

  #agentOrNone() {
    return this.#agent ?? assert.fail("this journey has no service");
  }
}

/**
 * A text of `*` stands for any.
 *
 * @param {any[][]} wanted
 * @param {any[][]} said
 */
function fit(wanted, said) {
  return wanted.length === said.length && wanted.every(([name, value], at) => {
    const [saidName, saidValue] = said[at] ?? [];
    return name === saidName && (value === saidValue || (value === "*" && typeof saidValue === "string"));
  });
}
