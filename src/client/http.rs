//! Requests to the service: HTTP/1.1 over TLS, and what its answers mean.
//!
//! No redirect is followed, no cookie kept, no referrer sent, no proxy taken from the environment (the library
//! does none of it), and nothing is read without a bound. What an answer means is said by [`crate::answers`].

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER, USER_AGENT};
use hyper::{Method, Request, Response, Uri};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use serde::Serialize;
use tokio::time::timeout;

use super::StartError;
use super::names::Names;
use crate::answers::{self, Answer, EVENT_STREAM, Head, JSON, MAX_BYTES};
use crate::journey::{AccessToken, Input};
use crate::link::Host;
use crate::protocol::{CustomerCommand, KnockRequest};

/// An idle connection is given up before the proxies in between do so, which mostly wait a minute or more.
const IDLE: Duration = Duration::from_secs(50);
/// One for the stream, one for commands.
const IDLE_CONNECTIONS: usize = 2;

/// What came back, its body still on the way.
type Incomplete = Response<Incoming>;

/// How a knock was answered.
pub(super) enum Knocked {
    /// With the event stream, which has begun.
    Stream(Incomplete),
    /// With something else.
    Answer(Answer),
}

type Connections = Client<HttpsConnector<HttpConnector<Names>>, Full<Bytes>>;

/// How patient we are, and where names lead.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// How long connecting may take, before TLS.
    pub(super) connect: Duration,
    /// How long the service may take to begin its answer, and to end one that is no stream.
    pub(super) answer: Duration,
    /// Names that are not looked up.
    pub(super) pinned: Vec<(String, SocketAddr)>,
}

impl Default for Network {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), answer: Duration::from_secs(15), pinned: Vec::new() }
    }
}

/// The connections to the service.
#[derive(Clone)]
pub(super) struct Http {
    client: Connections,
    tls: Arc<ClientConfig>,
    network: Arc<Network>,
}

impl Http {
    /// Trusts the public roots of Mozilla's programme (crate `webpki-roots`) and `extra_roots`, each a
    /// certificate in DER.
    ///
    /// # Errors
    /// [`StartError`] when a root cannot be read, or TLS cannot be set up.
    pub(super) fn new(extra_roots: &[Vec<u8>], network: Network) -> Result<Self, StartError> {
        let tls = Arc::new(tls(extra_roots)?);
        let client = connections(&tls, &network);
        Ok(Self { client, tls, network: Arc::new(network) })
    }

    /// Leaves the idle connections behind: they belong to a network that is gone, or died while the phone
    /// slept, and nothing would say so. What is under way keeps its own.
    pub(super) fn renew(&mut self) {
        self.client = connections(&self.tls, &self.network);
    }

    /// Opens a connection and leaves it idle, for the knock to find.
    pub(super) async fn warm(&self, host: &Host) {
        if let Some(request) = request(Method::HEAD, host, "/healthz", "", Bytes::new()) {
            // Without one the knock makes its own.
            let _ = timeout(self.network.answer, self.client.request(request)).await;
        }
    }

    /// Knocks, signed in when there is a token. [`None`]: not answered, or not in time.
    pub(super) async fn knock(
        &self,
        host: &Host,
        knock: &KnockRequest,
        token: Option<&AccessToken>,
    ) -> Option<Knocked> {
        let answer = async {
            let mut request = post(host, "/v1/knock", EVENT_STREAM, knock)?;
            // Visible ASCII, as its type has it, is always a header.
            if let Some(Ok(mut bearer)) = token.map(|token| HeaderValue::try_from(format!("Bearer {}", token.as_str())))
            {
                bearer.set_sensitive(true);
                request.headers_mut().insert(AUTHORIZATION, bearer);
            }
            let response = self.client.request(request).await.ok()?;
            let head = head(&response);
            Some(if head.is_stream() {
                Knocked::Stream(response)
            } else {
                Knocked::Answer(whole(head, response).await?)
            })
        };
        timeout(self.network.answer, answer).await.ok().flatten()
    }

    /// Sends a command, and says what came of it.
    pub(super) async fn command(&self, host: &Host, command: CustomerCommand) -> Input {
        let answer = async {
            let request = post(host, "/v1/knock/commands", JSON, &command)?;
            let response = self.client.request(request).await.ok()?;
            whole(head(&response), response).await
        };
        let answer = timeout(self.network.answer, answer).await.ok().flatten();
        answers::to_command(command.command_id, answer.as_ref())
    }
}

fn post(host: &Host, path: &str, accept: &str, body: &impl Serialize) -> Option<Request<Full<Bytes>>> {
    request(Method::POST, host, path, accept, serde_json::to_vec(body).ok()?.into())
}

/// What to send; nothing if it cannot be written as a request.
fn request(method: Method, host: &Host, path: &str, accept: &str, body: Bytes) -> Option<Request<Full<Bytes>>> {
    // Plain HTTP on loopback only, where no certificate can be had and nobody listens in.
    let uri: Uri = format!("{}{path}", host.origin()).parse().ok()?;
    let request =
        Request::builder().method(method).uri(uri).header(USER_AGENT, concat!("onecall/", env!("CARGO_PKG_VERSION")));
    let request = if accept.is_empty() { request } else { request.header(ACCEPT, accept).header(CONTENT_TYPE, JSON) };
    request.body(Full::new(body)).ok()
}

fn tls(extra_roots: &[Vec<u8>]) -> Result<ClientConfig, StartError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for (index, der) in extra_roots.iter().enumerate() {
        roots.add(CertificateDer::from(der.as_slice())).map_err(|_| StartError::Root { index: index as u64 })?;
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| StartError::System)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn connections(tls: &Arc<ClientConfig>, network: &Network) -> Connections {
    let mut tcp = HttpConnector::new_with_resolver(Names::new(network.pinned.clone()));
    tcp.set_connect_timeout(Some(network.connect));
    tcp.set_nodelay(true);
    // TLS is put on top of it.
    tcp.enforce_http(false);
    Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        .build(HttpsConnector::from((tcp, Arc::clone(tls))))
}

fn head(response: &Incomplete) -> Head {
    let said = |name: HeaderName| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
    Head { status: response.status().as_u16(), content_type: said(CONTENT_TYPE), retry_after: said(RETRY_AFTER) }
}

/// The whole answer, as far as it is of use; nothing when it breaks off, is too large or is no text.
async fn whole(head: Head, response: Incomplete) -> Option<Answer> {
    let body = if head.has_words() { String::from_utf8(read(response).await?).ok()? } else { String::new() };
    Some(Answer { head, body })
}

/// The whole body; nothing when it breaks off or is too large.
async fn read(mut response: Incomplete) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = chunk(&mut response).await.ok()? {
        if body.len() + chunk.len() > MAX_BYTES {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}

/// The next bytes of the body; nothing at its end.
///
/// # Errors
/// The connection broke off.
pub(super) async fn chunk(response: &mut Incomplete) -> hyper::Result<Option<Bytes>> {
    loop {
        match response.body_mut().frame().await.transpose()? {
            None => return Ok(None),
            // Anything else is a trailer, of which the service sends none.
            Some(frame) => {
                if let Ok(bytes) = frame.into_data() {
                    return Ok(Some(bytes));
                }
            }
        }
    }
}
