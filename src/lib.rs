//! The core of onecall: one-time calls between an agent and a customer.
//!
//! Everything a one-time call must get right is decided here, in pure functions that the phone, the
//! service and the simulator share:
//!
//! - [`link`] reads any text and finds the invitation in it, [`route`] says where it opens;
//! - [`name`] and [`capability`] check what the customer typed and what their device can do;
//! - [`protocol`] holds the types on the wire;
//! - [`journey`] is the customer's side of a call, [`lobby`] the service's side: two pure machines
//!   facing each other over that protocol;
//! - [`message`] is what there is to say about all of it, as ids: the sentences are in `locales/`;
//! - [`answers`] says what the service's answers mean, [`shell`] what an app is shown and asked to do;
//! - `client` (feature `client`) runs a journey over the network; `ffi` (feature `ffi`) is the door
//!   for Swift and Kotlin.
//!
//! Pure means: no I/O, no clock, no randomness. Time and random bytes arrive with every input, and
//! whatever a step wants done is in the value it returns.
#![cfg_attr(not(feature = "ffi"), forbid(unsafe_code))]

pub mod answers;
pub mod capability;
#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "ffi")]
pub mod ffi;
pub mod journey;
pub mod json;
pub mod link;
pub mod lobby;
pub mod message;
pub mod name;
pub mod protocol;
pub mod route;
pub mod shell;

#[cfg(feature = "ffi")]
uniffi::setup_scaffolding!();
