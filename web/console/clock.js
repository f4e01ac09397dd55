// The service's time, and the console's one timer. The computer's own clock may be wrong by hours.
import { listeners } from "/assets/shared/http.js";

/** From this on it is worth a word that the computer's clock is wrong. */
const WRONG_MS = 120_000;

/** The service's time less the browser's count of milliseconds since the page began. */
let offset = Date.now() - performance.now();
/** How exact that is: a header tells whole seconds only. */
let exact = false;

/** Milliseconds since the Unix epoch, as the service counts them. */
export function now() {
  return performance.now() + offset;
}

/** The service says what time it is. @param {number} time */
export function itIs(time) {
  offset = time - performance.now();
  exact = true;
}

/** How much the computer's clock is fast, in milliseconds; 0 when it is right enough. */
export function fastBy() {
  const fast = Date.now() - now();
  return Math.abs(fast) >= WRONG_MS ? fast : 0;
}

listeners.add((answer) => {
  const date = Date.parse(answer.headers.get("Date") ?? "");
  if (Number.isNaN(date)) return;
  // After sleep the count may have stood still; a header that is more than rounding away is right.
  if (!exact || Math.abs(date - now()) > 5_000) offset = date + 500 - performance.now();
});

/** Called every second. @type {Set<(now: number) => void>} */
const tickers = new Set();

/** Until the function that this gives back is called. @param {(now: number) => void} ticker */
export function everySecond(ticker) {
  tickers.add(ticker);
  return () => void tickers.delete(ticker);
}

setInterval(() => {
  const time = now();
  for (const ticker of tickers) ticker(time);
}, 1_000);
