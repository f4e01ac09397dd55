//! The customer's state as it travels, read in little code.
//!
//! On the wire the name of the state is one field among the others. What `serde` derives for that reads everything
//! twice, by code that weighs as much as all the rest of a page's core. Here the name is looked up first.

use serde::Deserialize;

use crate::capability::Features;
use crate::json::{self, Node, Unreadable};
use crate::protocol::{CustomerState, CustomerView, DeclineReason, EndReason, Phase, WaitReason};

/// Reads the same as [`CustomerView`]'s own reader, and a test says so.
pub(super) fn read(text: &str) -> Result<CustomerView, Unreadable> {
    let whole = json::parse(text)?;
    let Around { phase, fallback, visit, here_every_ms, lease_ms, may_return, ticket, state } =
        json::from_node(whole.clone())?;
    let named = match state.as_str() {
        "update-required" => Node::Text(state),
        "waiting" | "held" | "admitted" | "in-call" | "declined" | "ended" => Node::Object(vec![(state, whole)]),
        // From a newer service.
        _ => Node::Text("unknown".to_owned()),
    };
    let Named(state) = json::from_node(named)?;
    Ok(CustomerView { phase, fallback, visit, here_every_ms, lease_ms, may_return, ticket, state })
}

/// [`CustomerView`] with the name of its state alone.
#[derive(Deserialize)]
struct Around {
    phase: Phase,
    fallback: String,
    visit: u32,
    here_every_ms: u64,
    lease_ms: u64,
    may_return: bool,
    #[serde(default)]
    ticket: Option<String>,
    state: String,
}

#[derive(Deserialize)]
struct Named(#[serde(with = "State")] CustomerState);

/// [`CustomerState`] with its name around its fields; the compiler holds both against each other.
#[derive(Deserialize)]
#[serde(remote = "CustomerState", rename_all = "kebab-case")]
enum State {
    Waiting {
        reason: WaitReason,
        match_phrase: String,
        #[serde(default)]
        message: Option<String>,
        #[serde(default)]
        starts_in_ms: Option<u64>,
    },
    Held {
        match_phrase: String,
        #[serde(default)]
        message: Option<String>,
    },
    Admitted {
        agent: String,
        features: Features,
    },
    InCall {
        agent: String,
        agent_present: bool,
        features: Features,
    },
    Declined {
        reason: DeclineReason,
        blocked: bool,
    },
    Ended {
        reason: EndReason,
    },
    UpdateRequired,
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEATURES: &str = r#""features":{"annotate_in_space":{"allowed":true,"reason":"ar-depth"}}"#;

    #[test]
    fn every_state_is_read_as_its_own_reader_reads_it() {
        let around =
            r#""phase":"lobby","fallback":"f","visit":1,"here_every_ms":10000,"lease_ms":600000,"may_return":true"#;
        let states = [
            r#""state":"waiting","reason":"noticed","match_phrase":"a b","message":null"#.to_owned(),
            r#""state":"waiting","reason":"of-the-future","match_phrase":"a b","message":"m","starts_in_ms":5"#
                .to_owned(),
            r#""state":"waiting","reason":"noticed""#.to_owned(),
            r#""state":"held","match_phrase":"a b","message":"m""#.to_owned(),
            format!(r#""state":"admitted","agent":"a",{FEATURES}"#),
            format!(r#""state":"in-call","agent":"a","agent_present":true,{FEATURES}"#),
            r#""state":"in-call","agent":"a","agent_present":true"#.to_owned(),
            r#""state":"declined","reason":"not-now","blocked":false"#.to_owned(),
            r#""state":"declined","reason":"of-the-future","blocked":true,"ticket":"t""#.to_owned(),
            r#""state":"ended","reason":"call-over","new":{"a":[1.5]}"#.to_owned(),
            r#""state":"ended","reason":"of-the-future""#.to_owned(),
            r#""state":"update-required","reason":7"#.to_owned(),
            r#""state":"unknown""#.to_owned(),
            r#""state":"of-the-future","message":{"new":true}"#.to_owned(),
            r#""reason":"noticed""#.to_owned(),
        ];
        for state in states {
            for text in [format!("{{{around},{state}}}"), format!("{{{state},{around}}}"), format!("{{{state}}}")] {
                assert_eq!(read(&text).ok(), serde_json::from_str(&text).ok(), "{text}");
            }
        }
    }
}
