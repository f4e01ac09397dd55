// An agent at their console, who presses its buttons.
import { says } from "./words.js";

export class Console {
  /** @param {import("./browser.js").Person} person */
  constructor(person) {
    this.person = person;
    this.page = person.page;
  }

  /** By the link that the service made: opened, and only then pressed. @param {string} link @param {string} [name] */
  async signsIn(link, name) {
    await this.person.opens(link);
    if (name) await this.page.getByRole("textbox", { name: says("sign-in-name") }).fill(name);
    await this.page.getByRole("button", { name: says("sign-in-button"), exact: true }).click();
    await this.page.getByRole("link", { name: says("sign-in-console"), exact: true }).click();
    await this.page.getByText(says("console-stream", { state: "live" }), { exact: true }).waitFor();
  }

  get create() {
    return this.page.getByRole("button", { name: says("console-create"), exact: true });
  }

  /** The card of a call. @param {string | RegExp} title */
  card(title) {
    return this.page.getByRole("article", { name: title });
  }

  /** Makes a call with one click; it is in the list, open. @returns {Promise<import("playwright-core").Locator>} */
  async creates() {
    const before = await this.page.getByRole("article").count();
    await this.create.click();
    await this.page.getByRole("article").nth(before).waitFor();
    const card = this.page.getByRole("article").filter({ has: this.page.locator("[aria-expanded=true]") }).first();
    await card.waitFor();
    return card;
  }

  /** The link that stands in a card. @param {import("playwright-core").Locator} card @returns {Promise<string>} */
  linkIn(card) {
    return card.getByRole("textbox", { name: says("console-link"), exact: true }).inputValue();
  }

  /** Gives a call another title, in its place. @param {import("playwright-core").Locator} card @param {string} title */
  async renames(card, title) {
    const field = card.getByRole("textbox", { name: says("console-field-title"), exact: true });
    await field.fill(title);
    await field.press("Enter");
    await this.card(title).waitFor();
    return this.card(title);
  }

  /** What can be done with somebody at the door. @param {string} id @param {string} name */
  button(id, name) {
    return this.page.getByRole("button", { name: `${says(id)} ${name}`, exact: true });
  }

  /** Until somebody is at the door. @param {string} name */
  async sees(name) {
    await this.page.getByRole("heading", { name, exact: true }).waitFor();
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name, exact: true }) }).first();
  }

  /** Presses a button, and yes in the dialog that asks. @param {import("playwright-core").Locator} button @param {string} yes */
  async confirms(button, yes) {
    await button.click();
    await this.page.getByRole("dialog").getByRole("button", { name: says(yes), exact: true }).click();
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }
}
