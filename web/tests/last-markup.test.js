// The Nu HTML checker reads what every other test has left: pages as they were sent, and as scripts made them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const FOLDER = join(process.env["ONECALL_WEB_OUT"] ?? "target/web", "markup");
const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test("the Nu HTML checker finds no error in any state of any page", async () => {
  const pages = readdirSync(FOLDER).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length > 20, `only ${pages.length} pages were kept`);
  const options = ["-Xss2m", "-jar", CHECKER, "--errors-only", "--format", "json", "--stdout", ...pages];
  const said = await new Promise((ended) => {
    execFile("java", options, { cwd: FOLDER, encoding: "utf8", maxBuffer: 1 << 26 }, (_, printed) => ended(printed));
  });
  const { messages } = JSON.parse(said);
  const found = messages.map((/** @type {any} */ one) => `${one.url.split("/").pop()}:${one.lastLine}: ${one.message} ${one.extract ?? ""}`);
  assert.deepEqual(found, []);
});
