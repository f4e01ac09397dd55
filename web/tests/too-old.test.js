// A browser that is too old for the page is told so, whatever it still runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";
import { PHONE } from "./support/browser.js";
import { Customer } from "./support/customer.js";
import { look } from "./support/gallery.js";
import { house } from "./support/house.js";
import { says } from "./support/words.js";

const here = house();
/** What an old browser makes of a private method, or of anything else that it has never heard of. */
const UNREADABLE = { contentType: "text/javascript", body: "class { ? }" };

for (const file of ["customer/view.js", "shared/say.js", "shared/dom.js", "core/driver.js"]) {
  test(`a browser that cannot read ${file} is told that it is too old, with the link to take along`, async () => {
    const { link } = await here.agent.create("Too old");
    for (const locale of file === "shared/say.js" ? ["en", "de", "fr", "es", "ja"] : ["en"]) {
      const customer = new Customer(await here.browser.person({ viewport: PHONE, locale }), "Noor");
      const { page } = customer;
      await page.route(`**/assets/${file}`, (route) => route.fulfill(UNREADABLE));
      const address = `${here.service.origin}/join#${link.split("/").pop()}`;
      await page.goto(address);
      await page.getByRole("heading", { name: says("customer-too-old", {}, locale) }).waitFor();
      await page.getByText(says("customer-too-old-how", {}, locale)).waitFor();
      const field = page.getByRole("textbox", { name: says("customer-link", {}, locale) });
      assert.equal(await field.inputValue(), address);
      // The page itself can say it, or a script that needs none of it.
      if (file === "core/driver.js") await look(page, "customer-too-old");
      if (file === "customer/view.js") await look(page, "customer-too-old-by-itself");
      await page.getByRole("button", { name: says("customer-copy", {}, locale) }).click();
      await page.getByText(says("customer-copied", {}, locale)).waitFor();
      await customer.person.context.close();
    }
  });
}

test("a browser that was brought up to date goes on with the link it had", async () => {
  const { link } = await here.agent.create("Updated");
  const customer = new Customer(await here.browser.person({ viewport: PHONE }), "Noor");
  await customer.page.route("**/assets/customer/view.js", (route) => route.fulfill(UNREADABLE), { times: 1 });
  await customer.page.goto(`${here.service.origin}/join#${link.split("/").pop()}`);
  await customer.asked("customer-too-old");
  await customer.presses("customer-load-again");
  await customer.asked("screen-ask-name");
  await customer.person.context.close();
});

for (const reducedMotion of /** @type {const} */ (["reduce", "no-preference"])) {
  test(`where not even the page's first script runs, the page says after a while that it was not loaded (motion: ${reducedMotion})`, async () => {
    const person = await here.browser.person({ viewport: PHONE, reducedMotion });
    person.isCutOff = true;
    const { page } = person;
    await page.route("**/assets/customer/page.js", (route) => route.abort());
    await page.goto(`${here.service.origin}/join`);
    const words = page.getByRole("alert").filter({ hasText: says("join-page-not-loaded").split(".")[0] });
    assert.equal(await words.count(), 0, "not at once: it may be on its way");
    await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
    await words.waitFor();
    await person.context.close();
  });
}

test("while the page's scripts are on their way, it does not say that it was not loaded", async () => {
  const person = await here.browser.person({ viewport: PHONE });
  const { page } = person;
  const asked = page.waitForRequest("**/onecall.wasm");
  await page.route("**/assets/shared/say.js", () => {});
  await page.goto(`${here.service.origin}/join`);
  await asked;
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.unrouteAll();
  await person.context.close();
});

test("what runs before the page knows its browser is in words of 2017, and import()", () => {
  const files = [new URL("../customer/page.js", import.meta.url), new URL("../customer/too-old.js", import.meta.url)];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const as = (/** @type {ts.ScriptTarget} */ target) =>
      ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext, removeComments: true } }).outputText;
    assert.equal(as(ts.ScriptTarget.ES2017), as(ts.ScriptTarget.ESNext), file.pathname);
    files.push(...neededBy(text).map((from) => new URL(from.replace("/assets/", "../"), from.startsWith("/") ? import.meta.url : file)));
  }
});

/** What a script cannot begin without. @param {string} text */
function neededBy(text) {
  const { statements } = ts.createSourceFile("script.js", text, ts.ScriptTarget.ESNext);
  return statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => /** @type {ts.StringLiteral} */ (moduleSpecifier).text);
}
