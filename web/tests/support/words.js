// What the pages say, by the same library and the same files: tests know ids, and a better word breaks none of them.
import { readFileSync, readdirSync } from "node:fs";
import { FluentBundle, FluentResource } from "../../vendor/fluent-bundle/index.js";
import { pseudo } from "./pseudo.js";

const LOCALES = new URL("../../../locales/", import.meta.url);

/** @type {Map<string, FluentBundle>} */
const bundles = new Map();

/** The sentence with this id. @param {string} id @param {Record<string, string | number>} about @param {string} language @returns {string} */
export function says(id, about = {}, language = "en") {
  const bundle = bundles.get(language) ?? read(language);
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) throw new Error(`nobody says ${id} in ${language}`);
  return bundle.formatPattern(pattern, about, []).replace(/\s+/g, " ").trim();
}

/** @param {string} language */
function read(language) {
  const bundle = new FluentBundle(language === "pseudo" ? "en" : language, { useIsolating: language === "pseudo" });
  const isPseudo = language === "pseudo";
  const folder = new URL(`${isPseudo ? "en" : language}/`, LOCALES);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), "utf8");
    bundle.addResource(new FluentResource(isPseudo ? pseudo(text) : text));
  }
  bundles.set(language, bundle);
  return bundle;
}
