//! The journeys of the vectors that all languages run (`tests/vectors/journeys.json`): a test for each, with the real
//! client and, where the journey wants one, the real service.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

mod house;
#[path = "../http_support/mod.rs"]
mod http_support;
mod phone;
mod steps;

use libtest_mimic::{Arguments, Trial};
use serde_json::Value;

const JOURNEYS: &str = include_str!("../../../tests/vectors/journeys.json");

fn main() {
    let mut file: Value = serde_json::from_str(JOURNEYS).unwrap();
    let Value::Array(journeys) = file["cases"].take() else { panic!("a file is {{\"cases\": [ … ]}}") };
    let trials = journeys.into_iter().map(|journey| {
        let name = format!("journeys: {}", journey["name"].as_str().unwrap());
        Trial::test(name, move || steps::take(&journey).map_err(Into::into))
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
