//! What went wrong in lobbies elsewhere, each as a story that goes right here: in virtual time, through
//! both machines and a network between them.

use onecall::journey::{OverReason, Screen, Waiting};
use onecall::lobby::{Event, Refusal};
use onecall::protocol::{CallPhase, DeclineReason, KnockState, WaitReason};
use onecall_simulator::script::{
    AgentDoes, CallPlan, LinkAge, PhoneDoes, PhonePlan, Pick, Script, ServiceDoes, Way, Weather,
};
use onecall_simulator::virtual_time::World;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const ADA: usize = 0;
const BOB: usize = 1;

/// Agent 0 has created call 0.
fn created(phones: usize) -> Script {
    let phones = ["Ada", "Bob"].iter().take(phones).map(|name| PhonePlan::new(name)).collect();
    Script::new(phones).agent(0, 0, AgentDoes::Create { call: 0 })
}

/// And has the console open; Ada waits from the first second on.
fn waiting() -> Script {
    arrives(created(2).agent(0, 0, AgentDoes::OpenConsole), SECOND, ADA, 0)
}

/// And was let in after three.
fn in_call() -> Script {
    waiting().agent(3 * SECOND, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(ADA) })
}

fn arrives(script: Script, at: u64, phone: usize, call: usize) -> Script {
    let open = PhoneDoes::Open { call, way: Way::Tap, link: LinkAge::Newest };
    script.phone(at, phone, open).phone(at + 100, phone, PhoneDoes::TypeName)
}

fn admit(script: Script, at: u64, phone: usize) -> Script {
    script.agent(at, 0, AgentDoes::Admit { call: 0, whom: Pick::Phone(phone) })
}

fn world(script: &Script) -> World {
    World::new(script, 1)
}

/// Every rule held, and everybody found out.
fn all_is_well(world: World) {
    world.finish().unwrap_or_else(|failure| panic!("{failure}"));
}

fn lobby(world: &World, phone: usize) -> Waiting {
    match world.screen(phone) {
        Some(Screen::Waiting(waiting)) => waiting,
        other => panic!("not waiting: {other:?}"),
    }
}

fn kind(world: &World, phone: usize) -> &'static str {
    world.screen(phone).map_or("off", |screen| screen.kind())
}

/// Who is listed: how far, and whether awake.
fn listed(world: &World) -> Vec<(KnockState, bool)> {
    world.console(0).unwrap().knocks.iter().map(|knock| (knock.state, knock.awake)).collect()
}

fn happened(world: &World, kind: &str) -> usize {
    world.log_of(0).iter().flat_map(|envelope| &envelope.events).filter(|event| event.kind() == kind).count()
}

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
    let phrase = lobby(&world, ADA).match_phrase;
    world.run_until(2 * MINUTE + 2 * SECOND);
    assert_eq!(lobby(&world, ADA).match_phrase, phrase, "the same place");
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
    assert_eq!(lobby(&world, ADA).reason, Some(WaitReason::AgentAbsent), "told honestly");
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
    let early = lobby(&world, ADA);
    assert_eq!(early.reason, Some(WaitReason::TooEarly));
    let left = early.starts_in_ms.unwrap();
    assert!((239 * SECOND..=241 * SECOND).contains(&left), "four minutes to go, not {left} ms");
    world.run_until(5 * MINUTE + SECOND);
    assert_eq!(lobby(&world, ADA).reason, Some(WaitReason::AgentAbsent));
    world.run_until(6 * MINUTE + SECOND);
    assert_eq!(lobby(&world, ADA).reason, Some(WaitReason::NotYetNoticed));
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
    assert_eq!(list[0].match_phrase, lobby(&world, ADA).match_phrase);
    assert_eq!(list[1].match_phrase, lobby(&world, BOB).match_phrase);
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
    assert_eq!(lobby(&world, ADA).reason, Some(WaitReason::Noticed));
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
    assert!(lobby(&world, ADA).was_asleep, "and the customer is told so");
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
    let phrase = lobby(&world, ADA).match_phrase;
    world.run_until(10 * SECOND);
    assert_eq!(listed(&world), [(KnockState::Noticed, true)], "one person, with their standing");
    assert_eq!(lobby(&world, BOB).match_phrase, phrase);
    assert!(matches!(world.screen(ADA), Some(Screen::Over { reason: OverReason::Moved, .. })));
    world.run_until(15 * SECOND);
    assert_eq!(kind(&world, BOB), "in-call");
    all_is_well(world);
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
    assert_eq!(lobby(&world, BOB).reason, Some(WaitReason::CallTaken));
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
