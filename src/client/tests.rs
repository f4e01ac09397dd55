//! What needs a network other than this machine's, or less patience than a phone has.
#![expect(clippy::disallowed_methods, reason = "a test runs the service that the client talks to")]

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::http::Network;
use super::{Client, Config, Shell, ShellEffect};
use crate::journey::{Screen, Source};
use crate::link::Token;
use crate::protocol::{CustomerState, CustomerView, Phase};

const NAME: &str = "help.example.test";
/// Longer than any machine needs.
const PATIENT: Duration = Duration::from_secs(30);
/// For a service from which nothing will come.
const IMPATIENT: Duration = Duration::from_millis(500);

struct Blind;

impl Shell for Blind {
    fn show(&self, _: Screen) {}
    fn perform(&self, _: ShellEffect) {}
}

/// An authority of one's own, and a certificate of it for this name.
fn certificate(name: &str) -> (Vec<u8>, ServerConfig) {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from(leaf.der().to_vec())],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    (authority.der().to_vec(), config)
}

/// A client that finds [`NAME`] at this address and has just knocked there.
async fn knocking(address: SocketAddr, extra_roots: Vec<Vec<u8>>, answer: Duration) -> Client {
    let host = format!("{NAME}:{}", address.port());
    let network = Network { connect: answer, answer, pinned: vec![(NAME.to_owned(), address)] };
    let config = Config { hosts: vec![host.clone()], extra_roots, ..Config::default() };
    let client = Client::start_on(network, config, None, Arc::new(Blind)).unwrap();
    client.text(format!("https://{host}/j/{}", Token::from_bits(7)), Source::Link);
    sees(&client, |screen| screen.kind() == "ask-name").await;
    client.name("Maria".to_owned());
    client
}

async fn sees(client: &Client, wanted: impl Fn(&Screen) -> bool) -> Screen {
    let mut screens = client.screens();
    match timeout(Duration::from_secs(60), screens.wait_for(|screen| wanted(screen))).await {
        Ok(Ok(screen)) => screen.clone(),
        _ => panic!("not shown, but {:?}", client.screen()),
    }
}

fn is_unreachable(screen: &Screen) -> bool {
    matches!(screen, Screen::Knocking { unreachable_retry_in_ms: Some(_) })
}

/// What a service does with a connection that was made.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    LetsIn,
    IsSilent,
}

/// A service, over TLS when it has a certificate, and what was asked of it.
async fn service(tls: Option<ServerConfig>, manner: Manner) -> (SocketAddr, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (asked, requests) = mpsc::unbounded_channel();
    let acceptor = tls.map(|config| TlsAcceptor::from(Arc::new(config)));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, asked) = (acceptor.clone(), asked.clone());
            // Broken connections are what these tests are about.
            tokio::spawn(async move {
                match acceptor {
                    Some(acceptor) => serve(acceptor.accept(stream).await?, manner, &asked).await,
                    None => serve(stream, manner, &asked).await,
                }
            });
        }
    });
    (address, requests)
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    manner: Manner,
    asked: &mpsc::UnboundedSender<String>,
) -> io::Result<()> {
    let mut request = Vec::new();
    while stream.read_buf(&mut request).await? > 0 {
        let text = String::from_utf8_lossy(&request);
        // A knock is here when its body's end is; anything else has no body. What is encrypted is neither, however it ends.
        let is_head = text.starts_with("HEAD ");
        if is_head && text.ends_with("\r\n\r\n") || text.starts_with("POST ") && text.ends_with('}') {
            let reply = match (manner, is_head) {
                (Manner::IsSilent, _) => String::new(),
                (Manner::LetsIn, true) => "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_owned(),
                (Manner::LetsIn, false) => {
                    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n{}", event())
                }
            };
            let _ = asked.send(text.lines().next().unwrap_or_default().to_owned());
            stream.write_all(reply.as_bytes()).await?;
            request.clear();
        }
    }
    Ok(())
}

fn event() -> String {
    let state = CustomerState::Held { match_phrase: "amber falcon".to_owned(), message: None };
    let view = CustomerView {
        phase: Phase::Lobby,
        fallback: "Please wait.".to_owned(),
        visit: 1,
        here_every_ms: 60_000,
        lease_ms: 600_000,
        may_return: true,
        ticket: None,
        state,
    };
    format!("event: held\ndata: {}\n\n", serde_json::to_string(&view).unwrap())
}

/// Knocks here with these roots, and says what it comes to and what reached the service.
async fn outcome(tls: Option<ServerConfig>, manner: Manner, roots: Vec<Vec<u8>>, answer: Duration) -> (Screen, String) {
    let (address, mut requests) = service(tls, manner).await;
    let client = knocking(address, roots, answer).await;
    let screen = sees(&client, |screen| is_unreachable(screen) || screen.kind() == "waiting").await;
    client.shutdown();
    let mut heard = String::new();
    while let Ok(request) = requests.try_recv() {
        heard.push_str(&request);
    }
    (screen, heard)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_of_a_configured_private_authority_is_trusted() {
    let (root, config) = certificate(NAME);
    let (screen, heard) = outcome(Some(config), Manner::LetsIn, vec![root], PATIENT).await;
    assert_eq!(screen.kind(), "waiting");
    assert!(heard.contains("POST /v1/knock"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_of_an_unknown_authority_or_for_another_name_gets_no_knock() {
    let (root, another_name) = certificate("example.test");
    let (_, unknown) = certificate(NAME);
    for config in [another_name, unknown] {
        let (screen, heard) = outcome(Some(config), Manner::LetsIn, vec![root.clone()], PATIENT).await;
        assert!(is_unreachable(&screen));
        assert_eq!(heard, "");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_without_tls_gets_no_knock_unless_it_is_on_this_machine() {
    let (screen, heard) = outcome(None, Manner::LetsIn, Vec::new(), IMPATIENT).await;
    assert!(is_unreachable(&screen));
    assert_eq!(heard, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_never_answers_is_unreachable() {
    let (root, config) = certificate(NAME);
    let (screen, heard) = outcome(Some(config), Manner::IsSilent, vec![root], IMPATIENT).await;
    assert!(is_unreachable(&screen));
    assert!(!heard.is_empty(), "it was asked");
}
