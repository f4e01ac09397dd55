// QR code and calendar entry, read by programs that others wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import ICAL from "ical.js";
import { DESK } from "./support/browser.js";
import { house } from "./support/house.js";
import { decodedBySomebodyElse } from "./support/qr.js";

const TITLES = {
  plain: "Boiler makes a noise",
  punctuated: "Boiler; pump, valve: \\ and \"noise\"",
  foreign: "ボイラー 🔧 مرحبا \u202eלא",
  markup: "<b>=HYPERLINK(\"https://example.com\")</b>",
  long: "Boiler ".repeat(28).trim(),
};

const here = house();

test("the QR code of a call is read by zbarimg and jsqr, on screen and as small as a label", async () => {
  const call = await here.agent.create("QR");
  const answer = await here.agent.request("GET", `/v1/calls/${call.id}/qr.svg`);
  assert.equal(answer.headers.get("content-type"), "image/svg+xml");
  const picture = await answer.text();
  const { page, context } = await here.browser.person({ viewport: DESK });
  for (const pixels of [480, 240, 120]) {
    const source = `data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`;
    await page.setContent(`<body style="margin:0"><img alt="" width="${pixels}" height="${pixels}" src="${source}">`);
    await decodedBySomebodyElse(await page.locator("img").screenshot(), call.link, `${pixels} pixels`);
  }
  await context.close();
});

for (const [kind, title] of Object.entries(TITLES)) {
  test(`the calendar entry of a call with a ${kind} title is read by ical.js and by icalendar`, async () => {
    const starts_at = Math.floor(Date.now() / 60_000 + 30 * 24 * 60) * 60_000;
    const call = await here.agent.create(title, { starts_at, minutes: 45 });
    const answer = await here.agent.request("GET", `/v1/calls/${call.id}/invite.ics`);
    assert.match(answer.headers.get("content-type") ?? "", /^text\/calendar\b/);
    const text = await answer.text();
    const said = /** @type {any} */ (await (await here.agent.request("GET", `/v1/calls/${call.id}`)).json());
    const expected = {
      summary: said.subject, starts: new Date(starts_at).toISOString(), ends: new Date(starts_at + 45 * 60_000).toISOString(),
      url: call.link, description: said.message,
    };
    assert.deepEqual(byIcalJs(text), expected, "ical.js");
    assert.deepEqual(byIcalendar(text), expected, "icalendar");
  });
}

/** @param {string} text */
function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents("vevent");
  assert.equal(entries.length, 1);
  const entry = new ICAL.Event(/** @type {any} */ (entries[0]));
  return {
    summary: entry.summary, starts: entry.startDate.toJSDate().toISOString(), ends: entry.endDate.toJSDate().toISOString(),
    url: String(entry.component.getFirstPropertyValue("url")), description: entry.description,
  };
}

/** @param {string} text */
function byIcalendar(text) {
  const file = join(tmpdir(), `onecall-${process.pid}.ics`);
  writeFileSync(file, text);
  const program = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not calendar.errors, calendar.errors
[entry] = calendar.walk("VEVENT")
assert not entry.errors, entry.errors
time = lambda name: entry.decoded(name).astimezone(__import__("datetime").timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
print(json.dumps({"summary": str(entry["SUMMARY"]), "starts": time("DTSTART"), "ends": time("DTEND"),
  "url": str(entry["URL"]), "description": str(entry["DESCRIPTION"])}))
`;
  return JSON.parse(execFileSync(String(process.env["ONECALL_PYTHON"]), ["-c", program, file], { encoding: "utf8" }));
}
