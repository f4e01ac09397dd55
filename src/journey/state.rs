//! What a journey knows, and how far it is.

use std::fmt;

use super::CameraAccess;
use super::door::Door;
use super::kept::{Errand, Kept, Standing};
use super::meeting::{Meet, Stage};
use super::sign_in::{Account, SignIn};
use crate::capability::{ArFindings, ArSupport};
use crate::link::{Hosts, Invitation, LinkError, TeamsLink};
use crate::name::NameError;
use crate::protocol::{CommandId, CustomerState, CustomerView, DeviceInfo};
use crate::route::Stores;

/// What the shell knows before anything happens.
#[derive(Clone, Default)]
pub struct Setup {
    /// The hosts that are ours. Spoken codes and tickets go to the first one.
    pub hosts: Hosts,
    /// What the customer is on.
    pub device: DeviceInfo,
    /// What to fill in when no name was typed here before: the name of the account, or of the device's
    /// owner.
    pub suggested_name: Option<String>,
    /// Where the app is got, and updated.
    pub stores: Stores,
    /// The shell brings a client that joins meetings in Microsoft Teams.
    pub call_client: bool,
}

impl fmt::Debug for Setup {
    /// Without the name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("device", &self.device).finish_non_exhaustive()
    }
}

/// The customer's side of a call. A value: [`step`](super::step) makes the next one of it.
#[derive(Clone)]
pub struct Journey {
    pub(super) setup: Setup,
    pub(super) kept: Kept,
    pub(super) state: State,
    /// What is found out about AR since the app started.
    pub(super) ar: ArFindings,
    /// When the shell is to measure again, in milliseconds since boot.
    pub(super) measure_at: Option<u64>,
    pub(super) camera: CameraAccess,
    pub(super) account: Account,
    /// Since when the phone sleeps, in milliseconds since boot.
    pub(super) asleep_since: Option<u64>,
    /// Number of the last stream.
    pub(super) streams: u64,
    /// Number of the last meeting.
    pub(super) meetings: u64,
    /// Number of the last beat; 0 before the first one of this process.
    pub(super) beat: u64,
    /// Ids made so far.
    pub(super) made: u64,
    /// Boot and time of the last step, to notice a clock that went back.
    pub(super) clock: (u64, u64),
}

impl Journey {
    /// Nothing is open, and nothing is remembered.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            kept: Kept::default(),
            state: State::Start,
            ar: ArFindings::default(),
            measure_at: None,
            camera: CameraAccess::default(),
            account: Account::default(),
            asleep_since: None,
            streams: 0,
            meetings: 0,
            beat: 0,
            made: 0,
            clock: (0, 0),
        }
    }

    /// Kind of the state, for logs and diagrams. Finer than [`Screen::kind`](super::Screen::kind): the
    /// two questions are told apart.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.state {
            State::Start => "start",
            State::LinkProblem(_) => "link-problem",
            State::Choosing(_) => "choose",
            State::Naming { .. } => "ask-name",
            State::Rehearsing { .. } => "rehearse",
            State::Live(live) => live.kind(),
            State::Elsewhere(_) => "teams-client",
            State::Meeting(meet) => meet.kind(),
            State::Over => "over",
            State::UpdateRequired => "update-required",
        }
    }

    pub(super) fn live(&self) -> Option<&Live> {
        if let State::Live(live) = &self.state { Some(live) } else { None }
    }

    pub(super) fn live_mut(&mut self) -> Option<&mut Live> {
        if let State::Live(live) = &mut self.state { Some(live) } else { None }
    }

    pub(super) fn meet(&self) -> Option<&Meet> {
        if let State::Meeting(meet) = &self.state { Some(meet) } else { None }
    }

    /// Whether a call is running that nothing replaces without asking.
    pub(super) fn in_call(&self) -> bool {
        match &self.state {
            State::Live(_) => self.kept.place().is_some_and(|place| place.standing == Standing::Call),
            State::Meeting(meet) => meet.stage == Stage::Call,
            _ => false,
        }
    }

    pub(super) fn question(&self) -> Option<&Asked> {
        match &self.state {
            State::Live(live) => live.question.as_ref(),
            State::Meeting(meet) => meet.question.as_ref(),
            _ => None,
        }
    }

    /// What the customer is asked in front of a place or a meeting.
    pub(super) fn question_mut(&mut self) -> Option<&mut Option<Asked>> {
        match &mut self.state {
            State::Live(live) => Some(&mut live.question),
            State::Meeting(meet) => Some(&mut meet.question),
            _ => None,
        }
    }
}

impl fmt::Debug for Journey {
    /// No links, names, secrets or messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Journey({}, stream {}, {} owed)", self.kind(), self.streams, self.kept.owed.len())
    }
}

/// How far a journey is. The place of `Live`, `Over` and `UpdateRequired`, and the invitation of
/// `Naming` and `Rehearsing`, are in [`Kept::shown`]; those of a meeting in [`Kept::meeting`].
#[derive(Clone)]
pub(super) enum State {
    Start,
    LinkProblem(LinkError),
    /// Which of these?
    Choosing(Vec<Invitation>),
    Naming {
        suggestion: String,
        problem: Option<NameError>,
        /// The service did not take it.
        not_taken: bool,
    },
    /// The name is known, and what the call will need is tried before the knock.
    Rehearsing {
        name: String,
    },
    /// A place is held, or being taken.
    Live(Box<Live>),
    /// A meeting in Microsoft Teams, for which the shell brings no client.
    Elsewhere(TeamsLink),
    /// One for which it does.
    Meeting(Box<Meet>),
    Over,
    UpdateRequired,
}

/// A place that is held, or being taken.
#[derive(Clone)]
pub(super) struct Live {
    pub(super) link: Link,
    /// Connections that failed since one last held.
    pub(super) failures: u32,
    /// What the last knock told of AR.
    pub(super) told_ar: ArSupport,
    /// What the service said last, and when (milliseconds since boot).
    pub(super) heard: Option<(CustomerView, u64)>,
    /// What the customer is asked.
    pub(super) question: Option<Asked>,
    /// The `enter` of the current admission.
    pub(super) enter: Option<Errand>,
    /// The ticket that was asked for, to go on elsewhere.
    pub(super) moving: Option<Errand>,
    /// The last beat, to recognise its failure.
    pub(super) beat: Option<CommandId>,
    /// When the next beat is due.
    pub(super) beat_at: Option<u64>,
    /// Until then the customer is told that the phone slept.
    pub(super) woke_until: Option<u64>,
    /// The phone slept before this process of the app began, and the customer was not told yet.
    pub(super) slept_before: bool,
    /// Whether AR really runs.
    pub(super) ar: ArSession,
    /// The identity was replaced once already, because the service said it was another device's.
    pub(super) renewed: bool,
    /// Whether a fresh access token is asked for.
    pub(super) sign_in: SignIn,
    /// A `leave-lobby` of the visit before may still be on its way.
    pub(super) leave_on_its_way: bool,
    /// The customer opened the invitation again, and the service has not said since how things stand.
    pub(super) opened_again: bool,
}

/// The stream.
#[derive(Clone, Copy)]
pub(super) enum Link {
    /// Being opened, or open.
    Open {
        stream: u64,
        /// When it was opened.
        at: u64,
        /// When it last gave a sign of life, `at` before the first.
        sign_at: u64,
        /// It brought a state.
        heard: bool,
        /// It replaces one that was lost.
        after_loss: bool,
    },
    /// Lost; the next try is at this time, or on waking.
    Down { retry_at: u64 },
}

/// What the customer is asked.
#[derive(Clone)]
pub(super) enum Asked {
    /// End the call?
    End,
    /// Leave it for this invitation?
    LeaveFor(Door),
    /// Which of these?
    Which(Vec<Invitation>),
}

/// Whether AR really runs.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum ArSession {
    #[default]
    Never,
    Running,
    Lost,
}

impl Live {
    fn kind(&self) -> &'static str {
        match (&self.question, self.heard.as_ref().map(|(view, _)| &view.state)) {
            (Some(Asked::End), _) => "ask-end",
            (Some(Asked::LeaveFor(_)), _) => "ask-leave-for",
            (Some(Asked::Which(_)), _) => "ask-which",
            (None, None) => "knocking",
            (None, Some(CustomerState::Waiting { .. } | CustomerState::Held { .. })) => "waiting",
            (None, Some(CustomerState::Admitted { .. })) => "admitted",
            (None, Some(CustomerState::InCall { .. })) => "in-call",
            (None, Some(_)) => "fallback",
        }
    }

    /// What is sent until it is answered, as long as this place is live.
    pub(super) fn errands_mut(&mut self) -> impl Iterator<Item = &mut Errand> {
        self.enter.iter_mut().chain(&mut self.moving)
    }

    /// The service waits for our `enter`.
    pub(super) fn is_admitted(&self) -> bool {
        matches!(&self.heard, Some((CustomerView { state: CustomerState::Admitted { .. }, .. }, _)))
    }
}
