//! The check character of a token: one symbol over GF(32).
//!
//! A text of symbols c₀ … cₙ is sound when Σ cᵢ·αⁿ⁻ⁱ = 0, with α a primitive element. α has
//! order 31, so in any text of up to 31 symbols all weights are different and none is zero:
//! - one wrong symbol changes the sum by weight × difference, which is never zero;
//! - two swapped symbols change it by (difference of weights) × (difference of symbols), which
//!   is zero only when the symbols were equal.
//!
//! A plain sum modulo 32 or 37 gives no such promise in a field-less alphabet of 32.

/// The weighted sum of up to 28 `symbols` (each below 32): zero for a sound text.
///
/// Multiplying by α is a shift; the polynomial is taken out once, at the end. 28 symbols are
/// what 32 bits have room for until then.
pub(super) fn sum(symbols: impl IntoIterator<Item = u8>) -> u8 {
    reduce(symbols.into_iter().fold(0, |sum, symbol| sum << 1 ^ u32::from(symbol)))
}

/// The symbol that makes `symbols` followed by it sound.
pub(super) fn check_symbol(symbols: impl IntoIterator<Item = u8>) -> u8 {
    times_alpha(sum(symbols))
}

/// The remainder by x⁵ + x² + 1, a primitive polynomial over GF(2), which makes x our α: x⁵ is
/// x² + 1, so what stands above x⁴ comes in again there.
const fn reduce(mut polynomial: u32) -> u8 {
    while polynomial > 31 {
        let above = polynomial >> 5;
        polynomial = (polynomial & 31) ^ above ^ above << 2;
    }
    polynomial as u8
}

const fn times_alpha(symbol: u8) -> u8 {
    reduce((symbol as u32) << 1)
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
    fn reducing_once_is_reducing_at_every_step() {
        let symbols: Vec<u8> = (0..28).map(|place| place * 7 % 32).collect();
        for end in 0..=symbols.len() {
            let stepwise = symbols[..end].iter().fold(0, |sum, symbol| times_alpha(sum) ^ symbol);
            assert_eq!(sum(symbols[..end].iter().copied()), stepwise);
        }
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
