// Mail scanners and previews run scripts and follow links before people do. Nothing may be used up by them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { USER_AGENTS } from "./support/browser.js";
import { house } from "./support/house.js";
import { Phone } from "./support/phone.js";

const here = house();

for (const device of /** @type {const} */ (["desktop", "android", "iphone", "androidInApp"])) {
  test(`whoever runs every script and follows every link but presses no button uses no join link up, on ${device}`, async () => {
    const call = await here.agent.create("Scanned on its way");
    const before = await here.agent.call(call.id);

    const seen = await crawl([call.link, `${here.service.origin}/`, `${here.service.origin}/j`], { userAgent: USER_AGENTS[device] });

    assert.ok(seen.pages.length > 3, `it came further than the first page: ${seen.pages.join(" ")}`);
    assert.deepEqual(await here.agent.call(call.id), before, "the call is as it was");
    assert.deepEqual(seen.changing, [], "no page sent anything that could change something");
    await joins(call.link);
  });
}

test("a scanner that runs every script does not use a sign-in link up", async () => {
  const link = here.service.invite("Grace");
  const seen = await crawl([link]);
  assert.deepEqual(seen.changing, []);
  const code = new URL(link).hash.slice(1);
  const answer = await fetch(`${here.service.origin}/v1/sign-in`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ code }),
  });
  assert.equal(answer.status, 200, "it still signs in");
});

test("HEAD, and GET with the headers of prefetchers, change no call", async () => {
  const call = await here.agent.create("Prefetched");
  const before = await here.agent.call(call.id);
  const headers = /** @type {Record<string, string>[]} */ ([{}, { Purpose: "prefetch" }, { "Sec-Purpose": "prefetch;prerender" }, { "X-Moz": "prefetch" }, { "User-Agent": "Slackbot-LinkExpanding 1.0" }]);
  for (const one of headers) {
    for (const method of ["HEAD", "GET"]) {
      assert.equal((await fetch(call.link, { method, headers: one })).status, 200, `${method} ${JSON.stringify(one)}`);
    }
  }
  assert.deepEqual(await here.agent.call(call.id), before);
  await joins(call.link);
});

/** Opens everything that can be reached without a button. @param {string[]} start @param {import("./support/browser.js").Options} options */
async function crawl(start, options = {}) {
  const person = await here.browser.person(options);
  const changing = /** @type {string[]} */ ([]);
  person.context.on("request", (request) => {
    if (!["GET", "HEAD"].includes(request.method())) changing.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  const open = [...start];
  const pages = /** @type {string[]} */ ([]);
  for (let address = open.shift(); address !== undefined; address = open.shift()) {
    if (pages.includes(address)) continue;
    pages.push(address);
    // A store, another app: whoever goes there has left us.
    if (!address.startsWith(here.service.origin)) continue;
    // What a page has loaded already needs no page of its own.
    if (new URL(address).pathname.startsWith("/assets/")) {
      assert.ok((await person.context.request.get(address)).ok(), "what a page names is there");
      continue;
    }
    const download = person.page.waitForEvent("download", { timeout: 1 }).catch(() => undefined);
    await person.page.goto(address, { waitUntil: "networkidle" }).catch((error) => assert.match(String(error), /Download is starting/));
    await download;
    open.push(...(await addressesOn(person.page)));
  }
  await person.context.close();
  return { pages, changing };
}

/** Every address on a page, whoever may follow it. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
function addressesOn(page) {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll("a[href], link[href], area[href], iframe[src], img[src], script[src]")];
    const refreshed = [...document.querySelectorAll("meta[http-equiv=refresh i]")].map((meta) => meta.getAttribute("content")?.split(/url=/i)[1] ?? "");
    const forms = [...document.querySelectorAll("form[method=get i], form:not([method])[action]")].map((form) => form.getAttribute("action") ?? "");
    const written = found.map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? "");
    return [...written, ...refreshed, ...forms].filter((text) => text !== "").map((text) => new URL(text, location.href).href);
  });
}

/** Somebody with an app still gets in with this link. @param {string} link */
async function joins(link) {
  const phone = await new Phone(link, "Noor").knocks();
  phone.off();
}
