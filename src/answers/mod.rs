//! What the service's answers mean, for whoever drives a journey over a network: values in, an [`Input`] out.
//!
//! Whoever stands in between – a hotel's sign-in page, a company's filter – answers with something that is not ours,
//! and that counts as no answer.

mod listening;
mod sse;
mod view;

use serde::Deserialize;

pub use listening::{Listening, ends};

use crate::journey::Input;
use crate::json;
use crate::protocol::{CommandId, Problem, ProblemCode};

/// The most bytes of an answer that is no stream; a longer one is as good as none.
pub const MAX_BYTES: usize = 256 * 1024;

/// What a knock asks for.
pub const EVENT_STREAM: &str = "text/event-stream";
/// What is sent, and what a command asks for.
pub const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// How an answer begins.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Head {
    /// The HTTP status.
    pub status: u16,
    /// `Content-Type`, as it came.
    #[serde(default)]
    pub content_type: Option<String>,
    /// `Retry-After`, as it came.
    #[serde(default)]
    pub retry_after: Option<String>,
}

/// A whole answer.
#[derive(Clone, Deserialize)]
pub struct Answer {
    /// How it begins.
    pub head: Head,
    /// Its body, where [`Head::has_words`]; whatever else was sent need not be read.
    #[serde(default)]
    pub body: String,
}

impl std::fmt::Debug for Answer {
    /// Without the body.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.head.fmt(f)
    }
}

impl Head {
    /// Whether a knock was taken, and the body is the customer's event stream.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        self.is_success() && self.is(EVENT_STREAM)
    }

    /// Whether the body may be of use: of anything else the head says all there is to know.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.is(if self.is_success() { JSON } else { PROBLEM })
    }

    fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it says that it is of this type, whatever its parameters.
    fn is(&self, media_type: &str) -> bool {
        let said = self.content_type.as_deref().unwrap_or_default();
        said.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
    }

    /// `Retry-After` in seconds (RFC 9110, 10.2.3); its other form, a date, would need two clocks to agree.
    fn retry_after_ms(&self) -> Option<u64> {
        let seconds: u64 = self.retry_after.as_deref()?.trim().parse().ok()?;
        Some(seconds.saturating_mul(1000))
    }
}

impl Answer {
    /// What the service said is wrong; nothing when it was not the service that answered.
    ///
    /// Proxies know two answers that mean the same as the service's own: too many requests, and unavailable for so
    /// many seconds.
    fn problem(&self) -> Option<Problem> {
        let retry_after_ms = self.head.retry_after_ms();
        let mut problem = if self.head.is(PROBLEM) {
            json::read::<Problem>(&self.body).ok()?
        } else {
            retry_after_ms?;
            match self.head.status {
                429 => Problem::unsaid(ProblemCode::SlowDown),
                503 => Problem::unsaid(ProblemCode::Restarting),
                _ => return None,
            }
        };
        problem.retry_after_ms = problem.retry_after_ms.or(retry_after_ms);
        Some(problem)
    }
}

/// What it means that a knock was answered so, and not with a stream; [`None`]: not answered at all, or not in time.
#[must_use]
pub fn to_knock(stream: u64, answer: Option<&Answer>) -> Input {
    match answer.filter(|answer| !answer.head.is_success()).and_then(Answer::problem) {
        Some(problem) => Input::Refused { stream, problem },
        None => Input::Lost { stream },
    }
}

/// What it means that a command was answered so; [`None`]: not answered at all, or not in time.
#[must_use]
pub fn to_command(command_id: CommandId, answer: Option<&Answer>) -> Input {
    match answer {
        Some(answer) if answer.head.is_success() => {
            let view = answer.head.is(JSON).then(|| view::read(&answer.body).ok()).flatten();
            match view {
                Some(view) => Input::Answered { command_id, view },
                None => Input::Failed { command_id, problem: None },
            }
        }
        answer => Input::Failed { command_id, problem: answer.and_then(Answer::problem) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, content_type: &str, retry_after: Option<&str>, body: &str) -> Answer {
        let head =
            Head { status, content_type: Some(content_type.to_owned()), retry_after: retry_after.map(str::to_owned) };
        Answer { head, body: body.to_owned() }
    }

    #[test]
    fn only_a_success_that_says_it_is_a_stream_is_one() {
        for (status, content_type, is_stream) in [
            (200, "text/event-stream", true),
            (200, "Text/Event-Stream; charset=utf-8", true),
            (200, "text/html", false),
            (302, "text/event-stream", false),
            (500, "text/event-stream", false),
        ] {
            assert_eq!(answer(status, content_type, None, "").head.is_stream(), is_stream, "{status} {content_type}");
        }
    }

    #[test]
    fn a_page_of_somebody_in_between_is_no_answer() {
        let page = "<html>Sign in to the hotel's network</html>";
        for status in [200, 302, 403, 502, 503] {
            let answer = answer(status, "text/html", None, page);
            assert_eq!(to_knock(1, Some(&answer)).kind(), "lost", "{status}");
            let input = to_command(CommandId::from_bits(1), Some(&answer));
            assert!(matches!(input, Input::Failed { problem: None, .. }), "{status}");
        }
    }

    #[test]
    fn a_proxy_that_says_when_to_come_back_is_believed() {
        for (status, code) in [(429, ProblemCode::SlowDown), (503, ProblemCode::Restarting)] {
            let answer = answer(status, "text/html", Some(" 7 "), "");
            let Input::Refused { problem, .. } = to_knock(1, Some(&answer)) else { panic!("not refused: {status}") };
            assert_eq!((problem.code(), problem.retry_after_ms), (Some(code), Some(7_000)));
        }
        assert_eq!(to_knock(1, Some(&answer(503, "text/html", Some("Fri, 01 Jan"), ""))).kind(), "lost");
    }

    #[test]
    fn a_problem_of_the_service_is_told_and_a_damaged_one_is_none() {
        let dead = serde_json::to_string(&Problem::new(ProblemCode::LinkDead)).unwrap();
        let Input::Refused { problem, .. } = to_knock(1, Some(&answer(404, PROBLEM, None, &dead))) else {
            panic!("not refused")
        };
        assert_eq!(problem.code(), Some(ProblemCode::LinkDead));
        assert_eq!(to_knock(1, Some(&answer(404, PROBLEM, Some("1"), "{"))).kind(), "lost");
        assert_eq!(to_knock(1, None).kind(), "lost");
    }
}
