// The camera, tried before the knock, so that nothing fails silently later: what it sees, or why it gives no picture
// and what to do. Whether that keeps anybody from knocking is for the core to say.
import { say, said } from "/assets/shared/say.js";
import * as camera from "./camera.js";
import { measurement } from "./measure.js";

/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./camera.js").Trouble} Trouble */

/**
 * `idle`: not asked yet, or what the core says of it. `asking`: the browser asks the customer. `seen`: there is a
 * picture. `unplugged`: there was one. The others say why there is none.
 * @typedef {"idle" | "asking" | "seen" | "unplugged" | "in-app" | Trouble} Stage
 */

export class Rehearsal {
  /** @type {Stage} */
  #stage = "idle";
  /** @type {import("./types.js").CameraAccess} */
  #access = "unknown";
  /** @type {MediaStream | null} */
  #stream = null;
  #isShown = false;
  /** The browser gives the camera without asking. */
  #isAllowed = false;
  /** The browser gives no camera to an address such as this one, whatever is plugged in or allowed. */
  #isInsecure = false;
  #call;
  #inApp;
  #redraw;
  #link;

  /**
   * @param {import("./types.js").Call} call
   * @param {{inApp: boolean, link: () => string | undefined, redraw: () => void}} about `inApp`: this is the browser
   *   inside another app; `link`: opens this call in another browser
   */
  constructor(call, { inApp, link, redraw }) {
    this.#call = call;
    this.#inApp = inApp;
    this.#link = link;
    this.#redraw = redraw;
    void camera.watch(() => void this.#changed());
    document.addEventListener("visibilitychange", () => this.#seenOrNot());
  }

  /** Tells the core whether the camera can be had. */
  async look() {
    const { access, insecure, allowed } = await camera.look();
    this.#isAllowed = allowed;
    this.#isInsecure = insecure;
    this.#tell(access);
  }

  measure() {
    this.#call.measured(measurement(this.#access));
  }

  /** @param {import("./types.js").ShownAs<"rehearse">} shown @returns {Page} */
  page(shown) {
    if (!this.#isShown) {
      this.#isShown = true;
      if (this.#isAllowed) void this.#open();
    }
    const heading = shown.lines[0] ? said(shown.lines[0]) : "";
    const [first, other] = [this.#button("app-button-allow-camera"), this.#without()];
    const again = this.#button("app-button-try-again");
    const stage = this.#isInsecure ? "insecure" : this.#stage;
    switch (stage) {
      case "asking":
        return asked({ heading: say("screen-rehearse-ask"), other, busy: true, lines: [{ text: say("customer-camera-asking") }] });
      case "seen":
        return this.#seen();
      case "not-chosen":
        return trouble("not-chosen", { heading: say("customer-camera-not-chosen"), first: again, other });
      case "busy":
      case "unplugged":
        return trouble(stage, { ...told(stage), first: again, other });
      case "in-app":
        return trouble(stage, { ...told(stage), copy: this.#link(), first: other });
      case "insecure":
        // No link to copy: that of this page is not secure either, and only the one that was sent can be.
        return trouble(stage, { ...told(stage), first: other });
    }
    switch (shown.screen.camera) {
      case "denied":
        return trouble("denied", { heading, lines: [{ text: say("customer-camera-allow-how") }], first: again, other });
      case "missing":
        return trouble("missing", { heading, copy: this.#link(), first: other, other: again });
      default:
        return asked({ heading, first, other, lines: [{ text: say("customer-camera-how") }] });
    }
  }

  /** Another screen is shown: nobody needs the picture. */
  end() {
    this.#isShown = false;
    this.#close("idle");
  }

  /** @returns {Page} */
  #seen() {
    const stream = /** @type {MediaStream} */ (this.#stream);
    const goOn = () => this.#tell("granted");
    return {
      key: "rehearse-seen",
      art: "camera",
      heading: say("customer-camera-works"),
      lines: [{ text: say("customer-camera-yours-alone") }],
      picture: { stream, mirrored: camera.showsCustomer(stream), label: say("customer-camera-picture") },
      first: { text: say("app-button-go-on"), press: goOn },
      other: this.#without(),
    };
  }

  /** @param {string} id */
  #button(id) {
    return { text: say(id), press: () => void this.#open() };
  }

  #without() {
    return { text: say("app-button-without-camera"), press: () => this.#call.goOn() };
  }

  async #open() {
    if (this.#isAsking()) return;
    this.#close("asking");
    this.#redraw();
    try {
      const stream = await camera.open();
      // Meanwhile the customer may have gone on without it.
      if (!this.#isAsking()) return camera.close(stream);
      this.#stream = stream;
      this.#stage = "seen";
      stream.getVideoTracks()[0]?.addEventListener("ended", () => void this.#ended(stream));
    } catch (error) {
      const why = await camera.trouble(error);
      if (!this.#isAsking()) return;
      this.#stage = why;
      this.#refused(why);
    }
    this.#redraw();
  }

  /** Asked anew each time: while a browser waits for its answer, much can happen. */
  #isAsking() {
    return this.#stage === "asking";
  }

  /** @param {Trouble} why */
  #refused(why) {
    // The browser inside another app refuses without a question, and has no settings that would change it.
    if (why === "denied" && this.#inApp) {
      this.#stage = "in-app";
      this.#tell("missing");
    } else if (why === "denied") {
      this.#stage = "idle";
      this.#tell("denied");
    } else if (why === "missing") {
      this.#stage = "idle";
      this.#tell("missing");
    }
  }

  /** @param {MediaStream} stream */
  async #ended(stream) {
    if (stream !== this.#stream) return;
    this.#close("unplugged");
    const { access } = await camera.look();
    if (access === "denied") {
      this.#stage = "idle";
      this.#tell(access);
    }
    this.#redraw();
  }

  /** The settings, or what is plugged in. */
  async #changed() {
    if (!this.#isShown || this.#hasOwnAnswer()) return;
    const before = this.#access;
    await this.look();
    // Meanwhile the customer may have pressed the button: what they see now is not taken from them.
    if (!this.#isShown || this.#hasOwnAnswer()) return;
    // That it is gone is said already, in words that say what to do.
    const isStillGone = this.#stage === "unplugged" && this.#access === "missing";
    if (this.#access !== before && !isStillGone) this.#stage = "idle";
    if (this.#isAllowed) await this.#open();
    else this.#redraw();
  }

  /** The camera itself says, or is about to say, whether it can be had. */
  #hasOwnAnswer() {
    return this.#stage === "asking" || this.#stage === "seen";
  }

  /** A page that nobody sees looks at nobody. */
  #seenOrNot() {
    if (document.hidden && this.#stage === "seen") {
      this.#close("idle");
      this.#isAllowed = true;
    } else if (!document.hidden && this.#isShown && this.#stage === "idle" && this.#isAllowed) {
      void this.#open();
    }
  }

  /** @param {import("./types.js").CameraAccess} access */
  #tell(access) {
    this.#access = access;
    this.measure();
    this.#call.camera(access);
  }

  /** @param {Stage} stage */
  #close(stage) {
    camera.close(this.#stream);
    this.#stream = null;
    this.#stage = stage;
  }
}

/** @param {Omit<Page, "key" | "art">} page @returns {Page} */
function asked(page) {
  return { key: "rehearse", art: "camera", ...page };
}

/** What is the matter, and what to do. @param {string} what */
function told(what) {
  return { heading: say(`customer-camera-${what}`), lines: [{ text: say(`customer-camera-${what}-how`) }] };
}

/** @param {string} what @param {Omit<Page, "key" | "art">} page @returns {Page} */
function trouble(what, page) {
  return { key: `rehearse-${what}`, art: "camera-off", ...page };
}
