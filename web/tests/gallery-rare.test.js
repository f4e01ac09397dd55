// The customer's page in the states that few customers come to: what the service or the network would have to do first is
// put in its place here.
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { PHONE, USER_AGENTS } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house(["--operator-file", fileURLToPath(new URL("../../operator.toml", import.meta.url))]);

/** What the service says of a place that is over. @param {object} state */
const over = (state) => {
  const view = { phase: "over", fallback: "Come back after ten o'clock.", visit: 1, here_every_ms: 10_000, lease_ms: 120_000, may_return: false, ...state };
  return { status: 200, contentType: "text/event-stream", body: `event: ended\ndata: ${JSON.stringify(view)}\n\n` };
};

/** @param {string} code @param {number} status */
const problem = (code, status) => ({
  status, contentType: "application/problem+json", body: JSON.stringify({ type: `/problems/${code}`, status, title: "No.", detail: "" }),
});

for (const [what, answer, heading] of /** @type {[string, ReturnType<typeof over>, string][]} */ ([
  ["over-slept-too-long", over({ state: "ended", reason: "lease-ended", may_return: true }), "over-slept-too-long"],
  ["over-link-expired", over({ state: "ended", reason: "link-expired" }), "over-link-dead"],
  ["over-in-other-words", over({ state: "gone-fishing" }), "screen-fallback"],
  ["update-required", over({ state: "update-required" }), "customer-update"],
  ["lobby-full", problem("lobby-full", 429), "over-lobby-full"],
  ["name-not-taken", problem("name-unusable", 422), "screen-name-not-taken"],
])) {
  test(`what the customer's page says for "${what}" can be read by everybody`, async () => {
    const { link } = await here.agent.create("Rare");
    const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
    await customer.page.route("**/v1/knock", (route) => route.fulfill(answer));
    await customer.opensTheirPage(link);
    await customer.says();
    await customer.goesOn();
    await customer.asked(heading, { sentence: "Come back after ten o'clock." });
    await look(customer.page, `customer-${what}`);
    await customer.person.context.close();
  });
}

test("without a network the lobby says so, keeps the place, and goes on by itself", async () => {
  const { link } = await here.agent.create("Offline");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  const phrase = await customer.isInTheLobby(link);
  customer.person.isCutOff = true;
  await customer.person.context.setOffline(true);
  await customer.page.getByText(says("customer-offline")).first().waitFor();
  await look(customer.page, "customer-waits-offline");
  await customer.person.context.setOffline(false);
  await customer.page.getByText(says("customer-offline")).first().waitFor({ state: "detached" });
  await customer.page.locator(".phrase").filter({ hasText: phrase }).waitFor();
  await customer.person.context.close();
});

test("going on in the app can be read by everybody: while it is prepared, when it is ready, and after the place has moved", async () => {
  const { link } = await here.agent.create("App");
  const customer = new Customer(await here.browser.person({ viewport: PHONE, userAgent: USER_AGENTS.android }), "Noor");
  const { page } = customer;
  await customer.isInTheLobby(link);
  await look(page, "customer-waits-with-app");
  /** @type {(route: import("playwright-core").Route) => void} */ let holds = () => {};
  const held = new Promise((/** @type {typeof holds} */ asked) => (holds = asked));
  const asked = (/** @type {import("playwright-core").Route} */ route) => (route.request().postData()?.includes('"move"') ? holds(route) : route.continue());
  await page.route("**/v1/knock/commands", asked);
  await customer.presses("customer-go-on-in-app");
  await page.getByText(says("customer-preparing-app")).first().waitFor();
  await look(page, "customer-preparing-app");
  const move = await held;
  const answer = await move.fetch();
  await move.fulfill({ response: answer });
  await customer.asked("customer-app-ready");
  await look(page, "customer-app-ready");
  // The app opens with the ticket, elsewhere on the same phone.
  const { ticket } = await answer.json();
  const knock = await page.evaluate(async (invitation) => {
    const random = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const answer = await fetch("/v1/knock", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ invitation, knock_id: random(), secret: random(), name: "Noor", device: { platform: "android", app: "app" } }),
    });
    return answer.status;
  }, ticket);
  if (knock !== 200) throw new Error(`the ticket is refused: ${knock}`);
  await customer.asked("over-moved");
  await look(page, "customer-over-moved");
  await customer.person.context.close();
});
