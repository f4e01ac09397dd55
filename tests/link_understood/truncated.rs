//! Cut at every character, over-long, and made to take long.

use onecall::link::{LinkError, MAX_TEXT_BYTES};

use crate::link_support::url;
use crate::made::*;

#[test]
fn a_long_link_cut_at_any_character_is_never_taken_for_a_whole_one() {
    let launcher = format!(
        "https://teams.microsoft.com/dl/launcher/launcher.html?url={}",
        encode(&format!("/_#/l/meetup-join/{THREAD}/0?context={}", encode(&context())))
    );
    let wrapped = safe_link(&long());
    let wrapped = &wrapped[..wrapped.find("&data").unwrap()];
    for whole in [long(), launcher, wrapped.to_owned(), encode(&long()), long().replace("https:", "msteams:")] {
        assert!(read(&whole).is_ok(), "{whole}");
        for cut in 0..whole.len() {
            for text in [whole[..cut].to_owned(), format!("Join: {}", &whole[..cut]), format!("<{}>", &whole[..cut])] {
                assert!(read(&text).is_err(), "{text}");
            }
        }
    }
}

#[test]
fn a_link_cut_behind_its_host_is_said_to_be_cut() {
    let start = "https://teams.microsoft.com/l/meetup-join/1".len();
    for cut in start..long().len() {
        let error = read(&long()[..cut]).unwrap_err();
        assert_eq!(error.code(), "damaged-teams-link", "{}", &long()[..cut]);
    }
}

#[test]
fn a_short_link_cut_before_its_passcode_is_not_taken_for_a_whole_one() {
    let whole = short();
    for cut in 0..=whole.len() - PASSCODE.len() {
        assert!(read(&whole[..cut]).is_err(), "{}", &whole[..cut]);
    }
}

#[test]
fn an_over_long_link_is_an_answer_too() {
    let long_thread = long().replace("meeting_", &format!("meeting_{}", "A".repeat(100_000)));
    assert!(matches!(read(&long_thread), Err(LinkError::DamagedTeamsLink { .. })));
    for text in [
        short().replace(NUMBER, &"1".repeat(100_000)),
        short().replace(PASSCODE, &"a".repeat(100_000)),
        format!("https://teams.microsoft.com/{}", "a/".repeat(100_000)),
        safe_link(&"%25".repeat(100_000)),
        format!("https://{}.example/j/x", "a.".repeat(100_000)),
    ] {
        assert!(read(&text).is_err());
    }
}

/// Each of these would keep a reader that goes back over what it has read busy for hours: 10¹²
/// steps. The steps themselves are counted beside the scanner; this is the whole of it.
#[test]
fn a_megabyte_of_anything_is_answered() {
    let pieces = [
        "a",
        "/",
        "//",
        ":",
        "://",
        "https://",
        "https:",
        "http:/",
        "https://a",
        "msteams:",
        "%",
        "%3A",
        "%25",
        "https%3A%2F%2F",
        "https%253A",
        "<",
        "<http",
        "<http:\n",
        "<https://a\n",
        "> <http\n",
        " ",
        "\n",
        "=\n",
        "=3D\"",
        "=",
        "&amp;",
        "&",
        ";",
        "\\",
        "\\_",
        "{",
        "{\"",
        "(",
        "([{",
        "…",
        ".",
        "a.",
        "a@",
        "\u{200B}",
        "\u{200D}a",
        "é",
        "é/",
        "。",
        "a:",
        "mailto:",
        "/j/",
        "a.b/j/",
        "one.call.example.com/j/",
        "https://teams.microsoft.com/meet/",
        "teams.microsoft.com/",
        "https://teams.microsoft.com/l/meetup-join/",
        "https://a.safelinks.protection.outlook.com/?url=",
        "?url=",
        "*",
        "__;",
        "https://urldefense.com/v3/__",
        "0",
        "0 ",
        "\t>",
        "<http\t\t",
        "/?url=/",
    ];
    for piece in pieces {
        for start in ["", "https://teams.microsoft.com/", "https://urldefense.com/v3/__", "<https://a", "  \t\t"] {
            let text: String = start.chars().chain(piece.chars().cycle()).take(MAX_TEXT_BYTES / 16).collect();
            assert!(read(&text).is_err(), "{start}{piece}");
        }
    }
    let many = format!("{} ", url()).repeat(MAX_TEXT_BYTES / (url().len() + 1));
    assert!(read(&many).is_ok());
}
