//! Settings: where they come from, what they must be, and what they are when nobody says anything.

mod error;
mod options;
mod public_url;
mod token;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use jiff::tz::TimeZone;
use onecall::lobby::Settings;
use onecall::route::Policy;

use crate::limits::Limits;
use crate::operator::Operator;

pub use error::ConfigError;
pub use options::Options;
pub use public_url::PublicUrl;
pub use token::AgentToken;

/// Listens here when nothing is said.
const LISTEN: &str = "127.0.0.1:8080";
/// Serves `/metrics` here when nothing is said.
const METRICS_LISTEN: &str = "127.0.0.1:9090";
/// Keeps its data here when nothing is said.
pub(crate) const DATA: &str = "./onecall-data";

/// Everything the service needs to know to start; checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where customers and agents connect; port 0 takes a free one.
    pub listen: SocketAddr,
    /// How the world reaches the service; [`None`] only on loopback: `http://` and the address.
    pub public_url: Option<PublicUrl>,
    /// Folder of the database and the key.
    pub data: PathBuf,
    /// Only a peer in here is believed when it says who it speaks for.
    pub trusted_proxies: Vec<IpNet>,
    /// Where `/metrics` is served, if at all.
    pub metrics_listen: Option<SocketAddr>,
    /// Bearer token of the agent "API".
    pub agent_token: Option<AgentToken>,
    /// What every new call is given.
    pub settings: Settings,
    /// How much anybody may ask for.
    pub limits: Limits,
    /// Times in messages to customers are written in this zone.
    pub time_zone: TimeZone,
    /// The name of a registered SQLite VFS that holds the calls' database instead of the operating
    /// system's files: how tests bring a disk that fills up. No option sets it.
    pub storage_vfs: Option<String>,
    /// Name of the organisation; customers whose names look like it are marked.
    pub organisation: Option<String>,
    /// Who may join from what, as the landing page says it.
    pub policy: Policy,
    /// The organisation's apps.
    pub operator: Operator,
}

impl Config {
    /// The settings of a service on loopback that keeps its data in `data` and takes free ports, as
    /// tests and demonstrations want it.
    #[must_use]
    pub fn on_free_ports(data: PathBuf) -> Self {
        let free = SocketAddr::from(([127, 0, 0, 1], 0));
        Self {
            listen: free,
            public_url: None,
            data,
            trusted_proxies: Vec::new(),
            metrics_listen: Some(free),
            agent_token: None,
            settings: Settings::default(),
            limits: Limits::default(),
            time_zone: TimeZone::UTC,
            storage_vfs: None,
            organisation: None,
            policy: Policy::default(),
            operator: Operator::default(),
        }
    }

    /// Settles on values: `given` by flag or environment wins over the configuration `file`, and
    /// that over what stands here. `token` is the content of `ONECALL_AGENT_TOKEN`.
    ///
    /// # Errors
    /// [`ConfigError`], a sentence that says what to change.
    pub fn resolve(given: Options, file: Options, token: Option<String>) -> Result<Self, ConfigError> {
        let options = given.or(file);
        let listen = address("--listen", options.listen.as_deref().unwrap_or(LISTEN))?;
        let public_url = options.public_url.as_deref().map(PublicUrl::parse).transpose()?;
        if public_url.is_none() && !listen.ip().is_loopback() {
            return Err(ConfigError::PublicUrlNeeded(listen));
        }
        let metrics_listen = match options.metrics_listen.as_deref().unwrap_or(METRICS_LISTEN) {
            "off" => None,
            text => Some(address("--metrics-listen", text)?),
        };
        let home = public_url.as_ref().map(PublicUrl::host);
        let operator = options.operator_file.as_deref().map(|path| Operator::read(path, home)).transpose()?;
        let proxies = options.trusted_proxy.unwrap_or_default();
        Ok(Self {
            listen,
            public_url,
            data: options.data.unwrap_or_else(|| DATA.into()),
            trusted_proxies: proxies.iter().map(|text| network(text)).collect::<Result<_, _>>()?,
            metrics_listen,
            agent_token: AgentToken::settle(token, options.agent_token_file.as_deref(), listen.ip().is_loopback())?,
            settings: Settings {
                link_life: hours(within("--link-life-hours", options.link_life_hours, 24, 1, 8_760)?),
                lease: minutes(within("--lease-minutes", options.lease_minutes, 10, 1, 240)?),
                remember: hours(within("--remember-hours", options.remember_hours, 24, 0, 720)?),
                max_waiting: within("--max-waiting", options.max_waiting, 8, 1, 50)? as usize,
                ..Settings::default()
            },
            limits: limits(
                options.limit_knocks_per_minute,
                options.limit_knocks_per_second,
                options.limit_failures_per_minute,
                options.limit_failed_codes_per_minute,
                options.limit_streams_per_client,
                options.limit_streams,
            )?,
            time_zone: zone(options.time_zone.as_deref())?,
            storage_vfs: None,
            organisation: options.organisation.filter(|name| !name.trim().is_empty()),
            policy: policy(options.policy.as_deref())?,
            operator: operator.unwrap_or_default(),
        })
    }
}

fn limits(
    knocks: Option<u32>,
    all_knocks: Option<u32>,
    failures: Option<u32>,
    codes: Option<u32>,
    streams: Option<u32>,
    all_streams: Option<u32>,
) -> Result<Limits, ConfigError> {
    const MANY: u32 = 10_000_000;
    let usual = Limits::default();
    Ok(Limits {
        knocks_per_minute: within("--limit-knocks-per-minute", knocks, usual.knocks_per_minute, 1, MANY)?,
        knocks_per_second: within("--limit-knocks-per-second", all_knocks, usual.knocks_per_second, 1, MANY)?,
        failures_per_minute: within("--limit-failures-per-minute", failures, usual.failures_per_minute, 1, MANY)?,
        failed_codes_per_minute: within(
            "--limit-failed-codes-per-minute",
            codes,
            usual.failed_codes_per_minute,
            1,
            MANY,
        )?,
        commands_per_minute: usual.commands_per_minute,
        streams_per_client: within("--limit-streams-per-client", streams, usual.streams_per_client, 1, MANY)?,
        streams: within("--limit-streams", all_streams, usual.streams, 1, MANY)?,
        unread: usual.unread,
    })
}

fn within(option: &'static str, given: Option<u32>, usual: u32, low: u32, high: u32) -> Result<u32, ConfigError> {
    let value = given.unwrap_or(usual);
    if (low..=high).contains(&value) { Ok(value) } else { Err(ConfigError::Range { option, value, low, high }) }
}

fn hours(hours: u32) -> Duration {
    minutes(hours.saturating_mul(60))
}

fn minutes(minutes: u32) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}

fn address(option: &'static str, text: &str) -> Result<SocketAddr, ConfigError> {
    // `localhost` is what people type; it means the same on every machine.
    let text = text.strip_prefix("localhost:").map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
    text.parse().map_err(|_| ConfigError::Address { option, text })
}

/// The machine's own zone, if none is named.
fn zone(name: Option<&str>) -> Result<TimeZone, ConfigError> {
    let Some(name) = name else { return Ok(TimeZone::system()) };
    TimeZone::get(name).map_err(|_| ConfigError::Zone(name.to_owned()))
}

/// By the name of one that is known.
fn policy(name: Option<&str>) -> Result<Policy, ConfigError> {
    let Some(name) = name else { return Ok(Policy::default()) };
    Policy::named(name).ok_or_else(|| {
        let known = Policy::presets().map(|(known, _)| known).join(", ");
        ConfigError::Word { option: "--policy", text: name.to_owned(), known }
    })
}

/// A network in CIDR notation, or one address.
fn network(text: &str) -> Result<IpNet, ConfigError> {
    text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map_err(|_| ConfigError::Network(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(given: Options) -> Result<Config, ConfigError> {
        Config::resolve(given, Options::default(), None)
    }

    #[test]
    fn nothing_said_is_a_service_on_loopback() {
        let config = resolve(Options::default()).unwrap();
        assert_eq!(config.listen.to_string(), LISTEN);
        assert_eq!(config.metrics_listen.map(|address| address.to_string()).as_deref(), Some(METRICS_LISTEN));
        assert_eq!(config.data, PathBuf::from(DATA));
        assert_eq!(config.settings, Settings::default());
        assert_eq!(config.limits, Limits::default());
    }

    #[test]
    fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
        let given = Options { lease_minutes: Some(3), ..Options::default() };
        let file = Options { lease_minutes: Some(4), link_life_hours: Some(5), ..Options::default() };
        let config = Config::resolve(given, file, None).unwrap();
        assert_eq!(config.settings.lease, Duration::from_secs(180));
        assert_eq!(config.settings.link_life, Duration::from_secs(5 * 3600));
    }

    #[test]
    fn whoever_listens_to_the_world_says_how_the_world_reaches_them() {
        let open = Options { listen: Some("0.0.0.0:80".into()), ..Options::default() };
        assert!(matches!(resolve(open), Err(ConfigError::PublicUrlNeeded(_))));
    }

    #[test]
    fn values_out_of_bounds_are_named() {
        let error = resolve(Options { lease_minutes: Some(0), ..Options::default() }).unwrap_err().to_string();
        assert!(error.contains("--lease-minutes") && error.contains("1 to 240"), "{error}");
        let error = resolve(Options { listen: Some("here".into()), ..Options::default() }).unwrap_err().to_string();
        assert!(error.contains("--listen") && error.contains("here"), "{error}");
        let bad = Options { trusted_proxy: Some(vec!["10.0.0.0/33".into()]), ..Options::default() };
        assert!(resolve(bad).unwrap_err().to_string().contains("10.0.0.0/33"));
    }

    #[test]
    fn a_policy_is_named_and_an_unknown_name_is_told_the_known_ones() {
        let named = |name: &str| resolve(Options { policy: Some(name.into()), ..Options::default() });
        assert_eq!(named("default").unwrap().policy, Policy::default());
        assert_eq!(named("remote-assist").unwrap().policy, Policy::remote_assist());
        let error = named("open").unwrap_err().to_string();
        assert!(error.contains("--policy") && error.contains("remote-assist"), "{error}");
    }

    #[test]
    fn metrics_can_be_off_and_proxies_are_networks_or_addresses() {
        let config = resolve(Options {
            metrics_listen: Some("off".into()),
            trusted_proxy: Some(vec!["10.0.0.0/8".into(), "::1".into()]),
            ..Options::default()
        })
        .unwrap();
        assert_eq!(config.metrics_listen, None);
        assert_eq!(config.trusted_proxies.len(), 2);
    }

    #[test]
    fn an_unknown_key_in_the_file_is_refused_with_the_list_of_known_ones() {
        let error = Options::from_toml("lisen = \"127.0.0.1:1\"").unwrap_err().to_string();
        assert!(error.contains("lisen") && error.contains("trusted-proxy"), "{error}");
    }
}
