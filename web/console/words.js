// Times and problems in words.
import { knows, said, say } from "/assets/shared/say.js";
import { codeOf } from "/assets/shared/http.js";
import { now } from "./clock.js";
/** @import { Problem } from "/assets/shared/http.js" */
/** @import { Call, Knock } from "./types.d.ts" */

const language = document.documentElement.lang || "en";
const clockTime = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
const someDay = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short" });
const nearDay = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const languageName = new Intl.DisplayNames([language], { type: "language" });
const DAY_MS = 86_400_000;

/** A message to a customer has at most so many characters: `MAX_TEXT` of the core's lobby. */
const LONGEST_TEXT = 500;

/** Words for programs, which reload a call; the list here is live. */
const TOO_LATE = new Set(["not-now", "no-such-knock"]);
/** No other try can change it. */
const FINAL = new Set([...TOO_LATE, "already-decided", "call-over", "no-such-call"]);

/** Whether something else has been decided meanwhile, so that trying again is pointless. @param {Problem} problem */
export function isTooLate(problem) {
  return FINAL.has(codeOf(problem));
}

/**
 * What the service could not do, and what to do next, as closely as it is known: who was first, what of a name, which
 * value, or what of all such problems.
 * @param {Problem} problem @param {string} [typed] what it is said of
 */
export function problemWords(problem, typed = "") {
  if (problem.by) return say("console-somebody-was-first", { name: problem.by.name });
  if (problem.message && knows(problem.message.id)) return said(problem.message);
  const code = codeOf(problem);
  if (TOO_LATE.has(code)) return say("console-too-late");
  const ids = [`console-bad-${problem.value?.replace("_", "-")}`, `problem-${code}`];
  const id = ids.find(knows);
  // As the service counts them: by code points.
  if (id !== undefined) return say(id, { over: Math.max(0, [...typed].length - LONGEST_TEXT) });
  return `${problem.title} ${problem.detail}`.trim() || say("console-problem-unknown", { status: problem.status });
}

/** Midnight before this, on the computer's calendar. @param {number} time */
function midnight(time) {
  const day = new Date(time);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

/** Such as “today, 14:30”. @param {number} time */
export function dayAndTime(time) {
  const days = Math.round((midnight(time) - midnight(now())) / DAY_MS);
  const day = Math.abs(days) <= 1 ? nearDay.format(days, "day") : someDay.format(time);
  return `${day}, ${clockTime.format(time)}`;
}

/** @param {string} tag */
export function nameOfLanguage(tag) {
  return languageName.of(tag) ?? tag;
}

/** How long somebody is here, which grows while one looks. @param {Knock} knock */
export function sinceWords(knock) {
  const seconds = Math.max(0, Math.floor((now() - knock.since) / 1000));
  const kind = knock.state !== "in-call" ? "console-waits" : "console-here";
  if (seconds < 60) return say(`${kind}-seconds`, { seconds });
  if (seconds < 3600) return say(`${kind}-minutes`, { minutes: Math.floor(seconds / 60) });
  return say(`${kind}-hours`, { hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60) });
}

/** On what somebody is: “Android, in the app”. @param {Knock} knock */
export function deviceWords(knock) {
  return say("console-device", { platform: knock.device.platform, app: knock.device.app });
}

/** Why a call is over. @param {Call} call */
export function overWords(call) {
  if (call.phase.phase !== "over") return "";
  const by = call.phase.by?.name;
  return by ? say("console-over-by", { name: by }) : say("console-over", { reason: call.phase.reason });
}
