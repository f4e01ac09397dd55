//! The customer's side of a call, from a tapped link to a dead one: a pure machine.
//!
//! [`step`] takes (journey, now, input) and returns the new journey, the effects to carry out and the
//! next wake-up. What the customer sees is [`Journey::screen`], a function of the state. A driver
//! (`client`, or a simulation) feeds inputs and carries out effects; it decides nothing.

mod effect;
mod input;
mod screen;

pub use effect::Effect;
pub use input::{Input, Now, Source};
pub use screen::{CallMode, OverReason, Question, Screen, Waiting};
