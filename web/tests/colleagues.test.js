// Two agents at one list: each sees what the other does; and what the service refuses is said in the agent's language.
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();

/** Somebody with a console. @param {string} name */
async function at(name) {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite(name));
  return agent;
}

test("who asked somebody to wait, went on with them, let them in and ended the call stands on the other's screen", async () => {
  const [anna, ben] = [await at("Anna"), await at("Ben")];
  const card = await anna.renames(await anna.creates(), "Boiler makes a noise");
  const phone = await new Phone(await anna.linkIn(card), "Lin").knocks();
  const seenByBen = await ben.sees("Lin");
  const seenByAnna = await anna.sees("Lin");
  await anna.confirms(anna.button("console-hold", "Lin"), "console-hold-yes");
  await seenByBen.getByText(says("console-attended", { name: "Anna" })).waitFor();
  await ben.button("console-release", "Lin").click();
  await seenByAnna.getByText(says("console-attended", { name: "Ben" })).waitFor();
  await anna.button("console-admit", "Lin").click();
  await seenByBen.getByText(says("console-attended", { name: "Anna" })).waitFor();
  await anna.confirms(card.getByRole("button", { name: says("console-end"), exact: true }), "console-end-yes");
  // What is over is folded away.
  await ben.page.locator(".group > details > summary").click();
  await ben.page.getByText(says("console-over-by", { name: "Anna" })).first().waitFor();
  phone.off();
});

test("what is out of its bounds is said in the agent's language, whether a title, a message or a colleague's name", async () => {
  const first = here.service.firstSignIn();
  const { page } = await here.browser.person({ locale: "de-DE" });
  const german = (/** @type {string} */ id, about = {}) => says(id, about, "de");
  await page.goto(first);
  await page.getByRole("textbox", { name: german("sign-in-name") }).fill("\u{202e}enA");
  await page.getByRole("button", { name: german("sign-in-button"), exact: true }).click();
  await page.getByText(german("problem-name-unusable")).waitFor();
  await page.getByRole("textbox", { name: german("sign-in-name") }).fill("Anke");
  await page.getByRole("button", { name: german("sign-in-button"), exact: true }).click();
  await page.getByRole("link", { name: german("sign-in-console"), exact: true }).click();
  await page.getByRole("button", { name: german("console-create"), exact: true }).click();
  const title = page.getByRole("textbox", { name: german("console-field-title"), exact: true }).first();
  await title.fill("x".repeat(201));
  await title.press("Enter");
  await page.getByText(german("console-bad-title")).waitFor();
  await title.press("Escape");

  const link = await page.getByRole("textbox", { name: german("console-link"), exact: true }).inputValue();
  const phone = await new Phone(link, "Lin").knocks();
  await page.getByRole("button", { name: `${german("console-hold")} Lin`, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("x".repeat(501));
  await dialog.getByRole("button", { name: german("console-hold-yes"), exact: true }).click();
  await dialog.getByText(german("console-bad-text", { over: 1 })).waitFor();
  await page.keyboard.press("Escape");
  phone.off();

  await page.getByRole("button", { name: "Anke", exact: true }).click();
  await page.getByRole("button", { name: german("console-invite"), exact: true }).click();
  await dialog.getByRole("textbox", { name: german("console-invite-name") }).fill("x".repeat(100));
  await dialog.getByRole("button", { name: german("console-invite-yes"), exact: true }).click();
  await dialog.getByText(german("name-error-too-long", { limit: 64, over: 36 })).waitFor();
});
