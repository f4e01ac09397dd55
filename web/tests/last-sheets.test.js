// The first screen of every picture that was taken, on one sheet for each page, for people to look at.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const OUT = process.env["ONECALL_WEB_OUT"] ?? "target/web";
const PAGES = { console: "console-", customer: "customer-", links: "" };
/** More than that nobody wants to load. */
const MOST_BYTES = 640 * 1024;
/** A list that is as long as this shows nothing more than a shorter one. */
const TALLEST = 16_000;

/** @type {import("playwright-core").Browser} */ let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env["ONECALL_CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser?.close());

const taken = readdirSync(join(OUT, "pictures")).sort();

for (const [page, prefix] of Object.entries(PAGES)) {
  test(`every state of the page "${page}" is on its sheet, narrow and wide, light and dark`, async () => {
    const others = Object.values(PAGES).filter((other) => other !== "" && other !== prefix);
    const wanted = taken.filter((file) => file.startsWith(prefix) && !others.some((other) => file.startsWith(other)));
    const shown = wanted.filter((file) => /-(320-light|320-mirrored|1280-dark)\.png$/.test(file) && height(file) < TALLEST);
    assert.ok(shown.length > 10, `only ${shown.length} pictures`);
    const sheet = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await sheet.setContent(SHEET + shown.map(figure).join(""));
    await sheet.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const session = await sheet.context().newCDPSession(sheet);
    const { cssContentSize } = await session.send("Page.getLayoutMetrics");
    const clip = { x: 0, y: 0, width: 1600, height: cssContentSize.height, scale: 1 };
    mkdirSync(join(OUT, "sheets"), { recursive: true });
    for (let quality = 60; ; quality -= 10) {
      const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, clip, captureBeyondViewport: true });
      const picture = Buffer.from(data, "base64");
      if (picture.length > MOST_BYTES && quality > 15) continue;
      assert.ok(picture.length <= MOST_BYTES, `${picture.length} bytes`);
      writeFileSync(join(OUT, "sheets", `web-${page}.webp`), picture);
      return;
    }
  });
}

const SHEET = `<style>
  body { margin: 8px; background: #777; color: #fff; display: flex; flex-wrap: wrap; gap: 8px; align-items: start; font: 9px sans-serif }
  figure { margin: 0 } img { display: block; object-fit: cover; object-position: top; background: #fff }
  .narrow { width: 208px; height: 416px } .wide { width: 320px; height: 200px }
</style>`;

/** @param {string} file */
function figure(file) {
  const picture = readFileSync(join(OUT, "pictures", file)).toString("base64");
  const shape = file.includes("-320-") ? "narrow" : "wide";
  return `<figure><figcaption>${file.replace(".png", "")}</figcaption><img class="${shape}" alt="" src="data:image/png;base64,${picture}"></figure>`;
}

/** As every PNG says it in its beginning. @param {string} file */
function height(file) {
  return readFileSync(join(OUT, "pictures", file)).readUInt32BE(20);
}
