// Every state of every page: looked at by checkers, and kept as pictures for people to look at.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fits, fitsFromRightToLeft, isAccessible, readsAsItLooks, readsDownwards } from "./reading.js";

const OUT = process.env["ONECALL_WEB_OUT"] ?? "target/web";
const WIDTHS = [1280, 768, 320];
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** Looks at one state from all sides. @param {import("playwright-core").Page} page @param {string} name Page and state, such as `console-empty`. */
export async function look(page, name) {
  const folder = join(OUT, "pictures");
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  keepMarkup(name, await page.content());
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 700 ? 640 : 800 });
    for (const colorScheme of SCHEMES) {
      await inScheme(page, colorScheme);
      const what = `${name} at ${width} px, ${colorScheme}`;
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      if (colorScheme === "light") await fits(page, what);
      // Colours differ by scheme, the rest by width: these two meet both.
      if ((width === 320) === (colorScheme === "dark") && width !== 768) await isAccessible(page, what);
    }
    if (width !== 768) await readsAsItLooks(page, `${name} at ${width} px`);
  }
  await inScheme(page, "light");
  await readsDownwards(page, name);
  await fitsFromRightToLeft(page, name, async () => {
    await page.screenshot({ path: join(folder, `${name}-320-mirrored.png`), fullPage: true });
  });
  await page.setViewportSize(before);
}

/** Turns a page that is open to another scheme, and waits until it is drawn so.
 * @param {import("playwright-core").Page} page @param {"light" | "dark"} colorScheme */
async function inScheme(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async (wanted) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    while (!matchMedia(`(prefers-color-scheme: ${wanted})`).matches) await frame();
    await frame();
    await frame();
  }, colorScheme);
}

/** Looks at a state again in another language: what differs is room and letters. Of a list without an end, the picture is
 * what the window shows. @param {import("playwright-core").Page} page @param {string} name @param {boolean} fullPage */
export async function glance(page, name, fullPage = true) {
  const folder = join(OUT, "pictures");
  mkdirSync(folder, { recursive: true });
  keepMarkup(name, await page.content());
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: join(folder, `${name}-320-light.png`), fullPage });
  await fits(page, name);
  await isAccessible(page, name);
  await readsAsItLooks(page, name);
}

/** A picture alone, of a page that no checker can run in: what looks at it needs script. @param {import("playwright-core").Page} page @param {string} name */
export async function picture(page, name) {
  const folder = join(OUT, "pictures");
  mkdirSync(folder, { recursive: true });
  keepMarkup(name, await page.content());
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: join(folder, `${name}-320-light.png`), fullPage: true });
}

/** Keeps a page's markup for the Nu HTML checker, which reads all of it at once in the end. @param {string} name @param {string} markup */
export function keepMarkup(name, markup) {
  const folder = join(OUT, "markup");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.html`), markup);
}
