//! `cargo xtask bench`: all benchmarks of the workspace, and nothing else of it; `cargo xtask bench door`: what the door
//! costs Kotlin and Swift.

mod door;
pub(crate) mod fixture;
mod start;

use anyhow::Result;

use crate::program::cargo;

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let [only] = arguments
        && only == "door"
    {
        return door::run();
    }
    // The pattern names benchmarks only: a plain `cargo bench` would also run each library's tests
    // as benchmarks, which refuse the arguments meant for ours.
    let bench = cargo(["bench", "--workspace", "--bench", "*"]);
    if arguments.is_empty() {
        return bench.run();
    }
    bench.args(["--"]).args(arguments).run()
}
