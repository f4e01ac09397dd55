// A real service that goes away and comes back, a page that is hidden, reloaded and closed, and a shell that throws.

import assert from "node:assert/strict";
import { test } from "node:test";

import { OneCall } from "../onecall.js";
import { core } from "./support/core.mjs";
import { Phone, RecordingShell } from "./support/phone.mjs";
import { Relay, passOn, silence } from "./support/relay.mjs";
import { Service } from "./support/service.mjs";

test("a whole call: knock, hold, admit, and the agent ends it", async () => {
  await Service.with(async (service) => {
    const call = await service.createCall();
    const phone = await Phone.at(service.host);
    const waiting = await phone.knocks(call.link);
    assert.match(waiting.match_phrase, /^\S+ \S+$/);
    assert(phone.blob, "the place can be taken again after the page was closed");

    await service.toCustomer(call, "hold", { message: "One minute." });
    await phone.awaits("waiting", (screen) => screen.message === "One minute.");
    await service.toCustomer(call, "admit");
    const inCall = await phone.awaits("in-call");
    assert.equal(inCall.mode, "stills");
    assert.equal(inCall.features.annotate_in_space.allowed, false);

    await service.command(call, "end");
    assert.equal((await phone.awaits("over")).reason, "call-over");
    phone.close();
  });
});

test("a hidden page says that it sleeps at once, and is awake again when it is looked at", async () => {
  await Service.with(async (service) => {
    const call = await service.createCall();
    const console = await service.console();
    const phone = await Phone.at(service.host);
    const { match_phrase } = await phone.knocks(call.link);
    const isAwake = async (/** @type {boolean} */ wanted) => (await service.knocks(call))[0]?.["awake"] === wanted;
    phone.call.sleep();
    await console.awaits("that the phone sleeps", () => isAwake(false));
    phone.call.wake();
    await console.awaits("that the phone is awake", () => isAwake(true));
    const { screen } = phone.call.screen();
    assert(screen.kind === "waiting" && screen.match_phrase === match_phrase);
    phone.close();
    console.close();
  });
});

test("a service that is killed and comes back finds everybody where they were", async () => {
  await Service.with(async (service) => {
    const call = await service.createCall();
    const phone = await Phone.at(service.host);
    const { match_phrase } = await phone.knocks(call.link);
    await service.kill();
    await phone.awaits("waiting", (screen) => screen.reconnecting && screen.match_phrase === match_phrase);
    await service.start();
    phone.call.networkBack();
    await phone.awaits("waiting", (screen) => !screen.reconnecting && screen.match_phrase === match_phrase);
    assert.equal((await service.knocks(call)).length, 1);
    phone.close();
  });
});

test("whoever leaves while the network is gone has left, and the agent learns of it", async () => {
  await Service.with(async (service) => {
    await Relay.with(passOn(service), async (relay) => {
      const call = await service.createCall();
      const console = await service.console();
      const phone = await Phone.at(relay.host);
      await phone.knocks(call.link.replace(service.host, relay.host));
      relay.goesAway();
      phone.call.leave();
      await phone.says("over-you-left-the-lobby");
      relay.answers(passOn(service));
      phone.call.networkBack();
      await console.awaits("that nobody waits", async () => (await service.knocks(call)).length === 0);
      phone.close();
      console.close();
    });
  });
});

test("a page that was closed in the lobby takes the same place again", async () => {
  await Service.with(async (service) => {
    const call = await service.createCall();
    const before = await Phone.at(service.host);
    const { match_phrase } = await before.knocks(call.link);
    before.close();
    const after = await Phone.at(service.host, before.blob);
    await after.awaits("waiting", (screen) => screen.match_phrase === match_phrase);
    assert.equal((await service.knocks(call)).length, 1);
    after.close();
  });
});

test("a damaged blob is thrown away, and that of a newer page is kept until there is something to keep", async () => {
  for (const [blob, saved] of [
    ["", null],
    ["{", null],
    ['{"version":1,"shown":"what"}', null],
    ['{"version":0}', null],
    ['{"version":2,"shown":{"hologram":{}}}', undefined],
  ]) {
    /** @type {(string | null | undefined)[]} */
    const saves = [];
    const shell = new RecordingShell({ perform: (effect) => void (effect.type === "save" && saves.push(effect.blob)) });
    const phone = await Phone.start({ hosts: ["127.0.0.1:1"] }, blob, shell);
    await phone.says("screen-start");
    assert.deepEqual(saves, saved === undefined ? [] : [saved], String(blob));
    phone.close();
  }
});

test("what was asked for before the shutdown ends with it, and the shell is not called again", async () => {
  await Relay.with(silence, async (relay) => {
    const phone = await Phone.at(relay.host);
    phone.call.text(`http://${relay.host}/j/014D2PF2DBSQQGY7HD7H5NMTBR0`, "link");
    await phone.says("screen-ask-name");
    phone.call.name("Maria");
    await phone.says("screen-knocking");
    await relay.awaitConnection();
    const lines = phone.shell.lines.length;
    phone.close();
    phone.close();
    phone.call.leave();
    await relay.awaitNothingOpen();
    assert.equal(phone.shell.lines.length, lines);
    assert.equal(phone.call.screen().kind, "knocking");
  });
});

test("a shell may call back from within, and shut down from within", async () => {
  const shell = new RecordingShell({
    show: (shown) => {
      if (shown.kind === "start") phone.call.text("nothing of use", "paste");
      if (shown.kind === "link-problem") phone.call.shutdown();
    },
  });
  const phone = await Phone.start({ hosts: ["127.0.0.1:1"] }, null, shell);
  await phone.says("link-error-nothing-found");
  phone.call.dismiss();
  assert.equal(phone.call.screen().kind, "link-problem");
});

test("a shell that throws loses what it was told, and the log says no more than that", async () => {
  const secret = "what must not be logged";
  const fail = () => {
    throw new Error(secret);
  };
  const shell = new RecordingShell({ show: fail, perform: fail });
  const phone = await Phone.start({ hosts: ["127.0.0.1:1"] }, null, shell);
  await phone.says("screen-start");
  phone.call.text("http://127.0.0.1:1/j/014D2PF2DBSQQGY7HD7H5NMTBR0", "link");
  await phone.says("screen-ask-name");
  phone.close();
  const threw = shell.lines.filter(({ what }) => what === "the shell threw");
  assert.deepEqual(new Set(threw.map(({ detail }) => detail)), new Set(["show", "perform"]));
  assert(!JSON.stringify(shell.lines).includes(secret));
});

test("two journeys know nothing of one another", async () => {
  await Service.with(async (service) => {
    const [first, second] = [await service.createCall(), await service.createCall()];
    const [ada, grace] = [await Phone.at(service.host), await Phone.at(service.host)];
    await ada.knocks(first.link);
    await grace.knocks(second.link);
    ada.close();
    await service.toCustomer(second, "admit");
    await grace.awaits("in-call");
    grace.close();
  });
});

test("a configuration with which nothing can be started says what is wrong with it", async () => {
  for (const [config, code] of /** @type {const} */ ([
    [{ hosts: [] }, "no-host"],
    [{ hosts: ["help.example.com", "not a host"] }, "host"],
    [{ hosts: ["help.example.com"], android_package: "x" }, "android-package"],
    [{ hosts: 1 }, "malformed"],
  ])) {
    const start = OneCall.start({ wasm: core, config: /** @type {any} */ (config), shell: new RecordingShell() });
    await assert.rejects(start, { name: "CoreError", code });
  }
});

test("a core that cannot be had says why", async () => {
  const start = (/** @type {any} */ wasm) => OneCall.start({ wasm, config: { hosts: ["a.example"] }, shell: new RecordingShell() });
  await assert.rejects(start("http://127.0.0.1:1/onecall.wasm"), { code: "unreachable" });
  await assert.rejects(start(new Uint8Array([0, 97, 115, 109])), { code: "no-wasm" });
});
