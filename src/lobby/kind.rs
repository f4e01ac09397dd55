//! What can be said of an event without telling what is in it.

use std::fmt;

use super::Event;

impl Event {
    /// Whether the event is written down.
    #[must_use]
    pub fn is_durable(&self) -> bool {
        !matches!(self, Self::Beat { .. } | Self::AgentsPresent { .. } | Self::Started | Self::Forgotten)
    }
}

impl fmt::Debug for Event {
    /// The kind alone: events hold names and messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

impl Event {
    /// The name of the event, as it is written down.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::Edited { .. } => "edited",
            Self::LinkReplaced { .. } => "link-replaced",
            Self::CodeMade { .. } => "code-made",
            Self::OpeningTicketMade { .. } => "opening-ticket-made",
            Self::TicketMade { .. } => "ticket-made",
            Self::Knocked { .. } => "knocked",
            Self::Moved { .. } => "moved",
            Self::Measured { .. } => "measured",
            Self::Noticed { .. } => "noticed",
            Self::Held { .. } => "held",
            Self::Released { .. } => "released",
            Self::Messaged { .. } => "messaged",
            Self::FellAsleep { .. } => "fell-asleep",
            Self::WokeUp { .. } => "woke-up",
            Self::LeaseEnded { .. } => "lease-ended",
            Self::LeftLobby { .. } => "left-lobby",
            Self::Admitted { .. } => "admitted",
            Self::Entered { .. } => "entered",
            Self::Declined { .. } => "declined",
            Self::SentBack { .. } => "sent-back",
            Self::Removed { .. } => "removed",
            Self::LeftCall { .. } => "left-call",
            Self::HandedOver { .. } => "handed-over",
            Self::Over(_) => "over",
            Self::Beat { .. } => "beat",
            Self::AgentsPresent { .. } => "agents-present",
            Self::Started => "started",
            Self::Forgotten => "forgotten",
        }
    }
}
