//! Hashes of what opens something. The lobby never sees the thing itself.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! hash {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

hash! {
    /// Hash of a join link's token, made by the caller; compared, never reversed.
    LinkHash
}
hash! {
    /// Keyed hash of a spoken code, made by the caller: nine digits alone would be guessed back.
    CodeHash
}
hash! {
    /// Hash of a hand-over ticket, made by the caller.
    TicketHash
}
hash! {
    /// Hash of a knock's secret, made by the caller.
    SecretHash
}
