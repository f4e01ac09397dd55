//! Requests to the service: HTTP/1.1 over TLS, and what its answers mean.
//!
//! No redirect is followed, no cookie kept, no referrer sent, no proxy taken from the environment, and
//! nothing is read without a bound. Whoever stands in between – a hotel's sign-in page, a company's
//! filter – answers with something that is not ours, and that counts as no answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Method, RequestBuilder, Response, redirect};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use serde::Serialize;
use tokio::time::timeout;

use super::StartError;
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

/// How patient we are, and where names lead.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// How long connecting may take, TLS included.
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
    client: reqwest::Client,
    tls: ClientConfig,
    network: Arc<Network>,
}

impl Http {
    /// Trusts the public roots of Mozilla's programme (crate `webpki-roots`) and `extra_roots`, each a
    /// certificate in DER.
    ///
    /// # Errors
    /// [`StartError`] when a root cannot be read, or TLS cannot be set up.
    pub(super) fn new(extra_roots: &[Vec<u8>], network: Network) -> Result<Self, StartError> {
        let tls = tls(extra_roots)?;
        let client = connections(&tls, &network)?;
        Ok(Self { client, tls, network: Arc::new(network) })
    }

    /// Leaves the idle connections behind: they belong to a network that is gone, or died while the phone
    /// slept, and nothing would say so. What is under way keeps its own.
    pub(super) fn renew(&mut self) {
        if let Ok(client) = connections(&self.tls, &self.network) {
            self.client = client;
        }
    }

    /// Opens a connection and leaves it idle, for the knock to find.
    pub(super) async fn warm(&self, host: &Host) {
        let request = self.client.head(url(host, "/healthz")).send();
        // Without one the knock makes its own.
        let _ = timeout(self.network.answer, request).await;
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
    ) -> Result<Response, Refusal> {
        let answer = async {
            let mut request = self.post(host, "/v1/knock", knock)?.header(ACCEPT, EVENT_STREAM);
            if let Some(token) = token {
                request = request.bearer_auth(token.as_str());
            }
            let response = request.send().await.map_err(|_| None)?;
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
            let request = self.post(host, "/v1/knock/commands", &command)?.header(ACCEPT, JSON);
            let response = request.send().await.map_err(|_| None)?;
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

    fn post(&self, host: &Host, path: &str, body: &impl Serialize) -> Result<RequestBuilder, Refusal> {
        let body = serde_json::to_vec(body).map_err(|_| None)?;
        Ok(self.client.request(Method::POST, url(host, path)).header(CONTENT_TYPE, JSON).body(body))
    }
}

fn url(host: &Host, path: &str) -> String {
    // Plain HTTP on loopback only, where no certificate can be had and nobody listens in.
    format!("{}{path}", host.origin())
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

fn connections(tls: &ClientConfig, network: &Network) -> Result<reqwest::Client, StartError> {
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls.clone())
        .http1_only()
        .no_proxy()
        .referer(false)
        .redirect(redirect::Policy::none())
        .user_agent(concat!("onecall/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(network.connect)
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(IDLE_CONNECTIONS);
    for (name, address) in &network.pinned {
        builder = builder.resolve(name, *address);
    }
    builder.build().map_err(|_| StartError::System)
}

/// Whether the answer says that it is of this type, whatever its parameters.
fn is(response: &Response, media_type: &str) -> bool {
    let said = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
}

/// What the service said is wrong; nothing when it was not the service that answered.
///
/// Proxies know two answers that mean the same as the service's own: too many requests, and unavailable
/// for so many seconds.
async fn problem(response: Response) -> Refusal {
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
fn retry_after_ms(response: &Response) -> Option<u64> {
    let seconds: u64 = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(seconds.saturating_mul(1000))
}

/// The whole body; nothing when it breaks off or is too large.
async fn read(mut response: Response) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if body.len() + chunk.len() > MAX_BYTES {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}
