//! `cargo demo`: one whole one-time call on this machine, then the variations worth seeing.

mod demo;

use clap::Parser;

/// Plays one-time calls between a simulated agent and simulated phones, over the real service.
#[derive(Parser)]
#[command(name = "cargo demo")]
struct Options {
    /// End when the calls are played, instead of staying for you to try it.
    #[arg(long)]
    once: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    demo::run(options.once).await
}
