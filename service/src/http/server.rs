//! Connections: accepted, bounded, drained.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};
use tower::ServiceExt as _;

use super::around::Peer;
use super::capitals::as_routed;
use super::patience::Patient;
use crate::stop::Stop;

/// The longest that a request's head may take, and that an idle connection is kept.
const HEAD: Duration = Duration::from_secs(60);

/// What is not finished so long after the stop began is cut off.
const DRAIN: Duration = Duration::from_secs(5);

/// What is kept of a connection, in either direction, before its peer has to take or finish something.
/// The smallest that still holds a request's head with large cookies.
const BUFFER: usize = 64 * 1024;

/// After a failed accept – no more file descriptors – closing connections may help; trying again at
/// once does not.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until [`Stop`] says so, then until every connection has finished, five seconds at most.
///
/// A peer that takes nothing off us for as long as `unread` is gone, or too slow to wait for: its
/// connection ends. A state is a few hundred bytes, so this is no matter of bandwidth.
///
/// New connections are still answered while others finish, so that whoever asks `/readyz` learns it.
pub(crate) async fn serve_until_stopped(listener: TcpListener, router: Router, stop: Stop, unread: Duration) {
    let mut connections = JoinSet::new();
    let mut cut_off: Option<Instant> = None;
    loop {
        let stopping = cut_off.is_some();
        if stopping && connections.is_empty() {
            break;
        }
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    connections.spawn(serve(stream, peer, router.clone(), stop.clone(), unread));
                }
                Err(error) if is_the_peers(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(BREATH).await;
                }
            },
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
            () = stop.stopped(), if !stopping => cut_off = Some(Instant::now() + DRAIN),
            () = until(cut_off), if stopping => break,
        }
    }
    connections.shutdown().await;
}

async fn until(deadline: Option<Instant>) {
    if let Some(deadline) = deadline {
        sleep_until(deadline).await;
    }
}

/// Errors of one connection that `accept` hands on (accept(2)).
fn is_the_peers(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    )
}

/// Whatever of this a system does not know, it serves without.
fn tune(stream: &TcpStream, unread: Duration) {
    let _ = stream.set_nodelay(true);
    #[cfg(target_os = "linux")]
    {
        let socket = SockRef::from(stream);
        // RFC 5482: ends it when the peer acknowledges nothing.
        let _ = socket.set_tcp_user_timeout(Some(unread));
        // The system would otherwise take some megabytes for each peer that reads nothing (tcp(7)).
        let _ = socket.set_tcp_notsent_lowat(BUFFER as u32);
    }
}

fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    stop: Stop,
    unread: Duration,
) -> impl Future<Output = ()> + Send {
    tune(&stream, unread);
    let service = TowerToHyperService::new(router.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer.ip()));
        if let Some(routed) = as_routed(request.uri()) {
            *request.uri_mut() = routed;
        }
        request.map(axum::body::Body::new)
    }));
    async move {
        let mut builder = Builder::new(TokioExecutor::new());
        // A connection that begins when the service stops is for one request.
        let keep_alive = !stop.is_stopping();
        let mut http1 = builder.http1();
        http1.timer(TokioTimer::new()).header_read_timeout(HEAD).keep_alive(keep_alive).max_buf_size(BUFFER);
        let mut http2 = builder.http2();
        http2.timer(TokioTimer::new()).keep_alive_interval(unread).max_concurrent_streams(256);
        http2.max_send_buf_size(BUFFER);
        let stream = TokioIo::new(Patient::new(stream, unread));
        let mut connection = std::pin::pin!(builder.serve_connection(stream, service));
        // How a connection ended is its client's business.
        if keep_alive {
            tokio::select! {
                _ = connection.as_mut() => return,
                () = stop.stopped() => connection.as_mut().graceful_shutdown(),
            }
        }
        let _ = connection.await;
    }
}
