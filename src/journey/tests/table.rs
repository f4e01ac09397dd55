//! Every state × every input, as a text that is read in reviews.
//!
//! When a change of the table is meant: take what this test prints as its new content – it lies in
//! `target/journey-table.txt` after a failure – over into `table.txt`, and read the difference.

use std::fmt::Write as _;

use super::samples;
use crate::journey::Effect;

const TABLE: &str = include_str!("table.txt");

fn table() -> String {
    let mut table = String::new();
    for (state, phone) in samples::states() {
        let mut nothing = Vec::new();
        writeln!(table, "{state}").unwrap();
        for (name, input) in samples::inputs(&phone) {
            let after = samples::feed(&phone, &input);
            let screens = (format!("{:?}", phone.screen()), format!("{:?}", after.screen()));
            if after.effects.is_empty() && phone.kind() == after.kind() && screens.0 == screens.1 {
                nothing.push(name);
                continue;
            }
            let effects: Vec<_> = after.effects.iter().map(|effect: &Effect| format!("{effect:?}")).collect();
            writeln!(table, "  {name} -> {}; {}", screens.1, effects.join(", ")).unwrap();
        }
        writeln!(table, "  nothing: {}\n", nothing.join(" | ")).unwrap();
    }
    table
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the new table is left where it can be copied from")]
fn every_input_in_every_state_does_what_the_table_says() {
    let actual = table();
    if actual != TABLE {
        // Only a convenience: without a target folder there is still the printed difference.
        let _ = std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/journey-table.txt"), &actual);
    }
    for (actual, expected) in actual.lines().zip(TABLE.lines()) {
        assert_eq!(actual, expected, "see target/journey-table.txt");
    }
    assert_eq!(actual.lines().count(), TABLE.lines().count(), "see target/journey-table.txt");
}
