//! What an app says, in any order.

use onecall::capability::{ArCoreAnswer, ArLevel, ArSystem, CameraPermission, Measurement, SessionFailure};
use onecall::client::Config;
use onecall::ffi::OneCall;
use onecall::journey::{CameraAccess, MeetingReport, Source};
use onecall::link::Token;
use onecall::protocol::App;
use onecall::route::{Device, Platform};

use super::HOST;
use crate::bytes::Bytes;

/// One method of the door.
pub(super) fn say(call: &OneCall, bytes: &mut Bytes<'_>) {
    match bytes.byte() % 26 {
        0 => call.text(bytes.text(), source(bytes)),
        1 | 2 => call.text(link(bytes.byte() % 4), source(bytes)),
        3 => call.text(format!("{} or {}", link(1), link(bytes.byte() % 4)), Source::Paste),
        4 => call.text(meeting(bytes.byte() % 2), Source::Paste),
        5 => call.name(bytes.text()),
        6 => call.name("Ada".to_owned()),
        7 => call.measured(measured(bytes)),
        8 => call.camera(camera(bytes)),
        9 => call.go_on(),
        10 => call.choose(u32::from(bytes.byte() % 4)),
        11 => call.ar_started(ArLevel::Depth),
        12 => call.ar_failed(SessionFailure::Other),
        13 => call.ar_lost(),
        14 => call.meeting(u64::from(bytes.byte() % 4), report(bytes)),
        15 => call.access_token(bytes.one_in(2).then(|| bytes.text())),
        16 => call.open(),
        17 => call.leave(),
        18 => call.hand_over(),
        19 => call.confirm(bytes.one_in(2)),
        20 => call.knock_again(),
        21 => call.dismiss(),
        22 => call.sleep(),
        23 => call.wake(),
        24 => call.network_back(),
        _ => super::app::check(&call.screen()),
    }
}

/// A link of the service that is not there.
pub(super) fn link(number: u8) -> String {
    format!("http://{HOST}/j/{}", Token::from_bits(u128::from(number) + 1))
}

fn meeting(number: u8) -> String {
    format!("https://teams.microsoft.com/meet/200000000000{number}?p=Passcode")
}

/// What an app can be started with, at a service that is not there.
pub(super) fn startable(bytes: &mut Bytes<'_>) -> Config {
    let mut config = Config { hosts: vec![HOST.to_owned()], app: App::App, ..Config::default() };
    let flags = bytes.byte();
    (config.call_client, config.verbose) = (flags & 1 == 0, flags & 2 == 0);
    config.device = Device { platform: platform(bytes), ..Device::default() };
    if flags & 4 != 0 {
        config.suggested_name = Some(bytes.text());
    }
    if flags & 8 != 0 {
        config.app_store_id = Some(bytes.number());
    }
    config
}

/// What somebody may put into a configuration. Not to be started: its hosts may be real.
pub(super) fn any_config(bytes: &mut Bytes<'_>) -> Config {
    let mut config = startable(bytes);
    match bytes.byte() % 4 {
        0 => config.hosts.clear(),
        1 => config.hosts.push(bytes.text()),
        2 => config.hosts.insert(0, bytes.text()),
        _ => {}
    }
    if bytes.one_in(4) {
        config.android_package = Some(bytes.text());
    }
    if bytes.one_in(4) {
        config.extra_roots = vec![bytes.text().into_bytes()];
    }
    config
}

fn platform(bytes: &mut Bytes<'_>) -> Platform {
    bytes.one_of(&[Platform::Ios, Platform::Android, Platform::Windows]).copied().unwrap_or_default()
}

fn source(bytes: &mut Bytes<'_>) -> Source {
    let all = [Source::Link, Source::Paste, Source::QrCode, Source::Keyboard, Source::Referrer];
    bytes.one_of(&all).copied().unwrap_or(Source::Link)
}

fn camera(bytes: &mut Bytes<'_>) -> CameraAccess {
    let all = [CameraAccess::NotAsked, CameraAccess::Granted, CameraAccess::Denied, CameraAccess::Missing];
    bytes.one_of(&all).copied().unwrap_or_default()
}

fn report(bytes: &mut Bytes<'_>) -> MeetingReport {
    let all = [
        MeetingReport::Joining,
        MeetingReport::InLobby,
        MeetingReport::InCall,
        MeetingReport::Declined,
        MeetingReport::TimedOutInLobby,
        MeetingReport::Removed,
        MeetingReport::Ended,
        MeetingReport::Failed,
    ];
    bytes.one_of(&all).copied().unwrap_or(MeetingReport::Joining)
}

pub(super) fn measured(bytes: &mut Bytes<'_>) -> Measurement {
    let flags = bytes.byte();
    let system = match flags % 4 {
        0 => ArSystem::Absent,
        1 => ArSystem::ArKit {
            world_tracking: flags & 4 == 0,
            scene_reconstruction: flags & 8 == 0,
            scene_depth: flags & 16 == 0,
        },
        2 => ArSystem::ArCore { answer: ArCoreAnswer::UnknownChecking, api_level: 34, depth: false },
        _ => ArSystem::ArCore {
            answer: ArCoreAnswer::SupportedInstalled,
            api_level: bytes.byte().into(),
            depth: flags & 4 == 0,
        },
    };
    let cameras = [CameraPermission::NotAsked, CameraPermission::Granted, CameraPermission::Refused];
    let camera = bytes.one_of(&cameras).copied().unwrap_or(CameraPermission::NotAsked);
    Measurement { system, camera, simulated: flags & 32 != 0 }
}
