//! How a language writes its signs, which nobody's keyboard does by itself: `cargo xtask strings` puts them right in
//! `locales/`, so that whoever translates types as usual.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::repository;

/// Makes a line as its language writes it.
type Rule = fn(&str) -> String;

/// The languages whose signs differ from what is typed, and how a line of theirs is written.
const RULES: [(&str, Rule); 2] = [("fr", french), ("ja", japanese)];

/// Between a word and a sign that belongs to it: no line ends there.
const NO_BREAK: char = '\u{a0}';
/// The same, narrow: before the high signs.
const NARROW_NO_BREAK: char = '\u{202f}';

pub(super) fn write(root: &Path) -> Result<()> {
    for (path, before, after) in files(root)? {
        if before != after {
            fs::write(&path, after).with_context(|| format!("{path} cannot be written"))?;
        }
    }
    Ok(())
}

pub(super) fn check(root: &Path) -> Result<()> {
    for (path, before, after) in files(root)? {
        let wrong = before.lines().zip(after.lines()).position(|(is, should)| is != should);
        let line = wrong.map_or(0, |at| at + 1);
        ensure!(before == after, "{path}:{line} has signs of another language: run `cargo xtask strings`");
    }
    Ok(())
}

/// Path, what it holds, and what it should hold.
fn files(root: &Path) -> Result<Vec<(String, String, String)>> {
    let mut files = Vec::new();
    for path in repository::files()? {
        let Some((_, rule)) = RULES.into_iter().find(|(language, _)| is_of(&path, language)) else { continue };
        let path = root.join(path);
        let before = fs::read_to_string(&path).with_context(|| format!("{} is no text", path.display()))?;
        let after = written(&before, rule);
        files.push((path.display().to_string(), before, after));
    }
    Ok(files)
}

fn is_of(path: &Path, language: &str) -> bool {
    path.starts_with(Path::new("locales").join(language)) && path.extension().is_some_and(|kind| kind == "ftl")
}

/// Every line but the comments, which are for those who translate.
fn written(text: &str, rule: Rule) -> String {
    let line = |line: &str| if line.starts_with('#') { line.to_owned() } else { rule(line) };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// One apostrophe, and no line that begins with a sign.
fn french(line: &str) -> String {
    let mut written = line.replace('\'', "’");
    for (sign, space) in
        [(" :", NO_BREAK), (" »", NO_BREAK), (" ;", NARROW_NO_BREAK), (" ?", NARROW_NO_BREAK), (" !", NARROW_NO_BREAK)]
    {
        written = written.replace(sign, &format!("{space}{}", sign.trim_start()));
    }
    written.replace("« ", &format!("«{NO_BREAK}"))
}

/// A colon behind a Japanese word is as wide as the word's own letters, and needs no space.
fn japanese(line: &str) -> String {
    let mut written = String::new();
    let mut rest = line.chars().peekable();
    while let Some(sign) = rest.next() {
        if sign == ':' && written.ends_with(|last: char| !last.is_ascii()) {
            written.push('：');
            rest.next_if_eq(&' ');
        } else {
            written.push(sign);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_signs_stay_with_their_words_and_there_is_one_apostrophe() {
        for (typed, expected) in [
            ("a = L'appel : « { $title } » !", "a = L’appel\u{a0}: «\u{a0}{ $title }\u{a0}»\u{202f}!"),
            ("    } ; et { $name } ?", "    }\u{202f}; et { $name }\u{202f}?"),
            ("# Aujourd'hui : ceci", "# Aujourd'hui : ceci"),
            ("b = Content-Type: application/json", "b = Content-Type: application/json"),
        ] {
            let once = written(typed, french);
            assert_eq!(once, expected);
            assert_eq!(written(&once, french), expected, "written twice");
        }
    }

    #[test]
    fn a_japanese_colon_is_a_wide_one() {
        for (typed, expected) in [
            ("a = 日時: { $when }", "a = 日時：{ $when }"),
            ("b = お名前:", "b = お名前："),
            ("c = 本文は Content-Type: application/json", "c = 本文は Content-Type: application/json"),
        ] {
            assert_eq!(written(typed, japanese), expected);
            assert_eq!(written(expected, japanese), expected, "written twice");
        }
    }
}
