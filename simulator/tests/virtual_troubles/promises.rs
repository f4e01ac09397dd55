//! What else is promised of a call.

use super::*;

/// The product we succeed: a new link shows the old "Call ended" page until the app is closed.
#[test]
fn a_new_link_works_at_once_on_the_page_that_says_that_the_call_has_ended() {
    let mut script = in_call().agent(10 * SECOND, 0, AgentDoes::End { call: 0 });
    script.calls.push(CallPlan::default());
    let script = arrives(script.agent(15 * SECOND, 0, AgentDoes::Create { call: 1 }), 20 * SECOND, ADA, 1).agent(
        22 * SECOND,
        0,
        AgentDoes::Admit { call: 1, whom: Pick::Phone(ADA) },
    );
    let mut world = world(&script);
    world.run_until(15 * SECOND);
    assert!(matches!(world.screen(ADA), Some(Screen::Over { reason: OverReason::CallOver, may_knock_again: false })));
    world.run_until(20 * SECOND);
    assert_eq!(kind(&world, ADA), "ask-name");
    world.run_until(24 * SECOND);
    assert_eq!(kind(&world, ADA), "in-call");
    all_is_well(world);
}

/// Rule 10: a running call is not replaced without a question.
#[test]
fn a_new_link_in_mid_call_asks_and_a_yes_leads_to_the_new_lobby() {
    let mut script = in_call().agent(8 * SECOND, 0, AgentDoes::Create { call: 1 });
    script.calls.push(CallPlan::default());
    let script = arrives(script, 10 * SECOND, ADA, 1).phone(12 * SECOND, ADA, PhoneDoes::Answer { yes: true }).phone(
        13 * SECOND,
        ADA,
        PhoneDoes::TypeName,
    );
    let mut world = world(&script);
    world.run_until(11 * SECOND);
    assert_eq!(kind(&world, ADA), "ask");
    world.run_until(15 * SECOND);
    assert_eq!(kind(&world, ADA), "waiting");
    assert_eq!((happened(&world, "left-call"), world.console(1).unwrap().knocks.len()), (1, 1));
    all_is_well(world);
}

#[test]
fn a_phone_frozen_without_a_word_is_shown_asleep() {
    let script = waiting().phone(20 * SECOND, ADA, PhoneDoes::Freeze).phone(2 * MINUTE, ADA, PhoneDoes::Thaw);
    let mut world = world(&script);
    world.run_until(50 * SECOND);
    assert_eq!(listed(&world), [(KnockState::Waiting, false)]);
    world.run_until(2 * MINUTE + 3 * SECOND);
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    assert!(waits(&world, ADA).was_asleep, "and the customer is told so");
    all_is_well(world);
}

#[test]
fn a_late_asleep_does_not_overtake() {
    let script = waiting()
        .phone(20 * SECOND, ADA, PhoneDoes::NextCommandTakes { ms: 12 * SECOND })
        .phone(21 * SECOND, ADA, PhoneDoes::Sleep)
        .phone(25 * SECOND, ADA, PhoneDoes::Wake);
    let mut world = world(&script);
    world.run_until(40 * SECOND);
    assert_eq!(happened(&world, "fell-asleep"), 0, "the phone was awake again when it arrived");
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    all_is_well(world);
}

#[test]
fn one_who_knocked_in_the_browser_and_moves_to_the_app_is_one_person() {
    let mut script = waiting().agent(4 * SECOND, 0, AgentDoes::Notice { call: 0, whom: Pick::Oldest }).phone(
        6 * SECOND,
        ADA,
        PhoneDoes::MoveTo { phone: BOB },
    );
    // The same person: the second phone is the app beside the browser.
    script.phones[ADA] = PhonePlan::new("Ada").in_browser();
    script.phones[BOB] = PhonePlan::new("Ada");
    let script = admit(script, 12 * SECOND, BOB);
    let mut world = world(&script);
    world.run_until(5 * SECOND);
    let phrase = waits(&world, ADA).match_phrase;
    world.run_until(10 * SECOND);
    assert_eq!(listed(&world), [(KnockState::Noticed, true)], "one person, with their standing");
    assert_eq!(waits(&world, BOB).match_phrase, phrase);
    assert!(
        world.shown(BOB).iter().all(|(_, screen)| screen.kind() != "ask-name"),
        "nor are they asked again who they are"
    );
    assert!(matches!(world.screen(ADA), Some(Screen::Over { reason: OverReason::Moved, .. })));
    world.run_until(15 * SECOND);
    assert_eq!(kind(&world, BOB), "in-call");
    all_is_well(world);
}

/// A farewell that named no visit put out whoever had come back, or left somebody listed who had gone.
#[test]
fn a_farewell_ends_the_visit_that_it_was_said_to_and_no_other() {
    let late = waiting()
        .phone(5 * SECOND, ADA, PhoneDoes::NextCommandTakes { ms: 10 * SECOND })
        .phone(5 * SECOND + 1, ADA, PhoneDoes::Leave)
        .phone(7 * SECOND, ADA, PhoneDoes::KnockAgain);
    let mut world = world(&late);
    world.run_until(20 * SECOND);
    let (left, knocked) = (happened(&world, "left-lobby"), happened(&world, "knocked"));
    assert_eq!((kind(&world, ADA), left, knocked), ("waiting", 1, 2), "the late farewell did nothing");
    all_is_well(world);
}

/// Rule 2: a lobby bypass is a recorded admission by policy.
#[test]
fn policy_admits_a_listed_account_at_the_knock_while_the_agent_is_there_and_nobody_else() {
    for (issuer, agent_is_there, shown) in
        [(LISTED_ISSUER, true, "in-call"), (LISTED_ISSUER, false, "waiting"), ("elsewhere", true, "waiting")]
    {
        let mut script = created(1);
        script.calls = vec![CallPlan { bypass: true, ..CallPlan::default() }];
        script.phones = vec![PhonePlan::new("Ada").signed_in(issuer, "ada")];
        let console = if agent_is_there { 0 } else { 10 };
        let script = arrives(script.agent(console * SECOND, 0, AgentDoes::OpenConsole), 2 * SECOND, ADA, 0);
        let mut world = world(&script);
        world.run_until(20 * SECOND);
        assert_eq!(kind(&world, ADA), shown, "{issuer}, {agent_is_there}");
        let recorded = world.log_of(0).iter().flat_map(|envelope| &envelope.events);
        let by_policy = recorded.filter(|event| matches!(event, Event::Admitted { by: Admitter::Policy { .. }, .. }));
        assert_eq!(by_policy.count(), usize::from(shown == "in-call"));
        all_is_well(world);
    }
}

/// A clock that is set right is no silence of the phones.
#[test]
fn whoever_waits_awake_keeps_the_place_when_the_services_clock_jumps() {
    for by_ms in [-3_600_000, -20_000, 20_000, 3_600_000] {
        let script = waiting().service(20 * SECOND, ServiceDoes::ClockJumps { by_ms });
        let mut world = world(&script);
        world.run_until(MINUTE);
        assert_eq!(listed(&world), [(KnockState::Waiting, true)], "{by_ms}");
        assert_eq!(happened(&world, "lease-ended"), 0);
        all_is_well(world);
    }
}

#[test]
fn of_two_racing_agents_one_wins_and_the_other_sees_who_it_was() {
    let script = waiting()
        .agent(2 * SECOND, 1, AgentDoes::OpenConsole)
        .agent(5 * SECOND, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(ADA) })
        .agent(5 * SECOND, 1, AgentDoes::Admit { call: 0, whom: Pick::Phone(ADA) });
    let mut world = world(&script);
    world.run_until(12 * SECOND);
    assert_eq!(happened(&world, "admitted"), 1);
    let Some(CallPhase::Taken { agent: winner, .. }) = world.console(0).map(|view| view.phase) else {
        panic!("not taken")
    };
    let [(_, loser, Refusal::AlreadyDecided { by })] = world.refusals() else { panic!("{:?}", world.refusals()) };
    assert_eq!(by.id, winner.id);
    assert_ne!(format!("Agent {loser}"), winner.name);
    all_is_well(world);
}

/// Rule 3, told to whoever comes second.
#[test]
fn whoever_knocks_at_a_taken_call_is_told_so_and_not_let_in_beside() {
    let script = admit(arrives(in_call(), 8 * SECOND, BOB, 0), 12 * SECOND, BOB);
    let mut world = world(&script);
    world.run_until(15 * SECOND);
    assert_eq!(waits(&world, BOB).reason, Some(WaitReason::CallTaken));
    assert!(matches!(world.refusals(), [(_, 0, Refusal::CallTaken)]));
    all_is_well(world);
}

/// Rule 7, seen from the phones.
#[test]
fn a_service_that_dies_over_an_admission_keeps_it_if_it_was_written_and_only_then() {
    for written in [true, false] {
        let script = waiting().service(4 * SECOND, ServiceDoes::CrashOverNext { written, down_ms: SECOND });
        let script = admit(script, 5 * SECOND, ADA);
        let mut world = world(&script);
        world.run_until(30 * SECOND);
        // Not written it never happened; the console, unanswered, sends it again.
        assert_eq!(happened(&world, "admitted"), 1);
        assert_eq!(kind(&world, ADA), "in-call");
        all_is_well(world);
    }
}

/// Rule 13.
#[test]
fn a_call_is_forgotten_a_day_after_its_end() {
    let script = in_call().agent(MINUTE, 0, AgentDoes::End { call: 0 });
    let mut world = world(&script);
    world.run_until(24 * 60 * MINUTE);
    assert!(world.console(0).is_some(), "not before");
    world.run_until(24 * 60 * MINUTE + 2 * MINUTE);
    assert!(world.console(0).is_none() && world.log_of(0).is_empty() && world.place(ADA).is_none());
}

/// An admission is used once: sent back, one needs another.
#[test]
fn whoever_is_sent_back_needs_another_admission() {
    let script = in_call().agent(8 * SECOND, 0, AgentDoes::SendBack { call: 0, whom: Pick::InCall });
    let script = admit(script, 20 * SECOND, ADA);
    let mut world = world(&script);
    world.run_until(15 * SECOND);
    assert_eq!(kind(&world, ADA), "waiting");
    world.run_until(25 * SECOND);
    assert_eq!(kind(&world, ADA), "in-call");
    let events: Vec<_> = world.log_of(0).iter().flat_map(|envelope| &envelope.events).map(Event::kind).collect();
    assert_eq!(events.iter().filter(|kind| **kind == "entered").count(), 2, "{events:?}");
    all_is_well(world);
}
