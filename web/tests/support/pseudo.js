// A language that nobody speaks: every sentence of ours in letters of another script, a third longer, from right to left.
// It comes the way every language comes, as files of sentences.

const LETTERS = "אבגדהוזחטיכלמנסעפצקרשתםןףץ";

/** What is not text in a line of Fluent: an argument, the head or the end of a choice. */
const NO_TEXT = /(\{[^{}]*\}|\{[^{}]*$|^\s*\})/;

/** The sentences of a file in that language. @param {string} file @returns {string} */
export function pseudo(file) {
  return file.split("\n").map((line) => {
    if (line.startsWith("#")) return line;
    const [head = ""] = /^(?:[a-z][\w-]* =|\s*\*?\[[\w-]+\])?/.exec(line) ?? [];
    return head + line.slice(head.length).split(NO_TEXT).map((part, index) => (index % 2 === 1 ? part : foreign(part))).join("");
  }).join("\n");
}

/** @param {string} text */
function foreign(text) {
  let count = 0;
  const longer = text.replace(/\S+/g, (word) => ((count += 1) % 3 === 0 ? `${word} ${word}` : word));
  return longer.replace(/[a-z]/gi, (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) - 97] ?? letter);
}

/** Every page of theirs speaks it, as far as a script says its sentences. @param {import("playwright-core").BrowserContext} context */
export async function speaksPseudo(context) {
  await context.route("**/assets/locales/**/*.ftl", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: pseudo(await response.text()) });
  });
  await context.route(({ pathname }) => ["/", "/join"].includes(pathname), async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ response, body: (await response.text()).replace('dir="ltr"', 'dir="rtl"') });
  });
}
