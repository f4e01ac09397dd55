//! How often the scanner looks at a byte.

use proptest::prelude::*;

use super::*;

fn looked_at(text: &str) -> usize {
    let ours = Hosts::new([]);
    let mut links = Links::new(text, &ours);
    let mut in_links = 0;
    for link in links.by_ref() {
        in_links += link.authority.len() + link.path.len();
    }
    assert!(in_links <= text.len(), "links overlap");
    links.looked_at
}

proptest! {
    /// Found by a jump, each byte is then looked at forwards and backwards a few times, however the
    /// text is made: so the time is in proportion to its length.
    #[test]
    fn no_byte_is_looked_at_more_than_a_few_times(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("https://"), Just("http:"), Just("msteams:"), Just("mailto:"), Just("/"), Just("//"), Just("a"), Just("%3A"),
                Just("%25"), Just("https%3A%2F%2F"), Just(" "), Just("."), Just("é"), Just("。"), Just("teams.microsoft.com"),
                Just("/j/"), Just("\\"), Just("@"), Just("{"), Just("?url="), Just("urldefense.com/v3/__"), Just("\n"),
            ],
            1..12,
        ),
        times in 1_usize..200,
    ) {
        let text = pieces.concat().repeat(times);
        prop_assert!(looked_at(&text) <= 8 * text.len() + 8, "{} of {}", looked_at(&text), text.len());
    }
}
