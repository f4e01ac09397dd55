// The pages that the service renders by itself, in every state.
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { USER_AGENTS } from "./support/browser.js";
import { glance, keepMarkup, look, picture } from "./support/gallery.js";
import { house } from "./support/house.js";
import { Service } from "./support/service.js";

const here = house();

const APPS = ["--operator-file", fileURLToPath(new URL("../../operator.toml", import.meta.url))];

/** Services of an organisation that has apps: one that lets browsers in as well, and one that does not. */
const withApps = { /** @type {Service} */ open: /** @type {any} */ (null), /** @type {Service} */ appOnly: /** @type {any} */ (null) };
before(async () => {
  withApps.open = await Service.start(APPS);
  withApps.appOnly = await Service.start([...APPS, "--policy", "remote-assist"]);
});
after(async () => {
  await withApps.open?.stop();
  await withApps.appOnly?.stop();
});

for (const [device, userAgent] of Object.entries(USER_AGENTS)) {
  test(`the landing page can be read by everybody on ${device}`, async () => {
    const { link } = await here.agent.create("Boiler makes a noise");
    await looksGood(`landing-${device}`, link, { userAgent });
  });
}

for (const [device, userAgent] of Object.entries(USER_AGENTS)) {
  test(`the landing page of an organisation with apps can be read by everybody on ${device}`, async () => {
    const { link } = await (await withApps.open.agent("Alex")).create("Boiler makes a noise");
    await looksGood(`landing-with-app-${device}`, link, { userAgent }, device === "desktop" ? glance : look);
  });

  test(`the landing page of a call that takes the app alone can be read by everybody on ${device}`, async () => {
    const { link } = await (await withApps.appOnly.agent("Alex")).create("Boiler makes a noise");
    await looksGood(`landing-app-only-${device}`, link, { userAgent }, glance);
  });
}

for (const [device, userAgent] of [["android", USER_AGENTS.android], ["iphone", USER_AGENTS.iphone]]) {
  test(`whoever found no app on their ${device} can read how to get it`, async () => {
    const { link } = await (await withApps.open.agent("Alex")).create("Boiler makes a noise");
    await looksGood(`landing-get-app-${device}`, `${link}?app=none`, { userAgent });
  });
}

for (const [name, query, service] of /** @type {const} */ ([["no-app", "", "open"], ["no-app-app-only", "?browser=no", "appOnly"]])) {
  test(`the page of a phone that opened no app can be read by everybody: ${name}`, async () => {
    await looksGood(name, `${withApps[service].origin}/j/app${query}`, { userAgent: USER_AGENTS.android });
  });
}

test("what there is if nothing works can be read by everybody", async () => {
  const { link } = await here.agent.create("Boiler makes a noise");
  const { page, context } = await here.browser.person({ userAgent: USER_AGENTS.android });
  await page.goto(link, { waitUntil: "load" });
  await page.locator(".other-ways summary").click();
  await page.locator("#copy").click();
  await page.locator("#copied").filter({ hasText: /\S/ }).waitFor();
  await look(page, "landing-other-ways");
  await context.close();
});

test("without script the landing page, the customer's page and the sign-in page can be read by everybody", async () => {
  const { link } = await here.agent.create("Boiler makes a noise");
  const options = { userAgent: USER_AGENTS.iphoneInApp, javaScriptEnabled: false };
  const { page, context } = await here.browser.person(options);
  for (const [name, address] of [["landing", link], ["join", `${here.service.origin}/join`], ["sign-in", `${here.service.origin}/sign-in`]]) {
    await page.goto(String(address), { waitUntil: "load" });
    await picture(page, `noscript-${name}`);
  }
  await context.close();
});

for (const language of ["de", "fr", "es", "ja"]) {
  test(`the landing page can be read by everybody in ${language}`, async () => {
    const { link } = await here.agent.create("Boiler makes a noise");
    await looksGood(`landing-in-${language}`, link, { userAgent: USER_AGENTS.android, locale: language }, glance);
  });
}

test("the page of a dead link can be read by everybody", async () => {
  const { id, link } = await here.agent.create("Over");
  await here.agent.command(id, "end");
  await looksGood("link-dead", link);
});

test("the page of a damaged link can be read by everybody", async () => {
  const { link } = await here.agent.create("Mistyped");
  await looksGood("link-damaged", link.slice(0, -3));
});

test("the page that takes the spoken code can be read by everybody", async () => {
  await looksGood("spoken-code", `${here.service.origin}/j`);
});

test("what is wrong with a typed code can be read by everybody", async () => {
  const { page, context } = await here.browser.person();
  await page.goto(`${here.service.origin}/j`, { waitUntil: "load" });
  await page.locator("#code").fill("1234");
  await page.getByRole("button").click();
  await page.getByRole("alert").waitFor();
  await look(page, "spoken-code-wrong");
  await context.close();
});

test("the page of somebody who is not signed in can be read by everybody", async () => {
  await looksGood("welcome", `${here.service.origin}/`);
});

test("the page of a sign-in link can be read by everybody, before the button and after a refusal", async () => {
  await looksGood("sign-in", here.service.invite("Grace"));
  const person = await here.browser.person();
  const page = await person.opens(`${here.service.origin}/sign-in#unknown`);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("alert").filter({ hasText: /\S/ }).waitFor();
  await look(page, "sign-in-refused");
  // Pasted in the place of the link that was used up.
  await page.goto(here.service.invite("Heidi"));
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.locator("#done").waitFor();
  await look(page, "signed-in");
  await person.context.close();
});

/** @param {string} name @param {string} address @param {import("./support/browser.js").Options} options */
async function looksGood(name, address, options = {}, at = look) {
  const person = await here.browser.person(options);
  const answer = await person.page.goto(address, { waitUntil: "load" });
  keepMarkup(`${name}-as-sent`, (await answer?.text()) ?? "");
  await at(person.page, name);
  await person.context.close();
}
