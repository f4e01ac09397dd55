// What people typed, beside words of ours: it may be written in the other direction, or be made to turn what stands
// around it. Pure.

/** Marks that turn the letters around, and so make one word look like another. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Begins and ends with a letter. */
const WORDS = /^\p{L}(?:.*[\p{L}\p{M}])?$/su;

/** A letter that is written from right to left. */
const LEFTWARDS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Without the marks that turn letters around. @param {string} text */
export function unturned(text) {
  return text.replace(TURNING, "");
}

/**
 * To stand in a sentence: it turns nothing around it, and nothing around turns it. Words that no direction can do
 * anything to stay as they are: what is copied is then free of invisible marks.
 * @param {string} text
 */
export function isolated(text) {
  const bare = unturned(text);
  return WORDS.test(bare) && !LEFTWARDS.test(bare) ? bare : `\u2068${bare}\u2069`;
}
