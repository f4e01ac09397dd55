// The story of a one-time call, in real browsers: the agent's, and that of the customer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, PHONE, USER_AGENTS } from "./support/browser.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { Phone } from "./support/phone.js";
import { Service } from "./support/service.js";
import { says } from "./support/words.js";

const ON_A_PHONE = { viewport: PHONE, userAgent: USER_AGENTS.android, hasTouch: true, isMobile: true };

/** @type {Service} */ let service;
/** @type {Browser} */ let browser;

before(async () => {
  service = await Service.start();
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await service?.stop();
});

test("an agent creates, sends and admits; a customer in a browser joins, leaves, finds the link dead and a new one working", async () => {
  const agent = new Console(await browser.person({ permissions: ["clipboard-read", "clipboard-write"] }));
  await agent.signsIn(service.firstSignIn(), "Alex");
  const card = await agent.renames(await agent.creates(), "Boiler makes a noise");
  await card.getByRole("button", { name: says("console-copy-link"), exact: true }).click();
  const link = await agent.page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, await agent.linkIn(card), "what is copied is what stands there");
  await card.getByRole("button", { name: says("console-copy-message"), exact: true }).first().click();
  await agent.page.getByText(says("console-message-copied")).first().waitFor();
  const message = await agent.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(message.includes(link) && message.includes(says("sharing-loudspeaker")), "link, and to put us on loudspeaker");

  const customer = new Customer(await browser.person(ON_A_PHONE), "Noor");
  await customer.knocks(link);
  const phrase = await customer.waits();
  const panel = await agent.sees("Noor");
  assert.ok((await panel.innerText()).includes(phrase), "both see the same two words");
  await agent.button("console-admit", "Noor").click();
  await customer.asked("screen-in-call", { agent: "Alex" });
  await agent.page.getByText(says("console-taken-by-you", { name: "Noor" })).waitFor();

  await customer.leavesTheCall();
  const stranger = await browser.person(ON_A_PHONE);
  await stranger.opens(link);
  await stranger.page.getByRole("heading", { name: says("dead-title") }).waitFor();

  const next = await agent.linkIn(await agent.creates());
  assert.notEqual(next, link);
  await customer.knocks(next);
  await agent.sees("Noor");
});

test("a customer with the app is admitted from the console, and the words are the same on both sides", async () => {
  const agent = new Console(await browser.person());
  await agent.signsIn(service.invite("Grace"));
  const card = await agent.renames(await agent.creates(), "Router blinks");
  const phone = await new Phone(await agent.linkIn(card), "Lin").knocks();
  const { match_phrase: phrase } = await phone.reaches((state) => state.match_phrase !== undefined);
  const panel = await agent.sees("Lin");
  assert.ok((await panel.innerText()).includes(String(phrase)));
  await phone.sleeps();
  await panel.getByText(says("console-asleep")).waitFor();
  await agent.button("console-admit", "Lin").click();
  await phone.reaches((state) => state.state === "admitted");
  await phone.does("enter");
  await agent.page.getByText(says("console-taken-by-you", { name: "Lin" })).waitFor();
  await agent.confirms(card.getByRole("button", { name: says("console-end"), exact: true }), "console-end-yes");
  await phone.reaches((state) => state.phase === "over");
});

test("somebody declined learns why, and whoever leaves the lobby may come back", async () => {
  const agent = new Console(await browser.person());
  await agent.signsIn(service.invite("Kim"));
  const link = await agent.linkIn(await agent.creates());
  const customer = new Customer(await browser.person(ON_A_PHONE), "Bob");
  await customer.knocks(link);
  await agent.sees("Bob");
  await customer.presses("app-button-leave-lobby");
  await customer.asked("over-you-left-the-lobby");
  await customer.presses("app-button-knock-again");
  await customer.waits();
  await agent.sees("Bob");
  await agent.button("console-decline", "Bob").click();
  const dialog = agent.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: says("over-declined-not-expected") }).check();
  await dialog.getByRole("button", { name: says("console-decline-yes"), exact: true }).click();
  await customer.asked("over-declined-not-expected");
});

test("reloading the page and going back keep the place in the lobby", async () => {
  const agent = new Console(await browser.person());
  await agent.signsIn(service.invite("Mia"));
  const card = await agent.creates();
  const customer = new Customer(await browser.person(ON_A_PHONE), "Ada");
  await customer.knocks(await agent.linkIn(card));
  const phrase = await customer.waits();
  await agent.sees("Ada");
  await customer.page.reload();
  assert.equal(await customer.waits(), phrase, "the same two words as before");
  await customer.page.goBack();
  await customer.page.goForward();
  assert.equal(await customer.waits(), phrase);
  assert.equal(await agent.page.getByRole("heading", { name: "Ada", exact: true }).count(), 1, "and once in the list");
});

test("two agents and ten customers at once: everybody is seen by both, and each is admitted by one", async () => {
  const [ida, leo] = await Promise.all(["Ida", "Leo"].map(async (name) => {
    const agent = new Console(await browser.person());
    await agent.signsIn(service.invite(name));
    return agent;
  }));
  assert.ok(ida && leo);
  const setter = await service.agent("Sam");
  const calls = await Promise.all([...Array(10).keys()].map((index) => setter.create(`Call number ${index}`)));
  // Four in browsers, six with the app.
  const customers = await Promise.all(calls.map(async ({ link }, index) => {
    const name = `Customer ${"ABCDEFGHIJ"[index]}`;
    if (index >= 4) return new Phone(link, name).knocks();
    const customer = new Customer(await browser.person(ON_A_PHONE), name);
    await customer.knocks(link);
    return customer;
  }));
  await Promise.all(customers.flatMap(({ name }) => [ida.sees(name), leo.sees(name)]));
  await Promise.all([ida, leo].map(async (agent, turn) => {
    for (const [index, { name }] of customers.entries()) {
      if (index % 2 === turn) await agent.button("console-admit", name).click();
    }
  }));
  await Promise.all(customers.map((customer, index) => {
    if (customer instanceof Phone) return customer.reaches((state) => state.state === "admitted");
    return customer.asked("screen-in-call", { agent: index % 2 === 0 ? "Ida" : "Leo" });
  }));
  for (const customer of customers) if (customer instanceof Phone) customer.off();
});

test("nothing secret of all this is in the service's log, at its chattiest", async () => {
  const agent = await service.agent("Eve");
  const calls = await agent.calls();
  const log = service.log();
  assert.ok(log.includes("answered"), "there is a log");
  const secrets = calls.flatMap(({ link, title, knocks }) => [link?.split("/").pop() ?? "", title, ...knocks.flatMap((knock) => [knock.name, knock.match_phrase])]);
  assert.deepEqual(secrets.filter((secret) => secret.length > 4 && log.includes(secret)), []);
});
