// What mail programs do to the message on its way; the link in it still opens the call.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Service } from "./support/service.js";

const LANGUAGES = ["en", "de", "fr", "es", "ja"];

/** @type {Service} */ let service;
/** @type {import("./support/agent.js").Agent} */ let agent;

before(async () => {
  service = await Service.start();
  agent = await service.agent("Alex");
});
after(() => service?.stop());

/** What happens to a message, by name. @type {Record<string, (text: string) => string>} */
const WAYS = {
  "as it is": (text) => text,
  "as quoted-printable, with soft line breaks": quotedPrintable,
  "wrapped at 76": wrapped,
  "quoted with >": (text) => text.split("\n").map((line) => `> ${line}`).join("\n"),
  "quoted twice and wrapped between": (text) => quoted(wrapped(quoted(text))),
  "turned into HTML": html,
  "turned into HTML with a link around the address": linked,
  "turned into HTML and then into quoted-printable": (text) => quotedPrintable(linked(text)),
  "with the line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "forwarded, with a header and a signature around it": (text) =>
    `Begin forwarded message:\n\nFrom: Alex <alex@example.com>\nSubject: One-time call\n\n${text}\n\n-- \nAlex · https://www.example.com/imprint`,
  "with its address between angle brackets": (text) => text.replace(/https?:\/\/\S+/g, "<$&>"),
};

for (const [way, change] of Object.entries(WAYS)) {
  test(`the message still yields its link ${way}, in every language`, async () => {
    for (const language of LANGUAGES) {
      for (const set_up of ["desktop", "mobile"]) {
        const call = await agent.create("Boiler; makes = a > noise – „laut“", { language, set_up });
        const understood = explain(change(call.message));
        assert.equal(understood.error, null, `${language}, ${set_up}: ${understood.error?.message}`);
        const opens = understood.route.map((/** @type {{url: string}} */ step) => step.url);
        assert.ok(opens.includes(call.link), `${language}, ${set_up}: it opens what was sent`);
      }
    }
  });
}

test("the join link fits into one text message with a sentence around it", async () => {
  const { link } = await agent.create("Short");
  // 20 characters of host, as an organisation has them; the test's own host is another one.
  const onAHost = link.replace(service.origin, `https://${"h".repeat(20)}`);
  assert.ok(onAHost.length <= 58, `${onAHost.length} characters`);
  assert.match(onAHost, /^[\x21-\x7e]+$/, "of letters that every phone knows");
});

/** @param {string} text */
function explain(text) {
  const told = service.command(["explain", "--json", "-"], text);
  return JSON.parse(told);
}

/** RFC 2045, 6.7, as mail programs write it. @param {string} text */
function quotedPrintable(text) {
  const encoded = [...Buffer.from(text, "utf8")].map((byte) => {
    if (byte === 10) return "\n";
    const plain = byte >= 32 && byte <= 126 && byte !== 61;
    return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const lines = [""];
  for (const piece of encoded) {
    const line = lines.at(-1) ?? "";
    if (piece === "\n") lines.push("");
    else if (line.length + piece.length > 75) lines.splice(-1, 1, `${line}=`, piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.join("\r\n");
}

/** Between words; a word that is longer stands alone. @param {string} text */
function wrapped(text) {
  return text.split("\n").map((line) => {
    const lines = [""];
    for (const word of line.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && last.length + 1 + word.length > 76) lines.push(word);
      else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
    }
    return lines.join("\n");
  }).join("\n");
}

/** @param {string} text */
function quoted(text) {
  return text.split("\n").map((line) => `> ${line}`).join("\n");
}

/** @param {string} text */
function html(text) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return `<html><body><p>${escaped.replaceAll("\n", "<br>\n")}</p></body></html>`;
}

/** @param {string} text */
function linked(text) {
  return html(text).replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>');
}
