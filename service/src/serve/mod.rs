//! The whole service in one value: started, stopped, waited for.

mod error;
mod first_sign_in;
mod storage;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::agents::{Agents, AgentsError, Role, SIGN_IN_PATH};
use crate::clock::{Clock, SteadyClock};
use crate::config::{Config, PublicUrl};
use crate::http::{App, Shared, metrics_router, router, serve_until_stopped};
use crate::hub::Hub;
use crate::journal::{Journal, Options, SqliteJournal};
use crate::keys::Keys;
use crate::limits::Gate;
use crate::metrics::Metrics;
use crate::sharing::Sharing;
use crate::stop::Stop;

pub use error::ServeError;
pub(crate) use first_sign_in::FirstSignInFile;
pub(crate) use storage::{Storage, Trouble};

/// The calls' database in the data folder.
const DATABASE: &str = "calls.db";

/// How often clients that have been quiet are forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(60);

/// A running service. Dropping it does not stop it.
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// Where it serves `/metrics`.
    pub metrics_addr: Option<SocketAddr>,
    /// How the world reaches it: an origin, as in `https://help.example.com`.
    pub public_url: String,
    /// The first admin's sign-in link, if nobody has ever signed in and there is no agent's token.
    /// Rule 11: onto a terminal or into a file that only its owner may read, never into a log.
    pub first_sign_in: Option<String>,
    stop: Stop,
    app: App,
    doors: Vec<JoinHandle<()>>,
    chores: Vec<JoinHandle<()>>,
}

/// Starts the service on the machine's own clock, which may be set meanwhile.
///
/// # Errors
/// [`ServeError`], a sentence for the operator.
pub async fn serve(config: Config) -> Result<Running, ServeError> {
    serve_with(config, Arc::new(SteadyClock::new())).await
}

/// Starts the service on a clock of the caller's.
///
/// # Errors
/// [`ServeError`], a sentence for the operator.
pub async fn serve_with(config: Config, clock: Arc<dyn Clock>) -> Result<Running, ServeError> {
    // Ports first: what is taken by a service that runs must not touch its data.
    let (listener, addr) = bind("--listen", config.listen).await?;
    let (metrics_listener, metrics_addr) = match config.metrics_listen {
        Some(address) => bind("--metrics-listen", address).await.map(|(listener, at)| (Some(listener), Some(at)))?,
        None => (None, None),
    };
    let public_url = match config.public_url.clone() {
        Some(url) => url,
        None => PublicUrl::parse(&format!("http://{addr}"))?,
    };
    let stop = Stop::default();
    let (app, first_sign_in) = open(&config, public_url, stop.clone(), clock).await?;

    let door =
        |listener, router| tokio::spawn(serve_until_stopped(listener, router, stop.clone(), config.limits.unread));
    let mut doors = vec![door(listener, router(&app))];
    doors.extend(metrics_listener.map(|listener| door(listener, metrics_router(&app))));
    let chores = vec![tokio::spawn(Arc::clone(&app.hub).run_timers()), tokio::spawn(tidy(Arc::clone(&app)))];
    let public_url = app.public_url.to_string();
    Ok(Running { addr, metrics_addr, public_url, first_sign_in, stop, app, doors, chores })
}

impl Running {
    /// Begins to stop: tells everybody who listens to come back soon, takes nobody new.
    pub fn stop(&self) {
        self.stop.stop();
    }

    /// Waits until the service has stopped: every connection is closed and everything is written
    /// down.
    pub async fn wait(self) {
        for door in self.doors {
            // A door that panicked is closed as well.
            let _ = door.await;
        }
        for chore in &self.chores {
            chore.abort();
        }
        for chore in self.chores {
            let _ = chore.await;
        }
        // Closing the journal finishes what is queued, which blocks.
        let app = self.app;
        let _ = tokio::task::spawn_blocking(move || drop(app)).await;
    }

    /// Invites an agent; answers with their sign-in link, which is a secret.
    ///
    /// # Errors
    /// [`AgentsError`] for a name that cannot be shown, and when the storage does not work.
    pub fn invite(&self, name: &str, role: Role) -> Result<String, AgentsError> {
        let invited = self.app.agents.invite(name, role)?;
        Ok(format!("{}{SIGN_IN_PATH}{}", self.public_url, invited.secret))
    }
}

async fn bind(option: &'static str, address: SocketAddr) -> Result<(TcpListener, SocketAddr), ServeError> {
    let failed = |error| ServeError::Listen { option, address, error };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

async fn open(
    config: &Config,
    public_url: PublicUrl,
    stop: Stop,
    clock: Arc<dyn Clock>,
) -> Result<(App, Option<String>), ServeError> {
    let stores = Stores::open(&config.data, config, Arc::clone(&clock));
    let Stores { storage, keys, agents } = stores.await?;
    let origin = public_url.to_string();
    agents.set_origin(&origin)?;
    let first = if config.agent_token.is_none() { agents.invite_first()? } else { None };
    let first_sign_in_file = FirstSignInFile::of(&config.data);
    first_sign_in_file.forget_if_dead(&agents)?;
    let first_sign_in = first.map(|invited| format!("{origin}{SIGN_IN_PATH}{}", invited.secret));

    let sharing = Sharing::new(public_url.host().clone(), config.time_zone.clone()).of(config.organisation.clone());
    let sharing = sharing.for_customers_of(config.policy, config.operator.stores());
    let hub =
        Hub::open(Arc::clone(&storage) as Arc<dyn Journal>, keys, config.settings.clone(), Arc::clone(&clock), sharing)
            .await?;
    let metrics = Metrics::default();
    metrics.started(clock.now().0);
    let app = Arc::new(Shared {
        hub,
        storage,
        agents,
        gate: Gate::new(&config.limits, Arc::clone(&clock)),
        clock,
        metrics,
        public_url,
        organisation: config.organisation.clone(),
        operator: config.operator.clone(),
        policy: config.policy,
        trusted_proxies: config.trusted_proxies.clone(),
        stop,
        first_sign_in_file,
    });
    Ok((app, first_sign_in))
}

/// What lies in the data folder.
struct Stores {
    storage: Arc<Storage>,
    keys: Keys,
    agents: Arc<Agents>,
}

impl Stores {
    async fn open(folder: &Path, config: &Config, clock: Arc<dyn Clock>) -> Result<Self, ServeError> {
        let (folder, token) = (folder.to_owned(), config.agent_token.clone());
        let options = Options { vfs: config.storage_vfs.clone(), ..Options::new(folder.join(DATABASE)) };
        let opened = tokio::task::spawn_blocking(move || {
            // The journal makes the folder and takes it for this process; the rest relies on that.
            let journal = SqliteJournal::open(&options)?;
            let keys = Keys::load_or_create(&folder)?;
            let agents = Agents::open(&folder, token.as_ref(), clock)?;
            Ok(Self { storage: Arc::new(Storage::new(journal)), keys, agents: Arc::new(agents) })
        });
        opened.await.unwrap_or(Err(ServeError::Broken))
    }
}

async fn tidy(app: App) {
    loop {
        tokio::time::sleep(TIDY_EVERY).await;
        app.gate.tidy();
    }
}
