// A clock that is wrong by hours, on the agent's desk or in the customer's hand: nothing that is said of time is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ServiceTime } from "../console/time.js";
import { PHONE } from "./support/browser.js";
import { isSetTo, isWrongBy } from "./support/clock.js";
import { Console } from "./support/console.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const HOUR_MS = 3_600_000;
const here = house();

/** The same minute, tomorrow. */
const tomorrow = () => Math.floor(Date.now() / 60_000 + 24 * 60) * 60_000;

/** How long somebody waits who has just come, even on a busy machine. */
function underTenMinutes() {
  const [seconds, minutes] = [says("console-waits-seconds", { seconds: 0 }), says("console-waits-minutes", { minutes: 0 })];
  return new RegExp(`^(${seconds.replace("0", "\\d\\d?")}|${minutes.replace("0", "\\d")})$`);
}

/** As a person in Berlin reads it. @param {number} time @param {Intl.DateTimeFormatOptions} format @param {string} language */
const inBerlin = (time, format, language) => new Intl.DateTimeFormat(language, { ...format, timeZone: "Europe/Berlin" }).format(time);

for (const [kind, hours, name] of /** @type {const} */ ([["fast", 5, "Lin"], ["slow", -30, "Lou"]])) {
  test(`an agent whose clock is ${kind} by hours sees how long somebody waits and when a call starts, and is told of the clock`, async () => {
    const starts_at = tomorrow();
    const planned = await here.agent.create("Tomorrow", { starts_at });
    const { link } = await here.agent.create("Now");
    const phone = await new Phone(link, name).knocks();
    const agent = new Console(await here.browser.person());
    await isWrongBy(agent.person.context, hours * HOUR_MS);
    await agent.signsIn(here.service.invite("Grace"));
    const panel = await agent.sees(name);
    await panel.getByText(underTenMinutes()).waitFor();
    await agent.page.getByText(says("console-clock-wrong-hours", { hours: Math.abs(hours), which: kind })).waitFor();
    const card = agent.page.locator(`[data-call="${planned.id}"]`);
    const time = inBerlin(starts_at, { hour: "numeric", minute: "2-digit" }, "en");
    assert.match((await card.locator(".when").innerText()).replaceAll("\u202f", " "), new RegExp(`^tomorrow, ${time.replaceAll("\u202f", " ")} `));
    assert.equal(await agent.page.locator(".group.planned article").count() > 0, true, "it is among what is planned");
    await card.getByRole("button", { name: "Tomorrow" }).click();
    const field = card.getByRole("textbox", { name: says("console-field-starts-at") }).or(card.getByLabel(says("console-field-starts-at"), { exact: true })).first();
    assert.equal(await field.inputValue(), inBerlin(starts_at, { dateStyle: "short", timeStyle: "short" }, "sv").replace(" ", "T"));
    if (kind === "fast") await look(agent.page, "console-clock-wrong");
    // Put right while the page is open: the sentence goes.
    await isSetTo(agent.page, 0);
    await agent.page.locator(".clock").waitFor({ state: "hidden" });
    phone.off();
    await agent.person.context.close();
  });

  test(`a customer whose clock is ${kind} by hours reads when it starts by that clock, and keeps the place until admitted`, async () => {
    const starts_at = tomorrow();
    const { id, link } = await here.agent.create("Tomorrow", { starts_at });
    const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
    await isWrongBy(customer.person.context, hours * HOUR_MS);
    const phrase = await customer.isInTheLobby(link);
    const time = inBerlin(starts_at + hours * HOUR_MS, { dateStyle: "full", timeStyle: "short" }, "en").replaceAll("\u202f", " ");
    const line = customer.page.getByText(says("customer-starts-at", { time: "|" }).split("|")[0]?.trim() ?? "").first();
    assert.ok((await line.innerText()).replaceAll("\u202f", " ").includes(time), `${await line.innerText()}: ${time}`);
    await customer.page.reload();
    assert.equal(await customer.waits(), phrase);
    // Somebody puts the clock right, or more wrong, meanwhile.
    for (const fast of [0, hours * HOUR_MS, -hours * HOUR_MS]) {
      await isSetTo(customer.page, fast);
      await customer.page.evaluate(() => window.dispatchEvent(new Event("online")));
      assert.equal(await customer.waits(), phrase, "the place is kept");
    }
    const knock = await here.agent.atTheDoor(id);
    await here.agent.command(id, "admit", { knock });
    await customer.isInTheCallWith("Alex");
    await customer.person.context.close();
  });
}

test("after an hour asleep the console knows what time it is, and does not call the computer's clock fast", () => {
  const time = new ServiceTime({ count: 0, wall: 9_000 });
  time.is(10_000, { count: 100, wall: 9_100 });
  // The count stood still meanwhile; where it does not, both have gone on.
  for (const asleep of [{ count: 300, wall: 9_300 + HOUR_MS }, { count: 300 + HOUR_MS, wall: 9_300 + 2 * HOUR_MS }]) {
    const before = time.now({ count: asleep.count - 200, wall: asleep.wall - 200 });
    assert.equal(time.now(asleep), before + 200);
    assert.equal(time.fastBy(asleep), 0);
  }
  assert.equal(time.now({ count: 300 + HOUR_MS, wall: 9_300 + 2 * HOUR_MS }), 10_200 + 2 * HOUR_MS);
  assert.equal(time.jumps, 1);
});

test("a computer's clock that is set is taken for sleep only until the service says what time it is", () => {
  const time = new ServiceTime({ count: 0, wall: 0 });
  time.is(0, { count: 0, wall: 0 });
  time.now({ count: 1_000, wall: 1_000 + HOUR_MS });
  assert.equal(time.jumps, 1);
  time.isAbout(2_000, { count: 2_000, wall: 2_000 + HOUR_MS });
  assert.equal(time.fastBy({ count: 2_000, wall: 2_000 + HOUR_MS }), HOUR_MS - 500);
  time.is(3_000, { count: 3_000, wall: 3_000 + HOUR_MS });
  assert.equal(time.fastBy({ count: 3_000, wall: 3_000 + HOUR_MS }), HOUR_MS);
  // Set back: no sleep goes backwards.
  assert.equal(time.now({ count: 4_000, wall: 4_000 - HOUR_MS }), 4_000);
  assert.equal(time.fastBy({ count: 4_000, wall: 4_000 - HOUR_MS }), -HOUR_MS);
  assert.equal(time.jumps, 1);
});

test("a console that wakes up takes the time it slept into account and opens its stream anew at once", async () => {
  const { link } = await here.agent.create("Asleep");
  const phone = await new Phone(link, "Ada").knocks();
  const agent = new Console(await here.browser.person());
  await isWrongBy(agent.person.context, 0);
  await agent.signsIn(here.service.invite("Grace"));
  const panel = await agent.sees("Ada");
  await panel.getByText(underTenMinutes()).waitFor();
  const { page } = agent;
  const anHour = new RegExp(says("console-waits-hours", { hours: 1, minutes: 0 }).replace("0", "\\d"));
  // Without a network at first: nobody but the computer says what time it is.
  agent.person.isCutOff = true;
  const again = page.waitForRequest("**/v1/events");
  const noNetwork = (/** @type {import("playwright-core").Route} */ route) => route.abort();
  await page.route("**/v1/**", noNetwork);
  await isSetTo(page, HOUR_MS);
  await panel.getByText(anHour).waitFor();
  await again;
  assert.equal(await page.locator(".clock").isVisible(), false, "the computer's clock is not called wrong");
  // It has not slept at all: as soon as the service can say so, the clock is wrong.
  await page.unroute("**/v1/**", noNetwork);
  await page.getByText(says("console-clock-wrong", { minutes: 60, which: "fast" })).waitFor();
  await panel.getByText(underTenMinutes()).waitFor();
  phone.off();
  await agent.person.context.close();
});
