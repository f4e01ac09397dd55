//! What people do to each other.

use super::*;

#[tokio::test]
async fn a_call_goes_from_the_link_to_the_goodbye_and_its_link_opens_nothing_any_more() {
    let script =
        in_call().phone(8 * SECOND, ADA, PhoneDoes::Leave).phone(9 * SECOND, ADA, PhoneDoes::Answer { yes: true });
    let script = arrives(script, 12 * SECOND, BOB, 0);
    let mut world = begin(&script).await;
    world.run_until(7 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    world.run_until(10 * SECOND).await;
    let over = reaches(&world, ADA, "over").await;
    assert!(matches!(over, Screen::Over { reason: OverReason::YouLeft, may_knock_again: false }), "{over:?}");
    world.run_until(13 * SECOND).await;
    let dead = reaches(&world, BOB, "over").await;
    assert!(matches!(dead, Screen::Over { reason: OverReason::LinkDead, .. }), "{dead:?}");
    all_is_well(world).await;
}

#[tokio::test]
async fn a_rejection_never_looks_like_joining_and_a_block_holds_under_another_name() {
    let decline =
        |block| AgentDoes::Decline { call: 0, whom: Pick::Phone(ADA), reason: DeclineReason::WrongLink, block };
    let script = waiting().agent(5 * SECOND, 0, decline(false)).phone(8 * SECOND, ADA, PhoneDoes::KnockAgain).agent(
        10 * SECOND,
        0,
        decline(true),
    );
    let mut world = begin(&script).await;
    world.run_until(6 * SECOND).await;
    let declined = OverReason::Declined(DeclineReason::WrongLink);
    let over = reaches(&world, ADA, "over").await;
    assert!(matches!(over, Screen::Over { reason, may_knock_again: true } if reason == declined), "{over:?}");
    world.run_until(12 * SECOND).await;
    let over = reaches(&world, ADA, "over").await;
    assert!(matches!(over, Screen::Over { reason, may_knock_again: false } if reason == declined), "{over:?}");
    let shown = world.shown(ADA);
    assert!(!shown.contains(&"admitted") && !shown.contains(&"in-call"), "{shown:?}");
    all_is_well(world).await;
}

#[tokio::test]
async fn whoever_knocks_at_a_taken_call_is_told_so_and_not_let_in_beside() {
    let script = admit(arrives(in_call(), 8 * SECOND, BOB, 0), 12 * SECOND, BOB);
    let mut world = begin(&script).await;
    world.run_until(12 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    assert_eq!(waits(&world, BOB).await.reason, Some(WaitReason::CallTaken));
    all_is_well(world).await;
}

#[tokio::test]
async fn of_two_racing_agents_one_wins_and_the_other_sees_who_it_was() {
    let click = AgentDoes::Admit { call: 0, whom: Pick::Phone(ADA) };
    let script = waiting().agent(2 * SECOND, 1, AgentDoes::OpenConsole);
    let script = script.agent(5 * SECOND, 0, click.clone()).agent(5 * SECOND, 1, click);
    let mut world = begin(&script).await;
    world.run_until(6 * SECOND).await;
    let taken = world.list(0, |view| matches!(view.phase, CallPhase::Taken { .. })).await.unwrap();
    let CallPhase::Taken { agent: winner, .. } = taken.phase else { panic!("not taken") };
    reaches(&world, ADA, "in-call").await;
    let refusals = world.refused().await;
    let [(loser, problem)] = refusals.as_slice() else { panic!("{refusals:?}") };
    assert_eq!(problem.by.as_ref(), Some(&winner));
    assert_ne!(format!("Agent {loser}"), winner.name);
    all_is_well(world).await;
}

#[tokio::test]
async fn whoever_is_sent_back_needs_another_admission() {
    let script = in_call().agent(8 * SECOND, 0, AgentDoes::SendBack { call: 0, whom: Pick::InCall });
    let script = admit(script, 20 * SECOND, ADA);
    let mut world = begin(&script).await;
    world.run_until(7 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    world.run_until(15 * SECOND).await;
    waits(&world, ADA).await;
    world.run_until(25 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    all_is_well(world).await;
}

/// The product we succeed: a new link shows the old "Call ended" page until the app is closed. And rule 10: a
/// running call is not replaced without a question.
#[tokio::test]
async fn a_new_link_works_at_once_where_a_call_has_ended_and_asks_where_one_is_running() {
    let mut script = in_call().agent(4 * SECOND, 0, AgentDoes::Create { call: 1 });
    script.calls.push(CallPlan::default());
    let script = arrives(script, 10 * SECOND, BOB, 0).phone(
        11 * SECOND,
        ADA,
        PhoneDoes::Open { call: 1, way: Way::Paste, link: LinkAge::Newest },
    );
    let script = script.agent(15 * SECOND, 0, AgentDoes::End { call: 0 });
    let script = arrives(script, 20 * SECOND, BOB, 1);
    let mut world = begin(&script).await;
    world.run_until(9 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    world.run_until(12 * SECOND).await;
    reaches(&world, ADA, "ask").await;
    waits(&world, BOB).await;
    world.run_until(16 * SECOND).await;
    reaches(&world, BOB, "over").await;
    world.run_until(21 * SECOND).await;
    waits(&world, BOB).await;
    assert_eq!(world.list(1, |view| view.knocks.len() == 1).await.unwrap().knocks.len(), 1);
    all_is_well(world).await;
}

#[tokio::test]
async fn one_who_knocked_in_the_browser_and_moves_to_the_app_is_one_person() {
    let mut script = waiting().agent(4 * SECOND, 0, AgentDoes::Notice { call: 0, whom: Pick::Oldest });
    // The same person: the second phone is the app beside the browser.
    script.phones[ADA] = PhonePlan::new("Ada").in_browser();
    script.phones[BOB] = PhonePlan::new("Ada");
    let script = admit(script.phone(6 * SECOND, ADA, PhoneDoes::MoveTo { phone: BOB }), 12 * SECOND, BOB);
    let mut world = begin(&script).await;
    world.run_until(5 * SECOND).await;
    let phrase = waits(&world, ADA).await.match_phrase;
    world.run_until(7 * SECOND).await;
    assert_eq!(waits(&world, BOB).await.match_phrase, phrase);
    let over = reaches(&world, ADA, "over").await;
    assert!(matches!(over, Screen::Over { reason: OverReason::Moved, .. }), "{over:?}");
    listed(&world, &[(KnockState::Noticed, true)]).await;
    world.run_until(15 * SECOND).await;
    reaches(&world, BOB, "in-call").await;
    all_is_well(world).await;
}
