// A customer in a browser, who does what the page says and reads what it shows.
import { says } from "./words.js";

/** @typedef {import("playwright-core").Page} Page */

export class Customer {
  /** @param {import("./browser.js").Person} person @param {string} name */
  constructor(person, name) {
    this.person = person;
    this.page = person.page;
    this.name = name;
  }

  /** Opens the link as it was sent, and from there the page that joins in this browser. @param {string} link */
  async opens(link) {
    await this.person.opens(link);
    await this.page.locator('a[href*="/join"]').first().click();
    await this.asked("screen-ask-name");
  }

  /** Opens the page that joins in this browser, without the landing page. @param {string} link */
  async opensTheirPage(link) {
    const { origin, pathname } = new URL(link);
    await this.person.opens(`${origin}/join#${pathname.split("/").pop()}`);
    await this.asked("screen-ask-name");
  }

  /** Goes from their page to the lobby. @param {string} link */
  async isInTheLobby(link) {
    await this.opensTheirPage(link);
    await this.says();
    await this.goesOn();
    return this.waits();
  }

  /** Goes from the landing page to the lobby. @param {string} link */
  async knocks(link) {
    await this.opens(link);
    await this.says();
    await this.goesOn();
    await this.waits();
  }

  /** Types their name. */
  async says(name = this.name) {
    await this.page.getByRole("textbox", { name: says("app-field-name") }).fill(name);
    await this.presses("app-button-go-on");
  }

  /** From the rehearsal of the camera on, with a picture or without. */
  async goesOn() {
    const seen = this.page.getByRole("heading", { name: says("customer-camera-works") });
    const ask = this.page.getByRole("button", { name: says("app-button-allow-camera") });
    await seen.or(ask).first().waitFor();
    if (await ask.isVisible()) await ask.click();
    await this.#reaches(seen);
    await this.presses("app-button-go-on");
  }

  /** Until they are in the lobby and see their two words. @returns {Promise<string>} */
  async waits() {
    const phrase = this.page.locator("strong.phrase, strong").first();
    await this.#reaches(this.page.getByText(says("customer-phrase-why")));
    return (await phrase.innerText()).trim();
  }

  /** Until this sentence is the page's heading. @param {string} id @param {Record<string, string>} about */
  async asked(id, about = {}) {
    await this.#reaches(this.page.getByRole("heading", { name: says(id, about) }));
  }

  /** Until they are in the call, whether the agent is connected right now or not. @param {string} agent */
  async isInTheCallWith(agent) {
    const headings = ["screen-in-call", "screen-agent-away"].map((id) => this.page.getByRole("heading", { name: says(id, { agent }) }));
    await this.#reaches(headings[0].or(headings[1]));
  }

  /** Whoever does not get there says what they see instead. @param {import("playwright-core").Locator} wanted */
  async #reaches(wanted) {
    await wanted.waitFor().catch(async (/** @type {Error} */ late) => {
      throw new Error(`${late.message}\n${this.name} sees:\n${await this.page.locator("main").innerText()}`, { cause: late });
    });
  }

  /** @param {string} id */
  async presses(id) {
    await this.page.getByRole("button", { name: says(id), exact: true }).click();
  }

  async leavesTheCall() {
    await this.presses("app-button-end-call");
    await this.asked("question-end-call");
    await this.presses("app-button-end-call-yes");
    await this.asked("over-you-left");
  }
}
