//! Where the names of hosts lead.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::vec::IntoIter;

use hyper_util::client::legacy::connect::dns::Name;
use tower_service::Service;

/// Looks names up as the system does, but for those that are pinned.
#[derive(Clone)]
pub(super) struct Names {
    pinned: Arc<[(String, SocketAddr)]>,
}

impl Names {
    pub(super) fn new(pinned: Vec<(String, SocketAddr)>) -> Self {
        Self { pinned: pinned.into() }
    }
}

impl Service<Name> for Names {
    type Response = IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<IntoIter<SocketAddr>>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let pinned = self.pinned.iter().find(|(pinned, _)| pinned == name.as_str()).map(|(_, address)| *address);
        Box::pin(async move {
            let found = match pinned {
                Some(address) => vec![address],
                // The port is the connector's to say.
                None => tokio::net::lookup_host((name.as_str(), 0)).await?.collect(),
            };
            Ok(found.into_iter())
        })
    }
}
