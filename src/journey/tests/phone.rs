//! A phone that carries out nothing and notes everything.

pub(super) use super::views::*;
use crate::journey::kept::Shown;
use crate::journey::{AccessToken, Effect, Input, Journey, MeetingReport, Now, Screen, Step, Waiting, step};
use crate::protocol::{CommandId, CustomerAct, CustomerCommand, CustomerView, KnockRequest, Problem, ProblemCode};

/// A journey, its driver's memory, and the service's word on demand.
#[derive(Clone)]
pub(super) struct Phone {
    pub(super) journey: Journey,
    pub(super) ms: u64,
    pub(super) boot_id: u64,
    pub(super) wall_ms: u64,
    pub(super) seed: u64,
    /// Effects of the last step.
    pub(super) effects: Vec<Effect>,
    pub(super) wake_at: Option<u64>,
    pub(super) blob: Option<String>,
    /// The stream that is open.
    pub(super) open: Option<u64>,
    /// The meeting that the call client is in, or on the way to.
    pub(super) meeting: Option<u64>,
    /// The last knock.
    pub(super) knock: Option<KnockRequest>,
    /// What it carried.
    pub(super) shown_token: Option<AccessToken>,
    /// Commands sent so far.
    pub(super) sent: Vec<CustomerCommand>,
    last_stream: u64,
    last_meeting: u64,
    last_beat: u64,
    asleep: bool,
}

impl Phone {
    pub(super) fn new() -> Self {
        Self {
            journey: Journey::new(setup()),
            ms: 1_000_000,
            boot_id: 7,
            wall_ms: WALL,
            seed: 0,
            effects: Vec::new(),
            wake_at: None,
            blob: None,
            open: None,
            meeting: None,
            knock: None,
            shown_token: None,
            sent: Vec::new(),
            last_stream: 0,
            last_meeting: 0,
            last_beat: 0,
            asleep: false,
        }
    }

    /// In the lobby of link 1.
    pub(super) fn waiting() -> Self {
        let mut phone = Self::knocking();
        phone.hear(waiting());
        phone
    }

    pub(super) fn knocking() -> Self {
        let mut phone = Self::new();
        phone.feed(text(&link(1)));
        phone.feed(Input::Name(NAME.to_owned()));
        phone
    }

    /// Knocking with access token 1.
    pub(super) fn signed_in() -> Self {
        let mut phone = Self::new();
        phone.feed(token(1));
        phone.feed(text(&link(1)));
        phone.feed(Input::Name(NAME.to_owned()));
        phone
    }

    pub(super) fn in_call() -> Self {
        let mut phone = Self::waiting();
        phone.hear(admitted());
        phone.hear(in_call());
        phone
    }

    /// On the way to the meeting of Teams with number 1.
    pub(super) fn joining() -> Self {
        let mut phone = Self::new();
        phone.feed(text(&teams(1)));
        phone.feed(Input::Name(NAME.to_owned()));
        phone
    }

    /// The call client reports of the meeting that it is in.
    pub(super) fn report(&mut self, report: MeetingReport) -> &mut Self {
        let number = self.meeting.expect("a meeting is being joined");
        self.feed(Input::Meeting { number, report })
    }

    pub(super) fn now(&self) -> Now {
        let mut entropy = [0; 32];
        for (i, byte) in entropy.iter_mut().enumerate() {
            let mixed = (self.seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(i as u32 * 5);
            *byte = (mixed ^ mixed >> 31).to_le_bytes()[i % 8];
        }
        Now { since_boot_ms: self.ms, boot_id: self.boot_id, wall_ms: self.wall_ms, entropy }
    }

    /// One step; what must always hold is checked.
    pub(super) fn feed(&mut self, input: Input) -> &mut Self {
        self.seed += 1;
        match &input {
            Input::Lost { stream } | Input::Refused { stream, .. } if self.open == Some(*stream) => self.open = None,
            Input::Meeting {
                number,
                report:
                    MeetingReport::Declined
                    | MeetingReport::TimedOutInLobby
                    | MeetingReport::Removed
                    | MeetingReport::Ended
                    | MeetingReport::Failed,
            } if self.meeting == Some(*number) => self.meeting = None,
            Input::Sleep => self.asleep = true,
            Input::Wake
            | Input::Text { .. }
            | Input::Name(_)
            | Input::Leave
            | Input::Move
            | Input::Open
            | Input::GoOn
            | Input::Choose(_)
            | Input::Confirm(_)
            | Input::KnockAgain
            | Input::Dismiss => self.asleep = false,
            _ => {}
        }
        let step = step(&self.journey, &self.now(), input);
        self.take(step);
        self
    }

    /// The process dies, and the app is started again.
    pub(super) fn restart(&mut self) -> &mut Self {
        self.seed += 1;
        (self.open, self.meeting) = (None, None);
        (self.last_stream, self.last_meeting) = (0, 0);
        self.asleep = false;
        self.effects.clear();
        self.wake_at = None;
        let was_meeting = self.journey.meet().is_some();
        let held = self.journey.live().and_then(|_| self.journey.kept.place().cloned());
        match self.blob.clone() {
            Some(blob) => {
                let step = Journey::restore(setup(), &blob, &self.now());
                self.take(step);
            }
            None => self.journey = Journey::new(setup()),
        }
        if let Some(place) = held {
            let again = self.knocked().expect("a held place is taken again at once");
            assert!(again.knock_id == place.knock_id && again.secret == place.secret && again.visit == place.visit);
        }
        assert_eq!(self.meeting.is_some(), was_meeting, "a meeting is joined anew, and nothing else is");
        self
    }

    fn take(&mut self, step: Step) {
        let Step { journey, effects, wake_at } = step;
        for (i, effect) in effects.iter().enumerate() {
            self.carry_out(i, effect);
        }
        assert!(wake_at.is_none_or(|at| at > self.ms), "a driver would spin: {wake_at:?} at {}", self.ms);
        let listens =
            ["knocking", "waiting", "admitted", "in-call", "fallback", "ask-end", "ask-leave-for", "ask-which"];
        let live = listens.contains(&journey.kind());
        assert!(live || self.open.is_none(), "a stream is open in {}", journey.kind());
        assert_eq!(self.meeting, journey.meet().map(|meet| meet.number), "what the call client does");
        assert!(journey.kept.meeting.is_none() || journey.kept.shown == Shown::Nothing, "one thing is shown");
        assert_eq!(
            wake_at.is_some(),
            !self.asleep && (live || journey_owes(&journey) || journey.measure_at.is_some()),
            "{journey:?}: {wake_at:?}"
        );
        let text = format!("{journey:?} {effects:?} {:?}", journey.screen(&self.now()));
        self.assert_no_secret_in(&text);
        assert!(!self.blob.as_deref().unwrap_or_default().contains(TOKEN), "an access token is kept");
        (self.journey, self.effects, self.wake_at) = (journey, effects, wake_at);
    }

    fn carry_out(&mut self, i: usize, effect: &Effect) {
        match effect {
            Effect::Save(blob) => {
                assert_eq!(i, 0, "a save comes before everything else, once");
                self.blob.clone_from(blob);
            }
            Effect::Warm { .. }
            | Effect::HandOver { .. }
            | Effect::Open { .. }
            | Effect::Measure
            | Effect::FreshAccessToken => {}
            Effect::OpenStream { stream, host, request, token } => {
                assert!(setup().hosts.contains(host), "whoever is no host of ours sees no knock and no token");
                assert!(*stream > self.last_stream, "streams are numbered upwards");
                let blob = self.blob.as_deref().unwrap_or_default();
                for kept in [request.knock_id.as_str(), request.secret.as_str()] {
                    assert!(blob.contains(kept), "an identity is saved before it is used");
                }
                self.last_stream = *stream;
                self.open = Some(*stream);
                self.knock = Some(request.clone());
                self.shown_token.clone_from(token);
            }
            Effect::JoinMeeting { number, link, name } => {
                assert!(*number > self.last_meeting, "meetings are numbered upwards");
                assert!(self.meeting.is_none(), "whoever joins another meeting has left this one");
                let blob = self.blob.as_deref().unwrap_or_default();
                assert!(blob.contains(name) && blob.contains(link.meeting_id().unwrap()), "saved before it is joined");
                (self.last_meeting, self.meeting) = (*number, Some(*number));
            }
            Effect::LeaveMeeting { number } => {
                assert_eq!(self.meeting.take(), Some(*number), "no such meeting to leave");
            }
            Effect::CloseStream => assert!(self.open.take().is_some(), "no stream to close"),
            Effect::Send { command, .. } => {
                match command.act {
                    CustomerAct::Here { n } | CustomerAct::Asleep { n } => {
                        assert!(n > self.last_beat, "beat {n} after {}", self.last_beat);
                        self.last_beat = n;
                    }
                    CustomerAct::LeaveCall | CustomerAct::LeaveLobby { .. } => {
                        assert!(self.blob.as_deref().unwrap_or_default().contains(command.command_id.as_str()));
                    }
                    CustomerAct::Enter | CustomerAct::Move => {}
                }
                self.sent.push(command.clone());
            }
        }
    }

    fn assert_no_secret_in(&self, text: &str) {
        let knock = self.knock.as_ref().map(|knock| [knock.secret.as_str(), &knock.invitation]);
        for secret in
            knock.into_iter().flatten().chain([NAME, AGENT, PHRASE, MESSAGE, PASSCODE, TOKEN, "Suggested Person"])
        {
            assert!(!text.contains(secret), "a secret in {text}");
        }
    }

    /// The open stream says this, for the visit that was asked for unless the view names a later one.
    pub(super) fn hear(&mut self, view: CustomerView) -> &mut Self {
        let stream = self.open.expect("a stream is open");
        let asked = self.knock.as_ref().map_or(1, |knock| knock.visit);
        let view = CustomerView { visit: view.visit.max(asked), ..view };
        self.feed(Input::Heard { stream, view })
    }

    pub(super) fn refuse(&mut self, code: ProblemCode) -> &mut Self {
        let stream = self.open.expect("a stream is open");
        self.feed(Input::Refused { stream, problem: Problem::new(code) })
    }

    pub(super) fn lose(&mut self) -> &mut Self {
        let stream = self.open.expect("a stream is open");
        self.feed(Input::Lost { stream })
    }

    /// Time passes: every wake-up is answered, and comments keep an open stream alive.
    pub(super) fn pass(&mut self, ms: u64) -> &mut Self {
        let end = self.ms + ms;
        self.wall_ms = self.wall_ms.saturating_add(ms);
        while let Some(at) = self.wake_at.filter(|at| *at <= end) {
            self.ms = at;
            self.feed(Input::Tick);
            if let Some(stream) = self.open {
                self.feed(Input::Alive { stream });
            }
        }
        self.ms = end;
        self
    }

    /// Time passes without anybody noticing: frozen, or asleep.
    pub(super) fn freeze(&mut self, ms: u64) -> &mut Self {
        self.ms += ms;
        self.wall_ms = self.wall_ms.saturating_add(ms);
        self
    }

    pub(super) fn screen(&self) -> Screen {
        self.journey.screen(&self.now())
    }

    pub(super) fn lobby(&self) -> Waiting {
        match self.screen() {
            Screen::Waiting(waiting) => waiting,
            other => panic!("not waiting but {other:?}"),
        }
    }

    pub(super) fn kind(&self) -> &'static str {
        self.journey.kind()
    }

    /// The commands of the last step.
    pub(super) fn acts(&self) -> Vec<CustomerAct> {
        let act = |effect: &Effect| if let Effect::Send { command, .. } = effect { Some(command.act) } else { None };
        self.effects.iter().filter_map(act).collect()
    }

    /// The knock of the last step.
    pub(super) fn knocked(&self) -> Option<&KnockRequest> {
        let knock = |e: &Effect| matches!(e, Effect::OpenStream { .. });
        self.effects.iter().any(knock).then_some(self.knock.as_ref()).flatten()
    }

    /// The id under which this was sent last.
    pub(super) fn id_of(&self, act: CustomerAct) -> CommandId {
        self.sent.iter().rev().find(|command| command.act == act).expect("was sent").command_id.clone()
    }

    pub(super) fn fail(&mut self, act: CustomerAct, code: Option<ProblemCode>) -> &mut Self {
        let command_id = self.id_of(act);
        self.feed(Input::Failed { command_id, problem: code.map(Problem::new) })
    }
}

fn journey_owes(journey: &Journey) -> bool {
    !journey.kept.owed.is_empty()
}
