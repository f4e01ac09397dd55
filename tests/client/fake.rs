//! A small service that does exactly what a test says, and counts what reaches it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a test may, and helpers are not seen as tests"
)]

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use onecall::link::Token;
use onecall::protocol::{
    CustomerAct, CustomerCommand, CustomerState, CustomerView, KnockRequest, Phase, Problem, ProblemCode, WaitReason,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

pub const STREAM: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n\r\n";

/// What came in, in order: the number of the connection, counted from 1, and the method and path.
pub type Logged = (usize, String);

/// The service. Knocks and commands are handed to the test; `HEAD` is answered.
pub struct Fake {
    pub address: SocketAddr,
    pub knocks: mpsc::UnboundedReceiver<Knock>,
    pub commands: mpsc::UnboundedReceiver<CustomerAct>,
    shared: Arc<Shared>,
}

pub struct Shared {
    connections: AtomicUsize,
    log: Mutex<Vec<Logged>>,
    /// Method and path of what came with an `Authorization`, and the header's value.
    authorized: Mutex<Vec<(String, String)>>,
    /// What a command is answered with.
    view: Mutex<Option<CustomerView>>,
    knocks: mpsc::UnboundedSender<Knock>,
    commands: mpsc::UnboundedSender<CustomerAct>,
}

/// A knock that waits for its answer. Dropping it ends the connection.
pub struct Knock {
    pub request: KnockRequest,
    shared: Arc<Shared>,
    out: mpsc::UnboundedSender<Vec<u8>>,
}

impl Knock {
    /// Sends bytes as they are.
    pub fn raw(&self, bytes: impl Into<Vec<u8>>) {
        // The phone may have gone meanwhile: that is for the test to see at the other end.
        let _ = self.out.send(bytes.into());
    }

    /// Begins an event stream and tells the customer's whole state.
    pub fn hear(self, view: &CustomerView) -> Self {
        self.raw(STREAM);
        self.event(view);
        self
    }

    /// Tells the customer's whole state on a stream that has begun.
    pub fn event(&self, view: &CustomerView) {
        *self.shared.view.lock().unwrap() = Some(view.clone());
        let data = serde_json::to_string(view).unwrap();
        self.raw(format!("event: {}\ndata: {data}\n\n", view.state.event()));
    }

    /// Answers with a problem.
    pub fn refuse(self, problem: &Problem) {
        self.raw(answer(problem.status, "application/problem+json", &serde_json::to_string(problem).unwrap()));
    }

    /// Waits until the phone has let go of the connection.
    pub async fn closed(self) {
        self.out.closed().await;
    }
}

impl Fake {
    /// On a free port of this machine.
    pub async fn start() -> Self {
        Self::start_with(|stream| async move { Ok(stream) }).await
    }

    /// The same, with something – TLS – done to every connection first.
    pub async fn start_with<W, F, S>(wrap: W) -> Self
    where
        W: Fn(TcpStream) -> F + Send + Sync + 'static,
        F: Future<Output = io::Result<S>> + Send + 'static,
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (knock_sender, knocks) = mpsc::unbounded_channel();
        let (command_sender, commands) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            connections: AtomicUsize::new(0),
            log: Mutex::default(),
            authorized: Mutex::default(),
            view: Mutex::default(),
            knocks: knock_sender,
            commands: command_sender,
        });
        let accepting = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let number = accepting.connections.fetch_add(1, Ordering::SeqCst) + 1;
                let (shared, wrapped) = (Arc::clone(&accepting), wrap(stream));
                tokio::spawn(async move {
                    if let Ok(stream) = wrapped.await {
                        // A broken connection is what half of the tests are about.
                        let _ = serve(stream, number, &shared).await;
                    }
                });
            }
        });
        Self { address, knocks, commands, shared }
    }

    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// A link of this service, another one for each number.
    pub fn link(&self, number: u128) -> String {
        link_of(self.address, number)
    }

    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    pub fn log(&self) -> Vec<Logged> {
        self.shared.log.lock().unwrap().clone()
    }

    /// What came with an `Authorization`: method and path, and the header's value.
    pub fn authorized(&self) -> Vec<(String, String)> {
        self.shared.authorized.lock().unwrap().clone()
    }

    /// What the next commands are answered with.
    pub fn answer_with(&self, view: &CustomerView) {
        *self.shared.view.lock().unwrap() = Some(view.clone());
    }

    pub async fn knock(&mut self) -> Knock {
        self.knocks.recv().await.expect("the service runs")
    }

    /// Waits until this command has come.
    pub async fn command(&mut self, wanted: impl Fn(&CustomerAct) -> bool) -> CustomerAct {
        loop {
            let act = self.commands.recv().await.expect("the service runs");
            if wanted(&act) {
                return act;
            }
        }
    }
}

/// A link that this service would give out.
pub fn link_of(address: SocketAddr, number: u128) -> String {
    format!("http://{address}/j/{}", Token::from_bits(0x0123_4567_89ab_cdef << 32 | number))
}

/// Waiting, an agent there who has not looked yet. No beat is asked for while a test runs.
pub fn waiting() -> CustomerView {
    view(
        Phase::Lobby,
        CustomerState::Waiting {
            reason: WaitReason::NotYetNoticed,
            match_phrase: "amber falcon".to_owned(),
            message: None,
            starts_in_ms: None,
        },
    )
}

pub fn view(phase: Phase, state: CustomerState) -> CustomerView {
    CustomerView {
        phase,
        fallback: "Please wait.".to_owned(),
        visit: 1,
        here_every_ms: 60_000,
        lease_ms: 600_000,
        may_return: true,
        ticket: None,
        state,
    }
}

pub fn answer(status: u16, content_type: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

async fn serve<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    number: usize,
    shared: &Arc<Shared>,
) -> io::Result<()> {
    let mut buffer = Vec::new();
    while let Some((head, body)) = read_request(&mut stream, &mut buffer).await? {
        let line = head.lines().next().unwrap_or_default().replace(" HTTP/1.1", "");
        if let Some(value) = head.lines().find_map(|line| line.strip_prefix("authorization: ")) {
            shared.authorized.lock().unwrap().push((line.clone(), value.to_owned()));
        }
        let reply = match line.as_str() {
            "POST /v1/knock" => {
                shared.log.lock().unwrap().push((number, line));
                return serve_knock(stream, &body, shared).await;
            }
            "POST /v1/knock/commands" => {
                let command: CustomerCommand = serde_json::from_slice(&body).map_err(io::Error::other)?;
                let view = shared.view.lock().unwrap().clone();
                let _ = shared.commands.send(command.act);
                match view {
                    Some(view) => answer(200, "application/json", &serde_json::to_string(&view).unwrap()),
                    None => {
                        let problem = serde_json::to_string(&Problem::new(ProblemCode::NoSuchKnock)).unwrap();
                        answer(404, "application/problem+json", &problem)
                    }
                }
            }
            "HEAD /healthz" => answer(200, "text/plain", ""),
            _ => answer(404, "text/plain", ""),
        };
        stream.write_all(reply.as_bytes()).await?;
        stream.flush().await?;
        // Afterwards: what is logged has its answer on the way.
        shared.log.lock().unwrap().push((number, line));
    }
    Ok(())
}

/// Hands the knock to the test and writes what the test says, until the phone or the test has enough.
async fn serve_knock<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    body: &[u8],
    shared: &Arc<Shared>,
) -> io::Result<()> {
    let request: KnockRequest = serde_json::from_slice(body).map_err(io::Error::other)?;
    let (out, mut say) = mpsc::unbounded_channel::<Vec<u8>>();
    let _ = shared.knocks.send(Knock { request, shared: Arc::clone(shared), out });
    let mut one = [0; 1];
    loop {
        tokio::select! {
            said = say.recv() => match said {
                Some(bytes) => stream.write_all(&bytes).await?,
                None => return stream.shutdown().await,
            },
            read = stream.read(&mut one) => if read? == 0 { return Ok(()) },
        }
    }
}

/// The head and the body; nothing when the connection is at its end.
async fn read_request<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> io::Result<Option<(String, Vec<u8>)>> {
    loop {
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length: usize = length.map_or(Ok(0), |text| text.trim().parse()).map_err(io::Error::other)?;
            if buffer.len() >= end + 4 + length {
                let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
                let body = buffer[end + 4..end + 4 + length].to_vec();
                buffer.drain(..end + 4 + length);
                return Ok(Some((head, body)));
            }
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}
