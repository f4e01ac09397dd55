//! Why the service does not start.

use std::io;
use std::net::SocketAddr;

use crate::agents::AgentsError;
use crate::config::ConfigError;
use crate::hub::OpenHubError;
use crate::journal::OpenError;
use crate::keys::KeyError;

/// Why the service does not start; its sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// It cannot listen there.
    #[error("{}", cannot_listen(.option, *.address, .error))]
    Listen {
        /// Which option says where.
        option: &'static str,
        /// Where.
        address: SocketAddr,
        /// What the system said.
        error: io::Error,
    },
    /// The settings do not fit together.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The calls' database cannot be opened.
    #[error(transparent)]
    Journal(#[from] OpenError),
    /// The key file cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The agents' database cannot be opened.
    #[error(transparent)]
    Agents(#[from] AgentsError),
    /// What the calls' database holds cannot be understood.
    #[error(transparent)]
    Hub(#[from] OpenHubError),
    /// A bug: opening the storage panicked.
    #[error("The storage could not be opened because of a bug in this program: please report it with the log.")]
    Broken,
}

fn cannot_listen(option: &str, address: SocketAddr, error: &io::Error) -> String {
    let off = if option == "--metrics-listen" { ", or turn it off with `--metrics-listen off`" } else { "" };
    match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "Port {} on {} is taken: stop the program that listens there, or choose another port with `{option} {}`{off}.",
            address.port(),
            address.ip(),
            SocketAddr::new(address.ip(), address.port().wrapping_add(1).max(1024)),
        ),
        io::ErrorKind::PermissionDenied => format!(
            "This user may not listen on port {}: choose one from 1024 on with `{option}`{off}.",
            address.port()
        ),
        io::ErrorKind::AddrNotAvailable => format!(
            "This machine does not have the address {}: choose one that it has with `{option}`{off}.",
            address.ip()
        ),
        _ => format!("The service cannot listen on {address} ({error}): choose another address with `{option}`{off}."),
    }
}
