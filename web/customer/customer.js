// Gives the core what the customer does and what the browser can, and draws what the core shows. Every rule is the
// core's.
import { say } from "/assets/shared/say.js";
import { HandOver } from "./hand-over.js";
import { keep, recall } from "./kept.js";
import { Light, watchPresence } from "./presence.js";
import { Rehearsal } from "./rehearsal.js";
import { page } from "./screens.js";
import { take } from "./tabs.js";
import { View } from "./view.js";

/** @typedef {import("./types.js").Shown} Shown */
/** @typedef {import("./types.js").Setup} Setup */
/** @typedef {import("./types.js").Call} Call */
/** The door of the core, and the core. @typedef {Promise<[typeof import("/assets/core/onecall.js"), ArrayBuffer]>} Door */

/** @typedef {"customer-too-old" | "customer-refused" | "customer-not-loaded"} WhyNot */

/** From the knock to the end the screen stays lit; for hours of waiting it does not. */
const LIT = new Set(["lobby", "let-in", "call"]);

/** One journey on this page. */
class Customer {
  #view;
  #setup;
  #light = new Light();
  /** @type {Shown | null} */
  #shown = null;
  /** The address with the invitation, as far as this page was opened with it: it opens this call in another browser. @type {string | undefined} */
  #invitation = undefined;
  /** Until the invitation is given, what the core shows is not what the customer came for. */
  #isOpen = false;
  #isLost = false;
  /** @type {{call: Call, rehearsal: Rehearsal, handOver: HandOver} | null} */
  #around = null;

  /** @param {View} view @param {Setup} setup */
  constructor(view, setup) {
    this.#view = view;
    this.#setup = setup;
  }

  /** @param {Door} door */
  async begin(door) {
    try {
      await this.#begin(door);
    } catch (error) {
      if (!this.#isLost) cannotGoOn(this.#view, whyNot(error), this.#invitation);
    }
  }

  /** @param {Door} door */
  async #begin(door) {
    await take(() => this.#lost());
    const [{ Core, OneCall }, bytes] = await door;
    const wasm = await Core.load(bytes);
    // All of that takes a while: meanwhile the customer may have opened another tab, whose place it is now.
    if (this.#isLost) return;
    const { config, app } = this.#setup;
    /** @type {import("./types.js").Shell} */
    const shell = {
      show: (shown) => this.#show(shown),
      perform: (effect) => this.#perform(effect),
      log: (line) => this.#log(line),
    };
    const call = await OneCall.start({ wasm, config, blob: recall(), shell });
    const redraw = () => this.#draw();
    const rehearsal = new Rehearsal(call, {
      inApp: config.device?.in_app_browser === true,
      link: () => this.#invitation,
      redraw,
    });
    this.#around = { call, rehearsal, handOver: new HandOver(app, () => call.handOver(), redraw) };
    watchPresence(call);
    addEventListener("online", redraw);
    addEventListener("offline", redraw);
    addEventListener("hashchange", () => this.#open());
    addEventListener("keydown", (pressed) => this.#key(pressed));
    await rehearsal.look();
    this.#open();
  }

  /** Takes the invitation out of the address: nobody is to find it there, and a reload goes on where one was. */
  #open() {
    if (this.#isLost) return;
    if (location.hash !== "") {
      this.#invitation = location.href;
      this.#around?.call.text(this.#invitation, "link");
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    this.#isOpen = true;
    this.#draw();
  }

  /** @param {Shown} shown */
  #show(shown) {
    if (shown.kind !== this.#shown?.kind) {
      if (shown.kind !== "rehearse") this.#around?.rehearsal.end();
      if (shown.kind !== "waiting") this.#around?.handOver.end();
    }
    // Another one is typed from here on.
    if (shown.kind === "start" && this.#isOpen) this.#invitation = undefined;
    this.#shown = shown;
    this.#light.want(LIT.has(shown.whereabouts));
    this.#draw();
  }

  #draw() {
    if (this.#shown === null || this.#around === null || !this.#isOpen || this.#isLost) return;
    this.#view.draw(this.#around.handOver.page() ?? page(this.#shown, this.#around));
  }

  /** @param {import("./types.js").ShellEffect} effect */
  #perform(effect) {
    if (this.#isLost) return;
    switch (effect.type) {
      case "save":
        return keep(effect.blob);
      case "open":
        return location.assign(effect.url);
      case "hand-over":
        // Let in meanwhile: nobody takes a call along any more.
        return this.#shown?.kind === "waiting" ? this.#around?.handOver.ready(effect.text) : undefined;
      case "measure":
        return this.#around?.rehearsal.measure();
      case "fresh-access-token":
        // Nobody signs in here.
        return this.#around?.call.accessToken(null);
    }
  }

  /** Fixed words and numbers: nothing that anybody said is in a line. @param {import("./types.js").LogLine} line */
  #log({ level, what, detail }) {
    console[level](`onecall: ${what} ${detail ?? ""}`);
    if (level === "error" && detail === "broken") this.#stop();
  }

  /** @param {KeyboardEvent} pressed */
  #key(pressed) {
    if (pressed.key === "Escape" && this.#shown?.kind === "ask") this.#around?.call.confirm(false);
  }

  /** The customer opened another tab: it goes on there. */
  #lost() {
    this.#end();
    this.#view.draw({
      key: "lost",
      art: "door",
      heading: say("customer-other-tab"),
      first: { text: say("customer-go-on-here"), press: () => location.reload() },
    });
  }

  /** The core is broken, and only loading the page anew helps. */
  #stop() {
    this.#end();
    cannotGoOn(this.#view, "customer-not-loaded", this.#invitation);
  }

  #end() {
    this.#isLost = true;
    this.#around?.rehearsal.end();
    this.#around?.call.shutdown();
    this.#light.want(false);
  }
}

/** @param {unknown} error @returns {WhyNot} */
function whyNot(error) {
  if (error instanceof SyntaxError) return "customer-too-old";
  const isRefused = error instanceof Error && "code" in error && error.code === "no-wasm";
  return isRefused ? "customer-refused" : "customer-not-loaded";
}

/** @param {View} view @param {WhyNot} why @param {string | undefined} invitation */
function cannotGoOn(view, why, invitation) {
  view.draw({
    key: "problem",
    art: "warning",
    heading: say(why),
    lines: [{ text: say(`${why}-how`) }],
    copy: location.hash === "" ? invitation : location.href,
    first: { text: say("customer-load-again"), press: () => location.reload() },
  });
}

/** @param {HTMLElement} root @param {Door} core */
export async function start(root, core) {
  const setup = /** @type {Setup} */ (JSON.parse(root.dataset.setup ?? ""));
  await new Customer(new View(root, setup.organisation), setup).begin(core);
}
