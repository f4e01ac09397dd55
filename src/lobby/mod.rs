//! The service's side of one call: every rule of its lobby, its knocks and its two people.
//!
//! [`step`] is a pure function of (call, moment, command). It returns the new state, the events that
//! led there and the next wake-up, or a [`Refusal`] that changes nothing. The service adds
//! durability and transport, never a rule.
//!
//! - **Events** are the truth: [`Call::replay`] over the durable ones gives the durable part of the
//!   state again. What is *volatile* ([`Event::is_durable`]) – beats of a waking phone, which agents
//!   have their console open – is never written down; after a restart every phone gets a fresh grace.
//! - **Time** never goes behind a call's last event, whatever the wall clock does.
//! - **Waking** too early, too late or twice is harmless.

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
