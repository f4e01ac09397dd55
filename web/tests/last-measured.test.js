// What is measured and printed, for people to judge; only bytes have a limit.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Browser, PHONE, USER_AGENTS } from "./support/browser.js";
import { Console } from "./support/console.js";
import { Phone } from "./support/phone.js";
import { Service } from "./support/service.js";
import { says } from "./support/words.js";

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

test("the landing page with all that it loads is at most 30 KB over the wire", async () => {
  const { link } = await (await service.agent("Alex")).create("Boiler");
  for (const device of /** @type {const} */ (["android", "iphone", "desktop"])) {
    const { page, context } = await browser.person({ viewport: PHONE, userAgent: USER_AGENTS[device] });
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(link, { waitUntil: "networkidle" });
    console.log(`measured: landing page on ${device}: ${bytes} bytes over the wire`);
    assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
    await context.close();
  }
});

test("the core for browsers is a module that a browser takes", () => {
  const core = readFileSync(new URL("../../bindings/web/dist/onecall.wasm", import.meta.url));
  console.log(`measured: onecall.wasm: ${gzipSync(core, { level: 9 }).length} bytes with gzip`);
  assert.ok(WebAssembly.validate(core));
});

test("from one click to a copied link, and from a knock to the console, all on the screen", async () => {
  const agent = new Console(await browser.person({ permissions: ["clipboard-read", "clipboard-write"] }));
  await agent.signsIn(service.invite("Grace"));
  const times = { copied: /** @type {number[]} */ ([]), seen: /** @type {number[]} */ ([]) };
  for (let turn = 0; turn < 5; turn += 1) {
    const clicked = performance.now();
    const card = await agent.creates();
    await card.getByRole("button", { name: says("console-copy-link"), exact: true }).click();
    await agent.page.getByText(/^The join link is copied/).first().waitFor();
    times.copied.push(performance.now() - clicked);
    const link = await agent.linkIn(card);
    assert.equal(await agent.page.evaluate(() => navigator.clipboard.readText()), link);
    const knocked = performance.now();
    const name = `Customer ${"ABCDE"[turn]}`;
    const [phone] = await Promise.all([new Phone(link, name).knocks(), agent.sees(name)]);
    times.seen.push(performance.now() - knocked);
    phone.off();
    await agent.page.reload();
    await agent.page.getByText(says("console-stream", { state: "live" })).waitFor();
  }
  const median = (/** @type {number[]} */ all) => Math.round(all.sort((one, two) => one - two)[2] ?? 0);
  console.log(`measured: Create clicked to link copied: ${median(times.copied)} ms; knock to visible in the console: ${median(times.seen)} ms (medians of 5)`);
});
