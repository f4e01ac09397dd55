// Somebody knocks: heard, seen in other windows, seen on the tab. The sound is made here; no file is loaded.
import { say } from "/assets/shared/say.js";
import { el, setAttribute, setText } from "/assets/shared/dom.js";
import { pref, setPref } from "./prefs.js";
import { toast } from "./toast.js";
/** @import { News } from "./types.d.ts" */

/** Two soft tones, the second higher: hertz, and when each begins in seconds. */
const TONES = [
  [587, 0],
  [880, 0.16],
];

/** @type {AudioContext | null} */
let audio = null;

/** A page makes no sound before somebody has pressed something. */
function wake() {
  try {
    if (audio === null) {
      audio = new AudioContext();
      audio.addEventListener("statechange", draw);
    }
    if (audio.state === "suspended") audio.resume().catch(() => {});
  } catch {
    // No sound in this browser; the rest still shows who knocks.
  }
}

/** Draw the states of the buttons, wherever they stand. @type {Set<() => void>} */
const drawers = new Set();
const draw = () => drawers.forEach((drawer) => drawer());

for (const pressed of ["pointerdown", "keydown"]) addEventListener(pressed, wake, { capture: true });

/** The sound of a knock. */
function ring() {
  if (!audio || audio.state !== "running") return;
  for (const [hertz = 0, begins = 0] of TONES) {
    const at = audio.currentTime + begins;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.55);
  }
}

/** Tells of a knock wherever the agent is. @param {News} news @param {() => void} show what a click on it does */
export function alertOf({ call, knock }, show) {
  if (pref("sound", true)) ring();
  if (document.hasFocus() || !pref("notify", false) || !mayNotify()) return;
  try {
    const body = say("console-knocked", { name: knock.name, title: call.title });
    const notification = new Notification(say("console-somebody-waits"), { body, tag: knock.knock });
    notification.addEventListener("click", () => {
      window.focus();
      notification.close();
      show();
    });
  } catch {
    // Browsers of phones know the word and cannot do it.
  }
}

function mayNotify() {
  return "Notification" in window && Notification.permission === "granted";
}

const usualTitle = document.title;

/** How many wait, on the tab and on an installed page's icon. @param {number} count */
export function badge(count) {
  document.title = count > 0 ? `(${count}) ${usualTitle}` : usualTitle;
  const address = `/assets/console/${count > 0 ? "icon-waiting" : "icon"}.svg`;
  let icon = document.querySelector("link[rel=icon]");
  if (!icon) {
    icon = el("link", { rel: "icon", type: "image/svg+xml" });
    document.head.append(icon);
  }
  setAttribute(icon, "href", address);
  if ("setAppBadge" in navigator) navigator.setAppBadge(count).catch(() => {});
}

/** The two buttons: sound, and notifications of the system. `stop`: they are gone. */
export function controls() {
  const sound = el("button", { type: "button" });
  const notify = el("button", { type: "button" });
  const denied = el("p", { class: "note warn", role: "status", hidden: true });
  let state = "";
  const drawThese = () => {
    const on = pref("sound", true);
    state = on ? (audio?.state === "running" ? "on" : "blocked") : "off";
    setText(sound, say("console-sound", { state }));
    setAttribute(sound, "aria-pressed", String(on));
    const allowed = mayNotify() && pref("notify", false);
    setText(notify, say("console-notify", { state: allowed ? "on" : "off" }));
    setAttribute(notify, "aria-pressed", String(allowed));
    notify.hidden = !("Notification" in window);
  };
  // What the button said when the press began: the press itself lets the browser make sounds, before its click comes.
  let meant = "";
  for (const begun of ["pointerdown", "keydown"]) sound.addEventListener(begun, () => (meant = state));
  sound.addEventListener("click", async () => {
    setPref("sound", (meant || state) !== "on");
    meant = "";
    wake();
    await audio?.resume().catch(() => {});
    draw();
    if (pref("sound", true)) ring();
  });
  notify.addEventListener("click", async () => {
    const on = mayNotify() && pref("notify", false);
    if (!on && (await Notification.requestPermission().catch(() => "denied")) !== "granted") {
      // Behind an open dialog nobody would see a toast.
      denied.hidden = notify.closest("dialog") === null;
      if (denied.hidden) toast({ text: say("console-notify-denied"), kind: "warn" });
      else setText(denied, say("console-notify-denied"));
      return;
    }
    denied.hidden = true;
    setPref("notify", !on);
    draw();
  });
  drawers.add(drawThese);
  drawThese();
  const element = el("div", { class: "alerts" }, el("p", { class: "row" }, sound, notify), denied);
  return { element, stop: () => void drawers.delete(drawThese) };
}
