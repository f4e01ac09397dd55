//! The command line.

mod agents;
mod backup;
mod explain;
mod serve;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{ConfigError, Options};

/// One-time support calls: an agent sends a link, a customer knocks and is let in.
#[derive(Parser)]
#[command(name = "onecall", version, about)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service; nothing needs to be said
    ///
    /// Options may be given as flags, as environment variables, or as keys of one configuration file
    /// (the flag's name without dashes in front), in this order of importance. ONECALL_AGENT_TOKEN (or
    /// --agent-token-file) holds the API token of the agent "API".
    Serve(Box<Serve>),
    /// Invite, list or revoke agents; works while the service runs
    Agents(Agents),
    /// Back up the service's data into a new folder; works while the service runs
    ///
    /// To restore, stop the service, put the key beside the copies (its file is called "key" and is in
    /// the data folder) and serve that folder with --data. The key itself is not backed up, so that
    /// whoever finds the backup can open no link: keep a copy of it somewhere else. Without it, links
    /// that were sent stop working.
    ///
    /// A backup still holds calls that the service forgets later; when it is served, they are forgotten
    /// before anybody is let in. Delete old backups: nobody forgets what is in them.
    ///
    /// Every tool that knows SQLite may be used as well, on each file ending in .db:
    /// `sqlite3 calls.db ".backup copy.db"`. Do not copy the files themselves while the service runs.
    Backup(Backup),
    /// Say what a link or a pasted message is, where it opens and why
    ///
    /// Answers what the app and the landing page would, from the same rules. Exit status: 0 with an
    /// invitation – with --lines, if every line is one –, 2 without.
    Explain(explain::Explain),
}

#[derive(Args)]
struct Serve {
    #[command(flatten)]
    file: File,
    #[command(flatten)]
    options: Options,
}

#[derive(Args)]
struct Agents {
    #[command(flatten)]
    file: File,
    /// The service's data folder [default: ./onecall-data]
    #[arg(long, env = "ONECALL_DATA", value_name = "FOLDER", global = true)]
    data: Option<PathBuf>,
    #[command(subcommand)]
    act: AgentsAct,
}

#[derive(Args)]
struct Backup {
    #[command(flatten)]
    file: File,
    /// The service's data folder [default: ./onecall-data]
    #[arg(long, env = "ONECALL_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The backup is made here; there must be nothing yet
    #[arg(value_name = "NEW-FOLDER")]
    folder: PathBuf,
}

#[derive(Subcommand)]
enum AgentsAct {
    /// Print a sign-in link for an agent; it works once, for a day
    Invite {
        /// The agent's name, as customers will see it
        name: String,
        /// May manage agents and settings, too
        #[arg(long)]
        admin: bool,
    },
    /// Print every agent: id, role, state and name
    List,
    /// Let an agent in no longer, from this moment on
    Revoke {
        /// The agent's id, from `onecall agents list`
        // Ids are random, and some begin like a flag.
        #[arg(allow_hyphen_values = true)]
        id: String,
    },
}

#[derive(Args)]
struct File {
    /// A configuration file (TOML)
    #[arg(long, env = "ONECALL_CONFIG", value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

impl File {
    fn read(&self) -> Result<Options, ConfigError> {
        self.config.as_deref().map(Options::from_file).transpose().map(Option::unwrap_or_default)
    }
}

/// Does what the command line says.
#[must_use]
pub fn run() -> ExitCode {
    let done = match Line::parse().command {
        Command::Serve(serve) => serve::run(*serve).map(|()| ExitCode::SUCCESS),
        Command::Agents(agents) => agents::run(agents).map(|()| ExitCode::SUCCESS),
        Command::Backup(backup) => backup::run(backup).map(|()| ExitCode::SUCCESS),
        Command::Explain(explain) => explain::run(&explain),
    };
    match done {
        Ok(status) => status,
        Err(error) => {
            eprintln!("onecall: {error}");
            ExitCode::FAILURE
        }
    }
}

/// As the operator would name it from anywhere.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
