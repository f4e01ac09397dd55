//! What every shell has in common, whatever door it stands at: what it is started with, shown and asked to do.
//!
//! A shell draws [`Shown`] and carries out each [`ShellEffect`]. Who calls it is a driver: [`crate::client`] for phones,
//! the page's own script in a browser.

mod config;
mod effect;
mod log;
mod shown;

pub use config::{Config, StartError};
pub use effect::ShellEffect;
pub use log::{LogLevel, LogLine};
pub use shown::Shown;
