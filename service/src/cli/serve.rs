//! `onecall serve`.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::{Serve, whole};
use crate::config::Config;
use crate::logging::Logging;
use crate::serve::{FirstSignInFile, Running, serve};
use crate::stop::asked_to_stop;

/// The API token itself; in no flag, because every user of a machine sees those.
const TOKEN_VARIABLE: &str = "ONECALL_AGENT_TOKEN";

pub(super) fn run(line: Serve) -> anyhow::Result<()> {
    let file = line.file.read()?;
    let options = line.options.or(file);
    Logging::resolve(&options)?.start();
    let config = Config::resolve(options, crate::config::Options::default(), token()?)?;
    allow_many_connections();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run_service(config))
}

fn token() -> anyhow::Result<Option<String>> {
    match std::env::var(TOKEN_VARIABLE) {
        Ok(token) => Ok(Some(token)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => anyhow::bail!("{TOKEN_VARIABLE} holds something that is not text."),
    }
}

async fn run_service(config: Config) -> anyhow::Result<()> {
    let data = whole(&config.data);
    // From here on, so that a signal during the start is not lost.
    let asked = tokio::spawn(asked_to_stop());
    let running = serve(config).await?;
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        listen = %running.addr,
        public_url = %running.public_url,
        data = %data.display(),
        metrics = running.metrics_addr.map(tracing::field::display),
        "onecall is ready"
    );
    hand_out(&running, &data)?;
    asked.await??;
    tracing::info!("asked to stop: telling everybody who waits to come back");
    running.stop();
    running.wait().await;
    tracing::info!("stopped");
    Ok(())
}

/// Rule 11: the first sign-in link goes to the terminal or into a file, never into a log.
fn hand_out(running: &Running, data: &Path) -> anyhow::Result<()> {
    let Some(link) = &running.first_sign_in else { return Ok(()) };
    if io::stderr().is_terminal() {
        eprintln!("\n  Sign in as the first admin (this link works once, for a day):\n  {link}\n");
        return Ok(());
    }
    let path = keep(data, link)?;
    tracing::info!(file = %path.display(), "the first admin's sign-in link is in this file");
    Ok(())
}

fn keep(data: &Path, link: &str) -> anyhow::Result<PathBuf> {
    let path = FirstSignInFile::of(data).path().to_owned();
    // One from an earlier start holds a dead link, and perhaps other permissions.
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    writeln!(file, "{link}")?;
    Ok(path)
}

/// Every open stream is an open file, of which most systems grant 1,024 unless one asks.
fn allow_many_connections() {
    let limit = getrlimit(Resource::Nofile);
    // A system that refuses serves fewer; it says so when they come.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
}
