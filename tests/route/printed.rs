//! Prints every route into `docs/routes.md`, and fails when the committed one is stale.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use onecall::link::{Host, Invitation, SpokenCode, Ticket, Token};
use onecall::route::{
    AndroidPackage, Device, Doors, Kind, MIN_ANDROID, MIN_IOS, Places, Platform, Policy, Route, SetUp, Situation, Step,
    Stores, Why, route_for, url_of,
};

use super::cases::{AGES, INSTALLED, PLATFORMS, SET_UPS, every_case, every_policy, word};
use super::route_printed::{Column, hold, table};

const STEPS: [Step; 6] =
    [Step::LandingPage, Step::OpenApp, Step::JoinInBrowser, Step::TeamsClient, Step::GetApp, Step::Tell];

const WHYS: [Why; 16] = [
    Why::HandedOver,
    Why::AppInstalled,
    Why::AppMayBeInstalled,
    Why::InAppBrowser,
    Why::NothingToInstall,
    Why::AppAddsAr,
    Why::AppOnly,
    Why::OsTooOld,
    Why::OsTooOldForAppOnly,
    Why::Computer,
    Why::OpenOnPhone,
    Why::InAppBrowserMayRefuseCamera,
    Why::InAppBrowserMayBlock,
    Why::HoloLensIsForAgents,
    Why::AppJoinsTeams,
    Why::TeamsMeeting,
];

#[test]
fn docs_routes_md_is_what_the_code_does() {
    let mut text = String::from(INTRODUCTION);
    words(&mut text);
    policies(&mut text);
    text.push_str("\n## Our own link, and a spoken code\n\nA code may be typed where a link may be opened.\n");
    for (name, policy) in Policy::presets() {
        let _ = write!(text, "\n### Policy `{name}`\n\n{}", ours(&policy));
    }
    text.push_str(
        "\n## A Teams link\n\nWho may join a meeting of Teams is for its organiser to say, so neither how a call was \
         set up nor who\nmay join ours matters. Our app joins such a meeting if its shell brings a call client for \
         it; our page\nand our browser client never do.\n\n",
    );
    text.push_str(&teams());
    text.push_str(
        "\n## A ticket\n\nThe landing page made it to hand a call over to the app, so whoever holds one is in the app: \
         on any\ndevice, under any policy.\n\n",
    );
    let ticket = route_for(Kind::Ticket, &Situation::on(Device::default()), &Policy::default());
    let _ = writeln!(text, "| what to do |\n| --- |\n| {} |", sentence(&ticket));
    in_app_browsers(&mut text);
    addresses(&mut text);
    text.push_str(DEVICES);
    hold("docs/routes.md", "route", &text);
}

const INTRODUCTION: &str = "\
# Routes

What happens when a customer has a link, a code or a ticket on some device: the first step is the one to
take, the others are what else they may do, and each has its reason. The app, the landing page and the
command line all take it from [`src/route/table.rs`](../src/route/table.rs); below is every answer it gives.
Rows that come to the same are one row, and a column that makes no difference is left out.

Four things hold in every row, and are tested over all combinations:

- whoever is known to have the app is never led to its store;
- whether the app is there is never guessed, by a timer or otherwise: unknown stays unknown, and the page
  offers both;
- a system that is too old for the app goes to the browser, or is told what to do where the browser is
  not allowed;
- by default everybody on a phone or a computer can join.
";

fn words(text: &mut String) {
    let [ios, android] = [MIN_IOS, MIN_ANDROID].map(|version| format!("{}.{}", version.major, version.minor));
    let _ = writeln!(text, "\nToo old for the app is an iOS before {ios} and an Android before {android}.");
    text.push_str("\n## Steps and reasons\n\n| step | |\n| --- | --- |\n");
    for step in STEPS {
        let _ = writeln!(text, "| `{}` | {} |", word(step), step_means(step));
    }
    text.push_str("\n| reason | |\n| --- | --- |\n");
    for why in WHYS {
        let _ = writeln!(text, "| {} | {} |", word(why), why_means(why));
    }
}

fn step_means(step: Step) -> &'static str {
    match step {
        Step::LandingPage => "Show the landing page: what follows needs a tap there.",
        Step::OpenApp => "Go on in the app.",
        Step::JoinInBrowser => "Join in this browser.",
        Step::TeamsClient => "Open the meeting with Microsoft's own client, which also runs in a browser.",
        Step::GetApp => "Get the app from its store, and come back to this call by itself.",
        Step::Tell => "Nothing to start: a sentence with what to do.",
    }
}

fn why_means(why: Why) -> &'static str {
    match why {
        Why::HandedOver => "The landing page handed the call over to the app: it is open.",
        Why::AppInstalled => "The app is on this device.",
        Why::AppMayBeInstalled => {
            "A page cannot tell whether the app is there; a tap can, and without the app the page stays."
        }
        Why::InAppBrowser => "A mail, chat or social app's own browser follows no app link by itself: buttons do.",
        Why::NothingToInstall => "No app is needed.",
        Why::AppAddsAr => "The app draws in the room, a browser on stills only.",
        Why::AppOnly => "On a phone this call takes nothing but the app.",
        Why::OsTooOld => "The system is too old for the app; the browser is enough.",
        Why::OsTooOldForAppOnly => {
            "The system is too old for the app, and this call takes nothing else: join from another phone."
        }
        Why::Computer => "On a computer nothing needs to be installed.",
        Why::OpenOnPhone => "This call takes customers by the app only: open the link on a phone or tablet.",
        Why::InAppBrowserMayRefuseCamera => {
            "An in-app browser may refuse the camera without a word: open the link in the device's own browser."
        }
        Why::InAppBrowserMayBlock => {
            "An in-app browser may do nothing at all: then open the link in the device's own browser."
        }
        Why::HoloLensIsForAgents => "A HoloLens is for licensed agents: open the link on a phone or computer.",
        Why::AppJoinsTeams => "A meeting of Teams, and the app on this device can join it.",
        Why::TeamsMeeting => "A meeting of Teams: its own client joins it.",
    }
}

fn set_up_word(set_up: SetUp) -> &'static str {
    match set_up {
        SetUp::Desktop => "on a computer",
        SetUp::Mobile => "on a phone",
    }
}

fn policies(text: &mut String) {
    text.push_str(
        "\n## Policies\n\nThe app on a phone joins every call. What else does is the organisation's choice; two are \
         ready-made, and\n`remote-assist` is how Dynamics 365 Remote Assist was. A computer means its browser, or an \
         app installed\nthere. Who does not know how a call was set up takes it for set up on a computer. Beside these, \
         `store_for_teams`\nsays whether a Teams link may lead to the store page of our app: by default it may not.\n\n\
         | policy | call set up | browser on a phone | computer |\n| --- | --- | --- | --- |\n",
    );
    let yes = |allowed: bool| if allowed { "yes" } else { "no" };
    for (name, policy) in Policy::presets() {
        for set_up in SET_UPS {
            let Doors { phone_browser, computer } = policy.doors(set_up);
            let set_up = set_up_word(set_up);
            let _ = writeln!(text, "| `{name}` | {set_up} | {} | {} |", yes(phone_browser), yes(computer));
        }
    }
}

/// The table for our link, after holding that a spoken code has the same one.
fn ours(policy: &Policy) -> String {
    let columns = [device(), set_up(), system(), installed()];
    let [link, code] = [Kind::OneTime, Kind::SpokenCode].map(|kind| {
        table(&columns, &["what to do"], &|at| {
            let situation = Situation { set_up: SET_UPS[at[1]], ..situation(at[0], at[2], at[3]) };
            vec![sentence(&route_for(kind, &situation, policy))]
        })
    });
    assert_eq!(link, code, "one chapter for both would be wrong");
    link
}

/// The table for a Teams link, after holding that set-up and doors make no difference to it.
fn teams() -> String {
    let client = Column { head: "app has a call client", values: vec!["yes", "no"] };
    let store = Column { head: "`store_for_teams`", values: vec!["no", "yes"] };
    let columns = [device(), client, installed(), store, system()];
    let print = |set_up, policy: Policy| {
        table(&columns, &["what to do"], &|at| {
            let situation = Situation { set_up, call_client: at[1] == 0, ..situation(at[0], at[4], at[2]) };
            let policy = Policy { store_for_teams: at[3] == 1, ..policy };
            vec![sentence(&route_for(Kind::Teams, &situation, &policy))]
        })
    };
    let policies = every_policy();
    let tables = SET_UPS.iter().flat_map(|set_up| policies.iter().map(|policy| print(*set_up, *policy)));
    let groups = tables.collect::<BTreeSet<_>>();
    assert_eq!(groups.len(), 1, "how a call was set up, or who may join it, matters to Teams after all");
    groups.into_iter().next().unwrap_or_default()
}

/// What an in-app browser changes: a function of the route elsewhere, which is held here.
fn in_app_browsers(text: &mut String) {
    text.push_str(
        "\n## In an in-app browser\n\nThe tables above are for a browser of its own, or the app. Inside a mail, chat or \
         social app no link opens\nanother app by itself, and the camera may be refused without a word: what needs a \
         tap comes after the page,\nand the way out is told.\n\n| elsewhere | in an in-app browser |\n| --- | --- |\n",
    );
    let mut changes: Vec<(String, String)> = Vec::new();
    for case in every_case().filter(|case| !case.situation.device.in_app_browser) {
        let device = Device { in_app_browser: true, ..case.situation.device };
        let inside = route_for(case.kind, &Situation { device, ..case.situation }, &case.policy);
        let (elsewhere, inside) = (sentence(&case.route), sentence(&inside));
        match changes.iter().find(|(known, _)| *known == elsewhere) {
            Some((_, known)) => assert_eq!(*known, inside, "an in-app browser minds more than the route: {case:?}"),
            None => changes.push((elsewhere, inside)),
        }
    }
    let (same, other): (Vec<_>, Vec<_>) = changes.into_iter().partition(|(elsewhere, inside)| elsewhere == inside);
    for (elsewhere, inside) in other {
        let _ = writeln!(text, "| {elsewhere} | {inside} |");
    }
    for (elsewhere, _) in same {
        let _ = writeln!(text, "| {elsewhere} | the same |");
    }
}

fn device() -> Column {
    let values = vec!["iPhone, iPad", "Android", "Windows", "Mac", "Linux", "something else", "HoloLens"];
    Column { head: "device", values }
}

fn set_up() -> Column {
    Column { head: "call set up", values: SET_UPS.map(set_up_word).to_vec() }
}

fn system() -> Column {
    Column { head: "its system", values: vec!["new enough", "unknown", "too old"] }
}

fn installed() -> Column {
    Column { head: "app installed", values: vec!["yes", "no", "unknown"] }
}

/// By the numbers of the values in these columns.
fn situation(device: usize, system: usize, installed: usize) -> Situation {
    let platform = PLATFORMS[device];
    let device = Device { platform, os_version: AGES[system].of(platform), in_app_browser: false };
    Situation { installed: INSTALLED[installed], ..Situation::on(device) }
}

/// `` `open-app` (app-installed), or `join-in-browser` (os-too-old); `tell` (…) ``.
fn sentence(route: &Route) -> String {
    let mut text = String::new();
    for (at, one) in route.steps.iter().enumerate() {
        let before = match (at, one.step) {
            (0, _) => "",
            (_, Step::Tell) => "; ",
            // What is on the page is not beside it.
            (1, _) if route.steps[0].step == Step::LandingPage => ": ",
            _ => ", or ",
        };
        let _ = write!(text, "{before}`{}` ({})", word(one.step), word(one.why));
    }
    text
}

fn addresses(text: &mut String) {
    text.push_str(
        "\n## Addresses\n\nWhat a step opens. The link on its own page opens no app on iOS, and a token must not \
         travel by an `intent:`\nor a scheme, so the landing page makes its buttons otherwise: by a second associated \
         host on iOS, by an\n`intent:` that names the package on Android, either with a ticket. An app link to a \
         Teams meeting does not\nexist: the app that holds it goes on by itself, and `teams-client` opens the link as \
         it was sent.\n\n",
    );
    let host = Host::parse("help.example.com").unwrap();
    let link = Invitation::OneTime { host: host.clone(), token: Token::from_bits(7) };
    let code = Invitation::SpokenCode(SpokenCode::from_number(123_456_789).unwrap());
    let ticket = Invitation::Ticket(Ticket::parse("0123456789abcdefghij-_").unwrap());
    let android = AndroidPackage::parse("com.example.help").unwrap();
    let places = Places { home: Some(host), stores: Stores { ios: Some(1_234_567_890), android: Some(android) } };
    let token = Token::from_bits(7).to_string();

    let invitations = [link, code, ticket];
    let platforms = [Platform::Ios, Platform::Android, Platform::Windows];
    let columns = [
        Column {
            head: "step",
            values: vec!["`landing-page`", "`open-app`", "`join-in-browser`", "`get-app`", "`tell`"],
        },
        Column { head: "invitation", values: vec!["our link", "a spoken code", "a ticket"] },
        Column { head: "device", values: vec!["iPhone, iPad", "Android", "anything else"] },
    ];
    let steps = STEPS.map(|step| (step != Step::TeamsClient).then_some(step)).into_iter().flatten().collect::<Vec<_>>();
    text.push_str(&table(&columns, &["address"], &|at| {
        let address = url_of(steps[at[0]], &invitations[at[1]], platforms[at[2]], &places);
        vec![address.map_or("none".to_owned(), |address| format!("`{}`", address.replace(&token, "TOKEN")))]
    }));
}

/// What a `User-Agent` tells; the tests of `user_agents.rs` hold it.
const DEVICES: &str = "
## What is known of a device

An app knows its device. A page has what the browser says of itself, which is enough to put the likeliest
way first and never enough to allow or refuse anything:

- Browsers inside mail, chat and social apps are recognised by what they write into it, and by what the
  systems' own web views leave out. An app that opens links in the system's browser is rightly not seen.
- An iPad passes for a Mac. A script on the page knows more: a Mac has no touch screen.
- A phone that was asked for the *desktop site* passes for a computer; Chrome on Android says version 10
  whatever it runs on. Neither leads anybody to a way that is closed to them by default.
";
