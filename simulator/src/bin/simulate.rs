//! Plays random stories in virtual time, as many as wanted, and checks every rule after every step.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use onecall_simulator::virtual_time::{Failure, Report, play, play_traced};

/// Plays random one-time calls in virtual time and checks every rule after every step.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// How many stories to play.
    #[arg(long, default_value_t = 10_000)]
    calls: u64,
    /// The seed of the first one; each next one has the next seed.
    #[arg(long, default_value_t = 0)]
    from_seed: u64,
    /// Play the story of this seed alone.
    #[arg(long)]
    seed: Option<u64>,
    /// With --seed: print every line of its trace, not only the last ones before a failure.
    #[arg(long, requires = "seed")]
    trace: bool,
    /// Go on after a failure, and say in the end how many there were.
    #[arg(long)]
    keep_going: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match options.seed {
        Some(seed) => one(seed, options.trace),
        None => many(&options),
    }
}

fn one(seed: u64, trace: bool) -> ExitCode {
    let result = if trace {
        let (result, lines) = play_traced(seed);
        for line in lines {
            println!("{line}");
        }
        // Everything is printed already.
        result.map_err(|failure| Box::new(Failure { lines: Vec::new(), ..*failure }))
    } else {
        play(seed)
    };
    match result {
        Ok(report) => {
            println!("seed {seed}: every rule held over {} steps; trace {:016x}", report.steps, report.trace_hash);
            println!("screens in the end: {}", report.screens.join(", "));
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn many(options: &Options) -> ExitCode {
    let begun = Instant::now();
    let mut tally = Tally::default();
    let mut failures = 0_u64;
    for seed in options.from_seed..options.from_seed.saturating_add(options.calls) {
        match play(seed) {
            Ok(report) => tally.add(&report),
            Err(failure) if options.keep_going => {
                failures += 1;
                println!("seed {seed}, at {} ms: {}", failure.at_ms, failure.what);
            }
            Err(failure) => {
                eprintln!("{failure}");
                return ExitCode::FAILURE;
            }
        }
    }
    tally.print(begun.elapsed().as_secs_f64());
    if failures == 0 {
        ExitCode::SUCCESS
    } else {
        eprintln!("{failures} stories broke a rule");
        ExitCode::FAILURE
    }
}

/// What came of all of them.
#[derive(Default)]
struct Tally {
    stories: u64,
    steps: u64,
    screens: BTreeMap<&'static str, u64>,
    events: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn add(&mut self, report: &Report) {
        self.stories += 1;
        self.steps += report.steps;
        for screen in &report.screens {
            *self.screens.entry(screen).or_default() += 1;
        }
        for event in &report.events {
            *self.events.entry(event).or_default() += 1;
        }
    }

    fn print(&self, seconds: f64) {
        // Counts of stories are far below 2^52.
        #[expect(clippy::cast_precision_loss, reason = "rates are for people to read")]
        let rate = |count: u64| count as f64 / seconds.max(0.001);
        println!(
            "{} stories, {} steps in {seconds:.1} s: {:.0} stories/s, {:.0} steps/s; every rule held",
            self.stories,
            self.steps,
            rate(self.stories),
            rate(self.steps)
        );
        println!("phones showed in the end:");
        for (screen, count) in &self.screens {
            println!("  {count:>8}  {screen}");
        }
        println!("stories in which it happened that a call or somebody in it was:");
        for (event, count) in &self.events {
            println!("  {count:>8}  {event}");
        }
    }
}
