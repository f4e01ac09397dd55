// Cases out of tests/vectors, the same as in Rust, Kotlin and Swift.

import assert from "node:assert/strict";
import { test } from "node:test";

import { repository } from "./core.mjs";

/** @import { Message } from "../../types.d.ts" */

/**
 * A test for each case of a file, named as it is in every language.
 *
 * @param {string} file
 * @param {(vector: Vector) => void | Promise<void>} run
 */
export function vectors(file, run) {
  /** @type {Record<string, any>[]} */
  const cases = JSON.parse(repository(`tests/vectors/${file}.json`)).cases;
  const names = new Set(cases.map(({ name }) => name));
  assert(names.size > 0 && names.size === cases.length, `${file}: none, or two of one name`);
  for (const json of cases) {
    test(`${file}: ${json.name}`, async () => {
      const vector = new Vector(json);
      vector.take("name");
      await run(vector);
      vector.assertAllWasRead();
    });
  }
}

/** An object of the vectors: whoever leaves one of its keys unread has not understood it. */
export class Vector {
  #json;
  #unread;

  /** @param {Record<string, any>} json */
  constructor(json) {
    this.#json = json;
    this.#unread = new Set(Object.keys(json));
  }

  /** @param {string} key */
  has(key) {
    return key in this.#json;
  }

  /** The value of this key, which must be there. @param {string} key @returns {any} */
  take(key) {
    assert(this.has(key), `no ${key} in ${JSON.stringify(this.#json)}`);
    this.#unread.delete(key);
    return this.#json[key];
  }

  /** @param {string} key @param {any} [otherwise] @returns {any} */
  takeOr(key, otherwise) {
    return this.has(key) ? this.take(key) : otherwise;
  }

  /** A text, as often as "times" says. @param {string} key @returns {string} */
  repeated(key) {
    return this.take(key).repeat(this.takeOr("times", 1));
  }

  /** All that has not been read yet: what is expected. */
  rest() {
    const rest = Object.fromEntries(Array.from(this.#unread, (key) => [key, this.#json[key]]));
    this.#unread.clear();
    return rest;
  }

  assertAllWasRead() {
    assert.deepEqual([...this.#unread], [], "a key that this test does not know");
  }
}

/**
 * A measurement as the core reads it.
 *
 * @param {Record<string, any>} json
 * @returns {import("../../types.d.ts").Measurement}
 */
export function measurement({ system, camera, simulated, answer, ...rest }) {
  // ARCore's answers have its own capitals.
  const said = answer === undefined ? {} : { answer: answer.toUpperCase().replaceAll("-", "_") };
  const systems = { absent: "absent", arcore: { "ar-core": { ...said, ...rest } }, arkit: { "ar-kit": rest } };
  return { system: /** @type {any} */ (systems)[system], camera, simulated };
}

/**
 * The arguments of a message of the vectors as the core writes them, in their order.
 *
 * @param {Record<string, any>[]} named
 */
export const argumentsOf = (named) => named.map(({ name, text, number, word }) => [name, text ?? number ?? word]);

/**
 * Both say the same: the sentence, and what stands in it in its order.
 *
 * @param {Message} said
 * @param {{ id: string, arguments: Record<string, any>[] }} wanted
 */
export function assertSays(said, wanted) {
  assert.deepEqual([said.id, Object.entries(said.arguments)], [wanted.id, argumentsOf(wanted.arguments)]);
}
