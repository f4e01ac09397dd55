//! Prints what is believed of AR, and every feature, into `docs/features.md`; fails when the
//! committed one is stale.

use std::fmt::Write as _;

use onecall::capability::{
    ArFindings, ArInput, ArLevel, ArSupport, ArSystem, Features, MAX_ASKS, MIN_ARCORE_API_LEVEL, Measurement, Reason,
};

use super::cases::{AGENTS, ANSWERS, CAMERAS, EVERY_AR, FAILURES, arcore};
use super::route_printed::{Column, hold, table};

const REASONS: [Reason; 15] = [
    Reason::Everyone,
    Reason::OnStills,
    Reason::SignedIn,
    Reason::NeedsAccount,
    Reason::ArDepth,
    Reason::ArBasic,
    Reason::ArChecking,
    Reason::ArNeedsInstall,
    Reason::ArNeedsUpdate,
    Reason::ArCameraRefused,
    Reason::ArUndetermined,
    Reason::ArFailed,
    Reason::ArUnsupported,
    Reason::AgentClient,
    Reason::TwoPeople,
];

#[test]
fn docs_features_md_is_what_the_code_does() {
    let mut text = String::from(INTRODUCTION);
    text.push_str("\n## The capability card\n\n");
    text.push_str(&card());
    text.push_str("\n| reason | |\n| --- | --- |\n");
    for reason in REASONS {
        let _ = writeln!(text, "| {} | {} |", word(reason), reason_means(reason));
    }
    text.push_str(MEASURED);
    text.push_str("\n### Android\n\n");
    text.push_str(&arcore_table());
    text.push_str("\n### iPhone and iPad\n\n");
    text.push_str(&arkit_table());
    text.push_str(
        "\n### Elsewhere\n\nA browser, a computer and an iOS before 11 have no AR to ask: `unsupported`.\n\
         \n## Asked again\n\n",
    );
    asked_again(&mut text);
    text.push_str(SESSIONS);
    text.push_str(&sessions());
    hold("docs/features.md", "capability", &text);
}

const INTRODUCTION: &str = "\
# Features

What a customer can do in a call, and why or why not: the card that the agent sees of everybody who waits,
and that the customer's app goes by. It is decided in one place,
[`src/capability/features.rs`](../src/capability/features.rs), from three things: whether the customer is
signed in, what is believed of AR on their device, and what the agent joined with. Rows that come to the same
are one row.

Two things hold in every row: every customer, without account and without AR, exchanges annotations with the
agent at least on stills; and neither signing in nor AR ever takes a feature away.
";

fn card() -> String {
    let columns = [
        Column { head: "feature", values: FEATURES.to_vec() },
        Column { head: "customer", values: vec!["signed in", "not signed in"] },
        Column { head: "agent's client", values: vec!["desktop browser", "phone browser", "HoloLens"] },
        Column { head: "AR", values: EVERY_AR.map(ar_word).to_vec() },
    ];
    table(&columns, &["there", "why"], &|at| {
        let features = Features::for_pair(at[1] == 0, EVERY_AR[at[3]], AGENTS[at[2]]);
        let (_, feature) = features.card()[at[0]];
        vec![if feature.allowed { "yes" } else { "no" }.to_owned(), word(feature.reason)]
    })
}

/// In the order of [`Features::card`].
const FEATURES: [&str; 9] = [
    "annotate in space",
    "annotate on stills",
    "receive annotations",
    "send files",
    "view files",
    "be offered stills on a poor network",
    "record",
    "see the participants",
    "invite somebody",
];

fn reason_means(reason: Reason) -> &'static str {
    match reason {
        Reason::Everyone => "Every customer has it.",
        Reason::OnStills => "On stills, because there is no AR (yet).",
        Reason::SignedIn => "The customer is signed in.",
        Reason::NeedsAccount => "The customer is not signed in.",
        Reason::ArDepth => {
            "AR knows the depth of the picture: it finds surfaces of any shape, at once where a sensor tells."
        }
        Reason::ArBasic => "AR finds flat surfaces, while the camera moves.",
        Reason::ArChecking => "The customer's device is still finding out about AR.",
        Reason::ArNeedsInstall => "AR needs a service of the system installed first.",
        Reason::ArNeedsUpdate => "AR needs a service of the system updated first.",
        Reason::ArCameraRefused => "AR needs the camera, and the customer's app may not use it now.",
        Reason::ArUndetermined => "The customer's device could not find out about AR; it may be offline.",
        Reason::ArFailed => "AR was tried on the customer's device and does not work now.",
        Reason::ArUnsupported => "The customer's device has no AR; a browser never has.",
        Reason::AgentClient => "What the agent joined with cannot do it.",
        Reason::TwoPeople => "A one-time call holds two people.",
        Reason::Unknown => "Said by a newer service.",
    }
}

const MEASURED: &str = "
## What is measured

The shell hands in the platform's own answers, and
[`src/capability/measurement.rs`](../src/capability/measurement.rs) judges them. A camera that may not be used
means no AR *now*; a device that never could is not blamed on the camera. A customer who was not asked for the
camera yet counts as one who allows it.
";

fn camera() -> Column {
    Column { head: "camera", values: vec!["allowed", "not asked yet", "refused"] }
}

fn arcore_table() -> String {
    let columns = [
        Column { head: "API level", values: vec!["23 or less", "24 or more"] },
        Column {
            head: "ARCore answers",
            values: vec![
                "`SUPPORTED_INSTALLED`",
                "`SUPPORTED_APK_TOO_OLD`",
                "`SUPPORTED_NOT_INSTALLED`",
                "`UNSUPPORTED_DEVICE_NOT_CAPABLE`",
                "`UNKNOWN_CHECKING`",
                "`UNKNOWN_TIMED_OUT`",
                "`UNKNOWN_ERROR`",
            ],
        },
        camera(),
        Column { head: "depth", values: vec!["yes", "no"] },
        Column { head: "runs in", values: vec!["a device", "the emulator"] },
    ];
    let levels = [MIN_ARCORE_API_LEVEL - 1, MIN_ARCORE_API_LEVEL];
    table(&columns, &["believed"], &|at| {
        let system = ArSystem::ArCore { answer: ANSWERS[at[1]], api_level: levels[at[0]], depth: at[3] == 0 };
        vec![believed(system, at[2], at[4])]
    })
}

fn arkit_table() -> String {
    let columns = [
        Column { head: "runs in", values: vec!["a device", "the simulator"] },
        Column { head: "world tracking", values: vec!["yes", "no"] },
        camera(),
        Column { head: "scene reconstruction (LiDAR)", values: vec!["yes", "no"] },
        Column { head: "scene depth", values: vec!["yes", "no"] },
    ];
    table(&columns, &["believed"], &|at| {
        let [world_tracking, scene_reconstruction, scene_depth] = [at[1], at[3], at[4]].map(|choice| choice == 0);
        vec![believed(ArSystem::ArKit { world_tracking, scene_reconstruction, scene_depth }, at[2], at[0])]
    })
}

fn believed(system: ArSystem, camera: usize, runs_in: usize) -> String {
    let measurement = Measurement { system, camera: CAMERAS[camera], simulated: runs_in == 1 };
    format!("`{}`", ar_word(ArSupport::from_measurement(&measurement)))
}

fn asked_again(text: &mut String) {
    let mut findings = ArFindings::default();
    let mut intervals = Vec::new();
    let unknown = ArInput::Measured(arcore(ANSWERS[4]));
    for _ in 0..MAX_ASKS {
        findings = findings.after(unknown);
        if let ArSupport::Checking { ask_again_after_ms } = findings.support() {
            intervals.push(ask_again_after_ms.to_string());
        }
    }
    let _ = writeln!(
        text,
        "A system that leaves it open, by any of the three `UNKNOWN` answers, is asked again after\n{} milliseconds; \
         after {MAX_ASKS} such answers\nin a row AR is `{}`. A real answer that comes later counts all the same, and \
         when the network is\nback or the app comes to the front, asking begins anew.",
        intervals.join(", "),
        ar_word(findings.support()),
    );
}

const SESSIONS: &str = "
## Sessions

All that is measured is provisional: there are devices that report AR which then does not work. A session that
runs proves it, whatever was measured. One that fails withdraws it, and only a session that starts brings it
back – unless the failure says what to mend, which can be measured. Without AR the call goes on, on stills.
What is believed after a measurement of `supported, basic` and

";

fn sessions() -> String {
    let depth = ArLevel::Depth;
    let good = ArInput::Measured(arcore(ANSWERS[0]));
    let started = ArInput::SessionStarted { level: depth };
    let failed = FAILURES.map(|failure| ArInput::SessionFailed { failure });
    let happenings = [
        ("nothing else", vec![]),
        ("a session that runs, with depth", vec![started]),
        ("a session that ran and was lost", vec![started, ArInput::SessionLost]),
        ("one that failed: the device is not capable", vec![failed[0]]),
        ("one that failed: the service is not installed", vec![failed[1]]),
        ("one that failed: the service is too old", vec![failed[2]]),
        ("one that failed: the camera is refused", vec![failed[3]]),
        ("one that failed otherwise", vec![failed[4]]),
    ];
    let columns = [Column { head: "what happened", values: happenings.iter().map(|(word, _)| *word).collect() }];
    let then = |at: usize, last: &[ArInput]| {
        let inputs = std::iter::once(&good).chain(&happenings[at].1).chain(last);
        let findings = inputs.fold(ArFindings::default(), |findings, input| findings.after(*input));
        format!("`{}`", ar_word(findings.support()))
    };
    table(&columns, &["believed", "measured the same again", "then a session runs"], &|at| {
        vec![then(at[0], &[]), then(at[0], &[good]), then(at[0], &[good, started])]
    })
}

fn ar_word(ar: ArSupport) -> &'static str {
    match ar {
        ArSupport::Supported(ArLevel::Depth) => "supported, depth",
        ArSupport::Supported(ArLevel::Basic) => "supported, basic",
        ArSupport::Checking { .. } => "checking",
        ArSupport::NeedsInstall => "needs-install",
        ArSupport::NeedsUpdate => "needs-update",
        ArSupport::CameraRefused => "camera-refused",
        ArSupport::Undetermined => "undetermined",
        ArSupport::Failed => "failed",
        ArSupport::Unsupported => "unsupported",
    }
}

fn word(reason: Reason) -> String {
    serde_json::to_value(reason).unwrap().as_str().unwrap().to_owned()
}
