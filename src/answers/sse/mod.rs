//! The event-stream format, as a browser reads it: WHATWG HTML, 9.2.5 and 9.2.6,
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html>.
//!
//! Bytes go in as they come from the network, cut anywhere; whole events and comments come out. `id` and
//! `retry` are read over: every event is the customer's whole state, so there is nothing to resume, and
//! when to try again is the journey's decision.

#[cfg(test)]
mod tests;

/// The most bytes of one line, and of one event's data.
pub(super) const MAX_BYTES: usize = 256 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// One thing that a stream said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An event with data.
    Event {
        /// What `event:` said; empty when it said nothing.
        name: String,
        /// The lines of `data:`, joined by line feeds.
        data: String,
    },
    /// A line that only keeps the stream open.
    Comment,
}

/// A line or an event is longer than [`MAX_BYTES`]: nobody who speaks our protocol sends that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMuch;

/// What has come of the line and of the event that are not over yet.
#[derive(Default)]
pub(super) struct Parser {
    line: Vec<u8>,
    name: String,
    data: String,
    has_data: bool,
    /// The last byte ended a line as CR; a LF right after it belongs to the same line end.
    after_cr: bool,
    /// The first line is over, so that no byte-order mark can come any more.
    started: bool,
}

impl Parser {
    /// Takes the next bytes and adds what they complete to `items`.
    ///
    /// # Errors
    /// [`TooMuch`]; the parser is of no use afterwards.
    pub(super) fn feed(&mut self, mut bytes: &[u8], items: &mut Vec<Item>) -> Result<(), TooMuch> {
        while let Some(&first) = bytes.first() {
            if std::mem::take(&mut self.after_cr) && first == b'\n' {
                bytes = bytes.get(1..).unwrap_or_default();
                continue;
            }
            let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
                return self.keep(bytes);
            };
            let (line, rest) = bytes.split_at(end);
            self.keep(line)?;
            self.after_cr = rest.first() == Some(&b'\r');
            self.end_line(items)?;
            bytes = rest.get(1..).unwrap_or_default();
        }
        Ok(())
    }

    fn keep(&mut self, part: &[u8]) -> Result<(), TooMuch> {
        if self.line.len() + part.len() > MAX_BYTES {
            return Err(TooMuch);
        }
        self.line.extend_from_slice(part);
        Ok(())
    }

    fn end_line(&mut self, items: &mut Vec<Item>) -> Result<(), TooMuch> {
        let bytes = std::mem::take(&mut self.line);
        let mut line = bytes.as_slice();
        if !std::mem::replace(&mut self.started, true) {
            line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
        }
        if line.is_empty() {
            self.end_event(items);
            return Ok(());
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" => items.push(Item::Comment),
            "event" => value.clone_into(&mut self.name),
            "data" => return self.add_data(value),
            _ => {}
        }
        Ok(())
    }

    fn add_data(&mut self, value: &str) -> Result<(), TooMuch> {
        if self.data.len() + value.len() + 1 > MAX_BYTES {
            return Err(TooMuch);
        }
        if std::mem::replace(&mut self.has_data, true) {
            self.data.push('\n');
        }
        self.data.push_str(value);
        Ok(())
    }

    fn end_event(&mut self, items: &mut Vec<Item>) {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        // An event without data is none; so says the format.
        if std::mem::take(&mut self.has_data) {
            items.push(Item::Event { name, data });
        }
    }
}
