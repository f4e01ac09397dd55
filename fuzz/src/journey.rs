//! Any inputs in any order at any time, and any blob, as a customer's journey.

use onecall::capability::{
    AgentClient, ArCoreAnswer, ArLevel, ArSupport, ArSystem, CameraPermission, Features, Measurement, SessionFailure,
};
use onecall::journey::{
    AccessToken, CameraAccess, Effect, Input, Journey, MeetingReport, Now, Setup, Source, Step, step,
};
use onecall::link::{Host, Hosts, Token};
use onecall::protocol::{
    CommandId, CustomerState, CustomerView, DeclineReason, EndReason, Phase, Problem, ProblemCode, WaitReason,
};

use crate::bytes::Bytes;

/// Plays the bytes as a story: what the person does, what the service says, what the clocks do, the
/// process dying and the blob damaged.
///
/// # Panics
/// When a step breaks its contract: a stream's number that is not new, a wake-up that is already past,
/// a blob that is not the first effect, or a next link that no longer works.
pub fn journey(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let mut phone = Phone::new();
    while !bytes.is_empty() {
        phone.turn(&mut bytes);
    }
    phone.next_link_works();
}

/// No device runs for longer, in milliseconds: at the end of its numbers a clock could not show what
/// comes after.
const LONGEST_BOOT: u64 = 1 << 62;

struct Phone {
    journey: Journey,
    now: Now,
    turns: u64,
    last_stream: u64,
    last_meeting: u64,
    blob: Option<String>,
    commands: Vec<CommandId>,
}

impl Phone {
    fn new() -> Self {
        Self {
            journey: Journey::new(setup()),
            now: Now { since_boot_ms: 1_000, boot_id: 1, wall_ms: 1_795_510_000_000, entropy: [7; 32] },
            turns: 0,
            last_stream: 0,
            last_meeting: 0,
            blob: None,
            commands: Vec::new(),
        }
    }

    fn turn(&mut self, bytes: &mut Bytes<'_>) {
        match bytes.byte() % 8 {
            0 => self.now.since_boot_ms = self.now.since_boot_ms.saturating_add(bytes.number()).min(LONGEST_BOOT),
            1 => self.now.wall_ms = bytes.number(),
            2 => (self.now.boot_id, self.now.since_boot_ms) = (bytes.number(), bytes.number().min(LONGEST_BOOT)),
            3 => self.restart(bytes),
            _ => {
                let input = self.input(bytes);
                self.feed(input);
            }
        }
    }

    fn input(&self, bytes: &mut Bytes<'_>) -> Input {
        let stream = self.last_stream.saturating_sub(u64::from(bytes.byte() % 4 / 3));
        match bytes.byte() % 28 {
            0 if bytes.one_in(4) => Input::Text {
                text: format!("{} {}", link(bytes.byte() % 4), link(bytes.byte() % 4)),
                source: Source::Paste,
            },
            0 => Input::Text { text: link(bytes.byte() % 4), source: Source::Link },
            1 => Input::Text { text: bytes.text(), source: Source::Paste },
            2 => Input::Name(bytes.text()),
            3 => Input::Name("Ada".to_owned()),
            4 => Input::Measured(measured(bytes)),
            5 => Input::ArStarted(ArLevel::Basic),
            6 => Input::ArLost,
            7 => Input::Leave,
            8 => Input::Confirm(bytes.one_in(2)),
            9 => Input::KnockAgain,
            10 => Input::Dismiss,
            11 => Input::Sleep,
            12 => Input::Wake,
            13 => Input::NetworkBack,
            14 => Input::Alive { stream },
            15 => Input::Lost { stream },
            16 => Input::Refused { stream, problem: problem(bytes) },
            17 => match bytes.one_of(&self.commands) {
                Some(command_id) => Input::Answered { command_id: command_id.clone(), view: view(bytes) },
                None => Input::Tick,
            },
            18 => match bytes.one_of(&self.commands) {
                Some(command_id) => {
                    Input::Failed { command_id: command_id.clone(), problem: bytes.one_in(2).then(|| problem(bytes)) }
                }
                None => Input::Tick,
            },
            19 => Input::Camera(bytes.one_of(&CAMERAS).copied().unwrap_or_default()),
            20 => Input::GoOn,
            21 => Input::Choose(u32::from(bytes.byte() % 4)),
            22 if bytes.one_in(4) => Input::Open,
            22 => Input::Move,
            23 => Input::ArFailed(SessionFailure::Other),
            24 => Input::Text { text: meeting(bytes.byte() % 2), source: Source::Paste },
            25 => {
                let number = self.last_meeting.saturating_sub(u64::from(bytes.byte() % 4 / 3));
                Input::Meeting { number, report: report(bytes) }
            }
            26 => Input::AccessToken(AccessToken::parse(&bytes.text())),
            _ => Input::Heard { stream, view: view(bytes) },
        }
    }

    fn feed(&mut self, input: Input) {
        let taken = step(&self.journey, &self.now, input);
        self.check(taken);
    }

    /// The process dies; sometimes what it kept comes back damaged, or is somebody else's.
    fn restart(&mut self, bytes: &mut Bytes<'_>) {
        let mut blob = self.blob.clone().unwrap_or_default();
        if bytes.one_in(4) {
            let at = usize::from(bytes.byte()).min(blob.len());
            let text = bytes.text();
            if blob.is_char_boundary(at) {
                blob.replace_range(at.., &text);
            }
        }
        let taken = Journey::restore(setup(), &blob, &self.now);
        // Streams and meetings are counted by the process.
        (self.last_stream, self.last_meeting, self.commands) = (0, 0, Vec::new());
        self.check(taken);
    }

    fn check(&mut self, taken: Step) {
        assert!(taken.wake_at.is_none_or(|at| at > self.now.since_boot_ms), "a wake-up that is already past");
        for (at, effect) in taken.effects.into_iter().enumerate() {
            match effect {
                Effect::Save(blob) => {
                    assert_eq!(at, 0, "something was done before the blob was kept");
                    self.blob = blob;
                }
                Effect::OpenStream { stream, host, .. } => {
                    assert_eq!(host.as_str(), "help.example.com", "a knock and its token go elsewhere");
                    assert!(stream > self.last_stream, "an old number for a new stream");
                    self.last_stream = stream;
                }
                Effect::JoinMeeting { number, .. } => {
                    assert!(number > self.last_meeting, "an old number for a new meeting");
                    self.last_meeting = number;
                }
                Effect::Send { command, .. } => self.commands.push(command.command_id),
                _ => {}
            }
        }
        self.journey = taken.journey;
        let _ = self.journey.screen(&self.now);
        self.turns += 1;
        self.now.entropy = [0; 32];
        for (at, byte) in self.turns.to_le_bytes().into_iter().enumerate() {
            if let Some(place) = self.now.entropy.get_mut(at) {
                *place = byte;
            }
        }
    }

    /// Rule 10: whatever happened, a new invitation is what is shown next; a running call asks first.
    fn next_link_works(&mut self) {
        self.feed(Input::Text { text: link(200), source: Source::Link });
        if ["ask-leave-for", "meeting-ask-leave-for"].contains(&self.journey.kind()) {
            self.feed(Input::Confirm(true));
        }
        assert_eq!(self.journey.kind(), "ask-name", "a new link does not work");
    }
}

fn setup() -> Setup {
    Setup { hosts: Hosts::new(Host::parse("help.example.com").ok()), call_client: true, ..Setup::default() }
}

fn link(number: u8) -> String {
    format!("https://help.example.com/j/{}", Token::from_bits(u128::from(number) + 1))
}

fn meeting(number: u8) -> String {
    format!("https://teams.microsoft.com/meet/200000000000{number}?p=Passcode")
}

fn measured(bytes: &mut Bytes<'_>) -> Measurement {
    let answer = match bytes.byte() % 5 {
        0 => ArCoreAnswer::UnsupportedDeviceNotCapable,
        1 => ArCoreAnswer::SupportedNotInstalled,
        2 => ArCoreAnswer::SupportedApkTooOld,
        3 => ArCoreAnswer::UnknownChecking,
        _ => ArCoreAnswer::SupportedInstalled,
    };
    let system = ArSystem::ArCore { answer, api_level: 34, depth: bytes.byte().is_multiple_of(2) };
    Measurement { system, camera: CameraPermission::Granted, simulated: false }
}

fn report(bytes: &mut Bytes<'_>) -> MeetingReport {
    match bytes.byte() % 8 {
        0 => MeetingReport::Joining,
        1 => MeetingReport::InLobby,
        2 => MeetingReport::InCall,
        3 => MeetingReport::Declined,
        4 => MeetingReport::TimedOutInLobby,
        5 => MeetingReport::Removed,
        6 => MeetingReport::Ended,
        _ => MeetingReport::Failed,
    }
}

fn problem(bytes: &mut Bytes<'_>) -> Problem {
    let mut problem =
        bytes.one_of(ProblemCode::ALL).map_or_else(|| Problem::new(ProblemCode::LinkDead), |&code| Problem::new(code));
    problem.retry_after_ms = bytes.one_in(2).then(|| bytes.number());
    if bytes.one_in(8) {
        problem.kind = bytes.text();
    }
    problem
}

fn view(bytes: &mut Bytes<'_>) -> CustomerView {
    let phases = [Phase::Lobby, Phase::Call, Phase::Over];
    CustomerView {
        phase: bytes.one_of(&phases).copied().unwrap_or(Phase::Lobby),
        fallback: "A sentence.".to_owned(),
        visit: u32::from(bytes.byte() % 4),
        here_every_ms: bytes.number(),
        lease_ms: bytes.number(),
        may_return: bytes.one_in(2),
        ticket: None,
        state: state(bytes),
    }
}

fn state(bytes: &mut Bytes<'_>) -> CustomerState {
    let words = || "amber walrus".to_owned();
    let agent = || "Agent".to_owned();
    let features = Features::for_pair(false, ArSupport::Unsupported, AgentClient::DesktopBrowser);
    match bytes.byte() % 8 {
        0 => CustomerState::Waiting {
            reason: bytes.one_of(&REASONS).copied().unwrap_or(WaitReason::Unknown),
            match_phrase: words(),
            message: None,
            starts_in_ms: bytes.one_in(2).then(|| bytes.number()),
        },
        1 => CustomerState::Held { match_phrase: words(), message: Some(bytes.text()) },
        2 => CustomerState::Admitted { agent: agent(), features },
        3 => CustomerState::InCall { agent: agent(), agent_present: bytes.one_in(2), features },
        4 => CustomerState::Declined { reason: DeclineReason::NotNow, blocked: bytes.one_in(2) },
        5 => CustomerState::Ended { reason: bytes.one_of(&ENDINGS).copied().unwrap_or(EndReason::Unknown) },
        6 => CustomerState::UpdateRequired,
        _ => CustomerState::Unknown,
    }
}

const CAMERAS: [CameraAccess; 5] =
    [CameraAccess::Unknown, CameraAccess::NotAsked, CameraAccess::Granted, CameraAccess::Denied, CameraAccess::Missing];

const REASONS: [WaitReason; 6] = [
    WaitReason::TooEarly,
    WaitReason::AgentAbsent,
    WaitReason::NotYetNoticed,
    WaitReason::Noticed,
    WaitReason::CallTaken,
    WaitReason::Unknown,
];

const ENDINGS: [EndReason; 8] = [
    EndReason::CallOver,
    EndReason::YouLeft,
    EndReason::YouLeftTheLobby,
    EndReason::Removed,
    EndReason::LeaseEnded,
    EndReason::Moved,
    EndReason::LinkExpired,
    EndReason::Unknown,
];
