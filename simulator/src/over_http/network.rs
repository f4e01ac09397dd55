//! A phone's network: a relay between the phone and the service, on a port of its own, that delays, loses,
//! doubles, cuts and falls silent.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::relay;
use super::wire::Kind;
use super::world::real;
use crate::dice::Dice;
use crate::script::Weather;

/// Where the service is; nothing while it does not run.
pub(super) type Door = watch::Receiver<Option<SocketAddr>>;

/// One phone's network. Ends when dropped.
pub(super) struct Network {
    /// Where the phone finds the service.
    pub(super) addr: SocketAddr,
    pub(super) line: Arc<Line>,
    accepting: JoinHandle<()>,
}

/// What the connections of a phone have in common.
pub(super) struct Line {
    pub(super) door: Door,
    pub(super) state: watch::Sender<State>,
    chance: Mutex<Chance>,
}

/// What ends or halts connections. What is counted reaches those that were open at that moment.
#[derive(Clone, Copy, Default)]
pub(super) struct State {
    /// Nothing moves, in either direction.
    pub(super) still: bool,
    /// The process is gone: nothing of it gets through any more.
    pub(super) dead: bool,
    /// Every connection was cut so often.
    pub(super) cuts: u64,
    /// The streams were.
    pub(super) breaks: u64,
    /// The streams fell silent so often.
    pub(super) silences: u64,
}

struct Chance {
    dice: Dice,
    weather: Weather,
    next_command_takes: Option<u64>,
    still_after_next: bool,
}

/// What becomes of one request.
pub(super) struct Fate {
    pub(super) delay: std::time::Duration,
    pub(super) lost: bool,
    pub(super) doubled: bool,
    pub(super) answer_lost: bool,
    pub(super) then_still: bool,
}

/// What becomes of something that is said on a stream.
pub(super) enum Said {
    Heard,
    /// And then the stream breaks.
    Last,
    /// And then it falls silent.
    LastBeforeSilence,
}

impl Network {
    pub(super) async fn new(door: Door, weather: Weather, dice: Dice) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let addr = listener.local_addr()?;
        let chance = Chance { dice, weather, next_command_takes: None, still_after_next: false };
        let line = Arc::new(Line { door, state: watch::Sender::new(State::default()), chance: Mutex::new(chance) });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&line)));
        Ok(Self { addr, line, accepting })
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.accepting.abort();
        self.line.die();
    }
}

async fn accept(listener: TcpListener, line: Arc<Line>) {
    while let Ok((phone, _)) = listener.accept().await {
        tokio::spawn(connection(phone, Arc::clone(&line)));
    }
}

/// From the phone's side until one side ends it, or the network does.
async fn connection(phone: TcpStream, line: Arc<Line>) {
    let relay = relay::Relay::new(&line);
    let (begun, listens) = (relay.begun, Arc::clone(&relay.listens));
    let mut state = line.state.subscribe();
    let cut = state.wait_for(|now| {
        let heard = listens.load(std::sync::atomic::Ordering::Relaxed);
        now.dead || now.cuts != begun.cuts || (heard && now.breaks != begun.breaks)
    });
    tokio::select! {
        biased;
        _ = cut => {}
        () = relay.carry(phone, &line) => {}
    }
}

/// What happens to a phone's network.
impl Line {
    pub(super) fn set_weather(&self, weather: Weather) {
        self.chance().weather = weather;
    }

    /// From now on nothing moves.
    pub(super) fn stand_still(&self) {
        self.state.send_modify(|state| state.still = true);
    }

    /// The same, once the phone has said what it still wanted to say.
    pub(super) fn stand_still_after_next(&self) {
        self.chance().still_after_next = true;
    }

    /// What was held up goes on, or the connections turn out to be gone.
    pub(super) fn go_on(&self) {
        let mut chance = self.chance();
        let survive = chance.dice.percent(50);
        chance.still_after_next = false;
        drop(chance);
        self.state.send_if_modified(|state| {
            let was_still = std::mem::replace(&mut state.still, false);
            state.cuts += u64::from(was_still && !survive);
            was_still
        });
    }

    pub(super) fn break_streams(&self) {
        self.state.send_modify(|state| state.breaks += 1);
    }

    pub(super) fn silence_streams(&self) {
        self.state.send_modify(|state| state.silences += 1);
    }

    pub(super) fn next_command_takes(&self, ms: u64) {
        self.chance().next_command_takes = Some(ms);
    }

    /// Nothing gets through any more, and every connection ends.
    pub(super) fn die(&self) {
        self.state.send_modify(|state| state.dead = true);
    }

    /// For a new process: it has no connections yet.
    pub(super) fn revive(&self) {
        self.state.send_modify(|state| {
            state.dead = false;
            state.cuts += 1;
        });
    }

    /// All faults are over. What they had in their grip is let go of, by an end that both sides see.
    pub(super) fn heal(&self) {
        let mut chance = self.chance();
        chance.weather = Weather::FINE;
        chance.next_command_takes = None;
        chance.still_after_next = false;
        drop(chance);
        self.state.send_modify(|state| {
            state.still = false;
            state.cuts += 1;
        });
    }

    pub(super) fn percent(&self, percent: u8) -> bool {
        self.chance().dice.percent(percent)
    }

    fn chance(&self) -> MutexGuard<'_, Chance> {
        self.chance.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What becomes of what is sent.
impl Line {
    pub(super) fn fate(&self, kind: Kind) -> Fate {
        let mut chance = self.chance();
        let Chance { dice, weather, next_command_takes, still_after_next } = &mut *chance;
        let takes = if kind == Kind::Command { next_command_takes.take() } else { None };
        let delay = takes.unwrap_or_else(|| dice.between(weather.delay_from_ms, weather.delay_to_ms));
        Fate {
            delay: real(delay),
            lost: dice.percent(weather.lost),
            doubled: dice.percent(weather.doubled),
            answer_lost: dice.percent(weather.lost),
            then_still: std::mem::take(still_after_next),
        }
    }

    pub(super) fn delay(&self) -> std::time::Duration {
        let mut chance = self.chance();
        let (from, to) = (chance.weather.delay_from_ms, chance.weather.delay_to_ms);
        real(chance.dice.between(from, to))
    }

    pub(super) fn said(&self) -> Said {
        let mut chance = self.chance();
        let (breaks, stalls) = (chance.weather.breaks, chance.weather.stalls);
        if chance.dice.percent(breaks) {
            Said::Last
        } else if chance.dice.percent(stalls) {
            Said::LastBeforeSilence
        } else {
            Said::Heard
        }
    }
}
