//! What holds for every route there is.

use onecall::route::{Device, Installed, Kind, Platform, Policy, SetUp, Situation, Step, route_for};

use super::cases::{Case, KINDS, every_case, every_situation};

#[test]
fn every_combination_was_looked_at() {
    assert_eq!(every_case().count(), 4 * 7 * 3 * 2 * 3 * 2 * 2 * 32);
}

#[test]
fn every_route_has_a_step_and_no_step_twice() {
    for case in every_case() {
        let steps: Vec<_> = case.route.steps.iter().map(|one| one.step).collect();
        assert!(!steps.is_empty(), "{case:?}");
        for (at, step) in steps.iter().enumerate() {
            assert!(!steps[..at].contains(step), "{case:?}");
        }
    }
}

#[test]
fn an_installed_app_never_leads_to_its_store() {
    for case in every_case().filter(|case| case.situation.installed == Installed::Yes) {
        assert!(!case.has(Step::GetApp), "{case:?}");
    }
}

#[test]
fn an_installed_app_on_a_phone_is_opened_under_every_policy() {
    for case in every_case().filter(|case| case.is_ours() && case.is_on_phone()) {
        if case.situation.installed == Installed::Yes {
            let first = case.route.steps.iter().find(|one| one.step != Step::LandingPage).unwrap();
            assert_eq!(first.step, Step::OpenApp, "{case:?}");
        }
    }
}

#[test]
fn an_app_that_is_known_to_be_missing_is_never_opened() {
    for case in every_case().filter(|case| case.kind != Kind::Ticket) {
        if case.situation.installed == Installed::No {
            assert!(!case.has(Step::OpenApp), "{case:?}");
        }
    }
}

#[test]
fn where_it_is_unknown_whether_the_app_is_there_opening_it_waits_for_a_tap_on_the_page() {
    for case in every_case().filter(Case::is_ours) {
        if case.situation.installed == Installed::Unknown && case.has(Step::OpenApp) {
            assert_eq!(case.route.steps[0].step, Step::LandingPage, "{case:?}");
        }
    }
}

#[test]
fn no_route_offers_what_the_policy_forbids() {
    for case in every_case().filter(Case::is_ours) {
        let doors = case.doors();
        if case.is_on_phone() {
            assert!(doors.phone_browser || !case.has(Step::JoinInBrowser), "{case:?}");
        } else {
            let joins = case.has(Step::JoinInBrowser) || case.has(Step::OpenApp);
            assert!(doors.computer || !joins, "{case:?}");
        }
    }
}

#[test]
fn by_default_everyone_joins_without_installing() {
    for case in every_case().filter(|case| case.is_ours() && case.policy == Policy::default()) {
        if case.situation.device.platform != Platform::HoloLens {
            let joins = case.has(Step::JoinInBrowser) || case.situation.installed == Installed::Yes;
            assert!(joins, "{case:?}");
        }
    }
}

#[test]
fn as_in_remote_assist_a_computer_joins_only_what_was_set_up_on_a_phone_and_no_phone_by_its_browser() {
    for case in every_case().filter(|case| case.is_ours() && case.policy == Policy::remote_assist()) {
        if case.is_on_phone() {
            assert!(!case.has(Step::JoinInBrowser), "{case:?}");
        } else if case.situation.device.platform != Platform::HoloLens {
            let joins = case.has(Step::JoinInBrowser);
            assert_eq!(joins, case.situation.set_up == SetUp::Mobile, "{case:?}");
        }
    }
}

#[test]
fn only_what_the_app_runs_on_is_led_to_its_store() {
    for case in every_case().filter(|case| case.has(Step::GetApp)) {
        assert!(case.is_on_phone() && !case.situation.device.is_too_old(), "{case:?}");
    }
}

#[test]
fn a_system_too_old_for_the_app_goes_to_the_browser_or_is_told_what_to_do() {
    for case in every_case().filter(|case| case.is_ours() && case.situation.device.is_too_old()) {
        let wanted = if case.doors().phone_browser { Step::JoinInBrowser } else { Step::Tell };
        // Where the app runs in spite of it, it is opened.
        let runs = case.situation.installed == Installed::Yes;
        assert!(case.has(wanted) || (runs && case.has(Step::OpenApp)), "{case:?}");
    }
}

#[test]
fn an_in_app_browser_begins_with_a_page_of_buttons_and_ends_with_the_way_out() {
    for case in every_case().filter(|case| case.is_ours() && case.situation.device.in_app_browser) {
        let last = case.route.steps.last().unwrap();
        assert_eq!(last.step, Step::Tell, "{case:?}");
        if case.has(Step::OpenApp) || case.has(Step::GetApp) {
            assert_eq!(case.route.steps[0].step, Step::LandingPage, "{case:?}");
        }
    }
}

#[test]
fn a_teams_meeting_always_has_the_teams_client_and_no_page_or_lobby_of_ours() {
    for case in every_case().filter(|case| case.kind == Kind::Teams) {
        if case.situation.device.platform == Platform::HoloLens {
            continue;
        }
        assert!(case.has(Step::TeamsClient), "{case:?}");
        assert!(!case.has(Step::LandingPage) && !case.has(Step::JoinInBrowser), "{case:?}");
        let by_app = case.situation.installed == Installed::Yes && case.situation.call_client;
        assert_eq!(case.has(Step::OpenApp), by_app, "{case:?}");
        assert!(!case.has(Step::GetApp) || case.policy.store_for_teams, "{case:?}");
        assert!(!case.has(Step::GetApp) || case.situation.call_client, "{case:?}");
    }
}

#[test]
fn nothing_but_a_teams_meeting_leads_to_the_teams_client() {
    for case in every_case().filter(|case| case.kind != Kind::Teams) {
        assert!(!case.has(Step::TeamsClient), "{case:?}");
    }
}

#[test]
fn a_hololens_joins_nothing_as_a_customer() {
    for case in every_case().filter(|case| case.situation.device.platform == Platform::HoloLens) {
        if case.kind != Kind::Ticket {
            assert_eq!(case.route.steps.len(), 1, "{case:?}");
            assert!(case.has(Step::Tell), "{case:?}");
        }
    }
}

#[test]
fn a_spoken_code_takes_the_route_of_a_link_and_a_ticket_is_in_the_app_already() {
    for case in every_case() {
        match case.kind {
            Kind::SpokenCode => assert_eq!(case.route, route_for(Kind::OneTime, &case.situation, &case.policy)),
            Kind::Ticket => assert_eq!(super::cases::written(&case.route), "open-app:handed-over"),
            Kind::OneTime | Kind::Teams => {}
        }
    }
}

#[test]
fn by_default_how_the_call_was_set_up_makes_no_difference() {
    for situation in every_situation() {
        let otherwise = Situation { set_up: SetUp::Mobile, ..situation };
        for kind in KINDS {
            let [one, other] = [situation, otherwise].map(|one| route_for(kind, &one, &Policy::default()));
            assert_eq!(one, other, "{situation:?}");
        }
    }
}

#[test]
fn of_a_device_alone_nothing_is_known() {
    let situation = Situation::on(Device::default());
    assert_eq!(situation.installed, Installed::Unknown);
    assert_eq!(situation.set_up, SetUp::default());
    assert!(!situation.call_client);
}
