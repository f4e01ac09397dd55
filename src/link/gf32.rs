//! The check character of a token: one symbol over GF(32).
//!
//! A text of symbols c₀ … cₙ is sound when Σ cᵢ·αⁿ⁻ⁱ = 0, with α a primitive element. α has
//! order 31, so in any text of up to 31 symbols all weights are different and none is zero:
//! - one wrong symbol changes the sum by weight × difference, which is never zero;
//! - two swapped symbols change it by (difference of weights) × (difference of symbols), which
//!   is zero only when the symbols were equal.
//!
//! A plain sum modulo 32 or 37 gives no such promise in a field-less alphabet of 32.

/// The low bits of x⁵ + x² + 1, a primitive polynomial over GF(2): x is a primitive element.
const REDUCTION: u8 = 0b0_0101;

/// The weighted sum of `symbols` (each below 32): zero for a sound text.
pub(super) fn sum(symbols: impl IntoIterator<Item = u8>) -> u8 {
    symbols.into_iter().fold(0, |sum, symbol| times_alpha(sum) ^ symbol)
}

/// The symbol that makes `symbols` followed by it sound.
pub(super) fn check_symbol(symbols: impl IntoIterator<Item = u8>) -> u8 {
    times_alpha(sum(symbols))
}

const fn times_alpha(symbol: u8) -> u8 {
    let shifted = symbol << 1;
    // The mask is all ones when x⁵ came out, so that there is no branch to mispredict.
    let overflow = (shifted >> 5 & 1).wrapping_neg();
    (shifted & 31) ^ (REDUCTION & overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_reaches_every_element_but_zero() {
        let mut seen = [false; 32];
        let mut power = 1;
        for _ in 0..31 {
            assert!(!std::mem::replace(&mut seen[usize::from(power)], true), "{power} came twice");
            power = times_alpha(power);
        }
        assert_eq!(power, 1);
        assert!(!seen[0]);
    }

    #[test]
    fn the_check_symbol_makes_a_text_sound() {
        for first in 0..32 {
            for second in 0..32 {
                let check = check_symbol([first, second]);
                assert_eq!(sum([first, second, check]), 0);
            }
        }
    }
}
