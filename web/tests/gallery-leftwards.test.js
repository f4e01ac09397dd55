// Console and customer's page in a language that is written from right to left and needs more room.
import { test } from "node:test";
import { DESK, PHONE } from "./support/browser.js";
import { glance } from "./support/gallery.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";
import { speaksPseudo } from "./support/pseudo.js";
import { says } from "./support/words.js";

const here = house();

/** @param {string} id @param {Record<string, string | number>} about */
const said = (id, about = {}) => says(id, about, "pseudo");

test("the customer's page can be read from right to left, from the name to the end of the call", async () => {
  const { id, link } = await here.agent.create("Boiler");
  const { page, context } = await here.browser.person({ viewport: PHONE });
  await speaksPseudo(context);
  const presses = (/** @type {string} */ button) => page.getByRole("button", { name: said(button), exact: true }).click();
  await page.goto(`${here.service.origin}/join#${link.split("/").pop()}`);
  await page.getByRole("textbox", { name: said("app-field-name") }).fill("Noor");
  await glance(page, "customer-leftwards-name");
  await presses("app-button-go-on");
  await page.getByRole("heading", { name: said("customer-camera-works") }).waitFor();
  await glance(page, "customer-leftwards-camera");
  await presses("app-button-go-on");
  await page.getByText(said("customer-phrase-why")).first().waitFor();
  const knock = await here.agent.atTheDoor(id);
  await here.agent.command(id, "hold", { knock, message: "One moment, I am fetching the plans." });
  await page.getByText("fetching the plans").first().waitFor();
  await glance(page, "customer-leftwards-held");
  const leave = await here.agent.listens();
  await here.agent.command(id, "admit", { knock });
  await page.getByRole("heading", { name: said("screen-in-call", { agent: "Alex" }) }).waitFor();
  await presses("app-button-end-call");
  await page.getByRole("heading", { name: said("question-end-call") }).waitFor();
  await glance(page, "customer-leftwards-end-question");
  leave();
  await context.close();
});

test("the console can be read from right to left, with somebody at the door and a question open", async () => {
  const { page, context } = await here.browser.person({ viewport: DESK });
  await speaksPseudo(context);
  await page.goto(here.service.invite("Grace"));
  await page.getByRole("button", { name: says("sign-in-button"), exact: true }).click();
  await page.getByRole("link", { name: says("sign-in-console"), exact: true }).click();
  await page.getByText(said("console-stream", { state: "live" })).waitFor();
  const { link } = await here.agent.create("Boiler makes a noise");
  const phone = await new Phone(link, "Lin").knocks({ ar: { ar: "supported", level: "depth" } });
  await page.getByRole("heading", { name: "Lin", exact: true }).waitFor();
  await page.getByRole("button", { name: said("console-create"), exact: true }).click();
  await page.getByRole("textbox", { name: said("console-link"), exact: true }).waitFor();
  await glance(page, "console-leftwards");
  await page.setViewportSize(DESK);
  await page.getByRole("button", { name: `${said("console-decline")} Lin`, exact: true }).click();
  await page.getByRole("dialog").waitFor();
  await glance(page, "console-leftwards-question");
  phone.off();
  await context.close();
});
