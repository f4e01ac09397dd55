//! What is said to those who wait.

use super::{Message, said};
use crate::journey::Waiting;
use crate::protocol::WaitReason;

const MINUTE_MS: u64 = 60_000;
const HOUR_MS: u64 = 60 * MINUTE_MS;
const DAY_MS: u64 = 24 * HOUR_MS;

said! { REASONS: pub WaitReason {
    Self::TooEarly => "waiting-too-early";
    Self::AgentAbsent => "waiting-agent-absent";
    Self::NotYetNoticed => "waiting-not-yet-noticed";
    Self::Noticed => "waiting-noticed";
    Self::CallTaken => "waiting-call-taken";
    Self::Unknown => "waiting-unknown";
}}

impl Waiting {
    /// Why nothing has happened yet.
    #[must_use]
    pub fn message(&self) -> Message {
        self.reason.map_or_else(|| Detail::Held.message(), |reason| reason.message())
    }

    pub(super) fn trouble(&self) -> Option<Message> {
        self.reconnecting.then(|| Detail::Reconnecting.message())
    }

    /// Everything else, in the order of the screen's lines: the two words that the agent asks for stand where they are
    /// seen, whatever the agent writes.
    pub(super) fn details(&self) -> Vec<Message> {
        let lines = [
            self.starts_in_ms.map(starts_in),
            (!self.match_phrase.is_empty()).then_some(Detail::MatchPhrase(&self.match_phrase)),
            self.message.as_deref().map(Detail::AgentSays),
            self.was_asleep.then_some(Detail::WasAsleep),
        ];
        lines.into_iter().flatten().map(|line| line.message()).collect()
    }
}

/// In the unit a person would say, rounded to the nearest whole one; minutes are rounded up, so that
/// nobody who comes back then is early.
fn starts_in(ms: u64) -> Detail<'static> {
    let whole = |unit: u64| ms.saturating_add(unit / 2) / unit;
    match ms {
        0..=MINUTE_MS => Detail::StartsAtOnce,
        _ if ms.div_ceil(MINUTE_MS) < 120 => Detail::StartsInMinutes(ms.div_ceil(MINUTE_MS)),
        _ if whole(HOUR_MS) < 48 => Detail::StartsInHours(whole(HOUR_MS)),
        _ => Detail::StartsInDays(whole(DAY_MS)),
    }
}

/// A line to those who wait, other than why.
pub(super) enum Detail<'a> {
    Held,
    StartsAtOnce,
    StartsInMinutes(u64),
    StartsInHours(u64),
    StartsInDays(u64),
    AgentSays(&'a str),
    WasAsleep,
    Reconnecting,
    MatchPhrase(&'a str),
}

said! { DETAILS: pub(super) Detail<'_> {
    Self::Held => "waiting-held";
    Self::StartsAtOnce => "waiting-starts-at-once";
    Self::StartsInMinutes(minutes) => "waiting-starts-in-minutes", minutes: Number(*minutes);
    Self::StartsInHours(hours) => "waiting-starts-in-hours", hours: Number(*hours);
    Self::StartsInDays(days) => "waiting-starts-in-days", days: Number(*days);
    Self::AgentSays(text) => "waiting-agent-says", text: Text((*text).to_owned());
    Self::WasAsleep => "waiting-was-asleep";
    Self::Reconnecting => "waiting-reconnecting";
    Self::MatchPhrase(phrase) => "waiting-match-phrase", phrase: Text((*phrase).to_owned());
}}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_until_the_start_is_told_in_the_unit_a_person_would_say() {
        for (ms, id) in [
            (1, "waiting-starts-at-once"),
            (MINUTE_MS, "waiting-starts-at-once"),
            (MINUTE_MS + 1, "waiting-starts-in-minutes 2"),
            (119 * MINUTE_MS, "waiting-starts-in-minutes 119"),
            (119 * MINUTE_MS + 1, "waiting-starts-in-hours 2"),
            (47 * HOUR_MS, "waiting-starts-in-hours 47"),
            (48 * HOUR_MS, "waiting-starts-in-days 2"),
            (u64::MAX, "waiting-starts-in-days 213503982334"),
        ] {
            let message = starts_in(ms).message();
            let number = message.arguments.iter().map(|argument| match argument.value {
                super::super::Argument::Number(number) => format!(" {number}"),
                super::super::Argument::Text(_) | super::super::Argument::Word(_) => String::new(),
            });
            assert_eq!(format!("{}{}", message.id, number.collect::<String>()), id, "{ms}");
        }
    }
}
