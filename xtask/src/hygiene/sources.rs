//! Files short enough to read, with nothing left for later.

use std::path::Path;

/// Beyond this a file holds more than one concept.
const MOST_LINES: usize = 400;

/// What marks unfinished work. In two halves, or this file would report itself.
const MARKERS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!(")];

/// A sentence for each thing to mend in one file.
pub(super) fn findings(path: &Path, text: &str) -> Vec<String> {
    let shown = path.display();
    let mut findings = Vec::new();
    let lines = text.lines().count();
    if super::has_extension(path, &["rs", "kt", "swift", "js", "mjs", "css"]) && lines > MOST_LINES {
        findings.push(format!("{shown}: {lines} lines, at most {MOST_LINES}: a file for each concept"));
    }
    for (index, line) in text.lines().enumerate() {
        for marker in MARKERS {
            if has_word(line, marker) {
                let number = index + 1;
                findings.push(format!("{shown}:{number}: `{marker}`: finish it or file an issue"));
            }
        }
    }
    findings
}

/// Whether the marker stands by itself and is not part of a longer word, as in a base-32 token.
fn has_word(line: &str, marker: &str) -> bool {
    line.match_indices(marker).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + marker.len()..].chars().next();
        let ends_in_word = marker.ends_with(char::is_alphanumeric);
        let goes_on = ends_in_word && after.is_some_and(is_of_a_word);
        !(goes_on || before.is_some_and(is_of_a_word))
    })
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> Vec<String> {
        findings(Path::new(path), text)
    }

    #[test]
    fn a_file_of_code_may_have_400_lines_and_not_one_more() {
        assert!(of("a.rs", &"x\n".repeat(400)).is_empty());
        assert_eq!(of("a.rs", &"x\n".repeat(401)).len(), 1);
        assert_eq!(of("a.kt", &"x\n".repeat(401)).len(), 1);
        assert!(of("a.md", &"x\n".repeat(401)).is_empty());
    }

    #[test]
    fn every_marker_of_unfinished_work_is_found_with_its_line() {
        for marker in MARKERS {
            let found = of("a.rs", &format!("fine\n// {marker} later\n"));
            assert_eq!(found.len(), 1, "{marker}");
            assert!(found[0].starts_with("a.rs:2: "), "{}", found[0]);
        }
    }

    #[test]
    fn a_marker_inside_a_longer_word_is_none() {
        let marker = MARKERS[0];
        assert!(of("a.rs", &format!("const A: &str = \"7{marker}9\";")).is_empty());
        assert!(of("a.rs", &format!("{marker}_LIST")).is_empty());
        assert!(of("Cargo.toml", "todo = \"warn\"").is_empty());
        assert_eq!(of("a.rs", &format!("({marker}: x)")).len(), 1);
    }
}
