//! Reading JSON in little code: for phones and pages, where every type that is read would otherwise bring a copy of
//! the whole parser, of words about errors that nobody sees, and of arithmetic with fractions that nothing here has
//! (docs/adr/0011-the-door-for-browsers.md). What is written is written by `serde_json`.
//!
//! A text is parsed once into a node, and every type is made of that by a reader. What is wrong is not said, for
//! nobody here is told: a text that cannot be read is a damaged one. It is as strict as `serde_json`, and that is a test.

mod parse;
mod reader;

use serde::de::DeserializeOwned;

pub(crate) use parse::{Node, parse};
use reader::Reader;

/// The text is no JSON, or not of the form that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this JSON cannot be read")]
pub struct Unreadable;

/// Reads a text.
///
/// # Errors
/// [`Unreadable`].
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    from_node(parse(text)?)
}

/// Makes something of what was parsed.
///
/// # Errors
/// [`Unreadable`].
pub(crate) fn from_node<T: DeserializeOwned>(node: Node) -> Result<T, Unreadable> {
    T::deserialize(Reader(node))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    use super::read;
    use crate::journey::Input;
    use crate::protocol::{CustomerView, Problem, ProblemCode};

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Any {
        Unit,
        New(u8),
        Two(u16, bool),
        Fields { text: Option<String>, list: Vec<u64> },
        Four([u8; 4]),
    }

    /// Both readers say the same.
    fn alike<T: DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) -> Option<T> {
        let plain = serde_json::from_str::<T>(text).ok();
        assert_eq!(read::<T>(text).ok(), plain, "{text}");
        plain
    }

    #[test]
    fn every_form_is_read_as_serde_json_reads_it() {
        for (text, good) in [
            (r#""unit""#, true),
            (r#"{"unit":null}"#, true),
            (r#"{"unit":1}"#, false),
            (r#"{"new":255}"#, true),
            (r#"{"new":256}"#, false),
            (r#"{"new":-1}"#, false),
            (r#"{"new":1.5}"#, false),
            (r#""new""#, false),
            (r#"{"two":[65535,true]}"#, true),
            (r#"{"two":[1,true,2]}"#, false),
            (r#"{"two":[1]}"#, false),
            (r#"{"fields":{"text":null,"list":[1,18446744073709551615],"unknown":{"a":[-1,2.5e-3]}}}"#, true),
            (r#"{"fields":{"list":[]}}"#, true),
            (r#"{"fields":{"text":"x"}}"#, false),
            (r#"{"four":[1,2,3,4]}"#, true),
            (r#"{"four":[1,2,3]}"#, false),
            (r#"{"four":[1,2,3,4,5]}"#, false),
            (r#"{"new":1,"unit":null}"#, false),
            ("{}", false),
            ("[]", false),
            ("null", false),
            ("", false),
            (r#""unit" x"#, false),
        ] {
            assert_eq!(alike::<Any>(text).is_some(), good, "{text}");
        }
    }

    #[test]
    fn what_is_nested_without_an_end_is_damaged() {
        assert!(read::<Vec<Any>>(&"[".repeat(1_000_000)).is_err());
    }

    #[test]
    fn types_of_the_protocol_are_read_as_serde_json_reads_them() {
        let view = r#"{"phase":"lobby","fallback":"f","visit":1,"here_every_ms":10000,"lease_ms":600000,
            "may_return":true,"new":[1],"state":"waiting","reason":"of-the-future","match_phrase":"a b"}"#;
        assert!(alike::<CustomerView>(view).is_some());
        assert!(alike::<CustomerView>(&view.replace("waiting", "of-the-future")).is_some());
        assert!(alike::<CustomerView>(&view.replace("match_phrase", "other")).is_none());
        let problem = serde_json::to_string(&Problem::new(ProblemCode::LinkDead)).unwrap();
        assert!(alike::<Problem>(&problem).is_some());
    }

    #[test]
    fn an_input_is_read_by_its_kind() {
        for (text, kind) in [
            (r#"{"text":{"text":"t","source":"qr-code"}}"#, Some("text")),
            (r#"{"name":"Ada"}"#, Some("name")),
            (r#"{"camera":"not-asked"}"#, Some("camera")),
            (r#"{"access-token":"a b"}"#, Some("no-access-token")),
            (r#"{"access-token":"ab"}"#, Some("access-token")),
            (r#"{"measured":{"system":"absent","camera":"granted","simulated":false}}"#, Some("measured")),
            (r#"{"meeting":{"number":1,"report":"in-lobby"}}"#, Some("meeting")),
            (r#"{"confirm":true}"#, Some("yes")),
            (r#""knock-again""#, Some("knock-again")),
            // What the service says is read by `answers` alone.
            (r#"{"lost":{"stream":1}}"#, None),
            (r#""confirm""#, None),
        ] {
            assert_eq!(read::<Input>(text).ok().as_ref().map(Input::kind), kind, "{text}");
        }
    }
}
