//! Requests to the service: HTTP/1.1 over TLS, and what its answers mean.
//!
//! No redirect is followed, no cookie kept, no referrer sent, no proxy taken from the environment (the library
//! does none of it), and nothing is read without a bound. Whoever stands in between – a hotel's sign-in page, a company's
//! filter – answers with something that is not ours, and that counts as no answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER, USER_AGENT};
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
use crate::journey::{AccessToken, Input};
use crate::link::Host;
use crate::protocol::{CustomerCommand, CustomerView, KnockRequest, Problem, ProblemCode};

/// The most bytes of a JSON answer.
const MAX_BYTES: usize = 256 * 1024;
/// An idle connection is given up before the proxies in between do so, which mostly wait a minute or more.
const IDLE: Duration = Duration::from_secs(50);
/// One for the stream, one for commands.
const IDLE_CONNECTIONS: usize = 2;

pub(super) const EVENT_STREAM: &str = "text/event-stream";
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// Why there is no answer to use: the problem with which the service answered, or [`None`] when it was not the
/// service that answered, or nobody.
type Refusal = Option<Box<Problem>>;

/// What came back, its body still on the way.
pub(super) type Answer = Response<Incoming>;

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

    /// Knocks, signed in when there is a token. The answer is an event stream that has begun.
    ///
    /// # Errors
    /// [`Refusal`].
    pub(super) async fn knock(
        &self,
        host: &Host,
        knock: &KnockRequest,
        token: Option<&AccessToken>,
    ) -> Result<Answer, Refusal> {
        let answer = async {
            let mut request = post(host, "/v1/knock", EVENT_STREAM, knock).ok_or(None)?;
            // Visible ASCII, as its type has it, is always a header.
            if let Some(Ok(mut bearer)) = token.map(|token| HeaderValue::try_from(format!("Bearer {}", token.as_str())))
            {
                bearer.set_sensitive(true);
                request.headers_mut().insert(AUTHORIZATION, bearer);
            }
            let response = self.client.request(request).await.map_err(|_| None)?;
            if !response.status().is_success() {
                return Err(problem(response).await);
            }
            if is(&response, EVENT_STREAM) { Ok(response) } else { Err(None) }
        };
        timeout(self.network.answer, answer).await.unwrap_or(Err(None))
    }

    /// Sends a command, and says what came of it.
    pub(super) async fn command(&self, host: &Host, command: CustomerCommand) -> Input {
        let answer = async {
            let request = post(host, "/v1/knock/commands", JSON, &command).ok_or(None)?;
            let response = self.client.request(request).await.map_err(|_| None)?;
            if !response.status().is_success() {
                return Err(problem(response).await);
            }
            let bytes = if is(&response, JSON) { read(response).await } else { None };
            bytes.and_then(|bytes| serde_json::from_slice::<CustomerView>(&bytes).ok()).ok_or(None)
        };
        match timeout(self.network.answer, answer).await.unwrap_or(Err(None)) {
            Ok(view) => Input::Answered { command_id: command.command_id, view },
            Err(refusal) => Input::Failed { command_id: command.command_id, problem: refusal.map(|problem| *problem) },
        }
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

/// Whether the answer says that it is of this type, whatever its parameters.
fn is(response: &Answer, media_type: &str) -> bool {
    let said = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
}

/// What the service said is wrong; nothing when it was not the service that answered.
///
/// Proxies know two answers that mean the same as the service's own: too many requests, and unavailable
/// for so many seconds.
async fn problem(response: Answer) -> Refusal {
    let status = response.status().as_u16();
    let retry_after_ms = retry_after_ms(&response);
    let mut problem = if is(&response, PROBLEM) {
        serde_json::from_slice::<Problem>(&read(response).await?).ok()?
    } else {
        retry_after_ms?;
        match status {
            429 => Problem::new(ProblemCode::SlowDown),
            503 => Problem::new(ProblemCode::Restarting),
            _ => return None,
        }
    };
    problem.retry_after_ms = problem.retry_after_ms.or(retry_after_ms);
    Some(Box::new(problem))
}

/// `Retry-After` in seconds (RFC 9110, 10.2.3); its other form, a date, would need two clocks to agree.
fn retry_after_ms(response: &Answer) -> Option<u64> {
    let seconds: u64 = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(seconds.saturating_mul(1000))
}

/// The whole body; nothing when it breaks off or is too large.
async fn read(mut response: Answer) -> Option<Vec<u8>> {
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
pub(super) async fn chunk(response: &mut Answer) -> hyper::Result<Option<Bytes>> {
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
