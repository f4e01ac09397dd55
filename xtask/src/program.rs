//! Other programs: shown before they run, never waiting for a keyboard, and a failure names the
//! command.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::repository;

/// A command line about to be run.
pub(crate) struct Program {
    command: Command,
    shown: String,
}

/// Cargo, the one that started us, from the repository's root.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Program {
    let path = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut program = Program { command: Command::new(path), shown: "cargo".to_owned() };
    // `cargo run` describes this package to us in the environment. Passed on, it looks to build
    // scripts (ring's) like a changed setting, and they run again at every turn between `cargo
    // test` and `cargo xtask test`.
    for (name, _) in std::env::vars_os() {
        if describes_this_package(&name) {
            program.command.env_remove(name);
        }
    }
    program.args(arguments).dir(&repository::root())
}

fn describes_this_package(variable: &OsStr) -> bool {
    let variable = variable.to_string_lossy();
    variable.starts_with("CARGO_PKG_") || variable.starts_with("CARGO_MANIFEST_") || variable == "OUT_DIR"
}

impl Program {
    pub(crate) fn new(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        Self { command: Command::new(path), shown: path.display().to_string() }
    }

    pub(crate) fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, arguments: I) -> Self {
        for argument in arguments {
            let argument = argument.as_ref();
            self.shown = format!("{} {}", self.shown, argument.to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.shown = format!("{name}='{value}' {}", self.shown);
        self.command.env(name, value);
        self
    }

    pub(crate) fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it with its output on ours.
    pub(crate) fn run(mut self) -> Result<()> {
        eprintln!("   $ {}", self.shown);
        let status = self.command.stdin(Stdio::null()).status();
        let status = status.with_context(|| format!("`{}` could not be started", self.shown))?;
        if !status.success() {
            bail!("`{}` failed ({status})", self.shown);
        }
        Ok(())
    }

    /// Runs it with its output on ours, shown by these words instead of a command line that nobody reads.
    pub(crate) fn run_from(mut self, words: &str) -> Result<()> {
        words.clone_into(&mut self.shown);
        self.run()
    }

    /// Runs it without a word unless it fails: for tools with long command lines whose output nobody reads.
    pub(crate) fn run_quietly(self) -> Result<()> {
        let shown = self.shown.clone();
        let output = self.output(Stdio::piped())?;
        if !output.status.success() {
            print!("{}", String::from_utf8_lossy(&output.stdout));
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            bail!("`{shown}` failed ({})", output.status);
        }
        Ok(())
    }

    /// Runs it and returns what it printed; what it says on standard error goes to ours.
    pub(crate) fn stdout(self) -> Result<String> {
        let shown = self.shown.clone();
        eprintln!("   $ {shown}");
        let output = self.output(Stdio::inherit())?;
        if !output.status.success() {
            bail!("`{shown}` failed ({})", output.status);
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What it printed, where that is no text.
    pub(crate) fn stdout_bytes(self) -> Result<Vec<u8>> {
        let shown = self.shown.clone();
        let output = self.output(Stdio::inherit())?;
        if !output.status.success() {
            bail!("`{shown}` failed ({})", output.status);
        }
        Ok(output.stdout)
    }

    /// What it printed if it can be run at all and succeeds: for asking whether a tool is here.
    pub(crate) fn answer(self) -> Option<String> {
        let output = self.output(Stdio::null()).ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What it printed, whatever its exit status: for programs whose status is an answer.
    pub(crate) fn stdout_of_any_status(self) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.output(Stdio::inherit())?.stdout).into_owned())
    }

    /// Runs a build and returns the file that cargo made for the target of this name and with this
    /// file name.
    ///
    /// Asking cargo instead of guessing `target/debug` stays right under `CARGO_TARGET_DIR` and the
    /// like.
    pub(crate) fn built(self, target: &str, file_name: &str) -> Result<PathBuf> {
        let messages = self.args(["--message-format=json-render-diagnostics"]).stdout()?;
        artifact(&messages, target, file_name).with_context(|| format!("cargo did not report a file {file_name}"))
    }

    fn output(mut self, stderr: Stdio) -> Result<Output> {
        let output = self.command.stdin(Stdio::null()).stderr(stderr).output();
        output.with_context(|| format!("`{}` could not be started", self.shown))
    }
}

/// The path in cargo's messages (one JSON object a line) of a file made for `target`.
fn artifact(messages: &str, target: &str, file_name: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == target)
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|path| path.file_name() == Some(OsStr::new(file_name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_asked_for_is_found_among_other_messages_of_cargo() {
        let messages = concat!(
            r#"{"reason":"build-script-executed"}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"onecall"},"filenames":["/t/debug/libonecall.rlib"]}"#,
            "\nnot json\n",
            r#"{"reason":"compiler-artifact","target":{"name":"other"},"filenames":["/t/debug/onecall"]}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"onecall"},"filenames":["/t/debug/onecall"]}"#,
        );
        assert_eq!(artifact(messages, "onecall", "onecall"), Some(PathBuf::from("/t/debug/onecall")));
        assert_eq!(artifact(messages, "onecall", "libonecall.so"), None);
    }

    #[test]
    fn cargo_runs_from_the_root_of_the_repository_wherever_we_were_started() {
        assert_eq!(cargo(["tree"]).command.get_current_dir(), Some(repository::root().as_path()));
    }

    #[test]
    fn only_the_description_of_this_package_is_kept_from_cargo() {
        for kept_back in ["CARGO_PKG_VERSION_PRE", "CARGO_MANIFEST_DIR", "OUT_DIR"] {
            assert!(describes_this_package(OsStr::new(kept_back)), "{kept_back}");
        }
        for passed_on in ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_BUILD_JOBS", "PATH"] {
            assert!(!describes_this_package(OsStr::new(passed_on)), "{passed_on}");
        }
    }
}
