// Says the sentences of `locales/` in the page's language. The server chose it and wrote it on the page.
import { FluentBundle, FluentResource } from "/assets/vendor/fluent-bundle/index.js";
import { isolated } from "./foreign.js";

/** What may stand in a sentence. @typedef {Record<string, string | number>} Arguments */
/** A message of the core: an id, and what stands in its sentence. @typedef {{id: string, arguments: Arguments}} Message */

const language = document.documentElement.lang || "en";

/** Filled by {@link load}; the first that knows a sentence says it. @type {FluentBundle[]} */
const bundles = [];

/**
 * Fetches the sentences: once, before the first is said. English fills what a language lacks.
 * @param {string[]} files which of the language's files the page says something of
 */
export async function load(files = ["core", "web"]) {
  const languages = language === "en" ? ["en"] : [language, "en"];
  bundles.push(...(await Promise.all(languages.map((tag) => bundle(tag, files)))));
}

/** @param {string} tag @param {string[]} files @returns {Promise<FluentBundle>} */
async function bundle(tag, files) {
  // The marks around arguments that this would add are invisible, and spoil what is copied: we add our own where they
  // are needed.
  const bundle = new FluentBundle(tag, { useIsolating: false });
  const texts = await Promise.all(files.map((file) => text(`/assets/locales/${tag}/${file}.ftl`)));
  texts.forEach((text) => bundle.addResource(new FluentResource(text)));
  return bundle;
}

/** @param {string} address @returns {Promise<string>} */
async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no sentences: ${answer.status}`);
  return answer.text();
}

/**
 * The sentence with this id. One that nobody has is its id: a test proves that there is none.
 * @param {string} id
 * @param {Arguments} [args]
 * @returns {string}
 */
export function say(id, args = {}) {
  const safe = Object.entries(args).map(([name, value]) => [name, typeof value === "string" ? isolated(value) : value]);
  for (const bundle of bundles) {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern) return bundle.formatPattern(pattern, Object.fromEntries(safe), []);
  }
  return id;
}

/** A message of the core, in words. @param {Message} message @returns {string} */
export function said(message) {
  return say(message.id, message.arguments);
}
