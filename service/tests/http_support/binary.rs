//! The real binary as a process of its own.
#![allow(dead_code, reason = "every test binary uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

/// A run that ended by itself.
pub(crate) struct Ended {
    pub(crate) ok: bool,
    pub(crate) out: String,
    pub(crate) err: String,
}

fn command(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onecall"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ONECALL_")) {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied());
    command
}

/// Runs the binary to its end.
pub(crate) fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
    let output = command(arguments, environment).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { ok: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
}

/// A service that runs.
pub(crate) struct Process {
    child: Child,
    log: BufReader<std::process::ChildStderr>,
    said: String,
    listen: String,
    metrics: String,
}

impl Process {
    /// Starts it on free ports and waits until it says that it is ready.
    pub(crate) async fn start(data: &Path, more: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut arguments = vec!["serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0", "--data"];
        arguments.push(data.to_str().unwrap());
        arguments.extend(more);
        let mut child = command(&arguments, environment).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        // With a first sign-in link one more line follows, once the file is there.
        let last = if environment.iter().any(|(name, _)| name.starts_with("ONECALL_AGENT_TOKEN")) {
            "onecall is ready"
        } else {
            "sign-in link is in this file"
        };
        while !said.contains(last) {
            assert!(log.read_line(&mut said).unwrap() > 0, "it did not start: {said}");
        }
        let (listen, metrics) = (value(&said, "listen"), value(&said, "metrics"));
        Self { child, log, said, listen, metrics }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.listen)
    }

    pub(crate) fn metrics_url(&self) -> String {
        format!("http://{}/metrics", self.metrics)
    }

    /// Asks it to stop; whether it ended well, and everything it said.
    pub(crate) fn terminate(mut self) -> (bool, String) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
        self.log.read_to_string(&mut self.said).unwrap();
        self.child.stdout.take().unwrap().read_to_string(&mut self.said).unwrap();
        (self.child.wait().unwrap().success(), self.said.clone())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Of a test that failed; one that was terminated is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The value of a field in a line of the log, in either format.
fn value(log: &str, field: &str) -> String {
    let (_, rest) = log
        .split_once(&format!(" {field}="))
        .or_else(|| log.split_once(&format!("\"{field}\":\"")))
        .unwrap_or_else(|| panic!("no {field} in {log}"));
    rest.split([' ', '"', '\n']).next().unwrap().to_owned()
}
