//! The addresses of steps.

use onecall::link::{Host, Invitation, SpokenCode, Ticket, Token};
use onecall::route::{AndroidPackage, Places, Platform, Step, Stores, url_of};

use super::cases::PLATFORMS;

const STEPS: [Step; 6] =
    [Step::LandingPage, Step::OpenApp, Step::JoinInBrowser, Step::TeamsClient, Step::GetApp, Step::Tell];

fn host() -> Host {
    Host::parse("help.example.com").unwrap()
}

fn link() -> Invitation {
    Invitation::OneTime { host: host(), token: Token::from_bits(7) }
}

fn code() -> Invitation {
    Invitation::SpokenCode(SpokenCode::from_number(123_456_789).unwrap())
}

fn ticket() -> Invitation {
    Invitation::Ticket(Ticket::parse("0123456789abcdefghij-_").unwrap())
}

fn places() -> Places {
    let android = Some(AndroidPackage::parse("com.example.help").unwrap());
    Places { home: Some(host()), stores: Stores { ios: Some(6_449_000_111), android } }
}

#[test]
fn the_link_itself_opens_the_page_the_app_and_the_browser() {
    for step in [Step::LandingPage, Step::OpenApp, Step::JoinInBrowser] {
        for platform in PLATFORMS {
            assert_eq!(url_of(step, &link(), platform, &places()), link().url());
        }
    }
}

#[test]
fn the_store_page_is_that_of_the_platform_and_names_nothing_of_the_call() {
    let page = |platform| url_of(Step::GetApp, &link(), platform, &places());
    assert_eq!(page(Platform::Ios).unwrap(), "https://apps.apple.com/app/id6449000111");
    assert_eq!(page(Platform::Android).unwrap(), "https://play.google.com/store/apps/details?id=com.example.help");
    for platform in [Platform::Windows, Platform::Macos, Platform::Linux, Platform::HoloLens, Platform::Other] {
        assert_eq!(page(platform), None);
    }
    assert_eq!(url_of(Step::GetApp, &link(), Platform::Ios, &Places::default()), None);
}

#[test]
fn no_address_holds_a_spoken_code_or_a_ticket() {
    for step in STEPS {
        for platform in PLATFORMS {
            let of_code = url_of(step, &code(), platform, &places()).unwrap_or_default();
            assert!(!of_code.contains("123456789"), "{of_code}");
            let of_ticket = url_of(step, &ticket(), platform, &places()).unwrap_or_default();
            assert!(!of_ticket.contains("0123456789abcdefghij-_"), "{of_ticket}");
        }
    }
    let page = url_of(Step::JoinInBrowser, &code(), Platform::Ios, &places());
    assert_eq!(page.unwrap(), "https://help.example.com/j");
    assert_eq!(url_of(Step::JoinInBrowser, &code(), Platform::Ios, &Places::default()), None);
}

#[test]
fn what_is_told_opens_nothing_and_our_invitations_open_no_teams() {
    for invitation in [link(), code(), ticket()] {
        for platform in PLATFORMS {
            assert_eq!(url_of(Step::Tell, &invitation, platform, &places()), None);
            assert_eq!(url_of(Step::TeamsClient, &invitation, platform, &places()), None);
        }
    }
}

#[test]
fn an_address_has_no_place_for_anything_else() {
    for invitation in [link(), code(), ticket()] {
        for step in STEPS {
            for platform in PLATFORMS {
                let Some(address) = url_of(step, &invitation, platform, &places()) else { continue };
                let parsed = url::Url::parse(&address).unwrap();
                assert_eq!((parsed.as_str(), parsed.scheme()), (address.as_str(), "https"));
                assert!(parsed.username().is_empty() && parsed.fragment().is_none(), "{step:?}");
            }
        }
    }
}
