// The console's list as a value: what is known, and in which order it is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, countPeople, countWaiting, gone, grouped, news, snapshot } from "../console/model.js";
import { store } from "../console/store.js";

/** @typedef {import("../console/types.d.ts").Call} Call */
/** @typedef {import("../console/types.d.ts").Knock} Knock */

/** @param {string} knock @param {Partial<Knock>} more @returns {Knock} */
const at = (knock, more = {}) => ({
  knock, name: knock, state: "waiting", awake: true, since: 0, match_phrase: "river lamp",
  device: { platform: "android", app: "app" }, features: {}, ...more,
});

/** @param {string} id @param {Partial<Call>} more @returns {Call} */
const call = (id, more = {}) => ({
  id, version: 1, title: id, starts_at: 0, minutes: 30, set_up: "desktop", language: "en",
  agent: { id: "ada", name: "Ada" }, phase: { phase: "open" }, link_expires_at: 1_000, knocks: [], ...more,
});

/** @param {ReturnType<typeof grouped>} groups */
const ids = (groups) => Object.fromEntries([...groups].map(([name, calls]) => [name, calls.map((one) => one.id)]));

test("who waits longest comes first, and whoever was asked to wait after those who were not", () => {
  const calls = snapshot([
    call("held", { knocks: [at("h", { state: "held", since: 1 })] }),
    call("late", { knocks: [at("l", { since: 30 })] }),
    call("early", { knocks: [at("e", { since: 20 }), at("f", { since: 40 })] }),
  ]);
  assert.deepEqual(ids(grouped(calls, 100))["waiting"], ["early", "late", "held"]);
  assert.equal(countWaiting(calls), 3);
  assert.equal(countPeople([...calls.values()]), 4);
});

test("every call is in one group: waiting, in a call, ready, planned or over", () => {
  const taken = /** @type {const} */ ({ phase: "taken", knock: "k", agent: { id: "ada", name: "Ada" } });
  const over = /** @type {const} */ ({ phase: "over", reason: "call-over" });
  const calls = snapshot([
    call("over", { phase: over }),
    call("later", { starts_at: 3_600_100 }), call("next", { starts_at: 120_100 }),
    call("old", { starts_at: 10 }), call("new", { starts_at: 90 }),
    call("talks", { phase: taken, knocks: [at("k", { state: "in-call" })] }),
    call("both", { phase: taken, knocks: [at("k", { state: "in-call" }), at("w")] }),
  ]);
  assert.deepEqual(ids(grouped(calls, 100)), {
    waiting: ["both"], "in-call": ["talks"], open: ["new", "old"], planned: ["next", "later"], over: ["over"],
  });
});

test("a call that starts within the minute is ready, on a clock that runs a little behind, too", () => {
  const calls = snapshot([call("now", { starts_at: 60_100 }), call("planned", { starts_at: 60_101 })]);
  const { open, planned } = ids(grouped(calls, 100));
  assert.deepEqual([open, planned], [["now"], ["planned"]]);
});

test("an answer that the stream has overtaken changes nothing", () => {
  const now = changed(snapshot([]), call("a", { version: 5, title: "new" }));
  assert.equal(changed(now, call("a", { version: 4, title: "old" })), now);
  assert.equal(changed(now, call("a", { version: 5, title: "same version, another sign of life" })).get("a")?.title, "same version, another sign of life");
  assert.equal(gone(now, "a").size, 0);
});

test("a knock is news once, a return is news again, and an end of the call is no news of who left", () => {
  const nobody = snapshot([call("a")]);
  const one = changed(nobody, call("a", { version: 2, knocks: [at("g", { since: 10 })] }));
  const asleep = changed(one, call("a", { version: 2, knocks: [at("g", { since: 10, awake: false })] }));
  const left = changed(asleep, call("a", { version: 3 }));
  const back = changed(left, call("a", { version: 4, knocks: [at("g", { since: 50 })] }));
  const inside = changed(back, call("a", { version: 5, knocks: [at("g", { since: 50, state: "in-call" })] }));
  const ended = changed(inside, call("a", { version: 6, phase: { phase: "over", reason: "call-over" } }));
  const what = (/** @type {typeof one} */ before, /** @type {typeof one} */ after) => news(before, after).map((item) => item.what);
  assert.deepEqual(what(nobody, one), ["knocked"]);
  assert.deepEqual(what(one, asleep), []);
  assert.deepEqual(what(asleep, left), ["left"]);
  assert.deepEqual(what(left, back), ["knocked"]);
  assert.deepEqual(what(back, inside), ["entered"]);
  assert.deepEqual(what(inside, ended), []);
});

test("a part of the page that cannot be drawn is told to the log, and the others are drawn", async (about) => {
  const told = about.mock.method(console, "error", () => {});
  const broken = new Error("cannot be drawn");
  const drawn = about.mock.fn();
  store.onDraw(() => {
    throw broken;
  });
  store.onDraw(drawn);
  store.snapshot([]);
  await undefined;
  assert.equal(drawn.mock.callCount(), 1);
  assert.deepEqual(told.mock.calls.map((call) => call.arguments), [[broken]]);
});
