//! Links within what people paste: messages, their source, and what programs do to them.

use onecall::link::{Invitation, LinkError};

use crate::link_support::{sent, token, url};
use crate::made::*;

/// Every way a message holds a link, with the link as `{}`.
const SURROUNDINGS: [&str; 36] = [
    "{}",
    "Please join: {}.",
    "Please join {}, thanks!",
    "Join ({}) now",
    "Join ({}).",
    "Join [{}]!",
    "<{}>",
    "<URL:{}>",
    "\"{}\"",
    "'{}'",
    "“{}”",
    "»{}«",
    "`{}`",
    "*{}*",
    "_{}_",
    "~{}~",
    "**{}**",
    "[Join]({})",
    "[Join](<{}>)",
    "[Join][1]\n\n[1]: {}\n",
    "Join here<{}>",
    "> On Monday someone wrote:\n> {}\n> Thanks",
    ">> {}",
    ">{}",
    "<a href=\"{}\">Join</a>",
    "<a href='{}'>Join</a>",
    "<p>{}</p>",
    "<p>{}<br>Thanks</p>",
    "&lt;{}&gt;",
    "请点击{}。谢谢",
    "参加：{}、よろしく",
    "हम यहाँ हैं {}।",
    "انضم: {}؟",
    "Ελάτε {}·",
    "\u{FEFF}\u{202A}{}\u{202C}\u{200B}",
    "{}\u{2028}more",
];

#[test]
fn a_link_is_found_in_any_surroundings() {
    for surroundings in SURROUNDINGS {
        let text = surroundings.replace("{}", &url());
        assert_eq!(read(&text), Ok(sent()), "{text}");
        for link in [long(), short(), safe_link(&long()), safe_link(&short()), encode(&short())] {
            let text = surroundings.replace("{}", &link);
            assert_eq!(teams(&text).url(), teams(&link).url(), "{text}");
        }
    }
}

#[test]
fn the_source_of_a_page_and_of_markdown_is_understood() {
    let wrapped = safe_link(&long());
    for text in [
        format!("<a href=\"{}\">Join</a>", wrapped.replace('&', "&amp;")),
        format!("<a href=\"{}\">Join</a>", wrapped.replace('&', "&amp;amp;")),
        format!("<a href=\"{}\">Join</a>", wrapped.replace('&', "&#38;")),
        format!("<a href=\"{}&amp;anon=true\">Join</a>", long()),
        format!("[Join]({})", long().replace("meeting_", "meeting\\_")),
        format!("[{}]({})", long().replace('_', "\\_"), long()),
        format!("{}&gt;", long()),
        format!(
            "<a href=\"https://teams.microsoft.com/l/meetup-join/{THREAD}/0?context={}\">",
            context().replace('"', "&quot;")
        ),
    ] {
        assert_eq!(teams(&text).url(), long(), "{text}");
    }
    let text = format!("<a href=\"https://teams.microsoft.com/meet/{NUMBER}?anon=true&amp;p={PASSCODE}\">");
    assert_eq!(teams(&text).url(), short());
}

/// As a mail program writes it (RFC 2045, 6.7).
fn quoted_printable(text: &str, newline: &str) -> String {
    let mut lines = vec![String::new()];
    for char in text.chars() {
        let encoded: String = match char {
            ' '..='<' | '>'..='~' => char.to_string(),
            '\n' => {
                lines.push(String::new());
                continue;
            }
            other => other.to_string().bytes().map(|byte| format!("={byte:02X}")).collect(),
        };
        if lines.last().unwrap().len() + encoded.len() > 75 {
            lines.last_mut().unwrap().push('=');
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push_str(&encoded);
    }
    lines.join(newline)
}

#[test]
fn quoted_printable_is_understood_wherever_its_lines_break() {
    for newline in ["\n", "\r\n"] {
        for before in 0..80 {
            let before = "x".repeat(before);
            let text = quoted_printable(&format!("{before} <a href=\"{}\">Grüße, und so weiter</a>", url()), newline);
            assert_eq!(read(&text), Ok(sent()), "{text}");
            for link in [long(), short(), safe_link(&long()), safe_link(&short())] {
                let body = quoted_printable(&format!("{before} <a href=\"{link}\">Grüße, und so weiter</a>"), newline);
                assert_eq!(teams(&body).url(), teams(&link).url(), "{body}");
                let header = "Content-Type: text/html; charset=\"utf-8\"\nDKIM-Signature: v=1; a=rsa-sha256\n\n";
                assert_eq!(teams(&format!("{header}{body}")).url(), teams(&link).url(), "{body}");
            }
        }
    }
}

#[test]
fn the_escapes_of_json_are_understood() {
    let escaped = |link: &str| format!("{{\"joinUrl\":\"{}\"}}", link.replace('/', "\\/").replace('&', "\\u0026"));
    assert_eq!(read(&escaped(&url())), Ok(sent()));
    for link in [long(), short(), safe_link(&long())] {
        assert_eq!(teams(&escaped(&link)).url(), teams(&link).url(), "{}", escaped(&link));
    }
    let hostile = format!("https:\\/\\/evil.example\\/@one.call.example.com\\/j\\/{}", token());
    assert!(read(&hostile).is_err());
}

#[test]
fn a_plain_line_that_ends_like_quoted_printable_changes_nothing() {
    let text = format!("1 + 1 = 2, and a=\n{} https://example.org/?q=\nbye", short().replace(PASSCODE, "3DAB12"));
    assert_eq!(teams(&text).passcode(), Some("3DAB12"));
}

#[test]
fn angle_brackets_hold_a_link_across_lines() {
    for link in [long(), short(), safe_link(&long()), url()] {
        for at in "https://x".len()..link.len() {
            let (start, end) = link.split_at(at);
            for text in [
                format!("Join: <{start}\n{end}> soon"),
                format!("Join: <{start}\r\n   {end}\n> soon"),
                format!("> Join: <{start}\n> {end}>\n> soon"),
                format!("> > <{start}\n> > {end}>"),
            ] {
                let whole = read(&link).unwrap();
                assert_eq!(read(&text).map(|found| found.url()), Ok(whole.url()), "{text}");
            }
        }
    }
}

#[test]
fn characters_without_width_change_nothing_wherever_they_stand() {
    for link in [url(), long(), short(), safe_link(&short())] {
        let whole = read(&link).unwrap();
        for at in 0..=link.len() {
            for invisible in ['\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{202E}', '\u{2066}', '\u{200F}'] {
                let text = format!("{}{invisible}{}", &link[..at], &link[at..]);
                assert_eq!(read(&text).as_ref(), Ok(&whole), "{text:?}");
            }
        }
    }
}

#[test]
fn a_joiner_in_a_host_makes_it_another_host() {
    for joiner in ['\u{200C}', '\u{200D}'] {
        for link in [url(), short()] {
            let text = link.replacen("e", &format!("e{joiner}"), 1);
            assert!(matches!(read(&text), Err(LinkError::UnknownHost { .. })), "{text:?}");
        }
    }
}

#[test]
fn two_different_calls_are_a_question_in_the_order_of_the_text() {
    let teams_first = read(&format!("{} or {}", short(), url()));
    let Err(LinkError::Several { choices }) = teams_first else { panic!("{teams_first:?}") };
    assert_eq!(choices, [Invitation::Teams(teams(&short())), sent()]);
    let ours_first = read(&format!("{} or {}", url(), safe_link(&short())));
    let Err(LinkError::Several { choices }) = ours_first else { panic!("{ours_first:?}") };
    assert_eq!(choices, [sent(), Invitation::Teams(teams(&short()))]);
    for other in [long(), short().replace(PASSCODE, "Another1"), short().replace(NUMBER, "9999999999999")] {
        assert!(matches!(read(&format!("{} {other}", short())), Err(LinkError::Several { .. })), "{other}");
    }
    for separator in [" ", "\n", ",", ";", ", ", "，", " | "] {
        let other = short().replace(NUMBER, "9999999999999");
        let both = read(&format!("{}{separator}{other}", short()));
        assert!(matches!(&both, Err(LinkError::Several { choices }) if choices.len() == 2), "{separator:?} {both:?}");
    }
}

#[test]
fn an_invitation_as_teams_mails_it_is_one_link() {
    let mail = format!(
        "________________________________\r\nMicrosoft Teams meeting\r\nJoin on your computer, mobile app or room device\r\n\
         Click here to join the meeting<{}>\r\nMeeting ID: 271 908 343 52\r\nPasscode: LZ6jQG\r\n\
         Download Teams<https://www.microsoft.com/en-us/microsoft-teams/download-app> | Join on the \
         web<https://www.microsoft.com/microsoft-teams/join-a-meeting>\r\nJoin with a video conferencing device\r\n\
         123@teams.bjn.vc\r\nOr call in (audio only)\r\n+41 43 210 95 56,,17327071#<tel:+41432109556,,17327071#>   \
         Switzerland\r\nFind a local number<https://dialin.teams.microsoft.com/8781314b?id=17327071> | Reset \
         PIN<https://dialin.teams.microsoft.com/usp/pstnconferencing>\r\nLearn More<https://aka.ms/JoinTeamsMeeting> | \
         Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId={ORGANISER}&tenantId={TENANT}>\r\n",
        long()
    );
    for text in [mail.clone(), mail.replace('\n', "\n> "), mail.replace(&long(), &safe_link(&long()))] {
        assert_eq!(teams(&text).url(), long(), "{text}");
    }
}

#[test]
fn bytes_that_are_no_text_change_nothing_around_a_link() {
    for link in [url(), short(), long()] {
        let whole = read(&link).unwrap();
        // A lone surrogate as UTF-16 programs write it, a broken sequence, Latin-1.
        for bytes in [&b"\xED\xA0\x80"[..], b"\xFF", b"\xC3", b"\xFCber "] {
            let text = [bytes, link.as_bytes(), bytes].concat();
            assert_eq!(read(&String::from_utf8_lossy(&text)).as_ref(), Ok(&whole));
        }
    }
    assert_eq!(read(&format!("{}\u{FFFD}", url())), Ok(sent()));
    assert!(read(&url().replace(&token().to_string()[..3], "\u{FFFD}")).is_err());
}
