//! The list of all messages, for those who make string files of the sentences (`cargo xtask strings`).
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may: helpers are not seen as tests, and the list is written where asked"
)]

use std::fmt::Write as _;

use onecall::message::{Kind, Message};

/// Where the list is committed.
const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales/messages.txt");

const HEAD: &str = "\
# Every message that the core can yield, with its arguments in their order. Printed by tests/messages.rs, which
# fails when this file is stale. Do not edit: change src/message, then run
#     ONECALL_PRINT=1 cargo test -p onecall --test messages
";

fn list() -> String {
    let mut list = HEAD.to_owned();
    for described in Message::every() {
        list.push_str(described.id);
        for (name, kind) in described.arguments {
            let kind = match kind {
                Kind::Text => "text",
                Kind::Number => "number",
                Kind::Word => "word",
            };
            write!(list, " {name}:{kind}").unwrap();
        }
        list.push('\n');
    }
    list
}

#[test]
fn the_list_of_messages_is_what_the_core_can_yield() {
    if std::env::var_os("ONECALL_PRINT").is_some() {
        std::fs::write(LIST, list()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(LIST).unwrap(), list(), "print it anew: its first lines say how");
}
