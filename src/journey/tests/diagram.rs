//! The diagram in `journey.md` against the code.

use std::collections::{BTreeMap, BTreeSet};

use super::samples;

const DOC: &str = include_str!("../journey.md");

/// Every edge that a sample takes, one line for each pair of kinds.
fn edges() -> BTreeSet<String> {
    let mut edges = BTreeMap::<_, BTreeSet<String>>::new();
    for (_, phone) in samples::states() {
        for (name, input) in samples::inputs(&phone) {
            let after = samples::feed(&phone, &input);
            if after.kind() != phone.kind() {
                edges.entry((phone.kind(), after.kind())).or_default().insert(name.replace(',', ""));
            }
        }
    }
    let id = |kind: &str| kind.replace('-', "_");
    edges
        .into_iter()
        .map(|((from, to), inputs)| {
            format!("{} --> {}: {}", id(from), id(to), inputs.into_iter().collect::<Vec<_>>().join(", "))
        })
        .collect()
}

#[test]
fn the_diagram_shows_what_the_code_does() {
    let drawn: BTreeSet<_> =
        DOC.lines().map(str::trim).filter(|line| line.contains(" --> ")).map(String::from).collect();
    let drawn: BTreeSet<_> = drawn.into_iter().filter(|line| !line.starts_with("[*]")).collect();
    let taken = edges();
    let add: Vec<_> = taken.difference(&drawn).map(|line| format!("+    {line}")).collect();
    let remove: Vec<_> = drawn.difference(&taken).map(|line| format!("-    {line}")).collect();
    assert!(
        add.is_empty() && remove.is_empty(),
        "change src/journey/journey.md:\n{}\n{}",
        remove.join("\n"),
        add.join("\n")
    );
}
