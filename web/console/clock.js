// The service's time, and the console's one timer. The computer's own clock may be wrong by hours.
import { listeners } from "/assets/shared/http.js";
import { ServiceTime } from "./time.js";

const clocks = () => ({ count: performance.now(), wall: Date.now() });
const time = new ServiceTime(clocks());

/** Milliseconds since the Unix epoch, as the service counts them. */
export const now = () => time.now(clocks());

/** Milliseconds since the page began, with those that the computer slept. */
export const steady = () => time.steady(clocks());

/** How often the computer slept, or its clock was set ahead: who knows what is still true? */
export function jumps() {
  steady();
  return time.jumps;
}

/** The service says what time it is. @param {number} at */
export const itIs = (at) => time.is(at, clocks());

/** How much the computer's clock is fast, in milliseconds; 0 when it is right enough. */
export const fastBy = () => time.fastBy(clocks());

listeners.add((answer) => {
  const date = Date.parse(answer.headers.get("Date") ?? "");
  if (!Number.isNaN(date)) time.isAbout(date, clocks());
});

/** Called every second. @type {Set<(now: number) => void>} */
const tickers = new Set();

/** Until the function that this gives back is called. @param {(now: number) => void} ticker */
export function everySecond(ticker) {
  tickers.add(ticker);
  return () => void tickers.delete(ticker);
}

function tick() {
  const at = now();
  for (const ticker of tickers) ticker(at);
}

setInterval(tick, 1_000);

// A hidden page's timers run once a minute, in some browsers; who waits must be heard of nevertheless.
try {
  const beat = new Worker("/assets/console/beat.js");
  beat.addEventListener("message", () => {
    if (document.visibilityState === "hidden") tick();
  });
} catch {
  // Safari before 15.5 knows no `worker-src` and may take the policy for a refusal: once a minute, then.
}
