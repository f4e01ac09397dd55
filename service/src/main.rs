//! The binary: `onecall serve`, `onecall agents`.

use std::process::ExitCode;

fn main() -> ExitCode {
    onecall_service::cli::run()
}
