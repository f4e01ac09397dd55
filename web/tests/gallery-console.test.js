// The agent's console in every state that an agent can see.
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Browser, DESK } from "./support/browser.js";
import { Console } from "./support/console.js";
import { decodedBySomebodyElse } from "./support/qr.js";
import { glance, look } from "./support/gallery.js";
import { Phone } from "./support/phone.js";
import { Service } from "./support/service.js";
import { says } from "./support/words.js";

/** @type {Service} */ let service;
/** @type {Browser} */ let browser;
/** @type {import("./support/agent.js").Agent} */ let setter;

before(async () => {
  // Each test has a list of its own to look at.
  browser = await Browser.start();
});
after(() => browser?.stop());

/** A console on a service of its own. @param {import("./support/browser.js").Options} options */
async function atTheConsole(options = {}) {
  service = await Service.start();
  const agent = new Console(await browser.person({ viewport: DESK, ...options }));
  await agent.signsIn(service.firstSignIn(), "Alex");
  setter = await service.agent("Grace");
  return agent;
}

/** @param {Console} agent */
async function away(agent) {
  await agent.person.context.close();
  await service.stop();
}

test("an empty console, and one with a call that was just created, can be read by everybody", async () => {
  const agent = await atTheConsole();
  await agent.page.getByText(says("console-no-calls")).waitFor();
  await look(agent.page, "console-empty");
  const card = await agent.creates();
  await look(agent.page, "console-created");

  await agent.renames(card, "Boiler makes a noise ".repeat(9).trim());
  await look(agent.page, "console-long-title");
  await away(agent);
});

test("whoever waits can be read by everybody: on what, asleep, held, under a borrowed name", async () => {
  const agent = await atTheConsole();
  const { link } = await setter.create("Boiler makes a noise");
  const noor = await new Phone(link, "Noor").knocks({ ar: { ar: "supported", level: "depth" } });
  const alex = await new Phone(link, "AIex").knocks({ device: { platform: "ios", app: "browser" } });
  const markup = await new Phone(link, "<b>=HYPERLINK(1)</b>").knocks({ device: { platform: "windows", app: "browser" } });
  for (const name of [noor.name, alex.name, markup.name]) await agent.sees(name);
  await alex.sleeps();
  await agent.page.getByText(says("console-asleep")).waitFor();
  await look(agent.page, "console-waiting");

  await agent.button("console-hold", "Noor").click();
  await look(agent.page, "console-hold-question");
  await agent.page.getByRole("dialog").getByRole("textbox").fill("One moment, I am fetching the plans.");
  await agent.page.getByRole("dialog").getByRole("button", { name: says("console-hold-yes"), exact: true }).click();
  await agent.page.getByText("fetching the plans").first().waitFor();
  await look(agent.page, "console-held");

  await agent.button("console-decline", "Noor").click();
  await look(agent.page, "console-decline-question");
  await agent.page.keyboard.press("Escape");
  await agent.button("console-admit", "Noor").click();
  await noor.reaches((state) => state.state === "admitted");
  await noor.does("enter");
  await agent.button("console-send-back", "Noor").waitFor();
  await look(agent.page, "console-in-call");
  for (const phone of [noor, alex, markup]) phone.off();
  await away(agent);
});

test("QR code, spoken code and what is final can be read by everybody; the code on the screen by decoders", async () => {
  const agent = await atTheConsole();
  const card = await agent.creates();
  const link = await agent.linkIn(card);
  const press = (/** @type {string} */ id) => card.getByRole("button", { name: says(id), exact: true }).click();
  await press("console-qr");
  const code = agent.page.getByRole("img", { name: says("console-qr-alt") });
  await code.waitFor();
  await decodedBySomebodyElse(await code.screenshot(), link, "on the screen");
  await look(agent.page, "console-qr");
  await agent.page.emulateMedia({ media: "print" });
  await decodedBySomebodyElse(await agent.page.screenshot(), link, "on paper");
  await agent.page.emulateMedia({ media: "screen" });
  await agent.page.keyboard.press("Escape");
  await press("console-spoken-code");
  await agent.page.getByText(/^\d{3} \d{3} \d{3}$/).waitFor();
  await look(agent.page, "console-spoken-code");
  await agent.page.keyboard.press("Escape");
  await press("console-replace-link");
  await look(agent.page, "console-replace-question");
  await agent.page.keyboard.press("Escape");
  await agent.confirms(card.getByRole("button", { name: says("console-end"), exact: true }), "console-end-yes");
  await agent.page.getByText(says("console-ended")).first().waitFor();
  await look(agent.page, "console-over");
  await away(agent);
});

test("who one is, the keys, and inviting another agent can be read by everybody", async () => {
  const agent = await atTheConsole();
  await agent.page.getByRole("button", { name: says("console-keys"), exact: true }).click();
  await look(agent.page, "console-keys");
  await agent.page.keyboard.press("Escape");
  await agent.page.getByRole("button", { name: "Alex", exact: true }).click();
  await look(agent.page, "console-account");
  await agent.page.getByRole("button", { name: says("console-invite"), exact: true }).click();
  await agent.page.getByRole("textbox", { name: says("console-invite-name") }).fill("Kim");
  await look(agent.page, "console-invite");
  await agent.page.getByRole("button", { name: says("console-invite-yes"), exact: true }).click();
  await agent.page.getByRole("textbox", { name: says("console-invite-link") }).waitFor();
  await look(agent.page, "console-invited");
  await away(agent);
});

test("a broken stream can be seen, and heals itself; a sign-in that ended says so and keeps what was typed", async () => {
  const agent = await atTheConsole();
  await setter.create("Boiler");
  await agent.card("Boiler").waitFor();
  agent.person.isCutOff = true;
  await service.end();
  await agent.page.getByText(says("console-broken")).first().waitFor();
  await look(agent.page, "console-broken");
  service = await service.again();
  await agent.page.getByText(says("console-stream", { state: "live" }), { exact: true }).waitFor();
  await agent.person.context.clearCookies();
  await agent.create.click();
  await agent.page.getByText(says("console-sign-in-ended"), { exact: false }).or(agent.page.getByText(says("console-sign-in-ended-here"))).first().waitFor();
  await look(agent.page, "console-signed-out");
  await away(agent);
});

test("five hundred calls stay on the screen, and the next one appears at their head", async () => {
  const agent = await atTheConsole();
  const folder = join(process.env["ONECALL_WEB_OUT"] ?? "target/web", "pictures");
  await Promise.all([...Array(20).keys()].map(async (row) => {
    for (let column = 0; column < 25; column += 1) await setter.create(`Call ${row * 25 + column}`);
  }));
  await agent.card("Call 499").waitFor();
  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-copy-message"), exact: true }).first().waitFor();
  await agent.page.screenshot({ path: join(folder, "console-500-calls-1280-light.png") });
  await glance(agent.page, "console-500-calls", false);
  await away(agent);
});

for (const language of ["de", "fr", "es", "ja"]) {
  test(`the console can be read by everybody in ${language}`, async () => {
    service = await Service.start();
    const { page, context } = await browser.person({ locale: language });
    await page.goto(service.firstSignIn());
    await page.getByRole("button", { name: says("sign-in-button", {}, language), exact: true }).click();
    await page.getByRole("link", { name: says("sign-in-console", {}, language), exact: true }).click();
    await page.getByText(says("console-stream", { state: "live" }, language)).waitFor();
    setter = await service.agent("Grace");
    const { link } = await setter.create("Boiler", { language });
    const phone = await new Phone(link, "Noor").knocks();
    await page.getByRole("heading", { name: "Noor" }).waitFor();
    await glance(page, `console-in-${language}`);
    phone.off();
    await context.close();
    await service.stop();
  });
}
