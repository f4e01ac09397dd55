//! How long links take to be understood, against what others do with the same text: a URL parser
//! that only splits it, a link finder that only finds where it is. Ratios, measured in alternating
//! rounds of one process, because absolute times say more about the machine than about the code.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use linkify::LinkFinder;
use onecall::link::{Host, Hosts, Invitation, Token, understand};
use url::Url;

const ROUNDS: usize = 31;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let host = Host::parse("one.call.example.com")?;
    let ours = Hosts::new([host.clone()]);
    let token = Token::from_bits(0x0123_4567_89ab_cdef_0f1e_2d3c_4b5a_6978);
    let sent = Invitation::OneTime { host, token };
    let link = sent.url().ok_or("our link has a URL")?;

    if understand(&link, &ours)? != sent {
        return Err("our link was not understood".into());
    }
    compare(
        "parse-and-check of our link / url::Url::parse of the same text",
        100_000,
        || understand(black_box(&link), black_box(&ours)).is_ok(),
        || Url::parse(black_box(&link)).is_ok(),
    )?;

    let finder = LinkFinder::new();
    for (language, text) in [("English", message(ENGLISH, &link)), ("German", message(GERMAN, &link))] {
        if understand(&text, &ours)? != sent {
            return Err("the message was not understood".into());
        }
        compare(
            &format!("the invitation in a pasted message ({language}, {} bytes) / linkify's links of it", text.len()),
            5_000,
            || understand(black_box(&text), black_box(&ours)).is_ok(),
            || finder.links(black_box(&text)).count() > 0,
        )?;
    }

    let wrapped = format!("https://eur03.safelinks.protection.outlook.com/?url={}{SAFE_LINK_END}", encode(TEAMS_LINK));
    let Invitation::Teams(teams) = understand(&wrapped, &ours)? else { return Err("no Teams link".into()) };
    if teams.url() != TEAMS_LINK {
        return Err("the Teams link is another".into());
    }
    compare(
        "a Safe-Links-wrapped Teams link, end to end / url::Url::parse of wrapper and link",
        20_000,
        || understand(black_box(&wrapped), black_box(&ours)).is_ok(),
        || Url::parse(black_box(&wrapped)).is_ok() && Url::parse(black_box(TEAMS_LINK)).is_ok(),
    )
}

const TEAMS_LINK: &str = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzRjMmU4ODAtNWY3Zi00ZjY1LTk1ZTEtM2Q4ZGM2OTI1YzA3%40thread.v2/0?context=%7b%22Tid%22%3a%2231ebb41f-b13e-48f9-be32-d2a71ea9524a%22%2c%22Oid%22%3a%22528af7a9-6368-471a-b023-407973a07025%22%7d";

const SAFE_LINK_END: &str = "&data=05%7C02%7Csomeone%40example.com%7C9badff42c37d4302bf0608d83752ca91%7C72f988bf86f141af91ab2d7cd011db47%7C0%7C0%7C637320176010583448&sdata=XlNZRgl8afa3rIy%2Fz0KrLtUNTXmrgTkP%2FtbmVCMluM4%3D&reserved=0";

const ENGLISH: &str = "Hi, as discussed on the phone, here is how we can look at the machine together. Tap the link, type your name and wait \
until I let you in; it works in the browser and/or in the app.\n\n    {}\n\nYou can get the app beforehand: \
https://apps.example.org/one-call/get?platform=any&source=mail. Have the serial number ready (it is on the left side, near the \
switch), and a torch if you have one. If the call breaks, tap the link again.\n\n-- \nField support, https://www.example.net/ | \
https://www.example.net/privacy | mail: support@example.net, phone +41 43 210 95 56\n";

const GERMAN: &str = "Guten Tag, wie am Telefon besprochen: So können wir die Maschine gemeinsam ansehen. Tippen Sie auf den Link, geben \
Sie Ihren Namen ein und warten Sie – ich lasse Sie dann hinein. Es geht im Browser oder in der App.\n\n    {}\n\nDie App gibt es \
vorab hier: https://apps.example.org/one-call/get?platform=any&source=mail. Halten Sie bitte die Seriennummer bereit (links, \
neben dem Schalter) und, falls möglich, eine Lampe. Bricht der Anruf ab, tippen Sie noch einmal auf den Link.\n\n-- \nMit freundlichen \
Grüßen\nKundendienst, https://www.example.net/ | https://www.example.net/datenschutz | support@example.net\n";

/// A message of 4 KB: this one, and below it the mails it answers, quoted.
fn message(text: &str, link: &str) -> String {
    let mut message = text.replace("{}", link);
    while message.len() < 4096 {
        message.push_str(QUOTED);
    }
    message.truncate(4096);
    message
}

const QUOTED: &str = "\n> On Mon, 23 Nov 2026 at 16:05, Anna Muster <anna.muster@example.com> wrote:\n> Hello again: the display still \
says E-42 and/or stays dark after the self-test. I have tried what you said (switch off, wait for 30 s, switch on), twice; at \
10:30 it ran for a while, at 11:15 it stopped. Nobody here knows the machine well, so if somebody could have a look, even from \
afar, that would help us a lot. We are here until 17:00, tomorrow from 8:00.\n> The manual (https://docs.example.net/e-42) says \
nothing about it.\n> Best regards, Anna\n";

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// Prints the ratio of the two, each of which says whether it did what it should.
fn compare(
    name: &str,
    calls: usize,
    ours: impl Fn() -> bool,
    theirs: impl Fn() -> bool,
) -> Result<(), Box<dyn std::error::Error>> {
    if !(ours() && theirs()) {
        return Err(name.into());
    }
    // `cargo test --benches` runs this too, without the flag: then it only shows that it works.
    let measured = std::env::args().any(|argument| argument == "--bench");
    let (rounds, calls) = if measured { (ROUNDS, calls) } else { (1, 1) };
    let mut ratios = Vec::with_capacity(rounds);
    let (mut our_best, mut their_best) = (Duration::MAX, Duration::MAX);
    for round in 0..rounds {
        let (us, them) = if round % 2 == 0 {
            let us = time(calls, &ours);
            (us, time(calls, &theirs))
        } else {
            let them = time(calls, &theirs);
            (time(calls, &ours), them)
        };
        (our_best, their_best) = (our_best.min(us), their_best.min(them));
        ratios.push(us.as_secs_f64() / them.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    // On a busy machine the best rounds of both say more than any other.
    let best = our_best.as_secs_f64() / their_best.as_secs_f64();
    let nanoseconds = our_best.as_nanos() / calls as u128;
    println!(
        "{name}: ratio median {:.2} ({:.2}..{:.2}), of the best rounds {best:.2} ({nanoseconds} ns)",
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1]
    );
    Ok(())
}

fn time(calls: usize, call: impl Fn() -> bool) -> Duration {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(call());
    }
    start.elapsed()
}
