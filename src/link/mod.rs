//! Links: any text in, an [`Invitation`] or a [`LinkError`] that says what to do out.
//!
//! Our own link is `https://HOST/j/TOKEN`. Its token carries a check character, so a cut, a
//! wrong character or two swapped characters are noticed on the phone, before anything is sent.
//! Only [`Hosts`] that were configured are ours; a link to any other host is named and refused,
//! never opened.
//!
//! ```
//! use onecall::link::{Host, Hosts, Invitation, Token, understand};
//!
//! let host = Host::parse("help.example.com")?;
//! let ours = Hosts::new([host.clone()]);
//! let sent = Invitation::OneTime { host, token: Token::from_bits(42) };
//! let pasted = format!("Please join here: <{}>.", sent.url().unwrap_or_default());
//! assert_eq!(understand(&pasted, &ours)?, sent);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod find;
mod gf32;
mod host;
mod invitation;
mod scan;
mod spoken_code;
mod ticket;
mod token;

pub use error::LinkError;
pub use find::{MAX_CHOICES, MAX_TEXT_BYTES, understand};
pub use host::{Host, HostError, Hosts};
pub use invitation::Invitation;
pub use spoken_code::SpokenCode;
pub use ticket::{HAND_OVER_PREFIX, Ticket};
pub use token::{TOKEN_CHARS, Token};
