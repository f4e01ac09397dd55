// The customer's page in every state that a customer can come to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, USER_AGENTS } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { glance, look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

/** @typedef {import("./support/browser.js").Options} Options */

const here = house();

/** @param {Options} options */
async function somebody(options = {}) {
  return new Customer(await here.browser.person({ viewport: PHONE, ...options }), "Noor");
}

/** Somebody, and a call whose lobby they are in. @param {object} call @param {Options} options */
async function inTheLobby(call = {}, options = {}) {
  const made = await here.agent.create("Boiler makes a noise", call);
  const customer = await somebody(options);
  await customer.isInTheLobby(made.link);
  return { customer, page: customer.page, id: made.id, link: made.link, knock: await here.agent.atTheDoor(made.id) };
}

test("whoever opens the page without a link can read what to do, and what was wrong with what they pasted", async () => {
  const { page, ...customer } = await somebody();
  await page.goto(`${here.service.origin}/join`);
  const field = page.getByRole("textbox", { name: says("customer-field-invitation") });
  await field.waitFor();
  await look(page, "customer-start");
  const go = page.getByRole("button", { name: says("app-button-go-on") });
  await field.fill("Good morning, I hope you are well!");
  await go.click();
  await page.getByRole("heading", { name: says("link-error-nothing-found") }).waitFor();
  await look(page, "customer-link-problem");
  assert.equal(await field.inputValue(), "Good morning, I hope you are well!", "what was typed is there to be mended");
  const [one, two] = [await here.agent.create("One"), await here.agent.create("Two")];
  await field.fill(`${one.link} or ${two.link}`);
  await go.click();
  await page.getByRole("heading", { name: says("screen-choose", { count: 2 }) }).waitFor();
  await look(page, "customer-choose");
  await customer.person.context.close();
});

test("the question for the name, and what is wrong with one, can be read by everybody", async () => {
  const { link } = await here.agent.create("Name");
  const customer = await somebody();
  await customer.opensTheirPage(link);
  await look(customer.page, "customer-name");
  await customer.says("");
  await customer.page.getByText(says("name-error-empty")).first().waitFor();
  await look(customer.page, "customer-name-missing");
  await customer.person.context.close();
});

for (const [what, options, heading] of /** @type {[string, Options, string][]} */ ([
  ["works", {}, "customer-camera-works"],
  ["missing", { camera: "missing" }, "screen-rehearse-missing"],
  ["in-app", { camera: "denied", userAgent: USER_AGENTS.androidInApp }, "customer-camera-in-app"],
])) {
  test(`the rehearsal of a camera that is ${what} can be read by everybody`, async () => {
    const { link } = await here.agent.create("Camera");
    const customer = await somebody(options);
    await customer.opensTheirPage(link);
    await customer.says();
    const allow = customer.page.getByRole("button", { name: says("app-button-allow-camera") });
    const reached = customer.page.getByRole("heading", { name: says(heading) });
    await allow.or(reached).first().waitFor();
    if (await allow.isVisible()) {
      await look(customer.page, `customer-camera-${what}-asked`);
      await allow.click();
    }
    await reached.waitFor();
    await look(customer.page, `customer-camera-${what}`);
    await customer.presses("app-button-without-camera").catch(() => customer.presses("app-button-go-on"));
    await customer.waits();
    await customer.person.context.close();
  });
}

test("every reason to wait can be read by everybody", async () => {
  const absent = await inTheLobby();
  await look(absent.page, "customer-waits-agent-absent");
  const leave = await here.agent.listens();
  await absent.page.getByText(says("waiting-not-yet-noticed")).first().waitFor();
  await look(absent.page, "customer-waits-not-yet-noticed");
  await here.agent.command(absent.id, "notice", { knock: absent.knock });
  await absent.page.getByText(says("waiting-noticed")).first().waitFor();
  await look(absent.page, "customer-waits-noticed");
  await here.agent.command(absent.id, "hold", { knock: absent.knock, message: "One moment, I am fetching the plans. ".repeat(6) });
  await absent.page.getByText("fetching the plans").first().waitFor();
  await look(absent.page, "customer-waits-held");
  await absent.customer.person.context.close();

  const early = await inTheLobby({ starts_at: Math.floor(Date.now() / 60_000 + 24 * 60) * 60_000 });
  await look(early.page, "customer-waits-too-early");
  await early.customer.person.context.close();

  const { id, link } = await here.agent.create("Taken");
  const first = await new Phone(link, "Lin").knocks();
  await here.agent.command(id, "admit", { knock: first.knock });
  await first.does("enter");
  const second = await somebody();
  await second.isInTheLobby(link);
  await look(second.page, "customer-waits-call-taken");
  await second.person.context.close();
  first.off();
  leave();
});

test("the call, the question before its end and the end can be read by everybody", async () => {
  const leave = await here.agent.listens();
  const { customer, page, id, knock } = await inTheLobby();
  await here.agent.command(id, "admit", { knock });
  await customer.asked("screen-in-call", { agent: "Alex" });
  await look(page, "customer-in-call");
  leave();
  await customer.asked("screen-agent-away", { agent: "Alex" });
  await look(page, "customer-in-call-agent-away");
  await customer.presses("app-button-end-call");
  await customer.asked("question-end-call");
  await look(page, "customer-end-question");
  await customer.presses("app-button-end-call-yes");
  await customer.asked("over-you-left");
  await look(page, "customer-over-you-left");
  await customer.person.context.close();
});

for (const [what, heading, act] of /** @type {[string, string, (id: string, knock: string) => Promise<unknown>][]} */ ([
  ["call-over", "over-call-over", (id) => here.agent.command(id, "end")],
  ["declined", "over-declined-not-now", (id, knock) => here.agent.command(id, "decline", { knock, reason: "not-now" })],
  ["blocked", "over-declined-wrong-link", (id, knock) => here.agent.command(id, "decline", { knock, reason: "wrong-link", block: true })],
  ["removed", "over-removed", async (id, knock) => {
    await here.agent.command(id, "admit", { knock });
    await here.agent.command(id, "remove", { knock });
  }],
])) {
  test(`the end by which it is over because of "${what}" can be read by everybody`, async () => {
    const { customer, page, id, knock } = await inTheLobby();
    await act(id, knock);
    await customer.asked(heading);
    await look(page, `customer-over-${what}`);
    await customer.person.context.close();
  });
}

test("whoever left the lobby, and whoever has a dead link, can read what to do", async () => {
  const { customer, page } = await inTheLobby();
  await customer.presses("app-button-leave-lobby");
  await customer.asked("over-you-left-the-lobby");
  await look(page, "customer-left-the-lobby");
  const { id, link } = await here.agent.create("Dead");
  await here.agent.command(id, "end");
  const late = await somebody();
  await late.opensTheirPage(link);
  await late.says();
  await late.goesOn();
  await late.asked("over-link-dead");
  await look(late.page, "customer-link-dead");
  await Promise.all([customer, late].map((one) => one.person.context.close()));
});

test("whoever mistyped a digit of the spoken code is told to look at them, and types them again", async () => {
  const { id } = await here.agent.create("Spoken");
  const { spoken_code: code = "" } = await here.agent.command(id, "spoken-code");
  const customer = await somebody();
  await customer.opensTheirPage(`${here.service.origin}/j/000000000`);
  await customer.says();
  await customer.goesOn();
  await customer.asked("link-error-unknown-code");
  await look(customer.page, "customer-unknown-code");
  await customer.page.getByRole("textbox").fill(code);
  await customer.presses("app-button-go-on");
  await customer.says();
  await customer.waits();
  await customer.person.context.close();
});

test("without a way to the service, the page says so and goes on by itself when there is one", async () => {
  const { link } = await here.agent.create("Unreachable");
  const customer = await somebody();
  await customer.opensTheirPage(link);
  await customer.says();
  customer.person.isCutOff = true;
  await customer.page.route("**/v1/knock", (route) => route.abort());
  await customer.goesOn();
  await customer.page.getByText(says("screen-unreachable")).first().waitFor();
  await look(customer.page, "customer-unreachable");
  await customer.page.unroute("**/v1/knock");
  await customer.waits();
  await customer.person.context.close();
});

test("a second tab goes on, and the first says so", async () => {
  const { customer, page, link } = await inTheLobby();
  const another = await customer.person.context.newPage();
  await another.goto(`${here.service.origin}/join#${link.split("/").pop()}`);
  await page.getByText(says("customer-other-tab")).waitFor();
  await look(page, "customer-other-tab");
  await customer.person.context.close();
});

test("a browser that refuses WebAssembly says so, in words", async () => {
  const customer = await somebody();
  await customer.person.context.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await customer.page.goto(`${here.service.origin}/join`);
  await customer.page.getByText(says("customer-refused")).waitFor();
  await look(customer.page, "customer-refused");
  await customer.person.context.close();
});

for (const language of ["de", "fr", "es", "ja"]) {
  test(`the lobby can be read by everybody in ${language}`, async () => {
    const { link } = await here.agent.create("Sprache", { language });
    const { page, person } = await somebody({ locale: language });
    await page.goto(`${here.service.origin}/join#${link.split("/").pop()}`);
    await page.getByRole("textbox", { name: says("app-field-name", {}, language) }).fill("Zoë");
    await page.getByRole("button", { name: says("app-button-go-on", {}, language), exact: true }).click();
    await page.getByRole("button", { name: says("app-button-without-camera", {}, language) }).click();
    await page.getByText(says("customer-phrase-why", {}, language)).waitFor();
    await glance(page, `customer-waits-in-${language}`);
    await person.context.close();
  });
}
