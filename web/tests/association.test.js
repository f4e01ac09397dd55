// What lets a tap on a link open the app, read as strictly as Android and iOS do; and pages that lead into apps.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { Browser, USER_AGENTS } from "./support/browser.js";
import { look } from "./support/gallery.js";
import { decodedBySomebodyElse } from "./support/qr.js";
import { Service } from "./support/service.js";

/** @type {Service} */ let service;
/** @type {Browser} */ let browser;

before(async () => {
  service = await Service.start(["--operator-file", fileURLToPath(new URL("../../operator.toml", import.meta.url))]);
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await service?.stop();
});

/** As both systems fetch it: no redirect, the right type, small. @param {string} name @returns {Promise<any>} */
async function wellKnown(name) {
  const answer = await fetch(`${service.origin}/.well-known/${name}`, { redirect: "error" });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/json\b/);
  const text = await answer.text();
  assert.ok(text.length < 128 * 1024, "iOS reads no more");
  return JSON.parse(text);
}

test("Android finds in assetlinks.json an app that handles every link, by its certificates", async () => {
  const statements = await wellKnown("assetlinks.json");
  assert.ok(Array.isArray(statements) && statements.length > 0);
  for (const { relation, target, ...more } of statements) {
    assert.deepEqual(more, {}, "nothing that Android does not know");
    assert.ok(relation.includes("delegate_permission/common.handle_all_urls"));
    assert.equal(target.namespace, "android_app");
    assert.match(target.package_name, /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/);
    assert.ok(target.sha256_cert_fingerprints.length > 0);
    for (const print of target.sha256_cert_fingerprints) assert.match(print, /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  }
});

test("iOS finds in apple-app-site-association an app for the addresses of links, and for no other", async () => {
  const { applinks } = await wellKnown("apple-app-site-association");
  const { details } = applinks;
  assert.ok(details.length > 0);
  for (const { appIDs, components } of details) {
    for (const id of appIDs) assert.match(id, /^[A-Z0-9]{10}\.[A-Za-z0-9.-]+$/);
    const paths = components.map((/** @type {Record<string, string>} */ one) => one["/"]);
    assert.ok(paths.some((/** @type {string} */ path) => path.startsWith("/j/")), `links open the app: ${paths}`);
    assert.ok(!paths.includes("*") && !paths.includes("/*"), "the console and the pages stay in the browser");
  }
});

for (const device of /** @type {const} */ (["android", "iphone", "androidInApp", "iphoneInApp", "desktop"])) {
  test(`where there is an app, the landing page can be read by everybody on ${device}`, async () => {
    const { link } = await (await service.agent("Alex")).create("Boiler makes a noise");
    const { page, context } = await browser.person({ userAgent: USER_AGENTS[device] });
    await page.goto(link);
    const first = page.locator("main").getByRole("button").or(page.locator("main").getByRole("link", { name: /\S/ }));
    await first.first().waitFor();
    if (device === "desktop") {
      const code = page.locator("main svg, main img").first();
      await code.scrollIntoViewIfNeeded();
      await decodedBySomebodyElse(await code.screenshot({ scale: "device" }), link, "to go on with the phone");
    }
    await look(page, `landing-with-app-${device}`);
    await context.close();
  });
}
