use proptest::prelude::*;

use super::{Item, MAX_BYTES, Parser, TooMuch};

fn event(name: &str, data: &str) -> Item {
    Item::Event { name: name.to_owned(), data: data.to_owned() }
}

fn parse(bytes: &[u8]) -> Result<Vec<Item>, TooMuch> {
    parse_cut(bytes, &[])
}

/// Parses `bytes` cut at these places.
fn parse_cut(bytes: &[u8], cuts: &[usize]) -> Result<Vec<Item>, TooMuch> {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    cuts.sort_unstable();
    let mut items = Vec::new();
    let mut parser = Parser::default();
    let mut start = 0;
    for cut in cuts.into_iter().chain([bytes.len()]) {
        parser.feed(&bytes[start..cut], &mut items)?;
        start = cut;
    }
    Ok(items)
}

#[test]
fn streams_are_read_as_the_standard_says() {
    let comment = || Item::Comment;
    // The first six are the examples of WHATWG HTML, 9.2.6.
    let table: Vec<(&str, Vec<Item>)> = vec![
        ("data: YHOO\ndata: +2\ndata: 10\n\n", vec![event("", "YHOO\n+2\n10")]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            vec![comment(), event("", "first event"), event("", "second event"), event("", " third event")],
        ),
        // The spec dispatches `data` with an empty value when the line is there; the third is never over.
        ("data\n\ndata\ndata\n\ndata:", vec![event("", ""), event("", "\n")]),
        ("data:test\n\ndata: test\n\n", vec![event("", "test"), event("", "test")]),
        ("event: add\ndata: 73857293\n\n", vec![event("add", "73857293")]),
        ("event: no data\n\ndata: named by none\n\n", vec![event("", "named by none")]),
        // Line ends.
        ("data: a\r\n\r\ndata: b\r\rdata: c\n\n", vec![event("", "a"), event("", "b"), event("", "c")]),
        ("data: a\r\ndata: b\rdata: c\n\r\n", vec![event("", "a\nb\nc")]),
        ("\r\n\r\n\n\r", vec![]),
        // Byte-order mark: one, at the very start.
        ("\u{FEFF}data: a\n\n", vec![event("", "a")]),
        ("\u{FEFF}\u{FEFF}data: a\n\n", vec![]),
        ("data: a\n\n\u{FEFF}data: b\n\n", vec![event("", "a")]),
        // Fields.
        ("event: a\nevent: b\ndata: x\n\n", vec![event("b", "x")]),
        ("data: a: b\n\n", vec![event("", "a: b")]),
        ("DATA: a\n data: b\nretry: 5\nother: c\n\n", vec![]),
        (":\n:::\n", vec![comment(), comment()]),
        // Not over, not there.
        ("data: a\n", vec![]),
        ("data: a", vec![]),
        ("", vec![]),
    ];
    for (bytes, items) in table {
        assert_eq!(parse(bytes.as_bytes()), Ok(items), "{bytes:?}");
    }
}

#[test]
fn what_is_not_utf_8_is_replaced_and_the_stream_goes_on() {
    assert_eq!(parse(b"data: a\xFFb\n\ndata: c\n\n"), Ok(vec![event("", "a\u{FFFD}b"), event("", "c")]));
}

#[test]
fn a_line_or_an_event_that_is_too_long_ends_the_stream_and_takes_no_more_memory() {
    let longest = format!("data:{}\n\n", "x".repeat(MAX_BYTES - "data:".len()));
    assert!(parse(longest.as_bytes()).is_ok());
    assert_eq!(parse(&vec![b'x'; MAX_BYTES + 1]), Err(TooMuch));
    assert_eq!(parse_cut(&vec![b':'; MAX_BYTES + 1], &[1, 1000]), Err(TooMuch));
    let lines = format!("data:{}\n", "x".repeat(1000)).repeat(MAX_BYTES / 1000 + 1);
    assert_eq!(parse(lines.as_bytes()), Err(TooMuch));
}

/// Bytes that look like a stream more often than random ones do.
fn streamish() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"data: ".to_vec()),
        Just(b"event:".to_vec()),
        Just(b":".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\xEF\xBB\xBF".to_vec()),
        "[a-z é€]{0,4}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn where_the_network_cuts_the_stream_makes_no_difference(
        bytes in streamish(),
        cuts in prop::collection::vec(any::<usize>(), 0..20),
    ) {
        prop_assert_eq!(parse_cut(&bytes, &cuts), parse(&bytes));
        let everywhere: Vec<usize> = (0..bytes.len()).collect();
        prop_assert_eq!(parse_cut(&bytes, &everywhere), parse(&bytes));
    }

    #[test]
    fn what_was_printed_is_read_again(
        events in prop::collection::vec(("[a-z-]{0,8}", prop::collection::vec("[^\r\n]{0,12}", 1..4)), 0..6),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
    ) {
        let printed: String = events
            .iter()
            .map(|(name, lines)| {
                let data: String = lines.iter().map(|line| format!("data: {line}{end}")).collect();
                format!("event: {name}{end}{data}{end}")
            })
            .collect();
        let expected: Vec<Item> = events.iter().map(|(name, lines)| event(name, &lines.join("\n"))).collect();
        prop_assert_eq!(parse(printed.as_bytes()), Ok(expected));
    }
}
