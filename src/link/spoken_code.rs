//! The spoken code: nine digits that are read out on the phone.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::LinkError;

const DIGITS: usize = 9;

/// Nine digits, read out over the phone and typed by the customer.
///
/// Prints in threes (`123 456 789`), the way it is spoken. Crosses the wire as nine digits
/// without spaces. `Debug` shows nothing of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SpokenCode(u32);

impl SpokenCode {
    /// The code of this number; leading zeros are part of a code. `None` from 1,000,000,000 on.
    #[must_use]
    pub const fn from_number(number: u32) -> Option<Self> {
        if number < 1_000_000_000 { Some(Self(number)) } else { None }
    }

    /// Its nine digits without spaces.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:09}", self.0)
    }

    /// Reads a text that is a code and nothing else.
    ///
    /// # Errors
    /// [`LinkError::Truncated`] and [`LinkError::TooLong`] when it has not nine digits;
    /// [`LinkError::NothingFound`] when it is anything but digits and what separates them.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        Self::read(text.trim()).unwrap_or(Err(LinkError::NothingFound))
    }

    /// `None` when the text is not meant as a code: it starts or ends with something else than a
    /// digit, or holds more than digits, spaces, hyphens and dots. Letters never belong to a
    /// code, so a sentence with a telephone number in it is not mistaken for one.
    pub(super) fn read(text: &str) -> Option<Result<Self, LinkError>> {
        decimal_digit(text.chars().next_back()?)?;
        decimal_digit(text.chars().next()?)?;
        let mut count = 0_usize;
        let mut number = 0_u32;
        for char in text.chars() {
            if let Some(digit) = decimal_digit(char) {
                count += 1;
                if count <= DIGITS {
                    number = number * 10 + digit;
                }
            } else if !separates(char) {
                return None;
            }
        }
        Some(match count {
            DIGITS => Ok(Self(number)),
            0..DIGITS => Err(LinkError::Truncated { missing: DIGITS - count }),
            _ => Err(LinkError::TooLong),
        })
    }
}

/// What people and programs put between groups of digits.
fn separates(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{B7}' | '\u{FF0D}' | '\u{FF0E}')
}

/// The value of a decimal digit of any script: keyboards of many languages type their own.
fn decimal_digit(char: char) -> Option<u32> {
    if char.is_ascii() {
        return char.to_digit(10);
    }
    let after = ZEROS.partition_point(|&zero| zero <= char as u32);
    let value = char as u32 - ZEROS.get(after.checked_sub(1)?)?;
    (value < 10).then_some(value)
}

/// The zeros of all decimal digits (general category Nd), each followed by its nine.
/// Source: Unicode Character Database 14.0, extracted/DerivedNumericType.txt.
#[rustfmt::skip]
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0,
    0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

impl fmt::Display for SpokenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number) = self;
        let (millions, thousands, ones) = (number / 1_000_000, number / 1_000 % 1_000, number % 1_000);
        f.pad(&format!("{millions:03} {thousands:03} {ones:03}"))
    }
}

impl fmt::Debug for SpokenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SpokenCode(…)")
    }
}

impl TryFrom<String> for SpokenCode {
    type Error = LinkError;

    fn try_from(text: String) -> Result<Self, LinkError> {
        Self::parse(&text)
    }
}

impl From<SpokenCode> for String {
    fn from(code: SpokenCode) -> Self {
        code.digits()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_digit_is_numeric_and_no_list_entry_runs_into_the_next() {
        for pair in ZEROS.windows(2) {
            assert!(pair[0] + 10 <= pair[1], "{pair:x?}");
        }
        for zero in ZEROS {
            for value in 0..10 {
                let char = char::from_u32(zero + value).expect("a scalar value");
                assert!(char.is_numeric(), "{char:?}");
                assert_eq!(decimal_digit(char), Some(value));
            }
        }
    }
}
