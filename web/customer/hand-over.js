// Going on in the app, with the place in the lobby. The core fetches a ticket; a browser opens an app only where the
// customer taps, so that the ticket becomes a button of its own.
import { say } from "/assets/shared/say.js";

export class HandOver {
  /** @type {string | null} */
  #address = null;
  #app;
  #ask;
  #redraw;

  /**
   * @param {string | undefined} app what opens the app, with `{ticket}` in it; none where there is no app
   * @param {() => void} ask
   * @param {() => void} redraw
   */
  constructor(app, ask, redraw) {
    this.#app = app;
    this.#ask = ask;
    this.#redraw = redraw;
  }

  /** Stays where it is: whether a ticket is on its way already, the core knows. @returns {import("./types.js").Button | undefined} */
  button() {
    return this.#app === undefined ? undefined : { text: say("customer-go-on-in-app"), press: this.#ask };
  }

  /** @param {string} text as the app takes it: a scheme, and the ticket behind its last slash */
  ready(text) {
    if (this.#app === undefined) return;
    this.#address = this.#app.replace("{ticket}", text.slice(text.lastIndexOf("/") + 1));
    this.#redraw();
  }

  /** Stands before the lobby once the ticket is there. @returns {import("./types.js").Page | null} */
  page() {
    if (this.#address === null) return null;
    const back = () => {
      this.end();
      this.#redraw();
    };
    return {
      key: "hand-over",
      art: "phone",
      heading: say("customer-app-ready"),
      lines: [{ text: say("customer-app-once") }],
      first: { text: say("customer-open-app"), press: () => {}, address: this.#address },
      other: { text: say("app-button-back"), press: back },
    };
  }

  end() {
    this.#address = null;
  }
}
