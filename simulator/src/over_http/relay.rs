//! One connection through the relay.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::{sleep, timeout};

use super::network::{Line, Said, State};
use super::wire::{self, Kind};

/// Nobody reads the answer to a copy; so long its connection is held open.
const COPY_LIVES: Duration = Duration::from_millis(200);

pub(super) struct Relay {
    /// How the line was when the connection was opened.
    pub(super) begun: State,
    /// The answer under way is a stream.
    pub(super) listens: Arc<AtomicBool>,
    /// The answer under way does not arrive.
    loses_answer: AtomicBool,
}

impl Relay {
    pub(super) fn new(line: &Line) -> Self {
        Self { begun: *line.state.borrow(), listens: Arc::default(), loses_answer: AtomicBool::new(false) }
    }

    /// Until one side ends it, or something is lost: over TCP, which would send it again, a loss that is
    /// noticed ends the connection.
    pub(super) async fn carry(&self, phone: TcpStream, line: &Line) {
        let door = *line.door.borrow();
        let Some(addr) = door else { return };
        let Ok(service) = TcpStream::connect(addr).await else { return };
        let (from_phone, to_phone) = phone.into_split();
        let (from_service, to_service) = service.into_split();
        tokio::select! {
            () = self.requests(from_phone, to_service, line) => {}
            () = self.answers(from_service, to_phone, line) => {}
        }
    }

    async fn requests(&self, from: OwnedReadHalf, mut to: OwnedWriteHalf, line: &Line) {
        let mut from = BufReader::new(from);
        while let Some(request) = wire::next(&mut from).await {
            moves(line).await;
            let fate = line.fate(request.kind);
            sleep(fate.delay).await;
            moves(line).await;
            if fate.lost {
                return;
            }
            if fate.doubled
                && let Some(addr) = *line.door.borrow()
            {
                tokio::spawn(copy(addr, request.bytes.clone()));
            }
            self.listens.store(request.kind == Kind::Knock, Ordering::Relaxed);
            self.loses_answer.store(fate.answer_lost, Ordering::Relaxed);
            if to.write_all(&request.bytes).await.is_err() {
                return;
            }
            if fate.then_still {
                line.stand_still();
            }
        }
    }

    async fn answers(&self, mut from: OwnedReadHalf, mut to: OwnedWriteHalf, line: &Line) {
        let mut bytes = vec![0; 16 * 1024];
        loop {
            let read = match from.read(&mut bytes).await {
                Ok(0) | Err(_) => return,
                Ok(read) => read,
            };
            let listens = self.listens.load(Ordering::Relaxed);
            sleep(line.delay()).await;
            moves(line).await;
            if self.loses_answer.load(Ordering::Relaxed) {
                return;
            }
            if listens && line.state.borrow().silences != self.begun.silences {
                // Silent without a word, until the connection is given up.
                pending::<()>().await;
            }
            let said = if listens { line.said() } else { Said::Heard };
            if to.write_all(bytes.get(..read).unwrap_or_default()).await.is_err() {
                return;
            }
            match said {
                Said::Heard => {}
                Said::Last => return,
                Said::LastBeforeSilence => pending().await,
            }
        }
    }
}

/// Waits while nothing moves.
async fn moves(line: &Line) {
    // The line outlives its connections.
    let _ = line.state.subscribe().wait_for(|state| !state.still).await;
}

/// The same request once more, on a connection of its own.
async fn copy(addr: std::net::SocketAddr, bytes: Vec<u8>) {
    let sent = async {
        let mut service = TcpStream::connect(addr).await.ok()?;
        service.write_all(&bytes).await.ok()?;
        let mut answer = [0; 1024];
        while service.read(&mut answer).await.ok()? > 0 {}
        Some(())
    };
    let _ = timeout(COPY_LIVES, sent).await;
}
