// Asks the service, and says in three words what came of it: done, a problem in its own words, or unreachable.

/** @import { Message } from "./say.js" */

/** Problem details, RFC 9457; `value` and `message` say what `detail` says in English. @typedef {{type: string,
 *  status: number, title: string, detail: string, retry_after_ms?: number, by?: {id: string, name: string},
 *  value?: string, message?: Message}} Problem */
/** @typedef {{kind: "done", body: any} | {kind: "problem", problem: Problem} | {kind: "unreachable"}} Answer */

/** How long an answer may take, to the end of its body. After that nobody waits on, and it may have been done or not. */
const LONGEST_MS = 15_000;

/** Hears every answer, whatever it says. @type {Set<(answer: Response) => void>} */
export const listeners = new Set();

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer>}
 */
export async function ask(method, path, body, headers = {}) {
  const stop = new AbortController();
  /** @type {RequestInit} */
  const request = { method, headers: { Accept: "application/json", ...headers }, cache: "no-store", signal: stop.signal };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { ...request.headers, "Content-Type": "application/json" };
  }
  const timer = setTimeout(() => stop.abort(), LONGEST_MS);
  try {
    const answer = await fetch(path, request);
    for (const listener of listeners) listener(answer);
    if (answer.ok) return { kind: "done", body: answer.status === 204 ? null : await answer.json() };
    return { kind: "problem", problem: await problemOf(answer) };
  } catch {
    return { kind: "unreachable" };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether nobody knows if it was done: the same may be asked again. Where a proxy stands before a service that is away
 * or slow, the proxy answers. @param {Answer} answer */
export function isUndecided(answer) {
  return answer.kind === "unreachable" || (answer.kind === "problem" && answer.problem.status >= 500);
}

/** What went wrong; something before the service may answer in words of its own. @param {Response} answer */
export async function problemOf(answer) {
  const usual = { type: "about:blank", status: answer.status, title: "", detail: "" };
  try {
    return /** @type {Problem} */ ({ ...usual, ...(await answer.json()) });
  } catch {
    return usual;
  }
}

/** The stable name of a problem: `stale`, `already-decided` … @param {Problem} problem */
export function codeOf(problem) {
  return problem.type.replace("/problems/", "");
}

/** 128 random bits as the service wants identifiers: URL-safe base 64. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
