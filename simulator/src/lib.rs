//! Simulated phones, agents and the people who use them, playing whole one-time calls.
//!
//! A [`script::Script`] is plain data: who does what, and when. It is played on one of two footings:
//!
//! - [`virtual_time`]: the two pure machines of the core facing each other over a simulated network,
//!   seeded and single-threaded. A call takes well under a millisecond, every rule is checked after every step, and
//!   a failure replays from its seed.
//! - [`over_http`]: the real service, the core's real client on every phone, and real sockets between them that
//!   are cut, delayed and silenced, in compressed time.

mod dice;
pub mod over_http;
pub mod script;
pub mod virtual_time;
