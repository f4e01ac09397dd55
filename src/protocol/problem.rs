//! Errors on the wire: `application/problem+json` (RFC 9457) with a stable code.

use serde::{Deserialize, Serialize};

use super::AgentName;

/// What went wrong, and what the reader can do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `/problems/` and the code: stable, to be compared by programs.
    #[serde(rename = "type")]
    pub kind: String,
    /// The HTTP status again.
    pub status: u16,
    /// What went wrong, the same for every problem of this type.
    pub title: String,
    /// What to do next, for people.
    pub detail: String,
    /// Try again after this many milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u64>,
    /// The agent who was first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AgentName>,
}

impl Problem {
    /// A problem with the standard words of its code.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        let (status, title, detail) = code.words();
        Self {
            kind: format!("/problems/{}", code.as_str()),
            status,
            title: title.to_owned(),
            detail: detail.to_owned(),
            retry_after_ms: None,
            by: None,
        }
    }

    /// A problem that nobody said in words: a phone concludes it from less than an answer of the service.
    pub(crate) fn unsaid(code: ProblemCode) -> Self {
        Self {
            kind: format!("/problems/{}", code.as_str()),
            status: 0,
            title: String::new(),
            detail: String::new(),
            retry_after_ms: None,
            by: None,
        }
    }

    /// The code, or nothing when it is from a newer service.
    #[must_use]
    pub fn code(&self) -> Option<ProblemCode> {
        let name = self.kind.strip_prefix("/problems/")?;
        ProblemCode::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $status:literal $title:literal $detail:literal;)*) => {
        /// Every problem there is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemCode {
            $($(#[$doc])* $variant,)*
        }

        impl ProblemCode {
            /// Every code, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            fn words(self) -> (u16, &'static str, &'static str) {
                match self { $(Self::$variant => ($status, $title, $detail),)* }
            }
        }
    };
}

codes! {
    /// Unknown, used, expired and revoked links alike.
    LinkDead "link-dead" 404 "This link no longer works." "Ask the person who sent it for a new one.";
    /// The token, code or ticket is damaged, which its check character shows.
    LinkMistyped "link-mistyped" 400 "This link is damaged." "Copy the whole link again, or ask for a new one.";
    /// The name cannot be used.
    NameUnusable "name-unusable" 422 "This name cannot be used." "Type the name again with 1 to 64 visible characters.";
    /// The knock exists with another secret.
    NotYours "not-yours" 403 "This place belongs to another device." "Open the link again to take a place of your own.";
    /// No such knock.
    NoSuchKnock "no-such-knock" 404 "Nobody waits here under that name tag." "Knock first, then send commands.";
    /// Eight are waiting already.
    LobbyFull "lobby-full" 429 "Too many people are waiting for this call." "Try again in a minute, or ask for a link of your own.";
    /// The call is over.
    CallOver "call-over" 409 "This call is over." "Create a new call and send its link.";
    /// Someone else is in the call.
    CallTaken "call-taken" 409 "Somebody is in this call already." "Remove them or send them back first.";
    /// Another agent was first.
    AlreadyDecided "already-decided" 409 "Another agent was first." "They have decided already.";
    /// Not possible from where the call or the knock is now.
    NotNow "not-now" 409 "That is not possible right now." "Reload the call and look at its state.";
    /// The version in `If-Match` is old.
    Stale "stale" 412 "Somebody changed this call meanwhile." "Reload the call, then change it again.";
    /// `If-Match` is missing.
    IfMatchRequired "if-match-required" 428 "This change needs the version it is based on." "Send the call's ETag in If-Match.";
    /// No such call for this agent.
    NoSuchCall "no-such-call" 404 "There is no such call." "Look for it in the list of calls.";
    /// No such agent.
    NoSuchAgent "no-such-agent" 404 "There is no such agent." "Choose an agent from the organisation's list.";
    /// Not signed in.
    SignInNeeded "sign-in-needed" 401 "You are not signed in." "Sign in again; nothing was changed.";
    /// Signed in, and not allowed.
    NotAllowed "not-allowed" 403 "You are not allowed to do that." "Ask an administrator of your organisation.";
    /// The request is from a page of another site.
    ForeignOrigin "foreign-origin" 403 "This request comes from another website." "Use the page that this service serves.";
    /// The body is not what it should be.
    BadRequest "bad-request" 400 "This request cannot be read." "Compare it with /openapi.json.";
    /// A value is out of its bounds.
    BadValue "bad-value" 422 "A value in this request is out of bounds." "Compare it with /openapi.json.";
    /// Wrong content type.
    BadContentType "bad-content-type" 415 "The body must be JSON." "Send Content-Type: application/json.";
    /// The body is too big.
    TooLarge "too-large" 413 "The body is too large." "Send less than 64 KiB.";
    /// Unknown path.
    NotFound "not-found" 404 "There is nothing here." "See /openapi.json for what there is.";
    /// Wrong method.
    BadMethod "bad-method" 405 "This address does not take that method." "See /openapi.json for what it takes.";
    /// Too many requests from one client, or altogether.
    SlowDown "slow-down" 429 "Too many requests." "Wait as long as Retry-After says, then try again.";
    /// The disk is full.
    StorageFull "storage-full" 503 "The service cannot write anything down right now." "Nothing was changed. Try again in a minute.";
    /// The journal cannot be reached, or it is uncertain whether it wrote.
    StorageUnavailable "storage-unavailable" 503 "The service cannot reach its storage right now." "Try again: a repeated command is done once.";
    /// The service is about to stop.
    Restarting "restarting" 503 "The service is restarting." "Try again in a few seconds; your place is kept.";
    /// A bug.
    Internal "internal" 500 "Something went wrong on our side." "Try again, and tell the operator the request id.";
}
