// One browser, and in it a context for each person: nobody shares a cookie, a permission or a cache with anybody.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const PROGRAM = process.env["ONECALL_CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--allow-loopback-in-peer-connection",
  "--use-fake-device-for-media-stream", "--font-render-hinting=none", "--disable-lcd-text",
];

export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1280, height: 800 };

export const USER_AGENTS = {
  android: "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
  androidInApp: "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36",
  iphone: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
  iphoneInApp: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 334.0.0.0",
  oldIphone: "Mozilla/5.0 (iPhone; CPU iPhone OS 11_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/11.0 Mobile/15E148 Safari/604.1",
  desktop: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
};

/** @typedef {import("playwright-core").BrowserContextOptions & {camera?: "granted" | "denied" | "missing"}} Options */

export class Browser {
  #browser;
  /** @type {Person[]} */
  #people = [];

  /** @param {import("playwright-core").Browser} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  /** @param {string[]} flags @returns {Promise<Browser>} */
  static async start(flags = []) {
    return new Browser(await chromium.launch({ executablePath: PROGRAM, headless: true, args: [...FLAGS, ...flags] }));
  }

  /** Somebody with a browser of their own. @param {Options} options @returns {Promise<Person>} */
  async person({ camera = "granted", ...options } = {}) {
    const context = await this.#browser.newContext({ viewport: DESK, reducedMotion: "reduce", locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
    // What the system asks a person, Chromium's headless shell refuses by itself unless it is granted here.
    if (camera !== "denied") await context.grantPermissions(["camera"]);
    if (camera === "missing") await context.addInitScript(withoutCamera);
    context.setDefaultTimeout(20_000);
    const person = new Person(context, await context.newPage());
    this.#people.push(person);
    return person;
  }

  /** Closes it, and says what went wrong without a word on any page. */
  async stop() {
    const problems = this.#people.flatMap((person) => person.problems);
    await this.#browser.close();
    assert.deepEqual(problems, [], "no script failed, nothing broke the pages' policy, nothing was loaded from elsewhere");
  }
}

/** Somebody in front of a page. */
export class Person {
  /** What went wrong on their pages. @type {string[]} */
  problems = [];
  /** A test takes the service or the network away from them, or leaves a proxy alone before it. */
  isCutOff = false;

  /** @param {import("playwright-core").BrowserContext} context @param {import("playwright-core").Page} page */
  constructor(context, page) {
    this.context = context;
    this.page = page;
    this.#watch(page);
    context.on("page", (another) => this.#watch(another));
  }

  /** Opens an address, and waits until its scripts are loaded. @param {string} address */
  async opens(address) {
    await this.page.goto(address, { waitUntil: "load" });
    return this.page;
  }

  /** @param {import("playwright-core").Page} page */
  #watch(page) {
    page.on("pageerror", (error) => this.problems.push(`${withoutSecrets(page.url())}: ${error.message}`));
    page.on("console", (said) => {
      // A page that is there to say that a link is dead has that status; an answer the page turns into words is no fault.
      const isAnswer = said.text().startsWith("Failed to load resource: the server responded with a status of 4");
      const isCut = this.isCutOff && /^Failed to load resource: (net::|the server responded with a status of 50[24])/.test(said.text());
      if (said.type() === "error" && !isAnswer && !isCut) this.problems.push(`${withoutSecrets(page.url())}: ${said.text()}`);
    });
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOurs = hostname === "127.0.0.1" || ["data:", "blob:"].includes(protocol);
      if (!isOurs && request.resourceType() !== "document") this.problems.push(`loaded from elsewhere: ${hostname}`);
    });
  }
}

/** @param {string} address */
const withoutSecrets = (address) => address.replace(/\/j\/[^/#?]+/, "/j/-").replace(/#.*/, "");

function withoutCamera() {
  const missing = () => Promise.reject(new DOMException("no camera", "NotFoundError"));
  navigator.mediaDevices.getUserMedia = missing;
  navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
}
