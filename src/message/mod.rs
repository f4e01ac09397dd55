//! Messages: what there is to say, as an id and typed arguments.
//!
//! The sentences are in `locales/`, once for each language, in Fluent; whoever shows something
//! renders them. A sentence more is one line here and one line in each language; a test of the
//! service holds both against each other.
//!
//! ```
//! use onecall::link::LinkError;
//! use onecall::message::{Argument, Message, Named};
//!
//! let message = LinkError::Truncated { missing: 2 }.message();
//! assert_eq!(message.id, "link-error-truncated");
//! assert_eq!(message.arguments, [Named { name: "missing", value: Argument::Number(2) }]);
//! assert!(Message::every().any(|described| described.id == message.id));
//! ```

mod capability;
mod link;
mod name;
mod problem;
mod route;
mod screen;
mod state;
mod waiting;

use std::fmt;

use serde::{Serialize, Serializer};

/// Something to say.
///
/// Serialises, for shells that are told by JSON, with its arguments as one object: `{"missing": 2}`.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Message {
    /// Which sentence, in kebab-case: the module first.
    pub id: &'static str,
    /// What stands in it.
    #[serde(serialize_with = "by_name")]
    pub arguments: Vec<Named>,
}

/// An argument of a sentence with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "ffi", derive(uniffi::Record))]
pub struct Named {
    /// As the sentence calls it.
    pub name: &'static str,
    /// What stands there.
    pub value: Argument,
}

/// What stands in a sentence.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(untagged)]
pub enum Argument {
    /// Stands there as it is.
    Text(String),
    /// A count: the sentence may depend on it.
    Number(u64),
    /// One of a few words of ours, by which the sentence chooses what to say; never shown itself.
    Word(&'static str),
}

/// A sentence that may have to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// As in [`Message::id`].
    pub id: &'static str,
    /// The name and kind of every argument, as in [`Message::arguments`].
    pub arguments: &'static [(&'static str, Kind)],
}

/// The kinds of [`Argument`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Argument::Text`].
    Text,
    /// [`Argument::Number`].
    Number,
    /// [`Argument::Word`].
    Word,
}

impl Message {
    /// Every message that the core can yield.
    pub fn every() -> impl Iterator<Item = Described> {
        [
            link::ERRORS,
            name::ERRORS,
            route::STEPS,
            route::REASONS,
            capability::FEATURES,
            capability::REASONS,
            screen::SCREENS,
            screen::DETAILS,
            screen::CALL_MODES,
            screen::QUESTIONS,
            screen::ENDINGS,
            waiting::REASONS,
            waiting::DETAILS,
            problem::CODES,
        ]
        .into_iter()
        .flatten()
        .copied()
    }
}

fn by_name<S: Serializer>(arguments: &[Named], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(arguments.iter().map(|Named { name, value }| (name, value)))
}

impl fmt::Debug for Message {
    /// The id alone: arguments are names, messages, hosts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({})", self.id)
    }
}

impl fmt::Debug for Argument {
    /// Numbers and words of ours alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(_) => f.write_str("Text(…)"),
            Self::Number(number) => write!(f, "Number({number})"),
            Self::Word(word) => write!(f, "Word({word})"),
        }
    }
}

/// Gives a type its `message()`, and lists what it may say: one line for each, so that neither the
/// match nor the list can forget one. What others say stands behind `or`.
macro_rules! said {
    ($list:ident: $vis:vis $type:ty {
        $($pattern:pat => $id:literal $(, $name:ident: $kind:ident($value:expr))*;)*
    } $(or { $($other:pat => $message:expr;)* })?) => {
        pub(super) const $list: &[crate::message::Described] = &[$(crate::message::Described {
            id: $id,
            arguments: &[$((stringify!($name), crate::message::Kind::$kind),)*],
        },)*];

        impl $type {
            /// What there is to say about it.
            #[must_use]
            $vis fn message(&self) -> crate::message::Message {
                match self {
                    $($pattern => crate::message::Message {
                        id: $id,
                        arguments: vec![$(crate::message::Named {
                            name: stringify!($name),
                            value: crate::message::Argument::$kind($value),
                        },)*],
                    },)*
                    $($($other => $message,)*)?
                }
            }
        }
    };
}
use said;

/// A count as an argument.
fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
