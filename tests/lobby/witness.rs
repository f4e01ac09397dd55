//! Who may be where, told from the events alone and without the lobby's own state.

use std::collections::BTreeSet;

use onecall::lobby::{Admitter, Event};
use onecall::protocol::{AgentId, KnockId};

use crate::desk::Desk;

/// What the events alone say about who may be where.
#[derive(Default)]
pub(crate) struct Witness {
    /// Admissions that were not used yet.
    pub(crate) admitted: BTreeSet<KnockId>,
    pub(crate) in_call: BTreeSet<KnockId>,
    /// Out for good.
    pub(crate) out: BTreeSet<KnockId>,
    pub(crate) agents: BTreeSet<AgentId>,
    pub(crate) over: bool,
}

impl Witness {
    pub(crate) fn see(&mut self, desk: &Desk, event: &Event) {
        assert!(!self.over || matches!(event, Event::Forgotten), "{event:?} after the end");
        match event {
            Event::Knocked { knock, .. } => assert!(!self.out.contains(knock), "came back after having been put out"),
            Event::Admitted { knock, by } => {
                assert!(self.admitted.is_empty() && self.in_call.is_empty(), "two at once");
                assert!(!self.out.contains(knock));
                if let Admitter::Policy { issuer } = by {
                    assert_eq!(issuer, "works");
                    assert!(self.agents.contains(&desk.call.agent().id), "policy without the call's agent");
                }
                self.admitted.insert(knock.clone());
            }
            Event::Entered { knock } => {
                assert!(self.admitted.remove(knock), "in the call without an admission of one's own");
                self.in_call.insert(knock.clone());
            }
            Event::Moved { from, to, .. } => {
                for set in [&mut self.admitted, &mut self.in_call] {
                    if set.remove(from) {
                        set.insert(to.clone());
                    }
                }
            }
            Event::SentBack { knock, .. } | Event::LeaseEnded { knock } | Event::LeftLobby { knock, .. } => {
                self.leave(knock);
            }
            Event::Removed { knock, .. } | Event::LeftCall { knock } | Event::Declined { knock, block: true, .. } => {
                self.leave(knock);
                self.out.insert(knock.clone());
            }
            Event::Over(_) => {
                self.over = true;
                self.admitted.clear();
                self.in_call.clear();
            }
            Event::AgentsPresent { agents } => self.agents.clone_from(agents),
            _ => {}
        }
    }

    fn leave(&mut self, knock: &KnockId) {
        self.admitted.remove(knock);
        self.in_call.remove(knock);
    }
}
