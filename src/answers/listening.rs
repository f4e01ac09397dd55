//! One event stream, as its bytes come: what the journey hears of it.

use serde::Deserialize;

use super::sse::{Item, Parser};
use super::view;
use crate::journey::Input;
use crate::json;
use crate::protocol::{Problem, ProblemCode};

/// The event with which a service that is about to stop says good-bye.
const RESTARTING: &str = "restarting";

/// The events that carry a state ([`crate::protocol::CustomerState::event`]). One of these that cannot be
/// read is damage; any other one is from a newer service, and not for us.
const STATES: [&str; 7] = ["waiting", "held", "admitted", "in-call", "declined", "ended", "update-required"];

/// A stream that is being read.
pub struct Listening {
    stream: u64,
    parser: Parser,
}

impl Listening {
    /// Nothing has come yet on the stream of this number.
    #[must_use]
    pub fn new(stream: u64) -> Self {
        Self { stream, parser: Parser::default() }
    }

    /// The number of the stream.
    #[must_use]
    pub fn stream(&self) -> u64 {
        self.stream
    }

    /// What these bytes, cut anywhere, complete. After an input that [`ends`] there is none: the stream is of no use
    /// any more and is to be closed.
    #[must_use]
    pub fn hear(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut items = Vec::new();
        let whole = self.parser.feed(bytes, &mut items);
        let mut inputs = Vec::with_capacity(items.len());
        for item in items {
            let input = understand(item, self.stream);
            let is_over = ends(&input);
            inputs.push(input);
            if is_over {
                return inputs;
            }
        }
        if whole.is_err() {
            inputs.push(Input::Lost { stream: self.stream });
        }
        inputs
    }
}

impl std::fmt::Debug for Listening {
    /// Without what was heard.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Listening({})", self.stream)
    }
}

/// Whether this is the last that is heard of a stream.
#[must_use]
pub fn ends(input: &Input) -> bool {
    matches!(input, Input::Lost { .. } | Input::Refused { .. })
}

fn understand(item: Item, stream: u64) -> Input {
    let Item::Event { name, data } = item else {
        return Input::Alive { stream };
    };
    if name == RESTARTING {
        return Input::Refused { stream, problem: restarting(&data) };
    }
    match view::read(&data) {
        Ok(view) => Input::Heard { stream, view },
        Err(_) if STATES.contains(&name.as_str()) => Input::Lost { stream },
        Err(_) => Input::Alive { stream },
    }
}

/// What `event: restarting` carries.
#[derive(Default, Deserialize)]
struct Restarting {
    #[serde(default)]
    retry_after_ms: Option<u64>,
}

fn restarting(data: &str) -> Problem {
    let Restarting { retry_after_ms } = json::read(data).unwrap_or_default();
    Problem { retry_after_ms, ..Problem::unsaid(ProblemCode::Restarting) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{CustomerState, CustomerView, EndReason, Phase, WaitReason};

    fn event(name: &str, data: &str) -> Item {
        Item::Event { name: name.to_owned(), data: data.to_owned() }
    }

    #[test]
    fn every_state_has_an_event_that_this_client_knows() {
        let text = String::new;
        for state in [
            CustomerState::Waiting {
                reason: WaitReason::Noticed,
                match_phrase: text(),
                message: None,
                starts_in_ms: None,
            },
            CustomerState::Held { match_phrase: text(), message: None },
            CustomerState::Ended { reason: EndReason::CallOver },
            CustomerState::UpdateRequired,
        ] {
            assert!(STATES.contains(&state.event()), "{state:?}");
            let view = CustomerView {
                phase: Phase::Lobby,
                fallback: text(),
                visit: 1,
                here_every_ms: 10_000,
                lease_ms: 600_000,
                may_return: true,
                ticket: None,
                state,
            };
            let data = serde_json::to_string(&view).unwrap();
            let heard = understand(event(view.state.event(), &data), 7);
            assert!(matches!(heard, Input::Heard { stream: 7, view: heard } if heard == view));
        }
    }

    #[test]
    fn a_damaged_state_is_a_lost_stream_and_an_event_from_a_newer_service_is_a_sign_of_life() {
        assert_eq!(understand(event("waiting", "<html>"), 1).kind(), "lost");
        assert_eq!(understand(event("ended", "{}"), 1).kind(), "lost");
        assert_eq!(understand(event("signal", r#"{"generation":1}"#), 1).kind(), "alive");
        assert_eq!(understand(Item::Comment, 1).kind(), "alive");
    }

    #[test]
    fn a_service_that_restarts_says_when_to_come_back_and_one_that_does_not_say_is_believed_too() {
        for (data, after) in [(r#"{"retry_after_ms":1500,"new":1}"#, Some(1500)), ("{}", None), ("what", None)] {
            let Input::Refused { stream: 3, problem } = understand(event("restarting", data), 3) else {
                panic!("not refused: {data}")
            };
            assert_eq!(problem.code(), Some(ProblemCode::Restarting));
            assert_eq!(problem.retry_after_ms, after);
        }
    }
}
