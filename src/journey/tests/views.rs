//! What the tests say to a phone.

use crate::capability::{AgentClient, ArCoreAnswer, ArSupport, ArSystem, CameraPermission, Features, Measurement};
use crate::journey::{AccessToken, Input, Setup, Source};
use crate::link::{Host, Hosts, Token};
use crate::protocol::{
    App, CustomerAct, CustomerState, CustomerView, DeclineReason, DeviceInfo, EndReason, Phase, WaitReason,
};
use crate::route::{Platform, Stores};

pub(super) const NAME: &str = "Zoë Quist";
pub(super) const AGENT: &str = "Agent Vandermeer";
pub(super) const PHRASE: &str = "amber walrus";
pub(super) const PASSCODE: &str = "Zq7RtX";
pub(super) const TOKEN: &str = "eyJhbGciOi";
pub(super) const MESSAGE: &str = "back in two minutes";
/// The farewell to a lobby that was visited once.
pub(super) const LEFT_LOBBY: CustomerAct = CustomerAct::LeaveLobby { visit: Some(1) };
/// A Tuesday in 2026.
pub(super) const WALL: u64 = 1_795_510_000_000;

pub(super) fn setup() -> Setup {
    Setup {
        hosts: Hosts::new([Host::parse("help.example.com").unwrap()]),
        device: DeviceInfo { platform: Platform::Ios, app: App::App },
        suggested_name: Some("Suggested Person".to_owned()),
        stores: Stores { ios: Some(123_456_789), android: None },
        call_client: true,
    }
}

/// What an Android phone on which ARCore answers this measures.
pub(super) fn measured(answer: ArCoreAnswer) -> Input {
    let system = ArSystem::ArCore { answer, api_level: 34, depth: false };
    Input::Measured(Measurement { system, camera: CameraPermission::Granted, simulated: false })
}

/// A link of ours, a different one for every number.
pub(super) fn link(number: u128) -> String {
    format!("https://help.example.com/j/{}", Token::from_bits(number * 0x1_2345_6789_ABCD_EF01))
}

/// A message that holds two of them.
pub(super) fn two_links() -> String {
    format!("Yesterday: {} and today: {}", link(8), link(9))
}

/// A meeting in Microsoft Teams, a different one for every number.
pub(super) fn teams(number: u64) -> String {
    format!("https://teams.microsoft.com/meet/{}?p={PASSCODE}", 2_000_000_000_000 + number)
}

/// An access token, a different one for every number.
pub(super) fn token(number: u64) -> Input {
    Input::AccessToken(AccessToken::parse(&format!("{TOKEN}{number}")))
}

pub(super) fn text(text: &str) -> Input {
    Input::Text { text: text.to_owned(), source: Source::Link }
}

pub(super) fn view(state: CustomerState) -> CustomerView {
    let phase = match state {
        CustomerState::Waiting { .. } | CustomerState::Held { .. } => Phase::Lobby,
        CustomerState::Admitted { .. } | CustomerState::InCall { .. } => Phase::Call,
        _ => Phase::Over,
    };
    CustomerView {
        phase,
        fallback: "A sentence from the service.".to_owned(),
        visit: 1,
        here_every_ms: 10_000,
        lease_ms: 600_000,
        may_return: false,
        ticket: None,
        state,
    }
}

pub(super) fn waiting() -> CustomerView {
    view(CustomerState::Waiting {
        reason: WaitReason::NotYetNoticed,
        match_phrase: PHRASE.to_owned(),
        message: None,
        starts_in_ms: None,
    })
}

pub(super) fn held() -> CustomerView {
    view(CustomerState::Held { match_phrase: PHRASE.to_owned(), message: Some(MESSAGE.to_owned()) })
}

fn features() -> Features {
    Features::for_pair(false, ArSupport::Unsupported, AgentClient::DesktopBrowser)
}

pub(super) fn admitted() -> CustomerView {
    view(CustomerState::Admitted { agent: AGENT.to_owned(), features: features() })
}

pub(super) fn in_call() -> CustomerView {
    view(CustomerState::InCall { agent: AGENT.to_owned(), agent_present: true, features: features() })
}

pub(super) fn ended(reason: EndReason, may_return: bool) -> CustomerView {
    CustomerView { may_return, ..view(CustomerState::Ended { reason }) }
}

pub(super) fn declined(blocked: bool) -> CustomerView {
    let state = CustomerState::Declined { reason: DeclineReason::NotExpected, blocked };
    CustomerView { may_return: !blocked, ..view(state) }
}

pub(super) fn unknown(phase: Phase) -> CustomerView {
    CustomerView { phase, ..view(CustomerState::Unknown) }
}

pub(super) fn visit(visit: u32, view: CustomerView) -> CustomerView {
    CustomerView { visit, ..view }
}
