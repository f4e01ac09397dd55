//! Who listens: a customer to their own state, an agent to all calls.

use std::sync::Arc;

use onecall::protocol::{AgentId, CallId, CallView, CustomerView};
use tokio::sync::{broadcast, watch};

use super::Hub;

/// A customer's stream: always the latest state, so a slow reader holds up nothing.
///
/// The channel closes when a newer stream of the same knock has taken over.
pub struct Listener {
    /// Which call, for the log.
    pub call: CallId,
    /// The customer's whole state.
    pub view: watch::Receiver<CustomerView>,
}

/// What changed in the list of calls.
#[derive(Clone, Debug)]
pub enum Change {
    /// A call is new, or changed.
    Call(Arc<CallView>),
    /// A call is deleted or forgotten.
    Gone(CallId),
}

/// An agent's stream. While it lives the agent counts as present.
pub struct AgentListener {
    /// Every call, as it was when the stream began.
    pub snapshot: Vec<CallView>,
    /// Every change since. One that lags asks for a fresh snapshot: [`Hub::calls`].
    pub changes: broadcast::Receiver<Change>,
    /// Ends the presence when dropped.
    pub(super) _here: Here,
}

/// An agent's console is open for as long as this lives.
pub(super) struct Here {
    pub(super) hub: Arc<Hub>,
    pub(super) agent: AgentId,
}

impl Drop for Here {
    fn drop(&mut self) {
        self.hub.agent_closed(&self.agent);
    }
}
