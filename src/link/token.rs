//! The token: the secret part of our link.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::LinkError;
use super::gf32;

/// How many characters a printed token has: 26 for its 128 bits and one check character.
pub const TOKEN_CHARS: usize = 27;

/// The characters that carry bits.
const DATA_CHARS: usize = TOKEN_CHARS - 1;

/// Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U.
/// Source: <https://www.crockford.com/base32.html>.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What each byte reads as; [`UNREADABLE`] for all that is not in the alphabet.
static READS_AS: [u8; 256] = reading_table();
const UNREADABLE: u8 = 0xFF;

/// 128 secret bits, the part of our link that opens one call.
///
/// Prints as 27 upper-case characters of Crockford's base 32, most significant bits first, the
/// last one a check character over GF(32). Reads without regard to case, with look-alikes
/// (I and L for 1, O for 0) as what they mean. Crosses the wire as that text.
///
/// `Debug` shows nothing of it, so that no log can.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Token(u128);

impl Token {
    /// The token that is these 128 bits.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// Its 128 bits.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// Reads a printed token, and nothing around it.
    ///
    /// # Errors
    /// [`LinkError::Truncated`] and [`LinkError::TooLong`] when it has not 27 characters;
    /// [`LinkError::Mistyped`] when one is not in the alphabet, when the check character does
    /// not fit, or when the two bits of padding are not zero (one token has one spelling).
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let Ok(chars) = <&[u8; TOKEN_CHARS]>::try_from(text.as_bytes()) else {
            return Err(wrong_length(text));
        };
        let mut symbols = [0; TOKEN_CHARS];
        let mut unreadable = 0;
        for (symbol, &char) in symbols.iter_mut().zip(chars) {
            *symbol = READS_AS[usize::from(char)];
            unreadable |= *symbol;
        }
        if unreadable & 0x80 != 0 {
            // 27 bytes can be fewer characters; then the count is what helps.
            return Err(wrong_length(text));
        }
        // 26 characters hold 130 bits: the first may not use its upper two.
        if symbols[0] >= 8 || gf32::sum(symbols) != 0 {
            return Err(LinkError::Mistyped);
        }
        // In parts that fit a register: 2 + 12 + 12 characters.
        let part = |from: usize, to: usize| {
            let part = symbols[from..to].iter().fold(0, |bits: u64, &symbol| bits << 5 | u64::from(symbol));
            u128::from(part)
        };
        Ok(Self(part(0, 2) << 120 | part(2, 14) << 60 | part(14, DATA_CHARS)))
    }

    fn symbols(self) -> impl Iterator<Item = u8> {
        (0..DATA_CHARS).rev().map(move |place| (self.0 >> (5 * place)) as u8 & 31)
    }
}

/// Why this text, which is not 27 readable bytes, is no token.
fn wrong_length(text: &str) -> LinkError {
    match text.chars().count() {
        count if count < TOKEN_CHARS => LinkError::Truncated { missing: TOKEN_CHARS - count },
        TOKEN_CHARS => LinkError::Mistyped,
        _ => LinkError::TooLong,
    }
}

const fn reading_table() -> [u8; 256] {
    let mut table = [UNREADABLE; 256];
    let mut symbol = 0;
    while symbol < 32 {
        let char = ALPHABET[symbol as usize];
        table[char as usize] = symbol;
        table[char.to_ascii_lowercase() as usize] = symbol;
        symbol += 1;
    }
    let look_alikes = [(b'I', 1), (b'L', 1), (b'O', 0)];
    let mut at = 0;
    while at < look_alikes.len() {
        let (char, symbol) = look_alikes[at];
        table[char as usize] = symbol;
        table[char.to_ascii_lowercase() as usize] = symbol;
        at += 1;
    }
    table
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let check = gf32::check_symbol(self.symbols());
        let text: String =
            self.symbols().chain([check]).map(|symbol| char::from(ALPHABET[usize::from(symbol)])).collect();
        f.pad(&text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl FromStr for Token {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Token {
    type Error = LinkError;

    fn try_from(text: String) -> Result<Self, LinkError> {
        Self::parse(&text)
    }
}

impl From<Token> for String {
    fn from(token: Token) -> Self {
        token.to_string()
    }
}
