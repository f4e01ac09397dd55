//! The lobby service: creates one-time calls and links, holds their lobbies, serves the pages.
//!
//! It drives [`onecall::lobby`]: [`journal`] keeps what happened, [`hub`] holds live calls and fans
//! them out, [`sharing`] writes what the agent sends, and the HTTP door decodes, calls and encodes.
//! [`serve()`] puts them together:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use onecall_service::{config::Config, serve};
//!
//! let folder = tempfile::tempdir()?;
//! let service = serve(Config::on_free_ports(folder.path().join("data"))).await?;
//! println!("calls are held at {}", service.public_url);
//! service.stop();
//! service.wait().await;
//! # Ok(())
//! # }
//! ```

pub mod agents;
pub mod cli;
pub mod clock;
pub mod config;
pub mod explain;
mod http;
pub mod hub;
pub mod journal;
pub mod keys;
pub mod limits;
pub mod locales;
pub mod logging;
mod look_alikes;
mod metrics;
pub mod operator;
mod pages;
mod serve;
pub mod sharing;
pub mod stop;

pub use serve::{Running, ServeError, serve, serve_with};
