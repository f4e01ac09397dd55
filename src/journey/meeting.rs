//! A meeting in Microsoft Teams: the same journey, by the call client of the shell, or handed to the
//! Teams client.
//!
//! Nothing of ours is knocked at, and nothing has a timer: the call client knows how it stands and reports
//! it. Who may come in, come back or has come too late is for Teams to say.

use serde::Deserialize;

use super::door::Door;
use super::kept::Meeting;
use super::leaving::Leave;
use super::state::{Asked, State};
use super::step::Turn;
use super::{Effect, OverReason};
use crate::link::TeamsLink;
use crate::protocol::DeclineReason;

/// What the shell's call client reports of a meeting. With the codes of Azure Communication Services, as
/// `code`/`subcode` of the call's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum MeetingReport {
    /// On the way. Said of a connection that is being made again it changes nothing: the call is still running.
    Joining,
    /// In the lobby.
    InLobby,
    /// Let in.
    InCall,
    /// Somebody there did not let the customer in.
    Declined,
    /// Nobody let the customer in for as long as Teams lets anybody wait (200/5855).
    TimedOutInLobby,
    /// Somebody there took the customer out (200/5300).
    Removed,
    /// The meeting is over.
    Ended,
    /// Anything else: it cannot be joined, or the connection is gone for good.
    Failed,
}

/// A meeting that is being joined, or was.
#[derive(Clone)]
pub(super) struct Meet {
    /// Which of our attempts to join: what an earlier one still reports is dropped.
    pub(super) number: u64,
    pub(super) stage: Stage,
    /// What the customer is asked.
    pub(super) question: Option<Asked>,
}

/// How far a meeting is joined.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Joining,
    Lobby,
    Call,
}

impl Meet {
    pub(super) fn kind(&self) -> &'static str {
        match (&self.question, self.stage) {
            (Some(Asked::End), _) => "meeting-ask-leave",
            (Some(Asked::LeaveFor(_)), _) => "meeting-ask-leave-for",
            (Some(Asked::Which(_)), _) => "meeting-ask-which",
            (None, Stage::Joining) => "meeting-knocking",
            (None, Stage::Lobby) => "meeting-waiting",
            (None, Stage::Call) => "in-meeting",
        }
    }
}

impl Turn<'_> {
    /// Shows this meeting: by the shell's client, or where to go without one.
    pub(super) fn open_meeting(&mut self, link: TeamsLink) {
        if self.j.setup.call_client {
            self.j.kept.meeting = Some(Meeting { link, name: None, ending: None });
            self.j.state = self.naming();
        } else {
            self.j.state = State::Elsewhere(link);
        }
    }

    /// The app is started again. The call client ended with the last process; whether a guest is let in
    /// again is for Teams to say.
    pub(super) fn resume_meeting(&mut self) {
        let Some(meeting) = self.j.kept.meeting.take() else { return };
        if !self.j.setup.call_client || meeting.name.is_none() {
            self.open(Door::Teams(meeting.link));
            return;
        }
        let over = meeting.ending.is_some();
        self.j.kept.meeting = Some(meeting);
        if over {
            self.j.state = State::Over;
        } else {
            self.join();
        }
    }

    /// Joins the meeting that is shown, or joins it again.
    pub(super) fn join(&mut self) {
        let Some(Meeting { link, name: Some(name), ending }) = &mut self.j.kept.meeting else { return };
        *ending = None;
        let number = self.j.meetings.saturating_add(1);
        self.effects.push(Effect::JoinMeeting { number, link: link.clone(), name: name.clone() });
        self.j.meetings = number;
        self.j.state = State::Meeting(Box::new(Meet { number, stage: Stage::Joining, question: None }));
    }

    pub(super) fn reported(&mut self, number: u64, report: MeetingReport) {
        if self.j.meet().is_none_or(|meet| meet.number != number) {
            return;
        }
        match report {
            MeetingReport::Joining if self.j.in_call() => {}
            MeetingReport::Joining => self.came_to(Stage::Joining),
            MeetingReport::InLobby => self.came_to(Stage::Lobby),
            MeetingReport::InCall => self.came_to(Stage::Call),
            MeetingReport::Declined => self.meeting_over(OverReason::Declined(DeclineReason::Unsaid), true),
            MeetingReport::TimedOutInLobby => self.meeting_over(OverReason::NobodyCame, true),
            MeetingReport::Removed => self.meeting_over(OverReason::Removed, false),
            MeetingReport::Ended => self.meeting_over(OverReason::CallOver, false),
            MeetingReport::Failed => self.meeting_over(OverReason::MeetingFailed, true),
        }
    }

    fn came_to(&mut self, stage: Stage) {
        let State::Meeting(meet) = &mut self.j.state else { return };
        meet.stage = stage;
        if stage != Stage::Call {
            self.nothing_to_end();
        }
    }

    /// Leaves at once, whatever the call client makes of it.
    pub(super) fn leave_meeting(&mut self, leave: Leave) {
        let Some(meet) = self.j.meet() else { return };
        self.effects.push(Effect::LeaveMeeting { number: meet.number });
        let reason = match leave {
            Leave::Lobby => OverReason::YouLeftTheLobby,
            Leave::Call => OverReason::YouLeft,
        };
        self.end_meeting(reason, true);
    }

    /// Over, by word of the call client.
    fn meeting_over(&mut self, reason: OverReason, may_return: bool) {
        let asked = self.j.question_mut().and_then(Option::take);
        self.end_meeting(reason, may_return);
        self.answer_itself(asked);
    }

    fn end_meeting(&mut self, reason: OverReason, may_return: bool) {
        if let Some(meeting) = &mut self.j.kept.meeting {
            meeting.end(reason, may_return);
        }
        self.j.state = State::Over;
    }
}
