//! The project's chores, one word each: `cargo xtask test`, `cargo xtask bindings`, `cargo xtask
//! bench`, `cargo xtask fuzz`.

mod android;
mod bench;
mod beside;
mod bindings;
mod fuzz;
mod generated;
mod hygiene;
mod ios;
mod kotlin;
mod node;
mod operator;
mod package;
mod program;
mod purity;
mod repository;
mod steps;
mod strings;
mod surface;
mod swift;
mod tools;
mod version;
mod wasm;
mod web;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's chores.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Everything that must be green before a change is merged; each lane stops at its first failure.
    Test {
        /// These steps alone, by the names that it prints.
        steps: Vec<String>,
    },
    /// Write the Kotlin and Swift bindings anew from the core's `ffi` module.
    Bindings {
        /// Change nothing; fail and show the difference if what is committed is not what would be
        /// written.
        #[arg(long)]
        check: bool,
    },
    /// Write the string files of the apps for phones anew from `locales/`.
    Strings {
        /// Change nothing; fail and show the difference if what is committed is not what would be
        /// written.
        #[arg(long)]
        check: bool,
    },
    /// List anew what others build on, after a line in the changelog: the public Rust, and what
    /// crosses the door.
    Surface {
        /// Change nothing; fail and show the difference if what is committed is not what would be
        /// listed.
        #[arg(long)]
        check: bool,
    },
    /// Make the door for browsers anew, `bindings/web/dist/onecall.wasm`.
    Wasm,
    /// Install the Kotlin package, with the library of this machine, into the local Maven repository.
    Kotlin,
    /// Drive the Android app on the JVM, as `test android` does.
    Android {
        /// A folder with the library and the service, instead of building them.
        #[arg(long)]
        built: Option<PathBuf>,
        /// On the classes that R8 leaves of the app.
        #[arg(long)]
        minified: bool,
        /// Instead, make the app's package from the libraries that `package` built, and check it.
        #[arg(long)]
        apk: bool,
    },
    /// Write what is built into an operator's apps anew, from `operator.toml`.
    Operator {
        /// Change nothing; fail if what is committed is not what would be written.
        #[arg(long)]
        check: bool,
    },
    /// Make the libraries that phones load: the AAR and the XCFramework.
    Package {
        /// One system alone.
        platform: Option<package::Platform>,
        /// Fail when a library grew beyond its limit in sizes.toml, or a list is stale.
        #[arg(long)]
        check: bool,
    },
    /// Build and measure what phones load and has a limit: a line each, name, bytes, limit.
    Sizes,
    /// Run the benchmarks; figures depend on the machine, ratios less so.
    Bench {
        /// `door`: what the door costs Kotlin and Swift. Else passed on to the benchmarks, for instance the name of one.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Look for inputs that break a promise, one target after the other; needs a C++ compiler.
    Fuzz {
        /// One target alone: link, name, protocol, journey or door.
        target: Option<String>,
        /// How long each target runs.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test { steps } => steps::run(&steps),
        Chore::Bindings { check: false } => bindings::write(),
        Chore::Bindings { check: true } => bindings::check(),
        Chore::Strings { check: false } => strings::write(),
        Chore::Strings { check: true } => strings::check(),
        Chore::Surface { check: false } => surface::write(),
        Chore::Surface { check: true } => surface::check(),
        Chore::Android { apk: true, .. } => android::apk(),
        Chore::Android { built, minified: false, .. } => android::test(built.as_deref()),
        Chore::Android { built, minified: true, .. } => android::test_minified(built.as_deref()),
        Chore::Operator { check: false } => operator::write(),
        Chore::Operator { check: true } => operator::check(),
        Chore::Package { platform, check } => package::run(platform, check),
        Chore::Sizes => package::sizes(),
        Chore::Wasm => wasm::write(),
        Chore::Kotlin => kotlin::install(),
        Chore::Bench { arguments } => bench::run(&arguments),
        Chore::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
