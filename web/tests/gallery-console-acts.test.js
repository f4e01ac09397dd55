// The agent's console while something is done: every question, every word about what came of it, and every group.
import { test } from "node:test";
import { Console } from "./support/console.js";
import { house } from "./support/house.js";
import { look } from "./support/gallery.js";
import { Phone } from "./support/phone.js";
import { says } from "./support/words.js";

const here = house();
const DAY_MS = 86_400_000;

/** A console of an agent of this name. @param {string} name */
async function console(name) {
  const agent = new Console(await here.browser.person());
  await agent.signsIn(here.service.invite(name));
  return agent;
}

/** @param {Console} agent @param {string} id */
const button = (agent, id) => agent.page.getByRole("button", { name: says(id), exact: true });

test("what can be done in a call, a colleague who was first, a customer who left, and taking somebody out can be read by everybody", async () => {
  const agent = await console("Ida");
  const { page } = agent;
  const { link, id } = await here.agent.create("Boiler makes a noise");
  const noor = await new Phone(link, "Noor").knocks({ ar: { ar: "supported", level: "depth" } });
  await agent.sees("Noor");
  await page.locator("li.knock summary").click();
  await page.getByText(says("capability-reason-ar-depth")).first().waitFor();
  await look(page, "console-card-open");

  const knock = await here.agent.atTheDoor(id);
  await here.agent.command(id, "hold", { knock, message: "I am with you in a minute." });
  await page.getByText(says("console-attended", { name: "Alex" }), { exact: false }).waitFor();
  await look(page, "console-attended");

  // A colleague declines while the agent's own word is under way.
  await page.route("**/commands", async (route) => {
    if (route.request().postDataJSON().type === "admit") await here.agent.command(id, "decline", { knock, reason: "not-now" });
    await route.continue();
  });
  await agent.button("console-admit", "Noor").click();
  await page.getByText(says("console-somebody-was-first", { name: "Alex" })).first().waitFor();
  await look(page, "console-decided-already");
  await page.unroute("**/commands");

  // So does the customer leave.
  const gone = await new Phone(link, "Noor").knocks();
  await agent.sees("Noor");
  await page.route("**/commands", async (route) => {
    if (route.request().postDataJSON().type === "admit") await gone.does("leave-lobby");
    await route.continue();
  });
  await agent.button("console-admit", "Noor").click();
  await page.locator(".toast.bad").filter({ hasText: says("console-too-late") }).waitFor();
  await look(page, "console-too-late");
  await page.unroute("**/commands");

  const again = await new Phone(link, "Noor").knocks();
  await agent.sees("Noor");
  await agent.button("console-admit", "Noor").click();
  await again.reaches((state) => state.state === "admitted");
  await agent.button("console-remove", "Noor").click();
  await look(page, "console-remove-question");
  for (const phone of [noor, gone, again]) phone.off();
  await agent.person.context.close();
});

test("planned and over, and the questions of a call's end can be read by everybody", async () => {
  const agent = await console("Ines");
  const { page } = agent;
  await here.agent.create("Yearly service", { starts_at: Date.now() + 3 * DAY_MS });
  await page.getByRole("heading", { name: says("console-group-planned") }).waitFor();
  await look(page, "console-planned");

  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-hand-over"), exact: true }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "console-hand-over-question");
  await page.keyboard.press("Escape");
  await card.getByRole("button", { name: says("console-end"), exact: true }).click();
  await look(page, "console-end-question");
  await page.getByRole("dialog").getByRole("button", { name: says("console-end-yes"), exact: true }).click();
  await page.getByText(says("console-ended")).first().waitFor();
  await page.locator("summary").filter({ hasText: says("console-group-over") }).click();
  await look(page, "console-over-open");
  await button(agent, "console-forget").first().click();
  await look(page, "console-delete-question");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Ines", exact: true }).click();
  await button(agent, "console-sign-out-everywhere").click();
  await look(page, "console-sign-out-everywhere");
  await agent.person.context.close();
});

test("a field that cannot be so, and one that somebody else has changed, can be read by everybody", async () => {
  const agent = await console("Imke");
  const { page } = agent;
  const card = await agent.creates();
  const minutes = card.getByRole("spinbutton", { name: says("console-field-minutes"), exact: true });
  await minutes.fill("9999");
  await minutes.press("Enter");
  await page.getByText(says("console-bad-minutes")).waitFor();
  await look(page, "console-bad-field");

  const kim = await console("Kim");
  const title = await card.getAttribute("data-call");
  const theirs = kim.page.locator(`[data-call="${title}"]`);
  await theirs.locator(".toggle").click();
  await card.getByRole("textbox", { name: says("console-field-title"), exact: true }).fill("Boiler, cellar");
  await kim.renames(theirs, "Boiler in the attic");
  await page.getByText("Boiler in the attic").first().waitFor();
  await look(page, "console-conflict");
  for (const one of [agent, kim]) await one.person.context.close();
});

test("a word that something is copied, and one that something failed, can be read by everybody", async () => {
  const agent = await console("Ilse");
  const { page } = agent;
  const card = await agent.creates();
  await card.getByRole("button", { name: says("console-copy-message"), exact: true }).click();
  await page.locator(".toast").waitFor();
  await look(page, "console-copied");
  const { link } = await here.agent.create("Heating");
  const olga = await new Phone(link, "Olga").knocks();
  await agent.sees("Olga");
  agent.person.isCutOff = true;
  await page.route("**/commands", (route) => route.abort());
  await agent.button("console-admit", "Olga").click();
  await page.locator(".toast.bad").waitFor();
  await look(page, "console-failed");
  olga.off();
  await agent.person.context.close();
});
