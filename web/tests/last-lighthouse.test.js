// Landing page and console in the eyes of Lighthouse, on the slow phone and network that it simulates.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { Service } from "./support/service.js";

const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** @type {Service} */ let service;
/** One that nobody else steers: whoever does takes events from Lighthouse. @type {import("chrome-launcher").LaunchedChrome} */
let browser;

before(async () => {
  service = await Service.start();
  const chromePath = process.env["ONECALL_CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await launch({ chromePath, chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
});
after(async () => {
  browser?.kill();
  await service?.stop();
});

test("Lighthouse gives the landing page 95 of 100 or more for accessibility and best practices", async () => {
  const { link } = await (await service.agent("Alex")).create("Boiler makes a noise");
  await scores(link, {});
});

test("Lighthouse gives the console, signed in, 95 of 100 or more for accessibility and best practices", async () => {
  const code = new URL(service.invite("Grace")).hash.slice(1);
  const answer = await fetch(`${service.origin}/v1/sign-in`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ code }),
  });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  await scores(`${service.origin}/`, { Cookie: cookie });
});

/** @param {string} address @param {Record<string, string>} extraHeaders */
async function scores(address, extraHeaders) {
  const { categories, audits } = await verdict(address, extraHeaders);
  const given = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]));
  console.log(`Lighthouse: ${JSON.stringify(given)}`);
  const poor = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative");
  for (const [name, score] of Object.entries(given)) {
    // Performance is made of times, and those are this machine's: it is printed. On a quiet one it is 98 and 100.
    if (name === "performance") continue;
    assert.ok(score >= 95, `${name}: ${score}; ${poor.map((audit) => `${audit.id} ${audit.displayValue ?? ""}`).join(", ")}`);
  }
}

/**
 * What Lighthouse thinks. On a busy machine its own tracing sometimes fails, and then it thinks nothing: such a run says
 * nothing of the page and is made anew. A low score never is.
 * @param {string} address @param {Record<string, string>} extraHeaders
 */
async function verdict(address, extraHeaders) {
  // The console listens for ever; nobody needs to wait until its network is quiet.
  const flags = { port: browser.port, maxWaitForLoad: 12_000, onlyCategories: CATEGORIES, extraHeaders, logLevel: /** @type {const} */ ("error"), disableStorageReset: true };
  const failures = [];
  while (failures.length < 3) {
    const result = await lighthouse(address, flags);
    if (!result) throw new Error("Lighthouse answered nothing");
    const failed = Object.values(result.lhr.audits).find((audit) => audit.scoreDisplayMode === "error");
    if (!failed && !result.lhr.runtimeError) return result.lhr;
    failures.push(result.lhr.runtimeError?.code ?? `${failed?.id}: ${failed?.errorMessage}`);
    console.log(`Lighthouse came to no verdict: ${failures.at(-1)}`);
  }
  throw new Error(`Lighthouse came to no verdict: ${failures.join("; ")}`);
}
