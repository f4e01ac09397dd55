//! What is found out about AR, over time.

use std::collections::BTreeSet;

use onecall::capability::{
    ArCoreAnswer, ArFindings, ArInput, ArLevel, ArSupport, MAX_ASK_AGAIN_MS, MAX_ASKS, SessionFailure,
};
use proptest::prelude::*;

use super::cases::{FAILURES, arcore, every_input};

const SOURCE: &str = include_str!("../../src/capability/findings.rs");
const BASIC: ArSupport = ArSupport::Supported(ArLevel::Basic);

fn measured(answer: ArCoreAnswer) -> ArInput {
    ArInput::Measured(arcore(answer))
}

fn installed() -> ArInput {
    measured(ArCoreAnswer::SupportedInstalled)
}

fn failed(failure: SessionFailure) -> ArInput {
    ArInput::SessionFailed { failure }
}

const STARTED: ArInput = ArInput::SessionStarted { level: ArLevel::Depth };

fn after(inputs: &[ArInput]) -> ArFindings {
    inputs.iter().fold(ArFindings::default(), |findings, input| findings.after(*input))
}

/// Which state of the diagram this is, by how it takes a good measurement.
fn state(findings: ArFindings) -> &'static str {
    match findings.after(installed()).support() {
        _ if findings.is_proven() => "Running",
        ArSupport::Failed => "Withdrawn",
        ArSupport::Unsupported => "Incapable",
        _ => "Untried",
    }
}

fn states() -> [ArFindings; 4] {
    [
        after(&[installed()]),
        after(&[installed(), STARTED]),
        after(&[installed(), failed(SessionFailure::Other)]),
        after(&[installed(), failed(SessionFailure::NotCapable)]),
    ]
}

#[test]
fn the_diagram_is_what_the_code_does() {
    let drawn: BTreeSet<String> = SOURCE
        .lines()
        .filter_map(|line| line.trim().strip_prefix("///     "))
        .filter(|line| line.contains(" --> ") && !line.starts_with("[*]"))
        .map(str::to_owned)
        .collect();
    let mut done = BTreeSet::new();
    for findings in states() {
        for input in every_input() {
            let (from, to) = (state(findings), state(findings.after(input)));
            let word = match input {
                ArInput::SessionStarted { .. } => "started",
                ArInput::SessionLost => "lost",
                ArInput::SessionFailed { failure: SessionFailure::NotCapable } => "not capable",
                ArInput::SessionFailed { failure: SessionFailure::Other } => "failed",
                ArInput::SessionFailed { .. } => "to be mended",
                ArInput::Measured(_) | ArInput::AskAnew => "nothing that leads elsewhere",
            };
            if from != to {
                done.insert(format!("{from} --> {to}: {word}"));
            }
        }
    }
    assert_eq!(done, drawn);
}

#[test]
fn nothing_measured_is_no_ar_and_proves_nothing() {
    assert_eq!(ArFindings::default().support(), ArSupport::Unsupported);
    assert!(!ArFindings::default().is_proven());
    assert!(!after(&[installed()]).is_proven(), "a measurement is provisional");
}

#[test]
fn a_system_that_is_checking_is_asked_at_growing_intervals_and_not_for_ever() {
    let mut findings = ArFindings::default();
    let mut intervals = Vec::new();
    for unknown in [ArCoreAnswer::UnknownChecking, ArCoreAnswer::UnknownTimedOut, ArCoreAnswer::UnknownError]
        .into_iter()
        .cycle()
        .take(3 * MAX_ASKS as usize)
    {
        findings = findings.after(measured(unknown));
        match findings.support() {
            ArSupport::Checking { ask_again_after_ms } => intervals.push(ask_again_after_ms),
            other => assert_eq!(other, ArSupport::Undetermined),
        }
    }
    assert_eq!(intervals, [200, 400, 800, 1_600, 3_200, 6_400, 6_400, 6_400]);
    assert_eq!(intervals.len() + 1, MAX_ASKS as usize);
    assert_eq!(intervals.iter().max(), Some(&MAX_ASK_AGAIN_MS));
    assert_eq!(findings.support(), ArSupport::Undetermined);
}

#[test]
fn an_answer_counts_however_late_and_the_count_starts_over_after_it() {
    let unknown = measured(ArCoreAnswer::UnknownChecking);
    let given_up = after(&[unknown; MAX_ASKS as usize]);
    assert_eq!(given_up.support(), ArSupport::Undetermined);
    let answered = given_up.after(installed());
    assert_eq!(answered.support(), BASIC);
    assert_eq!(answered.after(unknown).support(), ArSupport::Checking { ask_again_after_ms: 200 });
}

#[test]
fn when_the_network_is_back_what_was_given_up_is_asked_anew() {
    let unknown = measured(ArCoreAnswer::UnknownTimedOut);
    let anew = after(&[unknown; MAX_ASKS as usize]).after(ArInput::AskAnew);
    assert_eq!(anew.support(), ArSupport::Checking { ask_again_after_ms: 200 });
    assert_eq!(anew.after(unknown).support(), ArSupport::Checking { ask_again_after_ms: 200 });
    for other in [installed(), measured(ArCoreAnswer::UnsupportedDeviceNotCapable)] {
        let known = after(&[other]);
        assert_eq!(known.after(ArInput::AskAnew).support(), known.support());
    }
}

#[test]
fn a_session_that_fails_withdraws_what_was_measured_until_one_starts() {
    let withdrawn = after(&[installed(), failed(SessionFailure::Other)]);
    assert_eq!(withdrawn.support(), ArSupport::Failed);
    let measured_again = withdrawn.after(installed());
    assert_eq!(measured_again.support(), ArSupport::Failed, "a false positive is not believed twice");
    let started = measured_again.after(STARTED);
    assert_eq!(started.support(), ArSupport::Supported(ArLevel::Depth));
    assert!(started.is_proven());
}

#[test]
fn a_device_that_a_session_showed_to_be_incapable_stays_so() {
    let mut incapable = after(&[installed(), failed(SessionFailure::NotCapable)]);
    for input in every_input() {
        if !matches!(input, ArInput::SessionStarted { .. }) {
            incapable = incapable.after(input);
            assert_eq!(incapable.support(), ArSupport::Unsupported, "{input:?}");
        }
    }
}

#[test]
fn ar_that_is_lost_in_mid_call_is_had_again_by_a_session_only() {
    let lost = after(&[installed(), STARTED, ArInput::SessionLost]);
    assert_eq!(lost.support(), ArSupport::Failed);
    assert_eq!(lost.after(installed()).support(), ArSupport::Failed);
    assert_eq!(lost.after(STARTED).support(), ArSupport::Supported(ArLevel::Depth));
}

#[test]
fn a_loss_without_a_session_is_nothing() {
    for findings in states().into_iter().filter(|findings| !findings.is_proven()) {
        assert_eq!(findings.after(ArInput::SessionLost), findings);
    }
}

#[test]
fn what_can_be_mended_is_said_and_measured_again() {
    for (failure, support) in [
        (SessionFailure::NeedsInstall, ArSupport::NeedsInstall),
        (SessionFailure::NeedsUpdate, ArSupport::NeedsUpdate),
        (SessionFailure::CameraRefused, ArSupport::CameraRefused),
    ] {
        let findings = after(&[installed(), failed(failure)]);
        assert_eq!(findings.support(), support);
        assert_eq!(findings.after(installed()).support(), BASIC, "mended: {failure:?}");
    }
}

#[test]
fn a_running_session_counts_more_than_any_measurement() {
    for input in every_input().into_iter().filter(|input| matches!(input, ArInput::Measured(_))) {
        assert_eq!(after(&[STARTED, input]).support(), ArSupport::Supported(ArLevel::Depth), "{input:?}");
        assert_eq!(after(&[input, STARTED]).support(), ArSupport::Supported(ArLevel::Depth), "{input:?}");
    }
}

proptest! {
    #[test]
    fn after_a_failure_ar_is_supported_only_once_a_session_started(
        before in prop::collection::vec(0_usize..4_096, 0..8),
        failure in 0..FAILURES.len(),
        later in prop::collection::vec(0_usize..4_096, 0..12),
    ) {
        let inputs = every_input();
        let pick = |numbers: &[usize]| numbers.iter().map(|at| inputs[at % inputs.len()]).collect::<Vec<_>>();
        let findings = after(&pick(&before)).after(failed(FAILURES[failure]));
        prop_assert!(!matches!(findings.support(), ArSupport::Supported(_)));
        let mut findings = findings;
        for input in pick(&later) {
            findings = findings.after(input);
            let mended = matches!(state(findings), "Untried");
            let supported = matches!(findings.support(), ArSupport::Supported(_));
            prop_assert!(!supported || mended || findings.is_proven());
        }
    }
}
