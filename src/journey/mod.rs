//! The customer's side of a call, from a tapped link to a dead one: a pure machine.
//!
//! [`step`] takes (journey, now, input) and returns the new journey, the effects to carry out and the
//! next wake-up. What the customer sees is [`Journey::screen`], a function of the state. A driver
//! (`client`, or a simulation) feeds inputs and carries out effects; it decides nothing.
//!
//! The contract with a driver:
//!
//! - Carry out the effects **in order**. A new blob is always the first of them: what is kept never
//!   lags behind what was sent.
//! - Feed [`Input::Tick`] at [`Step::wake_at`]. Too early, too late, twice or not asked for is harmless:
//!   whatever is due is done in any step, and a tick with nothing due does nothing.
//! - Every command comes back as [`Input::Answered`] or [`Input::Failed`]; one that never does counts
//!   as failed after a while. What belongs to an older stream or to a settled command is dropped.
//! - Inputs that make no sense where the journey is – a name when none is asked, a yes without a
//!   question – change nothing. A screen and a tap cross on the way; that is no error.
//!
//! Decided here, where the customer could expect either:
//!
//! - A text that holds no invitation shows a [`Screen::LinkProblem`] only when nothing is open. Waiting
//!   customers who paste something else keep their place, and a name that is being asked stays asked.
//! - A new invitation replaces whatever is shown at once; only a running call asks first.
//! - A text with two different invitations is a question. Whoever has a place keeps it until they choose.
//! - The rehearsal before the knock holds nobody up: it is left out when there is nothing to say, it has no
//!   timer, and a tap goes on whatever it found. Whoever comes by a ticket has rehearsed where they come from.
//! - A meeting in Microsoft Teams is joined by the call client that the shell brings, after the same name and
//!   rehearsal. Its end is never final here: whoever taps the link again asks Teams again. Without a call
//!   client the customer is shown where to go; that is not remembered, for nothing was begun.
//! - A token of a customer's account helps and hinders nobody: what the service does not take is asked for once
//!   more, and without one the knock goes on as anybody's. One that comes while a place is held waits for the next
//!   knock.
//! - What the service says in answer to a command settles that command alone. The screen follows the
//!   stream, whose order is known – but for `enter`, whose answer belongs to one admission.
//! - An input that only a person in front of the screen can make wakes a journey that was told to sleep.
//!
#![doc = include_str!("journey.md")]

mod ar;
mod beats;
mod blob;
mod choosing;
mod connection;
mod door;
mod effect;
mod elsewhere;
mod errands;
mod hearing;
mod input;
mod kept;
mod leaving;
mod meeting;
mod refusals;
mod rehearsal;
mod screen;
mod show;
mod sign_in;
mod state;
mod step;
mod texts;
mod whereabouts;

#[cfg(test)]
mod tests;

pub use effect::Effect;
pub use input::{Input, Now, Source};
pub use meeting::MeetingReport;
pub use rehearsal::CameraAccess;
pub use screen::{CallMode, OverReason, Question, Screen, Waiting};
pub use sign_in::AccessToken;
pub use state::{Journey, Setup};
pub use step::{Step, step};
pub use whereabouts::Whereabouts;
