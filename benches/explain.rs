//! What a look-up through the door costs in Rust alone: the figure that `cargo xtask bench door` compares Kotlin's with.
//! Prints nanoseconds and nothing else.

use std::hint::black_box;
use std::time::Instant;

use onecall::client::Config;
use onecall::ffi::explain;

const ROUNDS: usize = 21;
const LOOK_UPS: u32 = 2_000;
const TEAMS: &str = concat!(
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjA1YzhkZTEtN2Y0Mi00ZTU1%40thread.v2/0",
    "?context=%7b%22Tid%22%3a%2272f988bf-86f1-41af-91ab-2d7cd011db47%22%2c%22Oid%22%3a%22550fae72-d251-43ec-868c-373732c2704f%22%7d"
);

fn main() {
    let config = Config { hosts: vec!["help.example.com".to_owned()], ..Config::default() };
    let mut times: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..LOOK_UPS {
                // Copied, as whatever crosses the door is the door's own.
                let _ = black_box(explain(black_box(config.clone()), black_box(TEAMS.to_owned())));
            }
            start.elapsed().as_nanos() / u128::from(LOOK_UPS)
        })
        .collect();
    times.sort_unstable();
    println!("{}", times[ROUNDS / 2]);
}
