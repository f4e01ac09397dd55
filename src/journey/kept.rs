//! What a journey keeps across a restart of the app: its places, and what it owes to the service.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::OverReason;
use super::door::Door;
use crate::link::{Host, TeamsLink};
use crate::protocol::{CommandId, CustomerAct, KnockId, Secret};

/// So many places of earlier links are remembered. Enough to tell a customer who opens an old message
/// that this call has ended, and to keep a block in force.
const MAX_PAST: usize = 16;

/// Everything that survives the process. Compared after every step: a difference is saved.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The name used last, to fill in the next time.
    #[serde(default)]
    pub(super) name: Option<String>,
    /// What was shown.
    #[serde(default)]
    pub(super) shown: Shown,
    /// The meeting in Microsoft Teams that is shown instead. Beside `shown`, not in it: an app of an earlier
    /// release that finds this blob after all still reads the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) meeting: Option<Meeting>,
    /// Places of other links, the latest last.
    #[serde(default)]
    pub(super) past: Vec<Place>,
    /// Wall time at which the phone went to sleep with a place, in milliseconds since the Unix epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) asleep_since_ms: Option<u64>,
    /// Commands that must still reach the service.
    #[serde(default)]
    pub(super) owed: Vec<Errand>,
    /// No beat with a greater number was ever sent. Reserved in blocks, so that not every beat has to
    /// be saved.
    #[serde(default)]
    pub(super) beats: u64,
}

/// What is shown, as far as a restart must show it again.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shown {
    /// Nothing is open.
    #[default]
    Nothing,
    /// The name is asked.
    Naming(Found),
    /// A place, taken or over.
    Place(Box<Place>),
}

/// An invitation, and where it leads.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Found {
    /// The host that is asked.
    pub(super) host: Host,
    /// The token, code or ticket, as it travels.
    pub(super) invitation: String,
    /// It takes a place along, and the name with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_ticket: bool,
}

/// One identity on one link.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    /// The link.
    pub(super) found: Found,
    /// Who we are there.
    pub(super) knock_id: KnockId,
    /// What proves it.
    pub(super) secret: Secret,
    /// The name that was typed; frozen by the service from the first knock. A plain text: a later app
    /// with stricter rules must not lose the place of a name that was accepted.
    pub(super) name: String,
    /// The visit that is asked for, from 1.
    pub(super) visit: u32,
    /// That visit is over: the next knock makes another one.
    pub(super) spent: bool,
    /// How far it is.
    pub(super) standing: Standing,
    /// How it ended, or how the visit before this one did.
    #[serde(default)]
    pub(super) ending: Option<Ending>,
}

/// How far a place is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standing {
    /// Knocked, not let in.
    Lobby,
    /// Let in: a running call, which nothing replaces without asking.
    Call,
    /// Over.
    Over,
}

/// A meeting in Microsoft Teams, for the shell's call client.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Meeting {
    /// The link.
    pub(super) link: TeamsLink,
    /// The name to join with; [`None`] while it is asked.
    #[serde(default)]
    pub(super) name: Option<String>,
    /// How it ended, if it did.
    #[serde(default)]
    pub(super) ending: Option<Ending>,
}

/// How a place or a meeting ended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ending {
    /// Why.
    pub(super) reason: OverReason,
    /// Knocking again may help.
    pub(super) may_return: bool,
    /// What a newer service says about it.
    #[serde(default)]
    pub(super) sentence: Option<String>,
}

/// A command that is sent until it is answered, under the same id.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Errand {
    /// Where.
    pub(super) host: Host,
    /// Whose.
    pub(super) knock_id: KnockId,
    /// What proves it.
    pub(super) secret: Secret,
    /// The same for every try.
    pub(super) command_id: CommandId,
    /// What is done.
    #[serde(deserialize_with = "act")]
    pub(super) act: CustomerAct,
    /// In which visit. Absent in the blob of an older app.
    #[serde(default)]
    pub(super) visit: Option<u32>,
    /// Wall time of the wish; a debt of another day is nobody's concern any more.
    pub(super) since_ms: u64,
    /// How often it was sent.
    #[serde(skip)]
    pub(super) tries: u32,
    /// When to send it (again), in milliseconds since boot.
    #[serde(skip)]
    pub(super) next_at: u64,
}

/// An act, in less code than is derived for a name that is one field among others.
fn act<'de, D: Deserializer<'de>>(from: D) -> Result<CustomerAct, D::Error> {
    #[derive(Deserialize)]
    struct Fields {
        #[serde(rename = "type")]
        kind: String,
        #[serde(default)]
        n: u64,
        #[serde(default)]
        visit: Option<u32>,
    }
    let Fields { kind, n, visit } = Fields::deserialize(from)?;
    Ok(match kind.as_str() {
        "here" => CustomerAct::Here { n },
        "asleep" => CustomerAct::Asleep { n },
        "enter" => CustomerAct::Enter,
        "leave-lobby" => CustomerAct::LeaveLobby { visit },
        "leave-call" => CustomerAct::LeaveCall,
        "move" => CustomerAct::Move,
        _ => return Err(D::Error::custom("no act")),
    })
}

impl Errand {
    pub(super) fn leaves_lobby(&self) -> bool {
        matches!(self.act, CustomerAct::LeaveLobby { .. })
    }
}

impl PartialEq for Errand {
    /// An errand never changes, only its schedule does: that is not worth saving.
    fn eq(&self, other: &Self) -> bool {
        self.command_id == other.command_id
    }
}

impl Place {
    /// Whether it is the place of this invitation. The host does not count: one service may be reached
    /// by two names.
    pub(super) fn is_for(&self, found: &Found) -> bool {
        self.found.invitation == found.invitation
    }

    /// Marks it as over.
    pub(super) fn end(&mut self, reason: OverReason, may_return: bool) {
        self.standing = Standing::Over;
        self.ending = Some(Ending { reason, may_return, sentence: None });
    }

    pub(super) fn may_return(&self) -> bool {
        self.ending.as_ref().is_none_or(|ending| ending.may_return)
    }
}

impl Meeting {
    /// Marks it as over.
    pub(super) fn end(&mut self, reason: OverReason, may_return: bool) {
        self.ending = Some(Ending { reason, may_return, sentence: None });
    }
}

impl Kept {
    /// Whether this is what is shown.
    pub(super) fn shows(&self, door: &Door) -> bool {
        match (door, &self.shown, &self.meeting) {
            (Door::Teams(link), _, Some(meeting)) => meeting.link.joins_the_same_as(link),
            (Door::Ours(found), Shown::Naming(asked), _) => asked.invitation == found.invitation,
            (Door::Ours(found), Shown::Place(place), _) => place.is_for(found),
            _ => false,
        }
    }

    /// How what is shown ended.
    pub(super) fn ending(&self) -> Option<&Ending> {
        match &self.meeting {
            Some(meeting) => meeting.ending.as_ref(),
            None => self.place().and_then(|place| place.ending.as_ref()),
        }
    }

    /// Whether a name is still wanted for what is shown.
    pub(super) fn wants_name(&self) -> bool {
        matches!(self.shown, Shown::Naming(_)) || self.meeting.as_ref().is_some_and(|meeting| meeting.name.is_none())
    }

    pub(super) fn place(&self) -> Option<&Place> {
        if let Shown::Place(place) = &self.shown { Some(place) } else { None }
    }

    pub(super) fn place_mut(&mut self) -> Option<&mut Place> {
        if let Shown::Place(place) = &mut self.shown { Some(place) } else { None }
    }

    /// Puts what is shown aside; its place is remembered. A meeting is not: it holds no identity of ours.
    pub(super) fn retire(&mut self) {
        self.meeting = None;
        if let Shown::Place(place) = std::mem::take(&mut self.shown) {
            self.past.retain(|other| !other.is_for(&place.found));
            self.past.push(*place);
            let surplus = self.past.len().saturating_sub(MAX_PAST);
            self.past.drain(..surplus);
        }
    }

    /// Takes the place of this invitation out of the remembered ones.
    pub(super) fn recall(&mut self, found: &Found) -> Option<Place> {
        let at = self.past.iter().position(|place| place.is_for(found))?;
        let mut place = self.past.remove(at);
        place.found = found.clone();
        Some(place)
    }
}
