//! The vectors that all languages run, through the door: a test for each case, under the case's name. The journeys
//! among them need a service and are run there (`service/tests/journeys.rs`).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod asked;
mod read;
mod said;

use libtest_mimic::{Arguments, Trial};
use serde_json::Value;

/// What one case of a file comes to, in the words of that file.
type Outcome = fn(&Value) -> Value;

const FILES: [(&str, &str, Outcome); 5] = [
    ("links", include_str!("links.json"), asked::link),
    ("routes", include_str!("routes.json"), asked::route),
    ("names", include_str!("names.json"), asked::name),
    ("ar", include_str!("ar.json"), asked::ar),
    ("features", include_str!("features.json"), asked::features),
];

fn main() {
    let trials = FILES.into_iter().flat_map(|(file, text, outcome)| {
        read::cases(text).into_iter().map(move |case| {
            Trial::test(format!("{file}: {}", read::text(&case, "name")), move || {
                let came_to = outcome(&case);
                // What a case holds beside its question is its outcome: no key is read by nobody.
                if came_to == case { Ok(()) } else { Err(format!("it comes to\n{came_to}").into()) }
            })
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
