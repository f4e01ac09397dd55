// The list of calls as a value: what was known and what the service says make what is known. Pure.
/** @import { Call, GroupName, Knock, News } from "./types.d.ts" */

/** Every call by its id. @typedef {ReadonlyMap<string, Call>} Calls */

/** @type {readonly GroupName[]} */
export const GROUPS = ["waiting", "in-call", "open", "planned", "over"];

/** All there is, from now on. @param {Call[]} calls @returns {Calls} */
export function snapshot(calls) {
  return new Map(calls.map((call) => [call.id, call]));
}

/**
 * With a call that is new or has changed. An answer may be overtaken by the stream: the older of the two changes
 * nothing.
 * @param {Calls} calls @param {Call} call @returns {Calls}
 */
export function changed(calls, call) {
  const known = calls.get(call.id);
  if (known && known.version > call.version) return calls;
  return new Map(calls).set(call.id, call);
}

/** Without a call that is forgotten. @param {Calls} calls @param {string} id @returns {Calls} */
export function gone(calls, id) {
  const rest = new Map(calls);
  rest.delete(id);
  return rest;
}

/** Somebody in the lobby who was not let in. @param {Knock} knock */
export function waits(knock) {
  return knock.state === "waiting" || knock.state === "noticed" || knock.state === "held";
}

/** Who waits in this call, in the order they came. @param {Call} call */
export function waiting(call) {
  return call.knocks.filter(waits);
}

/** Who is in the call, or let in and on the way: for anybody else there is no room meanwhile. @param {Call} call */
export function whoTakes({ phase, knocks }) {
  return phase.phase === "taken" ? knocks.find((one) => one.knock === phase.knock) : undefined;
}

/** How many people wait in these calls, with those who were asked to. @param {Call[]} calls */
export function countPeople(calls) {
  return calls.reduce((count, call) => count + waiting(call).length, 0);
}

/** How many wait in all calls, without those who were asked to. @param {Calls} calls */
export function countWaiting(calls) {
  let count = 0;
  for (const call of calls.values()) count += call.knocks.filter((one) => waits(one) && one.state !== "held").length;
  return count;
}

/** A call that starts so soon starts now: the clock here runs behind the service's by what an answer takes. */
const SOON_MS = 60_000;

/** @param {Call} call @param {number} now @returns {GroupName} */
function groupOf(call, now) {
  if (call.phase.phase === "over") return "over";
  if (call.knocks.some(waits)) return "waiting";
  if (call.phase.phase === "taken") return "in-call";
  return call.starts_at > now + SOON_MS ? "planned" : "open";
}

/** Since when the first waits; whoever was asked to wait comes after those who were not. @param {Call} call */
function urgency(call) {
  const since = waiting(call).map((knock) => knock.since + (knock.state === "held" ? 1e15 : 0));
  return Math.min(...since);
}

/**
 * The calls in the order in which they are shown: who waits longest first, then what runs, then what is ready, the
 * newest first, then what is planned, the next first, and what is over last.
 * @param {Calls} calls @param {number} now @returns {Map<GroupName, Call[]>}
 */
export function grouped(calls, now) {
  /** @type {Map<GroupName, Call[]>} */
  const groups = new Map(GROUPS.map((group) => [group, []]));
  for (const call of calls.values()) groups.get(groupOf(call, now))?.push(call);
  const by = (/** @type {(call: Call) => number} */ rank) => (/** @type {Call} */ a, /** @type {Call} */ b) =>
    rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
  groups.get("waiting")?.sort(by(urgency));
  groups.get("in-call")?.sort(by((call) => call.starts_at));
  groups.get("open")?.sort(by((call) => -call.starts_at));
  groups.get("planned")?.sort(by((call) => call.starts_at));
  groups.get("over")?.sort(by((call) => -call.starts_at));
  return groups;
}

/**
 * What happened between the two: for whoever does not look at the list all the time.
 * @param {Calls} before @param {Calls} after @returns {News[]}
 */
export function news(before, after) {
  /** @type {News[]} */
  const all = [];
  for (const call of after.values()) {
    const was = before.get(call.id);
    if (was === call) continue;
    const known = new Map(was?.knocks.map((knock) => [knock.knock, knock]));
    for (const knock of call.knocks) {
      const old = known.get(knock.knock);
      known.delete(knock.knock);
      // Whoever comes back, or is sent back, waits anew.
      if (waits(knock) && (!old || !waits(old) || old.since !== knock.since)) all.push({ what: "knocked", call, knock });
      if (knock.state === "in-call" && old?.state !== "in-call") all.push({ what: "entered", call, knock });
    }
    if (call.phase.phase === "over") continue;
    for (const knock of known.values()) all.push({ what: "left", call, knock });
  }
  return all;
}
