//! Links: any text in, an [`Invitation`] or a [`LinkError`] that says what to do out.
//!
//! Our own link is `https://HOST/j/TOKEN`. Its token carries a check character, so a cut, a
//! wrong character or two swapped characters are noticed on the phone, before anything is sent.
//! Only [`Hosts`] that were configured are ours. Meeting links of Microsoft Teams are understood
//! too, as [`TeamsLink`], and links inside those of services that wrap them. A link to any other
//! host is named and refused, never opened.
//!
//! ```text
//! find     what a whole text is: code, ticket, or the links in it    scan     where links are
//! clean    traces of mail programs, when a link shows some           extent   where they end
//! judge    what one link is, wrapper by wrapper                      owner    whose host it is
//! wrapper  what is inside a wrapper     teams  a Teams link     decode  percent, base 64, HTML
//! ```
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

mod choice;
mod clean;
mod decode;
mod domains;
mod error;
mod extent;
mod find;
mod gf32;
mod host;
mod invitation;
mod judge;
mod owner;
mod scan;
mod spoken_code;
mod teams;
mod ticket;
mod token;
mod trick;
mod wrapper;

pub use choice::InvitationChoice;
pub use error::LinkError;
pub use find::{MAX_CHOICES, MAX_TEXT_BYTES, understand};
pub use host::{Host, HostError, Hosts};
pub use invitation::Invitation;
pub use judge::MAX_LAYERS;
pub use spoken_code::SpokenCode;
pub use teams::{Cloud, TeamsDamage, TeamsForm, TeamsLink, TeamsPage};
pub use ticket::{HAND_OVER_PREFIX, Ticket};
pub use token::{TOKEN_CHARS, Token};
