//! What must hold for any bytes at all, one function for each kind of input from outside.
//!
//! A function panics when a promise is broken, which is how a fuzzer learns of it. `cargo xtask fuzz`
//! looks for such bytes by the clock; what it finds goes into `corpus/`, and the ordinary test
//! `tests/corpus.rs` runs all of that for ever after.

mod bytes;
mod door;
mod journey;
mod link;
mod name;
mod protocol;

pub use door::door;
pub use journey::journey;
pub use link::link;
pub use name::name;
pub use protocol::protocol;
