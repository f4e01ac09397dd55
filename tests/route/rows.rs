//! Rows of the table, written out by hand.

use onecall::link::{Host, Invitation, SpokenCode, Ticket, Token};
use onecall::route::{Device, Installed, Kind, OsVersion, Platform, Policy, SetUp, Situation, route, route_for};

use super::cases::written;

fn device(platform: Platform, version: Option<(u16, u16)>, in_app_browser: bool) -> Device {
    Device { platform, os_version: version.map(|(major, minor)| OsVersion { major, minor }), in_app_browser }
}

#[test]
fn each_row_for_our_own_link_reads_as_written() {
    use Installed::{No, Unknown, Yes};
    use Platform::{Android, HoloLens, Ios, Linux, Macos, Other, Windows};

    let all = Policy::default();
    let app_only = Policy::remote_assist();
    let rows = [
        (device(Ios, Some((17, 2)), false), Yes, all, "open-app:app-installed"),
        (device(Ios, Some((14, 8)), false), Yes, all, "open-app:app-installed join-in-browser:os-too-old"),
        (device(Ios, Some((14, 8)), false), Yes, app_only, "open-app:app-installed"),
        (
            device(Ios, Some((17, 2)), true),
            Yes,
            all,
            "landing-page:in-app-browser open-app:app-installed tell:in-app-browser-may-block",
        ),
        (device(Ios, Some((14, 8)), false), No, all, "join-in-browser:os-too-old"),
        (device(Android, Some((6, 1)), false), Unknown, all, "join-in-browser:os-too-old"),
        (device(Android, Some((6, 1)), false), Unknown, app_only, "tell:os-too-old-for-app-only"),
        (device(Android, Some((7, 0)), false), No, all, "join-in-browser:nothing-to-install get-app:app-adds-ar"),
        (device(Ios, None, false), No, all, "join-in-browser:nothing-to-install get-app:app-adds-ar"),
        (device(Android, Some((15, 0)), false), No, app_only, "get-app:app-only"),
        (
            device(Android, Some((15, 0)), true),
            No,
            all,
            "landing-page:in-app-browser join-in-browser:nothing-to-install get-app:app-adds-ar \
             tell:in-app-browser-may-refuse-camera",
        ),
        (
            device(Ios, Some((15, 0)), false),
            Unknown,
            all,
            "landing-page:app-may-be-installed open-app:app-may-be-installed \
             join-in-browser:nothing-to-install get-app:app-adds-ar",
        ),
        (
            device(Ios, Some((15, 0)), false),
            Unknown,
            app_only,
            "landing-page:app-may-be-installed open-app:app-only get-app:app-only",
        ),
        (device(Windows, None, false), Unknown, all, "join-in-browser:computer"),
        (device(Macos, None, false), Yes, all, "open-app:app-installed join-in-browser:computer"),
        (device(Other, None, false), No, all, "join-in-browser:computer"),
        (device(Linux, None, false), Unknown, app_only, "tell:open-on-phone"),
        (device(Macos, None, false), Yes, app_only, "tell:open-on-phone"),
        (device(Windows, None, true), Unknown, all, "join-in-browser:computer tell:in-app-browser-may-refuse-camera"),
        (device(HoloLens, None, false), Yes, all, "tell:hololens-is-for-agents"),
    ];
    for (device, installed, policy, expected) in rows {
        let situation = Situation { installed, ..Situation::on(device) };
        assert_eq!(written(&route_for(Kind::OneTime, &situation, &policy)), expected, "{situation:?}");
    }
}

#[test]
fn as_in_remote_assist_a_call_set_up_on_a_phone_takes_a_computer_too() {
    let computer = Situation { set_up: SetUp::Mobile, ..Situation::on(device(Platform::Windows, None, false)) };
    let route = route_for(Kind::OneTime, &computer, &Policy::remote_assist());
    assert_eq!(written(&route), "join-in-browser:computer");
}

#[test]
fn each_row_for_a_teams_meeting_reads_as_written() {
    use Installed::{No, Unknown, Yes};

    let default = Policy::default();
    let with_store = Policy { store_for_teams: true, ..default };
    let teams = "teams-client:teams-meeting";
    let phone = device(Platform::Android, Some((15, 0)), false);
    let mail = Device { in_app_browser: true, ..phone };
    let rows = [
        (phone, Yes, true, default, "open-app:app-joins-teams teams-client:teams-meeting"),
        (phone, Yes, false, default, teams),
        (phone, No, true, default, teams),
        (phone, Unknown, true, default, teams),
        (phone, No, true, Policy::remote_assist(), teams),
        (phone, No, true, with_store, "teams-client:teams-meeting get-app:app-adds-ar"),
        (phone, No, false, with_store, teams),
        (mail, Unknown, false, default, "teams-client:teams-meeting tell:in-app-browser-may-block"),
        (device(Platform::Windows, None, false), No, true, with_store, teams),
        (device(Platform::Ios, Some((12, 5)), false), No, true, with_store, teams),
        (device(Platform::HoloLens, None, false), No, true, default, "tell:hololens-is-for-agents"),
    ];
    for (device, installed, call_client, policy, expected) in rows {
        let situation = Situation { installed, call_client, ..Situation::on(device) };
        assert_eq!(written(&route_for(Kind::Teams, &situation, &policy)), expected, "{situation:?}");
    }
}

#[test]
fn an_invitation_takes_the_route_of_its_kind() {
    let invitations = [
        (
            Invitation::OneTime { host: Host::parse("help.example.com").unwrap(), token: Token::from_bits(7) },
            Kind::OneTime,
        ),
        (Invitation::SpokenCode(SpokenCode::from_number(123_456_789).unwrap()), Kind::SpokenCode),
        (Invitation::Ticket(Ticket::parse("0123456789abcdefghij-_").unwrap()), Kind::Ticket),
    ];
    let situation = Situation::on(device(Platform::Ios, None, false));
    for (invitation, kind) in invitations {
        assert_eq!(Kind::from(&invitation), kind);
        let policy = Policy::default();
        assert_eq!(route(&invitation, &situation, &policy), route_for(kind, &situation, &policy));
    }
}
