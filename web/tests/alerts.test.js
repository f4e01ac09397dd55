// Somebody knocks while the agent looks elsewhere: heard, shown by the system, and seen on the tab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();

/** What the page asked of the system. @typedef {{tones: number, notified: string[]}} Asked */

/** In the page: a system that writes down what it is asked for, behind a window that has the focus or not. */
function system() {
  /** @type {Asked} */
  const asked = { tones: 0, notified: [] };
  Object.assign(globalThis, { asked, hasFocus: true });
  document.hasFocus = () => Reflect.get(globalThis, "hasFocus");
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (/** @type {number | undefined} */ when) {
    asked.tones += 1;
    start.call(this, when);
  };
  class Notified extends EventTarget {
    static permission = "default";
    static async requestPermission() {
      return (Notified.permission = "granted");
    }
    /** @param {string} title @param {{body: string}} about */
    constructor(title, { body }) {
      super();
      asked.notified.push(`${title}: ${body}`);
    }
    close() {}
  }
  Object.assign(globalThis, { Notification: Notified });
}

/** An agent whose page runs in such a system. @param {string} name */
async function agent(name) {
  const person = await here.browser.person();
  await person.context.addInitScript(system);
  const agent = new Console(person);
  await agent.signsIn(here.service.invite(name));
  return agent;
}

/** @param {Console} agent @returns {Promise<Asked>} */
const asked = (agent) => agent.page.evaluate(() => Reflect.get(globalThis, "asked"));

/** @param {Console} agent @param {string} state */
const notify = (agent, state) => agent.page.getByRole("button", { name: says("console-notify", { state }), exact: true });

test("a knock is heard, counted on the tab, and shown by the system to who works in another window and allowed it", async () => {
  const ida = await agent("Ida");
  const { page } = ida;
  const before = await page.title();
  await notify(ida, "off").click();
  await notify(ida, "on").waitFor();
  await page.evaluate(() => Object.assign(globalThis, { hasFocus: false }));
  const { link } = await here.agent.create("Boiler");
  const phone = await new Phone(link, "Noor").knocks();
  await ida.sees("Noor");
  const { tones, notified } = await asked(ida);
  assert.equal(tones, 2, "two tones");
  assert.deepEqual(notified.length, 1);
  assert.ok(notified[0]?.includes("Noor") && notified[0].includes("Boiler"), notified[0]);
  assert.equal(await page.title(), `(1) ${before}`);
  assert.match((await page.locator("link[rel=icon]").getAttribute("href")) ?? "", /icon-waiting/);
  await phone.does("leave-lobby");
  await page.getByRole("heading", { name: "Noor", exact: true }).waitFor({ state: "detached" });
  assert.equal(await page.title(), before);
  assert.doesNotMatch((await page.locator("link[rel=icon]").getAttribute("href")) ?? "", /icon-waiting/);
  phone.off();
  await ida.person.context.close();
});

test("who turns the sound on by the first press in the page has it on, by pointer and by keyboard", async () => {
  const zoe = await agent("Zoe");
  const sound = (/** @type {string} */ state) => zoe.page.getByRole("button", { name: says("console-sound", { state }), exact: true });
  for (const press of [() => sound("blocked").click(), () => sound("blocked").press("Enter")]) {
    await zoe.page.reload();
    await press();
    await sound("on").waitFor();
    assert.ok((await asked(zoe)).tones > 0, "and hears it");
  }
  await sound("on").click();
  await sound("off").waitFor();
  await zoe.person.context.close();
});

test("who has the sound off hears nothing, and who looks at the console is shown nothing besides", async () => {
  const leo = await agent("Leo");
  await notify(leo, "off").click();
  await leo.page.getByRole("button", { name: says("console-sound", { state: "on" }), exact: true }).click();
  await leo.page.getByRole("button", { name: says("console-sound", { state: "off" }), exact: true }).waitFor();
  const before = await asked(leo);
  const { link } = await here.agent.create("Router");
  const phone = await new Phone(link, "Lin").knocks();
  await leo.sees("Lin");
  const after = await asked(leo);
  assert.deepEqual([after.tones, after.notified], [before.tones, []]);
  await phone.does("leave-lobby");
  phone.off();
  await leo.person.context.close();
});

test("sound and notifications are set behind one's own name, too, while somebody waits", async () => {
  const eva = await agent("Eva");
  const { page } = eva;
  const { link } = await here.agent.create("Fuse box");
  const phone = await new Phone(link, "Mara").knocks();
  await eva.sees("Mara");
  assert.equal(await notify(eva, "off").count(), 0);
  await page.getByRole("button", { name: "Eva", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await notify(eva, "off").click();
  await notify(eva, "on").waitFor();
  await dialog.getByRole("button", { name: says("console-sound", { state: "on" }), exact: true }).click();
  await dialog.getByRole("button", { name: says("console-sound", { state: "off" }), exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await phone.does("leave-lobby");
  await notify(eva, "on").waitFor();
  await page.getByRole("button", { name: says("console-sound", { state: "off" }), exact: true }).waitFor();
  phone.off();
  await eva.person.context.close();
});

test("that the browser lets nobody be notified is said where it was asked for, in front of the list or behind one's name", async () => {
  const ole = await agent("Ole");
  const { page } = ole;
  await page.evaluate(() => Object.assign(Notification, { requestPermission: async () => "denied" }));
  const refused = says("console-notify-denied");
  await notify(ole, "off").click();
  await page.locator(".toast").getByText(refused, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Ole", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: says("console-notify", { state: "off" }), exact: true }).click();
  await dialog.getByText(refused, { exact: true }).waitFor();
  await ole.person.context.close();
});
