//! The troubles of lobbies.

use super::*;

/// bigbluebutton 14435: the phone sleeps, and the guest is gone while the screen says wait.
#[test]
fn a_guest_whose_phone_sleeps_keeps_the_place_and_is_let_in_on_waking() {
    let script = waiting().phone(5 * SECOND, ADA, PhoneDoes::Sleep);
    let script = admit(script, 4 * MINUTE, ADA).phone(8 * MINUTE, ADA, PhoneDoes::Wake);
    let mut world = world(&script);
    world.run_until(MINUTE);
    assert_eq!(listed(&world), [(KnockState::Waiting, false)], "still listed, and shown asleep");
    world.run_until(5 * MINUTE);
    assert_eq!(listed(&world), [(KnockState::Admitted, false)], "the admission waits");
    world.run_until(8 * MINUTE + 2 * SECOND);
    assert_eq!(kind(&world, ADA), "in-call");
    all_is_well(world);
}

/// The same beyond the lease: they learn so on waking, with what to do.
#[test]
fn a_guest_who_slept_too_long_learns_so_on_waking_and_may_knock_again() {
    let script = waiting().phone(5 * SECOND, ADA, PhoneDoes::Sleep).phone(20 * MINUTE, ADA, PhoneDoes::Wake).phone(
        20 * MINUTE + 5 * SECOND,
        ADA,
        PhoneDoes::KnockAgain,
    );
    let mut world = world(&script);
    world.run_until(10 * MINUTE);
    assert_eq!(listed(&world).len(), 1, "not before the lease");
    world.run_until(11 * MINUTE);
    assert_eq!(listed(&world).len(), 0);
    world.run_until(20 * MINUTE + 2 * SECOND);
    assert!(matches!(
        world.screen(ADA),
        Some(Screen::Over { reason: OverReason::SleptTooLong, may_knock_again: true })
    ));
    world.run_until(20 * MINUTE + 7 * SECOND);
    assert_eq!(kind(&world, ADA), "waiting");
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    all_is_well(world);
}

/// bigbluebutton 12827: after a time-out and a reload the guest is invisible to the moderator.
#[test]
fn after_a_silence_and_a_restart_of_the_app_the_guest_is_listed_once() {
    let script = waiting()
        .phone(5 * SECOND, ADA, PhoneDoes::StreamStalls)
        .phone(40 * SECOND, ADA, PhoneDoes::Kill)
        .phone(2 * MINUTE, ADA, PhoneDoes::Start);
    let mut world = world(&script);
    world.run_until(3 * SECOND);
    let phrase = waits(&world, ADA).match_phrase;
    world.run_until(2 * MINUTE + 2 * SECOND);
    assert_eq!(waits(&world, ADA).match_phrase, phrase, "the same place");
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    assert_eq!((happened(&world, "knocked"), world.open_streams(ADA)), (1, 1));
    all_is_well(world);
}

/// bigbluebutton 20000, 14290: admitted guests are lost, ghosts are listed.
#[test]
fn an_admitted_guest_is_not_lost_and_no_ghost_stays() {
    let script = admit(waiting(), 5 * SECOND, ADA)
        // The admission is not heard: the stream was silent, and then the app is gone.
        .phone(4 * SECOND, ADA, PhoneDoes::StreamStalls)
        .phone(10 * SECOND, ADA, PhoneDoes::Kill)
        .service(11 * SECOND, ServiceDoes::Crash { down_ms: 500 })
        .phone(MINUTE, ADA, PhoneDoes::Start);
    let mut world = world(&script);
    world.run_until(MINUTE + 3 * SECOND);
    assert_eq!(kind(&world, ADA), "in-call");
    assert_eq!(happened(&world, "admitted"), 1);
    // Now the phone is gone for good: nobody may stay in the list.
    world.act(&onecall_simulator::script::Act::Phone { phone: ADA, does: PhoneDoes::Kill });
    world.run_until(12 * MINUTE);
    assert_eq!(listed(&world).len(), 0);
    all_is_well(world);
}

/// jitsi-meet 7514: the moderator leaves and nobody can admit.
#[test]
fn when_the_agent_leaves_a_colleague_admits() {
    let script = waiting()
        .agent(4 * SECOND, 0, AgentDoes::CloseConsole)
        .agent(10 * SECOND, 1, AgentDoes::OpenConsole)
        .agent(12 * SECOND, 1, AgentDoes::Admit { call: 0, whom: Pick::Oldest });
    let mut world = world(&script);
    world.run_until(6 * SECOND);
    assert_eq!(waits(&world, ADA).reason, Some(WaitReason::AgentAbsent), "told honestly");
    world.run_until(14 * SECOND);
    assert!(matches!(world.screen(ADA), Some(Screen::InCall { agent, .. }) if agent == "Agent 1"));
    all_is_well(world);
}

/// jitsi-meet 10211: the waiting never learn that the room opened.
#[test]
fn the_waiting_learn_that_the_call_has_started_and_that_somebody_is_there() {
    let mut script = arrives(created(1), SECOND, ADA, 0);
    script.calls = vec![CallPlan { starts_at_ms: 5 * MINUTE, ..CallPlan::default() }];
    let script = script.agent(6 * MINUTE, 0, AgentDoes::OpenConsole);
    let mut world = world(&script);
    world.run_until(MINUTE);
    let early = waits(&world, ADA);
    assert_eq!(early.reason, Some(WaitReason::TooEarly));
    let left = early.starts_in_ms.unwrap();
    assert!((239 * SECOND..=241 * SECOND).contains(&left), "four minutes to go, not {left} ms");
    world.run_until(5 * MINUTE + SECOND);
    assert_eq!(waits(&world, ADA).reason, Some(WaitReason::AgentAbsent));
    world.run_until(6 * MINUTE + SECOND);
    assert_eq!(waits(&world, ADA).reason, Some(WaitReason::NotYetNoticed));
    all_is_well(world);
}

/// jitsi-meet 16879: hang up in the lobby, and the next attempt lands in a false empty room.
#[test]
fn whoever_leaves_the_lobby_and_comes_back_stands_in_the_same_lobby() {
    let bad = PhonePlan::new("Ada").with(Weather::MOBILE);
    let mut script = waiting()
        // The farewell is slow: it arrives after the return.
        .phone(5 * SECOND, ADA, PhoneDoes::NextCommandTakes { ms: 8 * SECOND })
        .phone(6 * SECOND, ADA, PhoneDoes::Leave)
        .phone(8 * SECOND, ADA, PhoneDoes::Open { call: 0, way: Way::Tap, link: LinkAge::Newest });
    script.phones[ADA] = bad;
    let script = admit(script, 40 * SECOND, ADA);
    let mut world = world(&script);
    world.run_until(35 * SECOND);
    assert_eq!(kind(&world, ADA), "waiting");
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    world.run_until(50 * SECOND);
    assert_eq!(kind(&world, ADA), "in-call");
    all_is_well(world);
}

/// jitsi-meet 7337, 12510; Azure/Communication 318: rejection looks like joining.
#[test]
fn a_rejection_never_looks_like_joining() {
    let decline =
        AgentDoes::Decline { call: 0, whom: Pick::Phone(ADA), reason: DeclineReason::WrongLink, block: false };
    let mut world = world(&waiting().agent(5 * SECOND, 0, decline));
    world.run_until(10 * SECOND);
    let shown: Vec<_> = world.shown(ADA).iter().map(|(_, screen)| screen.kind()).collect();
    assert!(!shown.contains(&"admitted") && !shown.contains(&"in-call"), "{shown:?}");
    assert!(matches!(
        world.screen(ADA),
        Some(Screen::Over { reason: OverReason::Declined(DeclineReason::WrongLink), may_knock_again: true })
    ));
    all_is_well(world);
}

/// suitenumerique/meet 1585, jitsi-meet 9714: a removed person returns under another name.
#[test]
fn one_who_was_removed_or_blocked_does_not_come_back_under_another_name() {
    let removed = in_call().agent(8 * SECOND, 0, AgentDoes::Remove { call: 0, whom: Pick::Phone(ADA) });
    let decline = AgentDoes::Decline { call: 0, whom: Pick::Phone(ADA), reason: DeclineReason::Unsaid, block: true };
    let blocked = waiting().agent(8 * SECOND, 0, decline);
    for (script, end) in [(removed, "removed"), (blocked, "declined")] {
        let first = PhoneDoes::Open { call: 0, way: Way::Paste, link: LinkAge::First };
        let script = script
            .phone(15 * SECOND, ADA, PhoneDoes::KnockAgain)
            .phone(16 * SECOND, ADA, PhoneDoes::Dismiss)
            .phone(17 * SECOND, ADA, first)
            .phone(18 * SECOND, ADA, PhoneDoes::Type { text: "Somebody else".to_owned() })
            .phone(25 * SECOND, ADA, PhoneDoes::KnockAgain);
        let mut world = world(&script);
        world.run_until(30 * SECOND);
        assert_eq!((happened(&world, end), happened(&world, "knocked")), (1, 1), "{end}");
        assert_eq!(kind(&world, ADA), "over", "{end}");
        assert_eq!(listed(&world).len(), 0, "{end}");
        all_is_well(world);
    }
}

/// jitsi-meet 9714: identical names in the lobby.
#[test]
fn two_of_the_same_name_are_told_apart_by_what_they_see() {
    let mut script = arrives(waiting(), 2 * SECOND, BOB, 0);
    script.phones[BOB].name = "Ada".to_owned();
    let mut world = world(&script);
    world.run_until(5 * SECOND);
    let list = world.console(0).unwrap().knocks;
    assert_eq!(list.len(), 2);
    assert_eq!(list[0].name, list[1].name);
    assert_eq!(list[0].match_phrase, waits(&world, ADA).match_phrase);
    assert_eq!(list[1].match_phrase, waits(&world, BOB).match_phrase);
    assert_ne!(list[0].match_phrase, list[1].match_phrase);
    all_is_well(world);
}

/// nextcloud/spreed 3996: the host is not told that anyone waits.
#[test]
fn an_agent_who_comes_later_sees_at_once_who_waits_and_the_customer_sees_the_agent() {
    let script = arrives(created(1), SECOND, ADA, 0).agent(30 * SECOND, 1, AgentDoes::OpenConsole);
    let script = script.agent(32 * SECOND, 1, AgentDoes::Notice { call: 0, whom: Pick::Oldest });
    let mut world = world(&script);
    world.run_until(30 * SECOND);
    assert_eq!(listed(&world), [(KnockState::Waiting, true)]);
    world.run_until(33 * SECOND);
    assert_eq!(waits(&world, ADA).reason, Some(WaitReason::Noticed));
    all_is_well(world);
}

/// jitsi-meet 7676: early arrivals are admitted by the moderator's arrival.
#[test]
fn the_agents_arrival_and_the_calls_start_admit_nobody() {
    let mut script = arrives(arrives(created(2), SECOND, ADA, 0), 2 * SECOND, BOB, 0);
    script.calls = vec![CallPlan { starts_at_ms: MINUTE, ..CallPlan::default() }];
    let script = script
        .agent(30 * SECOND, 0, AgentDoes::OpenConsole)
        .agent(90 * SECOND, 1, AgentDoes::OpenConsole)
        .agent(100 * SECOND, 0, AgentDoes::CloseConsole);
    let mut world = world(&script);
    world.run_until(3 * MINUTE);
    assert_eq!((kind(&world, ADA), kind(&world, BOB)), ("waiting", "waiting"));
    assert_eq!(happened(&world, "admitted"), 0);
    all_is_well(world);
}
