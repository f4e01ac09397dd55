// Two decoders that others wrote, of different families.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { PNG } = /** @type {any} */ (require("pngjs"));
/** @type {(data: Uint8ClampedArray, width: number, height: number) => {data: string} | null} */
const jsqr = require("jsqr");

/** Both read this text in a picture. @param {Buffer} png @param {string} text @param {string} what */
export async function decodedBySomebodyElse(png, text, what) {
  const file = join(tmpdir(), `onecall-qr-${process.pid}.png`);
  writeFileSync(file, png);
  const zbar = execFileSync("zbarimg", ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", file], { encoding: "utf8" });
  assert.equal(zbar.trim(), text, `zbarimg, ${what}`);
  const { data, width, height } = PNG.sync.read(png);
  assert.equal(jsqr(new Uint8ClampedArray(data), width, height)?.data, text, `jsqr, ${what}`);
}
