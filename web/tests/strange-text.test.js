// What people type is text, wherever it is shown: no markup, no formula, and it turns nothing around it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { standInOrder } from "./support/order.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

/** @typedef {import("playwright-core").Page} Page */

const MARKUP = '<img src="/x" onerror="spoilt=1">';
const FORMULA = "=1+1";
const EMOJI = "🔧 Zoë 🇫🇷👍🏽";
const LEFTWARDS = "נועה 24";
const TURNED = "\u202egnihton\u202c Boiler \u202enoitpo";

const here = house();

async function atTheConsole(prepare = () => {}) {
  const agent = new Console(await here.browser.person());
  await agent.person.context.addInitScript(prepare);
  await agent.signsIn(here.service.invite("Grace"));
  return agent;
}

/** Nothing that anybody typed has become an element, or has run. @param {Page} page */
async function nothingIsMarkup(page) {
  const made = await page.evaluate(() => ({
    elements: document.querySelectorAll('img[src="/x"], [onerror], b.typed').length,
    ran: "spoilt" in window,
  }));
  assert.deepEqual(made, { elements: 0, ran: false });
}

test("a title of ten thousand characters is refused in a clear sentence, and not a letter of it is lost", async () => {
  const agent = await atTheConsole();
  const card = await agent.creates();
  const field = card.getByRole("textbox", { name: says("console-field-title"), exact: true });
  for (const long of ["🔧".repeat(20_000), "Boiler! ".repeat(1_250)]) {
    await field.fill(long);
    await field.press("Enter");
    await card.getByText(says("console-bad-title")).waitFor();
    assert.equal(await field.inputValue(), long, "what was typed stands there");
  }
  await look(agent.page, "console-title-too-long");
  const answer = await here.agent.request("POST", "/v1/calls", { title: "x".repeat(10_000) });
  assert.equal(answer.status, 422, "the service refuses it, too");
  await field.fill("Boiler");
  await field.press("Enter");
  await agent.card("Boiler").waitFor();
  assert.equal(await card.getByText(says("console-bad-title")).count(), 0);
  await agent.person.context.close();
});

for (const [kind, title] of Object.entries({ markup: MARKUP, formula: FORMULA, emoji: EMOJI, leftwards: LEFTWARDS, turned: TURNED })) {
  test(`a title of ${kind} is shown as it was typed, and turns nothing around it`, async () => {
    const agent = await atTheConsole();
    const { page } = agent;
    const shown = title.replace(/[\u202c\u202e]/g, "");
    const made = await agent.creates();
    const field = made.getByRole("textbox", { name: says("console-field-title"), exact: true });
    await field.fill(title);
    await field.press("Enter");
    await page.getByRole("article", { name: shown, exact: true }).waitFor();
    assert.equal(await field.inputValue(), title);
    await made.getByRole("button", { name: says("console-qr"), exact: true }).click();
    await page.getByRole("dialog", { name: shown, exact: true }).waitFor();
    await page.keyboard.press("Escape");

    // A colleague has another title meanwhile: it stands in a sentence.
    const [call] = (await here.agent.calls()).filter((one) => one.title === title);
    assert.ok(call);
    await field.evaluate((input) => (/** @type {HTMLInputElement} */ (input).value = "Mine"));
    const answer = await fetch(`${here.service.origin}/v1/calls/${call.id}`, {
      method: "PATCH", body: JSON.stringify({ title: `${title}!` }),
      headers: { Authorization: `Bearer ${here.agent.token}`, "Content-Type": "application/json", "If-Match": `"${call.version}"` },
    });
    assert.equal(answer.status, 200);
    const [before = "", after = ""] = says("console-conflict", { theirs: "|" }).split("|");
    const conflict = made.getByText(before.trim());
    await conflict.waitFor();
    await standInOrder(conflict, [before.trim(), shown, after.trim()]);
    await nothingIsMarkup(page);
    await agent.person.context.close();
  });
}

for (const [kind, name] of Object.entries({ markup: MARKUP, formula: FORMULA, emoji: EMOJI, leftwards: LEFTWARDS })) {
  test(`a customer called ${kind} is text in list, dialogs, messages and notifications, and turns nothing around it`, async () => {
    const agent = await atTheConsole(notesNotifications);
    const { page } = agent;
    const { link } = await here.agent.create(TURNED);
    const phone = await new Phone(link, name).knocks();
    await agent.sees(name);
    await page.waitForFunction(() => document.title.startsWith("("));
    assert.match(await page.title(), /^\(\d+\) /, "the tab counts, and names nobody");
    const [told] = await page.evaluate(() => /** @type {any} */ (window).notified);
    assert.equal(told.replace(/[\u2068\u2069]/g, ""), says("console-knocked", { name, title: TURNED.replace(/[\u202c\u202e]/g, "") }));
    assert.ok(!/[\u202a-\u202e]/.test(told), "no mark that turns letters goes to the system");

    await agent.button("console-hold", name).click();
    await page.getByRole("dialog", { name: new RegExp(says("console-hold-title", { name: "" }).split(" ")[0] ?? "") }).waitFor();
    await standInOrder(page.getByRole("dialog").getByRole("heading"), parts("console-hold-title", name));
    await page.getByRole("dialog").getByRole("textbox").fill(`${LEFTWARDS} ${MARKUP} ${TURNED}`);
    await page.getByRole("dialog").getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
    await standInOrder(page.locator(".toast p").last(), parts("console-held", name));
    if (kind === "leftwards") await look(page, "console-strange-text");
    await agent.button("console-admit", name).click();
    await phone.reaches((state) => state.state === "admitted");
    await phone.does("enter");
    // For a moment they are let in and not there yet.
    const taken = parts("console-taken-by-you", name);
    const state = page.locator(".state").filter({ hasText: taken[0] }).filter({ hasText: name });
    await state.waitFor();
    await standInOrder(state, taken);
    await agent.button("console-remove", name).click();
    await standInOrder(page.getByRole("dialog").getByRole("heading"), parts("console-remove-title", name));
    await page.keyboard.press("Escape");
    await nothingIsMarkup(page);
    phone.off();
    await agent.person.context.close();
  });
}

/** The words before a name, the name, and the words after it. @param {string} id @param {string} name */
function parts(id, name) {
  const [before = "", after = ""] = says(id, { name: "|" }).split("|");
  return [before.trim(), name, after.trim()].filter((text) => text !== "");
}

/** In the page: the system's notifications are wanted, and kept to be looked at. */
function notesNotifications() {
  localStorage.setItem("onecall-console", JSON.stringify({ notify: true }));
  const notified = /** @type {string[]} */ ([]);
  class Notification extends EventTarget {
    static permission = "granted";
    static requestPermission = async () => "granted";
    /** @param {string} _title @param {{body: string}} about */
    constructor(_title, { body }) {
      super();
      notified.push(body);
    }
  }
  Object.assign(window, { Notification, notified });
  document.hasFocus = () => false;
}

test("what an agent is called and writes is text on the customer's page, and turns nothing around it", async () => {
  for (const name of [MARKUP, LEFTWARDS]) {
    const agent = await here.service.agent(name);
    const { id, link } = await agent.create(TURNED);
    const customer = new Customer(await here.browser.person({ viewport: PHONE }), FORMULA);
    await customer.person.opens(link);
    await nothingIsMarkup(customer.page);
    assert.ok(!(await customer.page.content()).includes("Boiler"), "the landing page shows no title");
    await customer.isInTheLobby(link);
    const knock = await agent.atTheDoor(id);
    await agent.command(id, "hold", { knock, message: `${MARKUP}\n${TURNED}` });
    const note = customer.page.locator(".note").filter({ hasText: MARKUP });
    await note.waitFor();
    await standInOrder(note, [says("waiting-agent-says", { text: "|" }).split("|")[0]?.trim() ?? "", MARKUP]);
    if (name === LEFTWARDS) await look(customer.page, "customer-waits-strange-text");
    await agent.command(id, "release", { knock });
    const leave = await agent.listens();
    await agent.command(id, "admit", { knock });
    const [before = "", after = ""] = says("screen-in-call", { agent: "|" }).split("|");
    const heading = customer.page.getByRole("heading", { name: before.trim() });
    await heading.waitFor();
    await standInOrder(heading, [before.trim(), name, after.trim()]);
    assert.ok((await customer.page.title()).includes(name), "the tab says so as well");
    leave();
    await nothingIsMarkup(customer.page);
    await customer.person.context.close();
  }
});

test("a name too long, turned around or empty is told so in words, and what was typed stands there to be mended", async () => {
  const { link } = await here.agent.create("Names");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  await customer.opensTheirPage(link);
  const field = customer.page.getByRole("textbox", { name: says("app-field-name") });
  for (const [name, problem] of /** @type {[string, string][]} */ ([
    ["N".repeat(10_000), says("name-error-too-long", { limit: 64, over: 9_936 }).replace("9936", "9,936")],
    [TURNED, says("name-error-invisible", { place: 1 })],
    ["\u2800", says("name-error-invisible", { place: 1 })],
  ])) {
    await customer.says(name);
    await customer.page.getByRole("heading", { name: problem }).waitFor();
    assert.equal(await field.inputValue(), name);
  }
  await customer.says(MARKUP);
  await customer.goesOn();
  await customer.waits();
  await nothingIsMarkup(customer.page);
  await customer.person.context.close();
});

test("anything at all may be typed where a link or a code is wanted: it is answered in words", async () => {
  const { page, context } = await here.browser.person({ viewport: PHONE });
  for (const typed of [MARKUP, TURNED, "🔧".repeat(10_000), `https://example.com/${"x".repeat(10_000)}`, "\u0000", FORMULA]) {
    await page.goto(`${here.service.origin}/join`);
    await page.getByRole("textbox", { name: says("customer-field-invitation") }).fill(typed);
    await page.getByRole("button", { name: says("app-button-go-on") }).click();
    await page.locator("[aria-invalid=true]").waitFor();
    await nothingIsMarkup(page);
    await page.goto(`${here.service.origin}/j`);
    await page.getByRole("textbox").first().fill(typed.slice(0, 2_000));
    await Promise.all([page.waitForEvent("load"), page.getByRole("button").first().click()]);
    assert.ok((await page.locator("main").innerText()).trim().length > 20, "in words");
    await nothingIsMarkup(page);
  }
  await context.close();
});
