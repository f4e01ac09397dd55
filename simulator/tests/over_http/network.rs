//! Phones and their networks.

use super::*;

/// bigbluebutton 14435: the phone sleeps, and the guest is gone while the screen says wait.
#[tokio::test]
async fn a_guest_whose_phone_sleeps_keeps_the_place_and_is_let_in_on_waking() {
    let script = admit(waiting().phone(5 * SECOND, ADA, PhoneDoes::Sleep), MINUTE, ADA);
    let script = script.phone(90 * SECOND, ADA, PhoneDoes::Wake);
    let mut world = begin(&script).await;
    world.run_until(6 * SECOND).await;
    listed(&world, &[(KnockState::Waiting, false)]).await;
    world.run_until(MINUTE).await;
    listed(&world, &[(KnockState::Admitted, false)]).await;
    world.run_until(90 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    all_is_well(world).await;
}

/// The same beyond the lease: they learn so on waking, with what to do.
#[tokio::test]
async fn a_guest_who_slept_too_long_learns_so_on_waking_and_may_knock_again() {
    let mut script = waiting().phone(5 * SECOND, ADA, PhoneDoes::Sleep).phone(MINUTE, ADA, PhoneDoes::Wake);
    script.calls[0].lease_s = 60;
    let mut world = begin(&script.phone(65 * SECOND, ADA, PhoneDoes::KnockAgain)).await;
    world.run_until(6 * SECOND).await;
    listed(&world, &[]).await;
    world.run_until(MINUTE).await;
    let over = reaches(&world, ADA, "over").await;
    assert!(matches!(over, Screen::Over { reason: OverReason::SleptTooLong, may_knock_again: true }), "{over:?}");
    world.run_until(65 * SECOND).await;
    waits(&world, ADA).await;
    listed(&world, &[(KnockState::Waiting, true)]).await;
    all_is_well(world).await;
}

#[tokio::test]
async fn a_phone_frozen_without_a_word_is_shown_asleep() {
    let script = waiting().phone(20 * SECOND, ADA, PhoneDoes::Freeze).phone(2 * MINUTE, ADA, PhoneDoes::Thaw);
    let mut world = begin(&script).await;
    world.run_until(30 * SECOND).await;
    listed(&world, &[(KnockState::Waiting, false)]).await;
    world.run_until(2 * MINUTE).await;
    listed(&world, &[(KnockState::Waiting, true)]).await;
    waits(&world, ADA).await;
    all_is_well(world).await;
}

/// bigbluebutton 12827: after a time-out and a reload the guest is invisible to the moderator.
#[tokio::test]
async fn after_a_silence_and_a_restart_of_the_app_the_guest_has_the_same_place() {
    let script = waiting()
        .phone(5 * SECOND, ADA, PhoneDoes::StreamStalls)
        .phone(20 * SECOND, ADA, PhoneDoes::Kill)
        .phone(MINUTE, ADA, PhoneDoes::Start);
    let mut world = begin(&script).await;
    world.run_until(3 * SECOND).await;
    let phrase = waits(&world, ADA).await.match_phrase;
    world.run_until(MINUTE).await;
    assert_eq!(waits(&world, ADA).await.match_phrase, phrase, "the same place");
    listed(&world, &[(KnockState::Waiting, true)]).await;
    all_is_well(world).await;
}

#[tokio::test]
async fn an_app_that_dies_while_it_knocks_or_leaves_has_one_place_or_none() {
    let mut script = waiting();
    script.acts.insert(0, script.acts[0].clone());
    let script = script.phone(SECOND + 50, ADA, PhoneDoes::KillAmidStep).phone(4 * SECOND, ADA, PhoneDoes::Kill).phone(
        5 * SECOND,
        ADA,
        PhoneDoes::Start,
    );
    let script = arrives(script, 6 * SECOND, ADA, 0);
    let mut world = begin(&script).await;
    world.run_until(10 * SECOND).await;
    waits(&world, ADA).await;
    listed(&world, &[(KnockState::Waiting, true)]).await;
    all_is_well(world).await;
}

/// jitsi-meet 16879: hang up in the lobby, and the next attempt lands in a false empty room.
#[tokio::test]
async fn whoever_leaves_the_lobby_and_comes_back_stands_in_the_same_lobby() {
    let script = waiting()
        // The farewell is slow: it arrives after the return.
        .phone(5 * SECOND, ADA, PhoneDoes::NextCommandTakes { ms: 20 * SECOND })
        .phone(6 * SECOND, ADA, PhoneDoes::Leave)
        .phone(8 * SECOND, ADA, PhoneDoes::Open { call: 0, way: Way::Tap, link: LinkAge::Newest });
    let script = admit(script, 40 * SECOND, ADA);
    let mut world = begin(&script).await;
    world.run_until(45 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    all_is_well(world).await;
}

#[tokio::test]
async fn a_network_that_loses_doubles_and_breaks_lets_one_person_in_once() {
    let mut script = waiting();
    script.phones[ADA] = PhonePlan::new("Ada").with(Weather::BAD);
    let gone = PhoneDoes::Weather { weather: Weather::GONE };
    let script = admit(script, 30 * SECOND, ADA)
        .phone(90 * SECOND, ADA, gone)
        .phone(120 * SECOND, ADA, PhoneDoes::Weather { weather: Weather::MOBILE })
        .phone(120 * SECOND, ADA, PhoneDoes::NetworkBack);
    let mut world = begin(&script).await;
    world.run_until(2 * MINUTE).await;
    reaches(&world, ADA, "in-call").await;
    let report = all_is_well(world).await;
    assert_eq!(report.screens[ADA], "in-call");
}
