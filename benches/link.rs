//! How long our link takes to be understood and checked, against a URL parser that only splits
//! the same text. A ratio, measured in alternating rounds of one process, because absolute
//! times say more about the machine than about the code.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use onecall::link::{Host, Hosts, Invitation, Token, understand};

const ROUNDS: usize = 31;
const CALLS_A_ROUND: usize = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `cargo test --benches` runs this too, without the flag: then it only shows that it works.
    let measured = std::env::args().any(|argument| argument == "--bench");
    let (rounds, calls) = if measured { (ROUNDS, CALLS_A_ROUND) } else { (1, 1) };

    let host = Host::parse("one.call.example.com")?;
    let ours = Hosts::new([host.clone()]);
    let token = Token::from_bits(0x0123_4567_89ab_cdef_0f1e_2d3c_4b5a_6978);
    let invitation = Invitation::OneTime { host, token };
    let text = invitation.url().ok_or("our link has a URL")?;
    if understand(&text, &ours)? != invitation {
        return Err("our link was not understood".into());
    }
    url::Url::parse(&text)?;

    let mut ratios = Vec::with_capacity(rounds);
    for round in 0..rounds {
        let ours_first = round % 2 == 0;
        let understanding = || time(calls, || understand(black_box(&text), black_box(&ours)).is_ok());
        let splitting = || time(calls, || url::Url::parse(black_box(&text)).is_ok());
        let (us, url) = if ours_first {
            let us = understanding();
            (us, splitting())
        } else {
            let url = splitting();
            (understanding(), url)
        };
        ratios.push(us.as_secs_f64() / url.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!(
        "parse-and-check of our link / url::Url::parse of the same text: ratio median {:.2} ({:.2}..{:.2})",
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
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
