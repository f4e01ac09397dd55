//! The blob: what is kept, as JSON with a version, for the shell's secure storage.

use serde::{Deserialize, Serialize};

use super::kept::{Kept, Shown, Standing};
use super::state::State;
use super::step::Turn;
use super::{Effect, Journey, Now, Setup, Step};
use crate::json::{self, Node, Unreadable};
use crate::protocol::CustomerAct;

/// The version that is written. A reader of version N reads 1 to N; what a later version adds within
/// one number has a default.
const VERSION: u32 = 1;
/// Debts of another day are forgotten: the call is over anyway.
const DEBT_MS: u64 = 24 * 60 * 60 * 1_000;

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    #[serde(flatten)]
    kept: &'a Kept,
}

enum Read {
    Kept(Box<Kept>),
    Newer,
    Damaged,
}

fn read(blob: &str) -> Read {
    match json::read::<Version>(blob) {
        Ok(Version { version }) if version > VERSION => Read::Newer,
        Ok(Version { version: VERSION }) => {
            json::read(blob).or_else(|_| without_meeting(blob)).map_or(Read::Damaged, |kept| Read::Kept(Box::new(kept)))
        }
        _ => Read::Damaged,
    }
}

/// A later app may be stricter about links of Teams: then the places of this blob are not lost with the meeting.
fn without_meeting(blob: &str) -> Result<Kept, Unreadable> {
    let mut node = json::parse(blob)?;
    if let Node::Object(entries) = &mut node {
        entries.retain(|(name, _)| name != "meeting");
    }
    json::from_node(node)
}

impl Journey {
    /// What is to be kept, as text. Holds secrets: it belongs into secure storage.
    pub(super) fn blob(&self) -> String {
        // Strings, numbers and lists of them: nothing that could fail to be written.
        serde_json::to_string(&Written { version: VERSION, kept: &self.kept }).unwrap_or_default()
    }

    /// Goes on where the last process of the app stopped: the same place is taken again, the same ending
    /// shown. `blob` is what the last [`Effect::Save`] handed over.
    ///
    /// Never fails. From a damaged blob the journey starts afresh, and the blob is thrown away. The
    /// blob of a *newer* app stays untouched, for the day the app is updated again, until there is
    /// something of our own to keep; meanwhile the journey starts afresh too.
    pub fn restore(setup: Setup, blob: &str, now: &Now) -> Step {
        let mut turn = Turn::new(Self::new(setup), now);
        match read(blob) {
            Read::Kept(kept) => {
                let before = Kept::clone(&kept);
                turn.j.kept = *kept;
                turn.resume();
                turn.finish(&before)
            }
            Read::Newer => turn.finish(&Kept::default()),
            Read::Damaged => {
                turn.effects.push(Effect::Save(None));
                turn.finish(&Kept::default())
            }
        }
    }
}

impl Turn<'_> {
    fn resume(&mut self) {
        let wall_ms = self.now.wall_ms;
        let hosts = self.j.setup.hosts.clone();
        let kept = &mut self.j.kept;
        // The hosts may have changed with an update of the app: nothing is sent to one that was ours.
        kept.owed.retain(|errand| {
            let leaves = matches!(errand.act, CustomerAct::LeaveLobby { .. } | CustomerAct::LeaveCall);
            leaves && hosts.contains(&errand.host) && wall_ms.abs_diff(errand.since_ms) < DEBT_MS
        });
        let ours = match &kept.shown {
            Shown::Nothing => true,
            Shown::Naming(found) => hosts.contains(&found.host),
            Shown::Place(place) => hosts.contains(&place.found.host),
        };
        if !ours {
            kept.shown = Shown::Nothing;
        }
        let now = self.now.since_boot_ms;
        self.j.kept.owed.iter_mut().for_each(|errand| errand.next_at = now);
        let shown = std::mem::take(&mut self.j.kept.shown);
        if shown != Shown::Nothing {
            self.j.kept.meeting = None;
        }
        match shown {
            Shown::Nothing => self.resume_meeting(),
            Shown::Naming(found) => self.ask_name(found),
            Shown::Place(place) => {
                let over = place.standing == Standing::Over;
                self.j.kept.shown = Shown::Place(place);
                if over {
                    self.j.state = State::Over;
                } else {
                    self.knock();
                }
            }
        }
        self.wake_in_another_process();
    }
}
