#![doc = include_str!("lobby.md")]

mod agent;
mod apply;
mod call;
mod command;
mod customer;
mod event;
mod facts;
mod guest;
mod knocking;
mod phrase;
mod step;
mod values;
mod view;
mod waking;

pub use call::{Call, ENVELOPE_VERSION, ReplayError};
pub use command::{Account, Command, Create, Knock, Moment, Refusal, Settings, Step, Via};
pub use event::{Admitter, CodeHash, Envelope, Event, LinkHash, SecretHash, TicketHash, WhyOver};
pub use step::step;
