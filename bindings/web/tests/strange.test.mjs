// Whatever stands where the service should be: it counts as no answer, and when the service is back all goes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Phone } from "./support/phone.mjs";
import { Relay, neverEnds, passOn, says, silence } from "./support/relay.mjs";
import { Service } from "./support/service.mjs";

const PAGE = "<html><body>Sign in to the network of this hotel</body></html>";
const STREAM = "200 OK\r\nContent-Type: text/event-stream";

/** @type {Record<string, import("./support/relay.mjs").Answer>} */
const ANSWERS = {
  "a page in the place of a stream": says("200 OK\r\nContent-Type: text/html", PAGE),
  "a page that never ends": neverEnds("200 OK\r\nContent-Type: text/html", PAGE.repeat(100)),
  "JSON in the place of a stream": says("200 OK\r\nContent-Type: application/json", "{}"),
  "JSON that never ends": neverEnds("404 Not Found\r\nContent-Type: application/problem+json", "[".repeat(10_000)),
  "a stream without a type": says("200 OK", "event: waiting\ndata: {}\n\n"),
  "a stream whose first event is damaged": says(STREAM, "event: waiting\ndata: <html>\n\n"),
  "a stream of one line that never ends": neverEnds(STREAM, "x".repeat(64 * 1024)),
  "a stream of one event that never ends": neverEnds(STREAM, `data: ${"x".repeat(1_000)}\n`),
  "a stream that ends at once": says(STREAM),
  "a redirect to elsewhere": says("302 Found\r\nLocation: http://127.0.0.1:1/"),
  "a redirect that keeps the request": says("307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/"),
  "a failure with a page": says("502 Bad Gateway\r\nContent-Type: text/html", PAGE),
  "a problem that is damaged": says("404 Not Found\r\nContent-Type: application/problem+json", "{"),
  "no HTTP": (socket) => void socket.end("220 mail.example.com ESMTP\r\n"),
  "nothing": silence,
};

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`${what} is no answer, and the knock goes on when the service is back`, async () => {
    await Service.with(async (service) => {
      await Relay.with(answer, async (relay) => {
        const { link } = await service.createCall();
        const phone = await Phone.at(relay.host);
        phone.call.text(link.replace(service.host, relay.host), "link");
        await phone.says("screen-ask-name");
        phone.call.name("Maria");
        await phone.says("screen-unreachable");
        relay.answers(passOn(service));
        phone.call.networkBack();
        await phone.awaits("waiting");
        phone.close();
      });
    });
  });
}

test("a proxy that says when to come back is believed", async () => {
  await Relay.with(says("503 Service Unavailable\r\nRetry-After: 1\r\nContent-Type: text/html", PAGE), async (relay) => {
    const phone = await Phone.at(relay.host);
    phone.call.text(`http://${relay.host}/j/014D2PF2DBSQQGY7HD7H5NMTBR0`, "link");
    await phone.says("screen-ask-name");
    phone.call.name("Maria");
    const { unreachable_retry_in_ms } = await phone.awaits("knocking", (screen) => screen.unreachable_retry_in_ms !== null);
    assert(unreachable_retry_in_ms !== null && unreachable_retry_in_ms >= 1_000);
    phone.close();
  });
});

test("a page asks nobody but its own host", async () => {
  await Relay.with(silence, async (elsewhere) => {
    const { core } = await import("./support/core.mjs");
    const { OneCall } = await import("../onecall.js");
    const { RecordingShell } = await import("./support/phone.mjs");
    const shell = new RecordingShell({});
    const config = { hosts: [elsewhere.host], verbose: true };
    const call = await OneCall.start({ wasm: core, config, shell, origin: "https://help.example.com" });
    const phone = new Phone(call, shell);
    call.text(`http://${elsewhere.host}/j/014D2PF2DBSQQGY7HD7H5NMTBR0`, "link");
    await phone.says("screen-ask-name");
    call.name("Maria");
    await phone.says("screen-unreachable");
    phone.close();
    assert.equal(elsewhere.connections, 0);
  });
});
