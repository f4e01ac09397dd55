#![doc = include_str!("lobby.md")]

mod agent;
mod apply;
mod call;
mod command;
mod customer;
mod envelope;
mod event;
mod facts;
mod guest;
mod hash;
mod kind;
mod knocking;
mod phrase;
mod step;
mod values;
mod view;
mod waking;

pub use call::{Call, ReplayError};
pub use command::{Account, Command, Create, Knock, Moment, Refusal, Settings, Step, Via};
pub use envelope::{ENVELOPE_VERSION, Envelope};
pub use event::{Admitter, Event, WhyOver};
pub use hash::{CodeHash, LinkHash, SecretHash, TicketHash};
pub use step::step;
pub use values::Value;
