//! What becomes of what is sent.

use crate::dice::Dice;
use crate::script::Weather;

/// How long a client waits for the answer to a command, in milliseconds.
pub(super) const ANSWER_TIMEOUT: u64 = 15_000;
/// How long it waits for a connection.
pub(super) const CONNECT_TIMEOUT: u64 = 10_000;

/// When the copies of one request arrive, in milliseconds from now; none if it is lost.
pub(super) fn arrivals(weather: &Weather, dice: &mut Dice) -> Vec<u64> {
    if dice.percent(weather.lost) {
        return Vec::new();
    }
    let copies = if dice.percent(weather.doubled) { 2 } else { 1 };
    (0..copies).map(|_| delay(weather, dice)).collect()
}

/// How long something is under way.
pub(super) fn delay(weather: &Weather, dice: &mut Dice) -> u64 {
    dice.between(weather.delay_from_ms, weather.delay_to_ms).max(1)
}
