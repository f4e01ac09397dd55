// The pages that the service renders by itself, in every state.
import { test } from "node:test";
import { USER_AGENTS } from "./support/browser.js";
import { glance, keepMarkup, look } from "./support/gallery.js";
import { house } from "./support/house.js";

const here = house();

for (const [device, userAgent] of Object.entries(USER_AGENTS)) {
  test(`the landing page can be read by everybody on ${device}`, async () => {
    const { link } = await here.agent.create("Boiler makes a noise");
    await looksGood(`landing-${device}`, link, { userAgent });
  });
}

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
