//! Rule 7, seen from the phones.

use super::*;

#[tokio::test]
async fn a_service_that_dies_over_an_admission_comes_to_have_done_it_once() {
    for written in [true, false] {
        let death = ServiceDoes::CrashOverNext { written, down_ms: 5 * SECOND };
        let mut world = begin(&admit(waiting().service(4 * SECOND, death), 5 * SECOND, ADA)).await;
        world.run_until(6 * SECOND).await;
        reaches(&world, ADA, "in-call").await;
        let report = all_is_well(world).await;
        assert_eq!(report.screens[ADA], "in-call");
    }
}

#[tokio::test]
async fn the_lobby_and_the_call_are_still_there_when_the_service_comes_back() {
    let script = arrives(in_call(), 4 * SECOND, BOB, 0)
        .service(20 * SECOND, ServiceDoes::Crash { down_ms: 30 * SECOND })
        .agent(2 * MINUTE, 0, AgentDoes::End { call: 0 });
    let mut world = begin(&script).await;
    world.run_until(19 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    let phrase = waits(&world, BOB).await.match_phrase;
    world.run_until(MINUTE).await;
    listed(&world, &[(KnockState::InCall, true), (KnockState::Waiting, true)]).await;
    assert_eq!(waits(&world, BOB).await.match_phrase, phrase);
    world.run_until(2 * MINUTE).await;
    for phone in [ADA, BOB] {
        let over = reaches(&world, phone, "over").await;
        assert!(matches!(over, Screen::Over { reason: OverReason::CallOver, .. }), "{over:?}");
    }
    all_is_well(world).await;
}

#[tokio::test]
async fn a_clock_set_back_loses_nobody_a_place() {
    let script = waiting().service(5 * SECOND, ServiceDoes::ClockJumps { by_ms: -20_000 });
    let mut world = begin(&admit(script, 40 * SECOND, ADA)).await;
    world.run_until(41 * SECOND).await;
    reaches(&world, ADA, "in-call").await;
    all_is_well(world).await;
}
