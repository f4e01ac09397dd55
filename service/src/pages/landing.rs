//! The page of a link: exactly the route that the core chose, as one big button and at most one other.

use maud::{Markup, PreEscaped, html};
use onecall::link::Invitation;
use onecall::route::{Device, Installed, Platform, Route, RouteStep, Step, Why};

use super::frame::{About, page};
use crate::http::Shared;
use crate::locales::sentences::{
    DEAD_MY_CALL, DEAD_TITLE, DEAD_WHAT_TO_DO, JOIN_THEN, JOIN_TITLE, JOIN_WHY, JOIN_WHY_OF, JOIN_YOUR_LINK,
    LANDING_AFTER_INSTALL, LANDING_CODE, LANDING_COPIED, LANDING_COPY, LANDING_COPY_BY_HAND, LANDING_GET_APP,
    LANDING_JOIN, LANDING_ON_PHONE, LANDING_OPEN_APP, LANDING_OPEN_OR_GET, LANDING_OTHER_WAYS, LANDING_QR,
    LANDING_QR_ALONE, LANDING_TAKE_ALONG, LANDING_TAKE_ALONG_TO_APP, Sentence,
};
use crate::locales::{Language, render};
use crate::sharing::qr_code;

/// What the page is made of.
pub(super) struct Landing<'a> {
    pub(super) shared: &'a Shared,
    pub(super) device: Device,
    /// Whether its screen would tell more of it than it says by itself: a script then asks again.
    pub(super) asks_touch: bool,
    pub(super) installed: Installed,
    pub(super) route: &'a Route,
    /// The link as it is shared.
    pub(super) link: &'a str,
    /// Its secret part.
    pub(super) token: &'a str,
    pub(super) language: Language,
}

/// How a step is taken from here.
enum Door {
    /// By following this address.
    Link(String),
    /// By the page of the App Store, where a script puts a ticket on the clipboard first.
    AppStore(String),
    /// By a form to this address, whose answer leads on with a ticket.
    Form(&'static str),
}

impl Landing<'_> {
    pub(super) fn page(&self) -> Markup {
        let title = self.say(JOIN_TITLE);
        let banner = self.app_banner();
        let about = About {
            title: &title,
            organisation: self.shared.organisation.as_deref(),
            style: Some("landing.css"),
            script: Some("/assets/landing/landing.js"),
            app_banner: banner.as_deref(),
            ..About::default()
        };
        let ways = self.ways();
        page(
            about,
            self.language,
            &html! {
                h1 data-asks-touch[self.asks_touch] { (title) }
                p { (self.why()) }
                // Before the button that it warns of.
                @for why in self.hints() {
                    p.note.warn { (self.because(why)) }
                }
                @for (place, (way, door)) in ways.iter().enumerate() {
                    (self.way(way, door, place == 0))
                }
                @if !ways.is_empty() {
                    p { (self.say(JOIN_THEN)) }
                }
                @if self.hints().any(is_way_out) {
                    (self.way_out(ways.is_empty()))
                }
                @if self.is_computer() {
                    (self.on_phone(ways.is_empty()))
                }
                (self.other_ways(ways.is_empty()))
            },
        )
    }

    /// The steps that a button takes. Whoever may have the app is not led to its store: the button that opens the app
    /// leads on from there where it is missing.
    fn ways(&self) -> Vec<(&RouteStep, Door)> {
        let doors = self.route.steps.iter().filter_map(|way| Some((way, self.door(way.step)?)));
        let (stores, mut ways): (Vec<_>, Vec<_>) = doors.partition(|(way, _)| way.step == Step::GetApp);
        let is_missing = self.installed == Installed::No;
        if !self.device.in_app_browser && (is_missing || ways.is_empty()) {
            ways.extend(stores);
        }
        ways.truncate(2);
        ways
    }

    fn door(&self, step: Step) -> Option<Door> {
        let operator = &self.shared.operator;
        match (step, self.device.platform) {
            (Step::JoinInBrowser, _) => Some(Door::Link(format!("/join#{}", self.token))),
            // A browser inside another app opens none.
            (Step::OpenApp, _) if self.device.in_app_browser => None,
            (Step::OpenApp, Platform::Android) => operator.android.as_ref().map(|_| Door::Form("/j/app")),
            // A link to the same host stays in the browser, one to another of ours opens the app.
            (Step::OpenApp, Platform::Ios) if operator.ios.is_some() => {
                let other = operator.other_host(self.shared.public_url.host())?;
                Some(Door::Link(format!("{}/j/{}", other.origin(), self.token)))
            }
            (Step::GetApp, Platform::Android) => operator.android.as_ref().map(|_| Door::Form("/j/store")),
            (Step::GetApp, Platform::Ios) => operator.stores().page(Platform::Ios).map(Door::AppStore),
            (Step::OpenApp | Step::GetApp | Step::LandingPage | Step::TeamsClient | Step::Tell, _) => None,
        }
    }

    /// Who wants what of the customer.
    fn why(&self) -> String {
        match &self.shared.organisation {
            Some(name) => JOIN_WHY_OF.with(&[("organisation", name)], self.language),
            None => self.say(JOIN_WHY),
        }
    }

    /// What is to be known beside the buttons.
    fn hints(&self) -> impl Iterator<Item = Why> {
        self.route.steps.iter().filter(|way| way.step == Step::Tell).map(|way| way.why)
    }

    /// Out of a browser inside another app: what to do, and the link to do it with.
    fn way_out(&self, is_only_way: bool) -> Markup {
        let what_to_do = if self.has_app() { LANDING_TAKE_ALONG_TO_APP } else { LANDING_TAKE_ALONG };
        html! {
            div.note {
                p { (self.say(what_to_do)) }
                (self.copying(is_only_way))
            }
        }
    }

    /// The link, and a button that copies it, which needs script.
    fn copying(&self, is_first: bool) -> Markup {
        let class = is_first.then_some("first wide");
        html! {
            p {
                label for="link" { (self.say(JOIN_YOUR_LINK)) }
                input #link type="text" dir="ltr" readonly value=(self.link);
            }
            p {
                button #copy class=[class] type="button" hidden data-copied=(self.say(LANDING_COPIED))
                    data-by-hand=(self.say(LANDING_COPY_BY_HAND)) {
                    (self.say(LANDING_COPY))
                }
                " " span #copied role="status" {}
            }
        }
    }

    fn way(&self, way: &RouteStep, door: &Door, is_first: bool) -> Markup {
        let class = if is_first { "button first wide" } else { "button wide" };
        let label = self.say(match way.step {
            Step::OpenApp => LANDING_OPEN_APP,
            Step::GetApp => LANDING_GET_APP,
            _ => LANDING_JOIN,
        });
        html! {
            div.way {
                @match door {
                    Door::Link(address) => a class=(class) href=(address) { (label) },
                    Door::AppStore(address) => a #store class=(class) href=(address) { (label) },
                    Door::Form(action) => form method="post" action=(action) {
                        input type="hidden" name="invitation" value=(self.token);
                        button class=(class) type="submit" { (label) }
                    },
                }
                p.soft { (self.because(way.why)) }
                @if (way.step, way.why) == (Step::OpenApp, Why::AppOnly) {
                    p.soft { (self.say(LANDING_OPEN_OR_GET)) }
                }
                @if way.step == Step::GetApp {
                    p.soft { (self.say(LANDING_AFTER_INSTALL)) }
                }
            }
        }
    }

    /// A computer sees less than a phone that is carried about.
    fn on_phone(&self, is_only_way: bool) -> Markup {
        let Some(picture) = qr_code(self.link) else { return html! {} };
        // In a page it is no document of its own.
        let picture = picture.find("<svg").map_or("", |begin| &picture[begin..]);
        let sentence = if is_only_way { LANDING_QR_ALONE } else { LANDING_ON_PHONE };
        html! {
            figure.qr {
                figcaption { (self.say(sentence)) }
                div role="img" aria-label=(self.say(LANDING_QR)) { (PreEscaped(picture)) }
            }
        }
    }

    /// The link to take along, if it is not shown already, and the code that always works. Open, where nothing else is left.
    fn other_ways(&self, are_only_ways: bool) -> Markup {
        html! {
            details.other-ways open[are_only_ways] {
                summary { (self.say(LANDING_OTHER_WAYS)) }
                @if !self.hints().any(is_way_out) {
                    (self.copying(false))
                }
                p { a href="/j" { (self.say(LANDING_CODE)) } }
            }
        }
    }

    /// Safari then offers the app itself, where it is installed with this very call
    /// (<https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners>).
    fn app_banner(&self) -> Option<String> {
        let is_for_app = self.device.platform == Platform::Ios && !self.device.is_too_old();
        let id = self.shared.operator.ios.as_ref()?.store_id.filter(|_| is_for_app)?;
        Some(format!("app-id={id}, app-argument={}", self.link))
    }

    fn is_computer(&self) -> bool {
        !matches!(self.device.platform, Platform::Ios | Platform::Android | Platform::HoloLens)
    }

    fn say(&self, sentence: Sentence) -> String {
        sentence.in_language(self.language)
    }

    /// The core's reason; of an app that nobody has made, it is not said that it does not run here.
    fn because(&self, why: Why) -> String {
        let why = if why == Why::OsTooOld && !self.has_app() { Why::NothingToInstall } else { why };
        render(&why.message(), self.language)
    }

    fn has_app(&self) -> bool {
        self.shared.operator.has_app(self.device.platform)
    }
}

/// Whether this says how to get out of a browser inside another app.
fn is_way_out(why: Why) -> bool {
    matches!(why, Why::InAppBrowserMayRefuseCamera | Why::InAppBrowserMayBlock)
}

/// A link that opens nothing: unknown, used, expired or revoked. One page for all, so that it tells nobody which; what
/// became of a call is for the device that was in it, and its page knows.
pub(super) fn dead(organisation: Option<&str>, language: Language) -> Markup {
    let title = DEAD_TITLE.in_language(language);
    page(
        About { title: &title, organisation, style: Some("landing.css"), ..About::default() },
        language,
        &html! {
            h1 { (title) }
            p { (DEAD_WHAT_TO_DO.in_language(language)) }
            p { a href="/join" { (DEAD_MY_CALL.in_language(language)) } }
        },
    )
}

/// The secret part of a link of ours.
pub(super) fn token_of(invitation: &Invitation) -> String {
    match invitation {
        Invitation::OneTime { token, .. } => token.to_string(),
        _ => String::new(),
    }
}
