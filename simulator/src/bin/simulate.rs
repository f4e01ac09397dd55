//! Plays random stories, as many as wanted, and checks every rule: in virtual time, or over real HTTP.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use onecall_simulator::over_http;
use onecall_simulator::virtual_time::{Failure, Report, play, play_traced};
use tokio::task::JoinSet;

/// Plays random one-time calls in virtual time and checks every rule after every step.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// How many stories to play: 10000 if left out, 50 over HTTP.
    #[arg(long)]
    calls: Option<u64>,
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
    /// Play them over real HTTP: the real service, real clients, real sockets, in compressed real time.
    #[arg(long, conflicts_with = "trace")]
    http: bool,
    /// With --http: so many stories at the same time.
    #[arg(long, requires = "http", default_value_t = 4)]
    at_once: usize,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match (options.http, options.seed) {
        (true, _) => many_over_http(&options),
        (false, Some(seed)) => one(seed, options.trace),
        (false, None) => many(&options),
    }
}

impl Options {
    fn seeds(&self, usual: u64) -> std::ops::Range<u64> {
        match self.seed {
            Some(seed) => seed..seed.saturating_add(1),
            None => self.from_seed..self.from_seed.saturating_add(self.calls.unwrap_or(usual)),
        }
    }
}

#[tokio::main]
async fn many_over_http(options: &Options) -> ExitCode {
    let begun = Instant::now();
    let (mut tally, mut failures) = (Tally::default(), 0_u64);
    let mut seeds = options.seeds(50);
    let mut playing = JoinSet::new();
    loop {
        while playing.len() < options.at_once.max(1)
            && (failures == 0 || options.keep_going)
            && let Some(seed) = seeds.next()
        {
            playing.spawn(over_http::play(seed));
        }
        match playing.join_next().await {
            Some(Ok(Ok(report))) => tally.add(&report.screens, &report.events),
            Some(Ok(Err(failure))) => {
                failures += 1;
                eprintln!("{failure}");
            }
            Some(Err(error)) => {
                failures += 1;
                eprintln!("a story broke off: {error}");
            }
            None => break,
        }
    }
    tally.print(begun.elapsed().as_secs_f64());
    verdict(failures)
}

fn verdict(failures: u64) -> ExitCode {
    if failures == 0 {
        return ExitCode::SUCCESS;
    }
    eprintln!("{failures} stories broke a rule");
    ExitCode::FAILURE
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
    for seed in options.seeds(10_000) {
        match play(seed) {
            Ok(report) => tally.add_played(&report),
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
    verdict(failures)
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
    fn add_played(&mut self, report: &Report) {
        self.steps += report.steps;
        self.add(&report.screens, &report.events);
    }

    fn add(&mut self, screens: &[&'static str], events: &[&'static str]) {
        self.stories += 1;
        for screen in screens {
            *self.screens.entry(screen).or_default() += 1;
        }
        for event in events {
            *self.events.entry(event).or_default() += 1;
        }
    }

    fn print(&self, seconds: f64) {
        // Counts of stories are far below 2^52.
        #[expect(clippy::cast_precision_loss, reason = "rates are for people to read")]
        let rate = |count: u64| count as f64 / seconds.max(0.001);
        let steps = if self.steps == 0 { String::new() } else { format!(", {:.0} steps/s", rate(self.steps)) };
        println!(
            "{} stories in {seconds:.1} s: {:.1} stories/s{steps}; in all of these every rule held",
            self.stories,
            rate(self.stories)
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
