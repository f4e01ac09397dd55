// One place, one tab: what a browser that knows no locks makes of it.
import { test } from "node:test";
import { PHONE } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { house } from "./support/house.js";

const here = house();

const somebody = async () => new Customer(await here.browser.person({ viewport: PHONE }), "Noor");

test("a browser that keeps nothing for this page, and so knows nothing of its tabs, lets the customer join", async () => {
  const { link } = await here.agent.create("Refused");
  const customer = await somebody();
  // As Chrome does where cookies and site data are blocked.
  await customer.person.context.addInitScript(() => {
    LockManager.prototype.request = () => Promise.reject(new DOMException("", "SecurityError"));
  });
  await customer.isInTheLobby(link);
  await customer.person.context.close();
});
