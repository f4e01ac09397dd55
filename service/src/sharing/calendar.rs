//! The call as a calendar entry (RFC 5545).

use onecall::link::Host;
use onecall::protocol::{CallView, Timestamp};

/// A line is folded so that none has more bytes (RFC 5545, 3.1).
const LINE: usize = 75;

/// The media type of an entry that is there to be looked at and asks nobody for an answer.
pub(crate) const CALENDAR: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// The entry of a call, or nothing when the call is over. A later one of the same call replaces it.
#[must_use]
pub(crate) fn calendar_entry(call: &CallView, host: &Host, now: Timestamp) -> Option<String> {
    let (link, message, subject) = (call.link.as_deref()?, call.message.as_deref()?, call.subject.as_deref()?);
    let ends_at = Timestamp(call.starts_at.0.saturating_add(u64::from(call.minutes) * 60_000));
    let language = &call.language;
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        concat!("PRODID:-//onecall//onecall ", env!("CARGO_PKG_VERSION"), "//EN").to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@{}", call.id, host.name()),
        format!("DTSTAMP:{}", utc(now)?),
        // RFC 5545, 3.3.8: a number of 31 bits.
        format!("SEQUENCE:{}", i32::try_from(call.version).unwrap_or(i32::MAX)),
        format!("DTSTART:{}", utc(call.starts_at)?),
        format!("DTEND:{}", utc(ends_at)?),
        format!("SUMMARY;LANGUAGE={language}:{}", escape(subject)),
        format!("DESCRIPTION;LANGUAGE={language}:{}", escape(message)),
        // Some calendars make a link of the one, some of the other.
        format!("LOCATION:{}", escape(link)),
        format!("URL:{link}"),
        // Whoever may look into a calendar should not find a way into the call there.
        "CLASS:PRIVATE".to_owned(),
        "STATUS:CONFIRMED".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// A time in the form with UTC (3.3.5).
fn utc(at: Timestamp) -> Option<String> {
    let at = jiff::Timestamp::from_millisecond(i64::try_from(at.0).ok()?).ok()?;
    Some(at.strftime("%Y%m%dT%H%M%SZ").to_string())
}

/// A text that ends neither the property nor the line it stands in (3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            // Nothing else that controls may stand in a text.
            control if control.is_control() && control != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, in pieces that are short enough; no character is torn apart.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(letter);
        bytes += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sharing::tests::shared;
    use onecall::protocol::SetUp;

    fn entry(change: impl FnOnce(&mut CallView)) -> String {
        let mut call = shared("en", SetUp::Desktop);
        change(&mut call);
        calendar_entry(&call, &Host::parse("call.example.com:8443").unwrap(), Timestamp(1_795_000_000_000)).unwrap()
    }

    /// As a reader puts the pieces of a line together again.
    fn value(entry: &str, name: &str) -> String {
        let whole = entry.replace("\r\n ", "");
        let lines: Vec<_> = whole.split("\r\n").filter(|line| line.starts_with(name)).collect();
        assert_eq!(lines.len(), 1, "{whole}");
        lines[0].split_once(':').unwrap().1.to_owned()
    }

    #[test]
    fn an_entry_has_the_times_in_utc_and_an_identity_that_stays() {
        let first = entry(|_| ());
        let later = entry(|call| (call.version, call.subject) = (7, Some("Pump".to_owned())));
        assert_eq!(value(&first, "DTSTART"), "20261124T083000Z");
        assert_eq!(value(&first, "DTEND"), "20261124T090000Z");
        assert_eq!(value(&first, "DTSTAMP"), "20261118T110640Z");
        assert_eq!(value(&first, "UID"), value(&later, "UID"));
        assert_eq!((value(&first, "SEQUENCE"), value(&later, "SEQUENCE")), ("1".to_owned(), "7".to_owned()));
        assert!(value(&first, "UID").ends_with("@call.example.com"));
        assert!(value(&first, "URL").starts_with("https://call.example.com/j/"));
        assert!(!first.contains("ORGANIZER") && !first.contains("ATTENDEE"), "it asks nobody for an answer");
    }

    #[test]
    fn whatever_a_subject_holds_is_one_property_in_short_lines() {
        for subject in [
            "Boiler; first, second \\ third".to_owned(),
            "\u{202e}gnihtyna 👩‍🔧 <b>=HYPERLINK(\"x\")</b>".to_owned(),
            "a\r\nDTSTART:20000101T000000Z\r\nEND:VEVENT\nX".to_owned(),
            "日".repeat(10_000),
            "👩‍🔧".repeat(2_500),
            "a".repeat(75),
            String::new(),
        ] {
            let entry = entry(|call| call.subject = Some(subject.clone()));
            for line in entry.split_terminator("\r\n") {
                assert!(line.len() <= LINE && !line.contains(['\r', '\n']), "{line}");
            }
            assert!(entry.ends_with("END:VCALENDAR\r\n"));
            assert_eq!(entry.matches("\r\nEND:VEVENT\r\n").count(), 1);
            assert_eq!(value(&entry, "DTSTART"), "20261124T083000Z");
            let read = value(&entry, "SUMMARY").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
            assert_eq!(read.replace("\\\\", "\\"), subject.replace('\r', ""));
        }
    }

    #[test]
    fn a_call_that_is_over_or_at_no_time_has_no_entry() {
        let mut over = shared("en", SetUp::Desktop);
        over.link = None;
        let host = Host::parse("call.example.com").unwrap();
        assert_eq!(calendar_entry(&over, &host, Timestamp(0)), None);
        let mut never = shared("en", SetUp::Desktop);
        never.starts_at = Timestamp(u64::MAX);
        assert_eq!(calendar_entry(&never, &host, Timestamp(0)), None);
    }
}
