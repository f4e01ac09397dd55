// The core under test, and the repository around it.

import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

import { Core } from "../../onecall.js";

// Not there by itself before Node 20.
globalThis.crypto ??= /** @type {Crypto} */ (webcrypto);

/** The committed file, or the one that was just built. */
export const wasm = readFileSync(process.env.ONECALL_WASM ?? new URL("../../dist/onecall.wasm", import.meta.url));

/** One for all tests of a file: each journey has its own handle. */
export const core = await Core.load(wasm);

/**
 * A file of the repository, as text.
 *
 * @param {string} path
 */
export const repository = (path) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
