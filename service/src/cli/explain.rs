//! `onecall explain`.

use std::io::{self, BufRead as _, ErrorKind, Read as _};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use onecall::link::{Host, Hosts};
use onecall::route::{Device, Installed, OsVersion, Places, Platform, Policy, SetUp, Situation, Stores};

use crate::config::PublicUrl;
use crate::explain::{Circumstances, Explanation, sentences};

/// As clap exits when the command line cannot be read: in a script both mean that nothing can be opened.
const NO_INVITATION: u8 = 2;

#[derive(Args)]
pub(super) struct Explain {
    /// What it is opened on
    #[arg(long, value_enum, default_value_t = DeviceName::Android)]
    device: DeviceName,
    /// The version of its operating system, such as 17.2; unknown if it is not given
    #[arg(long, value_name = "V", value_parser = os_version)]
    os_version: Option<OsVersion>,
    /// It is opened in the browser inside another app, such as a mail program's
    #[arg(long)]
    in_app_browser: bool,
    /// Whether our app is on the device
    #[arg(long, value_enum, default_value_t = InstalledName::Unknown)]
    installed: InstalledName,
    /// What the agent set the call up on
    #[arg(long, value_enum, default_value_t = SetUpName::Desktop)]
    set_up: SetUpName,
    /// Who may join from what: everybody from anything, or as in Remote Assist
    #[arg(long, default_value = "default", value_parser = policies())]
    policy: Policy,
    /// A host that is ours; may be given several times. Without any: that of ONECALL_PUBLIC_URL
    #[arg(long = "host", value_name = "HOST", value_parser = host)]
    hosts: Vec<Host>,
    /// Print one JSON object instead of sentences
    #[arg(long)]
    json: bool,
    /// Take every line for a text of its own, and print one answer for each
    #[arg(long)]
    lines: bool,
    /// A link, or a whole message; `-` or nothing: read it from the standard input
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    text: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum DeviceName {
    Ios,
    Android,
    Windows,
    Macos,
    Linux,
    Hololens,
}

#[derive(Clone, Copy, ValueEnum)]
enum InstalledName {
    Yes,
    No,
    Unknown,
}

#[derive(Clone, Copy, ValueEnum)]
enum SetUpName {
    Desktop,
    Mobile,
}

pub(super) fn run(line: &Explain) -> anyhow::Result<ExitCode> {
    let at = line.circumstances()?;
    match line.answer(&at, &mut io::stdout().lock()) {
        Ok(true) => Ok(ExitCode::SUCCESS),
        Ok(false) => Ok(ExitCode::from(NO_INVITATION)),
        // Whoever reads us has seen enough, as `head` has.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error).context("The text could not be read, or the answer not written"),
    }
}

impl Explain {
    /// Answers every text; whether all of them are invitations.
    fn answer(&self, at: &Circumstances, out: &mut impl io::Write) -> io::Result<bool> {
        let mut all = true;
        let mut say = |text: &[u8]| -> io::Result<()> {
            // What a mail program cut in the middle of a character is still worth reading.
            let explanation = Explanation::of(&String::from_utf8_lossy(text), at);
            all &= explanation.is_invitation();
            if self.json {
                return writeln!(out, "{}", serde_json::to_string(&explanation)?);
            }
            writeln!(out, "{}", sentences(&explanation))?;
            if at.hosts.first().is_none() && explanation.is_foreign() {
                writeln!(out, "  If that host is yours, name it: --host HOST.")?;
            }
            Ok(())
        };
        match self.text.as_deref().filter(|text| *text != "-") {
            Some(text) if self.lines => text.lines().try_for_each(|line| say(line.as_bytes()))?,
            Some(text) => say(text.as_bytes())?,
            None if self.lines => io::stdin().lock().split(b'\n').try_for_each(|line| say(&line?))?,
            None => {
                let mut text = Vec::new();
                io::stdin().lock().read_to_end(&mut text)?;
                say(&text)?;
            }
        }
        Ok(all)
    }

    fn circumstances(&self) -> anyhow::Result<Circumstances> {
        let mut hosts = self.hosts.clone();
        if let (true, Ok(url)) = (hosts.is_empty(), std::env::var("ONECALL_PUBLIC_URL")) {
            hosts.push(PublicUrl::parse(&url)?.host().clone());
        }
        let platform = match self.device {
            DeviceName::Ios => Platform::Ios,
            DeviceName::Android => Platform::Android,
            DeviceName::Windows => Platform::Windows,
            DeviceName::Macos => Platform::Macos,
            DeviceName::Linux => Platform::Linux,
            DeviceName::Hololens => Platform::HoloLens,
        };
        let device = Device { platform, os_version: self.os_version, in_app_browser: self.in_app_browser };
        let situation = Situation {
            installed: match self.installed {
                InstalledName::Yes => Installed::Yes,
                InstalledName::No => Installed::No,
                InstalledName::Unknown => Installed::Unknown,
            },
            set_up: match self.set_up {
                SetUpName::Desktop => SetUp::Desktop,
                SetUpName::Mobile => SetUp::Mobile,
            },
            ..Situation::on(device)
        };
        let places = Places { home: hosts.first().cloned(), stores: Stores::default() };
        Ok(Circumstances { hosts: Hosts::new(hosts), situation, policy: self.policy, places })
    }
}

fn host(text: &str) -> Result<Host, String> {
    Host::parse(text).map_err(|error| error.to_string())
}

fn policies() -> impl TypedValueParser<Value = Policy> {
    let known = PossibleValuesParser::new(Policy::presets().map(|(name, _)| name));
    known.try_map(|name| Policy::named(&name).ok_or("no such policy"))
}

fn os_version(text: &str) -> Result<OsVersion, String> {
    let (major, rest) = text.split_once('.').unwrap_or((text, "0"));
    // The third number of 17.2.1 decides nothing.
    let minor = rest.split_once('.').map_or(rest, |(minor, _)| minor);
    match (major.parse(), minor.parse()) {
        (Ok(major), Ok(minor)) => Ok(OsVersion { major, minor }),
        _ => Err("write a version as in 17 or 17.2".to_owned()),
    }
}
