// The door itself: what it needs, and what comes of anything at all that is put to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Core } from "../onecall.js";
import { core, repository, wasm } from "./support/core.mjs";

const instance = await WebAssembly.instantiate(await WebAssembly.compile(wasm), {});
const door = /** @type {any} */ (instance.exports);

/** @param {Uint8Array} bytes @returns {any} */
function ask(bytes) {
  const room = door.onecall_room(bytes.length);
  // Only now: the memory may have grown, and then an older view of it is detached.
  new Uint8Array(door.memory.buffer, room, bytes.length).set(bytes);
  const length = door.onecall_call();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(door.memory.buffer, door.onecall_answer(), length)));
}

/** @param {unknown} asked */
const askJson = (asked) => ask(new TextEncoder().encode(JSON.stringify(asked)));

const now = { since_boot_ms: 1, boot_id: 1, wall_ms: 1, entropy: Array(32).fill(7) };
const config = { hosts: ["help.example.com"] };

test("the module imports nothing, and offers nothing but the door", async () => {
  const module = await WebAssembly.compile(wasm);
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const offered = names.filter((name) => !["__data_end", "__heap_base"].includes(name)).sort();
  assert.deepEqual(offered, ["memory", "onecall_answer", "onecall_call", "onecall_room"]);
});

test("the core and the workspace have one version", () => {
  assert.equal(core.version, /^\[workspace\.package\]\nversion = "(.*)"$/m.exec(repository("Cargo.toml"))?.[1]);
});

test("what is no question is answered with an error, whatever it is", () => {
  for (const text of ["", "x", "null", "[]", "{}", '"start"', '{"start":{}}', '{"step":1}', '{"version":1}', '{"a":1,"b":2}']) {
    assert.deepEqual(ask(new TextEncoder().encode(text)), { error: { code: "malformed" } }, text);
  }
  assert.deepEqual(ask(new Uint8Array([0xff, 0xfe])), { error: { code: "malformed" } });
  const deep = new TextEncoder().encode("[".repeat(5_000_000));
  assert.deepEqual(ask(deep), { error: { code: "malformed" } });
  assert.deepEqual(askJson({ step: { journey: 99, now, happened: "next" } }), { error: { code: "no-journey" } });
  assert.deepEqual(askJson({ end: { journey: 0 } }), { error: { code: "no-journey" } });
});

test("an ended journey is gone, and its number is not given again", () => {
  const { journey } = askJson({ start: { config, blob: null, now } }).ok;
  assert.deepEqual(askJson({ end: { journey } }), { ok: null });
  assert.deepEqual(askJson({ step: { journey, now, happened: "next" } }), { error: { code: "no-journey" } });
  assert.notEqual(askJson({ start: { config, blob: null, now } }).ok.journey, journey);
});

test("a text of ten megabytes and a name of one are answered", () => {
  const megabyte = "x".repeat(1024 * 1024);
  assert.equal(askJson({ explain: { config, text: megabyte.repeat(10) } }).ok.problem.error.code, "too-long");
  assert.equal(askJson({ "check-name": { typed: megabyte } }).ok.problem.error.code, "too-long");
});

test("half a character makes a wrong text, and not an exception", () => {
  assert("problem" in core.explain(config, "\ud800 \udc00"));
  assert("good" in core.checkName("Ada 👋🏽"));
});

/** Every happening that there is, with values at the edges of what they may be. */
const HAPPENINGS = [
  ...["go-on", "ar-lost", "leave", "move", "open", "knock-again", "dismiss", "sleep", "wake", "network-back", "tick"],
  ...["https://help.example.com/j/014D2PF2DBSQQGY7HD7H5NMTBR0", "012 345 678", "", "\u0000", "x".repeat(5_000)].map(
    (text) => ({ text: { text, source: "paste" } }),
  ),
  ...["Ada", "", "\u202e", "👨‍👩‍👧‍👦".repeat(70)].map((name) => ({ name })),
  ...["unknown", "not-asked", "granted", "denied", "missing"].map((camera) => ({ camera })),
  ...[0, 7, 2 ** 32 - 1].map((choose) => ({ choose })),
  ...[true, false].map((confirm) => ({ confirm })),
  ...[null, "token", "x".repeat(10_000)].map((token) => ({ "access-token": token })),
  { "ar-started": "depth" },
  { "ar-failed": "other" },
  { meeting: { number: 2 ** 53, report: "in-call" } },
  { measured: { system: "absent", camera: "granted", simulated: false } },
].map((input) => ({ input }));

const VIEW = {
  phase: "lobby",
  fallback: "f",
  visit: 1,
  here_every_ms: 10_000,
  lease_ms: 600_000,
  may_return: true,
  state: "waiting",
  reason: "noticed",
  match_phrase: "two words",
};

/** @param {number} stream */
const heard = (stream) => [
  { brought: { stream, text: `event: waiting\ndata: ${JSON.stringify(VIEW)}\n\n` } },
  { brought: { stream, text: `event: waiting\ndata: ${JSON.stringify({ ...VIEW, here_every_ms: 0, lease_ms: 2 ** 63 })}\n\n` } },
  { brought: { stream, text: `data: ${JSON.stringify({ ...VIEW, state: "hologram", phase: "call" })}\n\n: x\n\n: y\n\n` } },
  { brought: { stream, text: "event: ended\ndata: {}\n\n" } },
  { brought: { stream, text: "event: restarting\ndata: {\"retry_after_ms\":18446744073709551615}\n\n" } },
  { over: { stream, answer: null } },
  { over: { stream, answer: { head: { status: 404, content_type: "application/problem+json" }, body: "{" } } },
  { over: { stream, answer: { head: { status: 429, retry_after: "99999999999999999999" }, body: "" } } },
  { answered: { command_id: "x".repeat(22), answer: null } },
  "next",
];

test("whatever happens in whatever order, each step is answered", () => {
  // A generator with a seed: the same walk in every run.
  let state = 20_261_124;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  const times = [0, 1, 10_000, 2 ** 52];
  for (let walk = 0; walk < 40; walk += 1) {
    const { journey } = askJson({ start: { config: { ...config, call_client: walk % 2 === 0 }, blob: null, now } }).ok;
    let at = 1;
    for (let step = 0; step < 100; step += 1) {
      const happenings = [...HAPPENINGS, ...heard(random(4))];
      at = random(20) === 0 ? random(1_000) : at + (times[random(3)] ?? 0);
      const happened = happenings[random(happenings.length)];
      const moment = { ...now, since_boot_ms: at, wall_ms: random(2) * 2 ** 45 };
      const answer = askJson({ step: { journey, now: moment, happened } });
      assert(answer.ok, `walk ${walk}, step ${step}: ${JSON.stringify(happened)} came to ${JSON.stringify(answer)}`);
    }
    assert(askJson({ end: { journey } }).ok === null);
  }
});

test("a question that is damaged anywhere is answered all the same", () => {
  const whole = new TextEncoder().encode(JSON.stringify({ start: { config, blob: '{"version":1}', now } }));
  for (let at = 0; at < whole.length; at += 1) {
    for (const byte of [0, 0x22, 0x39, 0x5c, 0x7d, 0xff]) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = byte;
      const answer = ask(damaged);
      assert("ok" in answer || "error" in answer);
    }
    assert.deepEqual(ask(whole.subarray(0, at)), { error: { code: "malformed" } });
  }
});

test("the core is the same from bytes, from a module and over the network", async () => {
  const file = readFileSync(new URL("../onecall.js", import.meta.url), "utf8");
  assert.match(file, /export class OneCall/);
  for (const source of [wasm, await WebAssembly.compile(wasm)]) assert.equal((await Core.load(source)).version, core.version);
});
