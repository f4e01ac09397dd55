// A customer's camera as a test wants it: what the browser's settings say, and what becomes of the device.
/** @import { Page, BrowserContext } from "playwright-core" */

/** What the browser's settings say of the camera for this origin; a page that is open hears of it.
 * @param {Page} page @param {string} origin @param {"denied" | "prompt" | "granted"} setting */
export async function settings(page, origin, setting) {
  const { targetInfo } = await (await page.context().newCDPSession(page)).send("Target.getTargetInfo");
  const browser = page.context().browser();
  if (!browser || !targetInfo.browserContextId) throw new Error("a page of a browser");
  // What a session has set goes with it: this one stays open until the browser is closed.
  const session = await browser.newBrowserCDPSession();
  await session.send("Browser.setPermission", { permission: { name: "camera" }, setting, origin, browserContextId: targetInfo.browserContextId });
}

/** A device that can be taken, freed, unplugged and plugged in. */
export class Device {
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** Before any page is opened. @param {BrowserContext} context @param {Page} page @returns {Promise<Device>} */
  static async of(context, page) {
    await context.addInitScript(device);
    return new Device(page);
  }

  /** Another program has it. From the next page on, too. */
  async isTaken() {
    await this.#page.context().addInitScript(() => /** @type {any} */ (window).device.isTaken(true));
  }

  /** The other program is closed. */
  isFree() {
    return this.#page.evaluate(() => /** @type {any} */ (window).device.isTaken(false));
  }

  /** Its end reaches the page before the list of devices changes, or after it. @param {"first" | "last"} end */
  isUnplugged(end) {
    return this.#page.evaluate((order) => /** @type {any} */ (window).device.isUnplugged(order), end);
  }

  isPluggedIn() {
    return this.#page.evaluate(() => /** @type {any} */ (window).device.isPluggedIn());
  }
}

/** In the page: stands between it and Chromium's camera. */
function device() {
  const media = navigator.mediaDevices;
  const open = media.getUserMedia.bind(media);
  const list = media.enumerateDevices.bind(media);
  /** @type {MediaStreamTrack | undefined} */ let track;
  let [isTaken, isThere] = [false, true];
  media.getUserMedia = async (wanted) => {
    if (!isThere) throw new DOMException("no camera", "NotFoundError");
    if (isTaken) throw new DOMException("in use", "NotReadableError");
    const stream = await open(wanted);
    [track] = stream.getVideoTracks();
    return stream;
  };
  media.enumerateDevices = async () => (await list()).filter(({ kind }) => isThere || kind !== "videoinput");
  const changes = () => media.dispatchEvent(new Event("devicechange"));
  const ends = () => {
    track?.stop();
    track?.dispatchEvent(new Event("ended"));
  };
  /** @type {any} */ (window).device = {
    isTaken: (/** @type {boolean} */ taken) => void (isTaken = taken),
    isUnplugged: (/** @type {string} */ end) => {
      isThere = false;
      for (const happens of end === "first" ? [ends, changes] : [changes, ends]) happens();
    },
    isPluggedIn: () => {
      isThere = true;
      changes();
    },
  };
}

/** In the page: what a browser leaves out where the address does not begin with https. */
export function withoutSafeAddress() {
  Object.defineProperty(window, "isSecureContext", { value: false });
  for (const name of ["mediaDevices", "locks", "wakeLock", "clipboard"]) {
    Object.defineProperty(Navigator.prototype, name, { value: undefined });
  }
}
