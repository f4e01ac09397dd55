//! Steps of the customer's journey per second: a waiting phone hears the service, beats, and is drawn.
//!
//! `cargo bench --bench journey`. A rate, not a promise: it says how many calls a simulation can play.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark measures time, and may stop")]

use std::hint::black_box;
use std::time::Instant;

use onecall::journey::{Input, Journey, Now, Setup, Source, step};
use onecall::link::{Host, Hosts, Invitation, Token};
use onecall::protocol::{CustomerState, CustomerView, DeviceInfo, Phase, WaitReason};

const STEPS: u64 = 200_000;
const ROUNDS: u64 = 5;

fn main() {
    // `cargo test --benches` runs this too, without the flag: then it only shows that it works.
    let measured = std::env::args().any(|argument| argument == "--bench");
    let (rounds, steps) = if measured { (ROUNDS, STEPS) } else { (1, 4) };
    let host = Host::parse("call.example.com").unwrap();
    let link = Invitation::OneTime { host: host.clone(), token: Token::from_bits(7) }.url().unwrap();
    let setup = Setup { hosts: Hosts::new([host]), device: DeviceInfo::default(), ..Setup::default() };
    let mut journey = Journey::new(setup);
    for input in [Input::Text { text: link, source: Source::Link }, Input::Name("Grace".to_owned())] {
        journey = step(&journey, &now(0), input).journey;
    }
    let heard = |reason| Input::Heard {
        stream: 1,
        view: CustomerView {
            phase: Phase::Lobby,
            fallback: "You are in the lobby.".to_owned(),
            visit: 1,
            here_every_ms: 10_000,
            lease_ms: 600_000,
            may_return: false,
            ticket: None,
            state: CustomerState::Waiting {
                reason,
                match_phrase: "river lamp".to_owned(),
                message: None,
                starts_in_ms: None,
            },
        },
    };
    for round in 0..rounds {
        let started = Instant::now();
        for count in 0..steps {
            let now = now((round * steps + count) * 1_000);
            let input = match count % 4 {
                0 => heard(WaitReason::AgentAbsent),
                2 => heard(WaitReason::Noticed),
                _ => Input::Tick,
            };
            journey = step(&journey, &now, input).journey;
            black_box(journey.screen(&now));
        }
        assert_eq!(journey.kind(), "waiting");
        println!("journey: {:.0} steps/s", steps as f64 / started.elapsed().as_secs_f64());
    }
}

fn now(ms: u64) -> Now {
    Now { since_boot_ms: ms, boot_id: 1, wall_ms: ms, entropy: [7; 32] }
}
