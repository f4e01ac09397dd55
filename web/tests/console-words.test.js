// What the console says about what was done stands in nobody's way, and takes back only what is still so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

/** @typedef {import("playwright-core").Page} Page */

const here = house();

/** A console of an agent of this name. @param {string} name */
async function console(name) {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite(name));
  return agent;
}

/** @param {Page} page */
const words = (page) => page.locator(".toast:visible p");
/** @param {Page} page */
const undo = (page) => page.getByRole("button", { name: says("console-undo"), exact: true });

for (const [width, height] of /** @type {const} */ ([[320, 640], [768, 800], [1280, 800]])) {
  test(`at ${width} px a word about what was done hides no button of the list and moves none`, async () => {
    const agent = await console(`Wim ${width}`);
    const { page } = agent;
    const { link } = await here.agent.create(`Boiler ${width}`);
    const phone = await new Phone(link, `Noor ${width}`).knocks();
    await agent.sees(phone.name);
    await page.setViewportSize({ width, height });
    await agent.button("console-admit", phone.name).click();
    await agent.button("console-send-back", phone.name).waitFor();
    await words(page).waitFor();
    assert.deepEqual(await page.evaluate(hidden), [], "every button that is scrolled to can be pressed");
    const before = await page.evaluate(places);
    await page.locator(".toast:visible .close").click();
    await page.locator(".toast").waitFor({ state: "detached" });
    assert.deepEqual(await page.evaluate(places), before, "nothing has moved");
    assert.equal(await page.evaluate(scrollers), 0, "nothing but the page itself is scrolled");
    phone.off();
    await agent.person.context.close();
  });
}

test("on a phone a word lies over the list's end: neither it nor its going moves the list, which can be scrolled clear of it", async () => {
  const agent = await console("Winnie");
  const { page } = agent;
  const { id } = await here.agent.create("Far down");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator(`[data-call="${id}"] .copy`).waitFor();
  agent.person.isCutOff = true;
  await page.route("**/v1/calls", (route) => route.abort());
  const before = await page.evaluate(places);
  await agent.create.click();
  await words(page).waitFor();
  assert.deepEqual(await page.evaluate(places), before, "when it comes");
  assert.deepEqual(await page.evaluate(hidden), [], "every button that is scrolled to can be pressed");
  const [said, row] = await Promise.all([words(page).boundingBox(), page.locator(".toast:visible").boundingBox()]);
  assert.ok(said && row && said.width > row.width * 0.9, "the words have the whole width");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const atTheEnd = await page.evaluate(places);
  await page.locator(".toast:visible .close").click();
  await page.locator(".toast").waitFor({ state: "detached" });
  assert.deepEqual(await page.evaluate(places), atTheEnd, "when it goes");
  await agent.person.context.close();
});

for (const width of [768, 1280]) {
  test(`at ${width} px the longest words about what was not done move nothing either, in any language`, async () => {
    const agent = await console(`Willi ${width}`);
    const { page } = agent;
    const { id } = await here.agent.create(`Long words ${width}`);
    await page.setViewportSize({ width, height: 800 });
    await page.locator(`[data-call="${id}"] .copy`).waitFor();
    const before = await page.evaluate(places);
    for (const language of ["en", "de", "fr", "es", "ja"]) {
      for (const text of [says("console-too-late", {}, language), says("console-somebody-was-first", { name: "Alexandra" }, language)]) {
        await page.evaluate((text) => import(String("/assets/console/toast.js")).then(({ toast }) => toast({ text, kind: "bad" })), text);
        await words(page).getByText(text, { exact: true }).waitFor();
        assert.deepEqual(await page.evaluate(places), before, text);
      }
    }
    await agent.person.context.close();
  });
}

test("below the answers of a long question nothing of it shows", async () => {
  const agent = await console("Wendy");
  const { page } = agent;
  const { link } = await here.agent.create("Long question");
  const phone = await new Phone(link, "Nils").knocks();
  await agent.sees("Nils");
  await page.setViewportSize({ width: 320, height: 360 });
  await agent.button("console-decline", "Nils").click();
  const below = await page.getByRole("dialog").evaluate((dialog) => {
    const { left, bottom, width } = dialog.getBoundingClientRect();
    dialog.scrollTo(0, 40);
    const isLong = dialog.scrollHeight > dialog.clientHeight + 80;
    return [isLong, ...[3, 12, 20].map((up) => document.elementFromPoint(left + width / 2, bottom - up)?.closest("form > .row") !== null)];
  });
  assert.deepEqual(below, [true, true, true, true]);
  await phone.does("leave-lobby");
  phone.off();
  await agent.person.context.close();
});

test("whoever was asked to wait and is then let in, or goes, can no longer be released by Undo", async () => {
  const agent = await console("Wanda");
  const { page } = agent;
  const { link, id } = await here.agent.create("Heating");
  const phone = await new Phone(link, "Noor").knocks();
  await agent.sees("Noor");
  await agent.button("console-hold", "Noor").click();
  await page.getByRole("dialog").getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
  await undo(page).waitFor();
  await agent.button("console-admit", "Noor").click();
  await page.locator(".toast", { hasText: says("console-admitted", { name: "Noor" }) }).waitFor();
  assert.equal(await page.locator(".toast").count(), 1, "only the last act can be taken back");
  await undo(page).click();
  await phone.reaches((state) => state.phase === "lobby");
  await words(page).getByText(says("console-sent-back", { name: "Noor" })).waitFor();

  // What a colleague does counts as well.
  await agent.button("console-admit", "Noor").click();
  await undo(page).waitFor();
  await here.agent.command(id, "send-back", { knock: await here.agent.atTheDoor(id) });
  await undo(page).waitFor({ state: "detached" });
  await phone.does("leave-lobby");
  phone.off();
  await agent.person.context.close();
});

test("who waits is counted by people, one or several, and by calls everything else", async () => {
  const agent = await console("Wolf");
  const { link } = await here.agent.create("Two at one door");
  const heading = (/** @type {number} */ count) => agent.page.getByRole("heading", { name: says("console-group-waiting", { count }), exact: true });
  const one = await new Phone(link, "Ada").knocks();
  await heading(1).waitFor();
  const two = await new Phone(link, "Bob").knocks();
  await heading(2).waitFor();
  await one.does("leave-lobby");
  await heading(1).waitFor();
  await two.does("leave-lobby");
  for (const phone of [one, two]) phone.off();
  await agent.person.context.close();
});

test("the spoken code says at which address it is typed", async () => {
  const agent = await console("Wilma");
  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-spoken-code"), exact: true }).click();
  await agent.page.getByRole("dialog").getByText(`${new URL(here.service.origin).host}/j`, { exact: true }).waitFor();
  await agent.person.context.close();
});

test("the spoken code stands on one line, as large as that allows, on the narrowest phone, too", async () => {
  const agent = await console("Willem");
  const { page } = agent;
  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-spoken-code"), exact: true }).click();
  const code = page.locator(".spoken-code", { hasText: /^\d{3} \d{3} \d{3}$/ });
  await code.waitFor();
  for (const width of [320, 390, 480, 768, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const { lines, used } = await code.evaluate((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      const { width, height } = text.getBoundingClientRect();
      return { lines: Math.round(height / parseFloat(getComputedStyle(element).lineHeight)), used: width / element.clientWidth };
    });
    assert.equal(lines, 1, `${width} px`);
    assert.ok(used > 0.7 && used <= 1, `${width} px: ${used} of the line`);
  }
  await agent.person.context.close();
});

test("a spoken code that was used is not read out to the next customer: each time there is a new one", async () => {
  const agent = await console("Wiltrud");
  const { page } = agent;
  const card = await agent.creates();
  const link = await agent.linkIn(card);
  const code = page.locator(".spoken-code", { hasText: /^\d{3} \d{3} \d{3}$/ });
  for (const name of ["Una", "Udo"]) {
    await card.getByRole("button", { name: says("console-spoken-code"), exact: true }).click();
    const invitation = await code.innerText();
    await page.keyboard.press("Escape");
    const phone = await new Phone(link, name).knocks({ invitation });
    await agent.sees(name);
    await phone.does("leave-lobby");
    phone.off();
  }
  await agent.person.context.close();
});

test("the dialog of a spoken code stays as high as it is when the code comes", async () => {
  const agent = await console("Wigald");
  const { page } = agent;
  const card = await agent.creates();
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const held = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  await page.route("**/commands", (route) => holds(route));
  await card.getByRole("button", { name: says("console-spoken-code"), exact: true }).click();
  const route = await held;
  const height = () => page.getByRole("dialog").evaluate((dialog) => Math.round(dialog.getBoundingClientRect().height));
  const before = await height();
  await route.continue();
  await page.locator(".spoken-code", { hasText: /\d/ }).waitFor();
  assert.equal(await height(), before);
  await agent.person.context.close();
});

test("every button that opens a question says so by its “…”, in every language, and no other does", () => {
  const asks = ["hold", "write", "decline", "remove", "replace-link", "hand-over", "end", "forget", "invite", "sign-out-everywhere"];
  const acts = ["create", "admit", "release", "send-back", "copy-message", "copy-link", "copy-sms", "qr", "spoken-code", "keys", "sign-out"];
  for (const language of ["en", "de", "fr", "es", "ja"]) {
    const ends = (/** @type {string} */ id) => says(`console-${id}`, {}, language).endsWith("…");
    assert.deepEqual([asks.filter((id) => !ends(id)), acts.filter(ends)], [[], []], language);
  }
});

test("the questions whether to replace its link, to end or to delete a call say which call", async () => {
  const agent = await console("Wido");
  const { page } = agent;
  const { id } = await here.agent.create("Boiler in the cellar");
  const card = page.locator(`[data-call="${id}"]`);
  const dialog = page.getByRole("dialog");
  const asks = async (/** @type {string} */ button) => {
    await card.getByRole("button", { name: says(button), exact: true }).click();
    await dialog.getByText("Boiler in the cellar", { exact: true }).waitFor();
    await dialog.getByText(/, \d/).waitFor();
  };
  await card.locator(".toggle").click();
  await asks("console-replace-link");
  await page.keyboard.press("Escape");
  await asks("console-end");
  await dialog.getByRole("button", { name: says("console-end-yes"), exact: true }).click();
  await page.locator("summary").filter({ hasText: says("console-group-over") }).click();
  await asks("console-forget");
  await agent.person.context.close();
});

test("an open call's sign points down, whichever way one reads", async () => {
  const agent = await console("Wu");
  const { page } = agent;
  const card = page.locator(`[data-call="${await (await agent.creates()).getAttribute("data-call")}"]`);
  const turn = () => card.locator(".toggle").evaluate((toggle) => getComputedStyle(toggle, "::before").rotate);
  assert.equal(await turn(), "45deg");
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  assert.equal(await turn(), "45deg");
  await card.locator(".toggle").click();
  assert.equal(await turn(), "135deg");
  const [title, toggle] = await Promise.all([card.locator(".toggle bdi").boundingBox(), card.locator(".toggle").boundingBox()]);
  assert.ok(title && toggle);
  const space = toggle.x + toggle.width - title.x - title.width;
  assert.ok(space < 40, `a title in Latin letters begins at the right, too: ${space} px from there`);
  await agent.person.context.close();
});

test("that the sign-in has ended is said once", async () => {
  const agent = await console("Wera");
  await agent.person.context.clearCookies();
  await agent.create.click();
  await agent.page.getByText(says("console-sign-in-ended")).waitFor();
  assert.equal(await agent.page.locator(".toast").count(), 0);
  await agent.person.context.close();
});

test("a sign-in that ended leads to no page that cannot help: it says where a new link comes from", async () => {
  const agent = await console("Wilma");
  await agent.person.context.clearCookies();
  await agent.create.click();
  const note = agent.page.locator(".stream-note");
  await note.getByText(says("console-sign-in-ended"), { exact: true }).waitFor();
  assert.equal(await note.getByRole("link").count(), 0);
  await note.getByRole("button", { name: says("console-go-on"), exact: true }).waitFor();
  await agent.person.context.close();
});

test("whoever is let in and not there yet is in no call yet, and goes on waiting", async () => {
  const agent = await console("Wenke");
  const { page } = agent;
  const { id, link } = await here.agent.create("On the way");
  const phone = await new Phone(link, "Wout").knocks();
  const panel = await agent.sees("Wout");
  const card = page.locator(`[data-call="${id}"]`);
  await agent.button("console-admit", "Wout").click();
  await card.getByText(says("console-let-in-by-you", { name: "Wout" }), { exact: true }).waitFor();
  await panel.locator(".since").filter({ hasText: says("console-waits-seconds", { seconds: "" }).replace(/ s$/, "").trim() }).waitFor();
  await phone.does("enter");
  await card.getByText(says("console-taken-by-you", { name: "Wout" }), { exact: true }).waitFor();
  await panel.locator(".since").filter({ hasText: says("console-here-seconds", { seconds: "" }).replace(/ s$/, "").trim() }).waitFor();
  phone.off();
  await agent.person.context.close();
});

test("of who is in the call a message from the lobby is told no more, and that they sleep in one word", async () => {
  const agent = await console("Wanja");
  const { id, link } = await here.agent.create("Written to");
  const phone = await new Phone(link, "Xenia").knocks();
  const panel = await agent.sees("Xenia");
  const knock = await here.agent.atTheDoor(id);
  await here.agent.command(id, "hold", { knock, message: "I am fetching the plans." });
  await panel.getByText("I am fetching the plans.", { exact: false }).waitFor();
  await phone.sleeps();
  await panel.getByText(says("console-asleep"), { exact: true }).waitFor();
  await here.agent.command(id, "admit", { knock });
  await phone.does("enter");
  await phone.sleeps();
  await panel.getByText(says("console-asleep-in-call"), { exact: true }).waitFor();
  assert.equal(await panel.getByText("I am fetching the plans.", { exact: false }).isVisible(), false);
  phone.off();
  await agent.person.context.close();
});

test("nobody else is offered to be let in while somebody is in the call: it says when it is possible, to the keyboard, too", async () => {
  const agent = await console("Wiebke");
  const { page } = agent;
  const { id, link } = await here.agent.create("One at a time");
  const yara = await new Phone(link, "Yara").knocks();
  await agent.sees("Yara");
  await agent.button("console-admit", "Yara").click();
  await agent.button("console-send-back", "Yara").waitFor();
  const olga = await new Phone(link, "Olga").knocks();
  const panel = await agent.sees("Olga");
  const admit = agent.button("console-admit", "Olga");
  const why = says("console-admit-later", { name: "Yara" });
  await panel.getByText(why, { exact: true }).waitFor();
  assert.equal(await admit.getAttribute("aria-disabled"), "true");
  assert.doesNotMatch((await admit.getAttribute("class")) ?? "", /first/);
  await page.keyboard.press("w");
  await panel.locator("[data-do=admit]:focus").waitFor();
  await page.keyboard.press("a");
  await page.locator("[aria-live=assertive]").getByText(why).waitFor({ state: "attached" });
  assert.deepEqual((await here.agent.call(id)).knocks.map(({ name, state }) => [name, state === "admitted"]), [["Yara", true], ["Olga", false]]);

  await agent.button("console-send-back", "Yara").click();
  await panel.locator("[data-do=admit].first:not([aria-disabled])").click();
  await olga.reaches((state) => state.state === "admitted");
  for (const phone of [yara, olga]) phone.off();
  await agent.person.context.close();
});

/** In the page: buttons that something else is drawn over, once they are scrolled to. */
function hidden() {
  const buttons = [...document.querySelectorAll(".columns button, .columns a, .columns summary")].filter((one) => one.checkVisibility());
  const covered = buttons.filter((one) => {
    one.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = one.getBoundingClientRect();
    return [1, height / 2, height - 1].some((down) => !one.contains(document.elementFromPoint(left + width / 2, top + down)));
  });
  scrollTo(0, 0);
  return covered.map((one) => one.textContent);
}

/** In the page: where each button stands. */
function places() {
  // The first press on the page changes what the button for the sound says.
  const what = (/** @type {Element} */ one) => (one.closest(".alerts") ? "alerts" : one.textContent);
  return [...document.querySelectorAll(".columns button")].map((one) => [what(one), one.getBoundingClientRect().top]);
}

/** In the page: how many boxes of the list have a scroll bar of their own. */
function scrollers() {
  return [...document.querySelectorAll(".columns, .columns div, .columns section")].filter((one) => one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== "visible").length;
}
