//! Whatever people and clocks do in whatever order, the invariants hold after every step.

use std::collections::{BTreeMap, BTreeSet};

use onecall::capability::ArSupport;
use onecall::lobby::{Command, Event, Moment, Via, WhyOver, step};
use onecall::protocol::{
    AgentAct, CallPatch, CallPhase, CommandId, CustomerAct, CustomerState, KnockState, Phase, Timestamp,
};
use proptest::prelude::*;

use crate::desk::*;
use crate::witness::Witness;

const MAX_WAITING: usize = 3;
const PEOPLE: u64 = 6;

/// One thing that happens, after so many milliseconds.
#[derive(Clone, Debug)]
struct Happening {
    later: u64,
    what: What,
    again: bool,
}

#[derive(Clone, Debug)]
enum What {
    Knock { who: u64, visit: u32, via: u8, member: bool, right: bool },
    Customer { who: u64, act: u8, n: u64 },
    Agent { bob: bool, who: u64, act: u8 },
    Present(u8),
    Wake,
    WallClockBack,
    Restart,
}

fn happening() -> impl Strategy<Value = Happening> {
    let who = 0..24_u64;
    let what = prop_oneof![
        6 => (who.clone(), 1..4_u32, 0..6_u8, any::<bool>(), prop::bool::weighted(0.9))
            .prop_map(|(who, visit, via, member, right)| What::Knock { who, visit, via, member, right }),
        6 => (who.clone(), 0..10_u8, 0..20_u64).prop_map(|(who, act, n)| What::Customer { who, act, n }),
        8 => (any::<bool>(), who, 0..16_u8).prop_map(|(bob, who, act)| What::Agent { bob, who, act }),
        1 => (0..4_u8).prop_map(What::Present),
        3 => Just(What::Wake),
        1 => Just(What::WallClockBack),
        1 => Just(What::Restart),
    ];
    let later = prop_oneof![40 => 0..3 * SECOND, 6 => 0..MINUTE, 2 => 0..15 * MINUTE, 1 => 5 * HOUR..6 * HOUR];
    (later, what, prop::bool::weighted(0.1)).prop_map(|(later, what, again)| Happening { later, what, again })
}

/// Mostly somebody who is there: nothing much happens to the others.
fn somebody(who: u64, desk: &Desk) -> u64 {
    let there: Vec<_> = (0..PEOPLE).filter(|number| desk.listed().contains(&id(*number))).collect();
    let chosen = usize::try_from(who).unwrap() / 2;
    if who.is_multiple_of(2) || there.is_empty() { who % PEOPLE } else { there[chosen % there.len()] }
}

/// Fresh links, codes and tickets carry the number of the step that made them.
fn command(what: &What, number: u64, desk: &Desk) -> Option<Command> {
    Some(match what {
        What::Knock { who, visit, via, member, right } => knock_with(who % PEOPLE, |knock| {
            knock.visit = *visit;
            knock.via = match via {
                0 => Via::Link(link(0)),
                1 => Via::Code(desk.call.codes().next().cloned().unwrap_or(code(0))),
                2 => Via::Ticket(desk.call.tickets().last().cloned().unwrap_or(ticket(0))),
                _ => Via::Link(desk.call.links().last().cloned().unwrap_or(link(0))),
            };
            knock.account = member.then(|| account(if who.is_multiple_of(2) { "even" } else { "odd" }));
            knock.ar = if *visit == 2 { ArSupport::NeedsInstall } else { ArSupport::default() };
            if !right {
                knock.secret = secret(99);
            }
        }),
        What::Customer { who, act, n } => {
            let who = somebody(*who, desk);
            match act {
                0 | 1 => customer(who, CustomerAct::Here { n: *n }),
                2 => customer(who, CustomerAct::Asleep { n: *n }),
                3..=5 => customer(who, CustomerAct::Enter),
                6 => customer(
                    who,
                    CustomerAct::LeaveLobby { visit: [None, Some(1), Some(2)][usize::try_from(n % 3).unwrap()] },
                ),
                7 if number.is_multiple_of(5) => customer(who, CustomerAct::LeaveCall),
                8 if number.is_multiple_of(2) => {
                    let link = desk.call.links().last().cloned().unwrap_or(link(0));
                    Command::Ticket { via: Via::Link(link), ticket: ticket(number) }
                }
                _ => moving(who, number),
            }
        }
        What::Agent { bob: is_bob, who, act } => {
            let by = if *is_bob { bob() } else { ada() };
            let who = somebody(*who, desk);
            let knock = id(who);
            match act {
                0..=3 => admit(by, who),
                4 => agent(by, AgentAct::Notice { knock }),
                5 => {
                    agent(by, AgentAct::Hold { knock, message: (number.is_multiple_of(2)).then(|| "Soon.".to_owned()) })
                }
                6 => agent(by, AgentAct::Release { knock }),
                7 => agent(by, AgentAct::Message { knock: None, text: "Hello.".to_owned() }),
                8 => decline(by, who, false),
                9 => decline(by, who, true),
                10 => agent(by, AgentAct::SendBack { knock }),
                11 => remove(who, number),
                12 => replace_link(number),
                13 => spoken_code(number),
                14 if number.is_multiple_of(7) => agent(by, AgentAct::End),
                14 => hand_over(by),
                _ => {
                    let starts_at = Some(Timestamp(desk.now + number * MINUTE));
                    Command::Edit { by, patch: CallPatch { starts_at, ..CallPatch::default() } }
                }
            }
        }
        What::Present(agents) => {
            let all = [(1, ada()), (2, bob())];
            let present = all.iter().filter(|(bit, _)| agents & bit != 0).map(|(_, agent)| agent.id.clone());
            Command::AgentsPresent(present.collect())
        }
        What::Wake => Command::Wake,
        What::WallClockBack | What::Restart => return None,
    })
}

fn check(desk: &Desk, witness: &Witness) {
    let console = desk.console();
    let state: BTreeMap<_, _> = console.knocks.iter().map(|knock| (knock.knock.clone(), knock.state)).collect();
    let of = |wanted: KnockState| -> BTreeSet<_> {
        state.iter().filter(|(_, state)| **state == wanted).map(|(knock, _)| knock.clone()).collect()
    };
    assert_eq!(state.len(), console.knocks.len(), "listed twice");
    assert_eq!(of(KnockState::Admitted), witness.admitted);
    assert_eq!(of(KnockState::InCall), witness.in_call);
    assert!(witness.admitted.len() + witness.in_call.len() <= 1);
    // One more than may come: somebody sent back while the lobby was full.
    assert!(state.len() <= MAX_WAITING + 1);

    let phrases: BTreeSet<_> = console.knocks.iter().map(|knock| &knock.match_phrase).collect();
    assert_eq!(phrases.len(), console.knocks.len(), "two with the same phrase");

    for who in 0..PEOPLE {
        let view = desk.view(who);
        let has_place = view.as_ref().is_some_and(|view| view.phase != Phase::Over);
        assert_eq!(has_place, state.contains_key(&id(who)), "waiting, but not in the list, or the reverse");
        if witness.out.contains(&id(who)) {
            assert!(!view.as_ref().is_some_and(|view| view.may_return), "put out, and told to come back");
        }
        if let Some(CustomerState::Declined { blocked: false, .. }) = view.as_ref().map(|view| &view.state) {
            assert!(!witness.out.contains(&id(who)), "a block was lost");
        }
    }
    let taken = matches!(console.phase, CallPhase::Taken { .. });
    assert_eq!(taken, !(witness.admitted.is_empty() && witness.in_call.is_empty()));
    assert_eq!(desk.call.is_over(), witness.over);
    assert_eq!(desk.call.link().is_none(), witness.over);
}

fn play(happenings: &[Happening]) -> Vec<String> {
    let mut create = create_with_bypass();
    create.settings.max_waiting = MAX_WAITING;
    let mut desk = Desk::created(create);
    let mut witness = Witness::default();
    let mut log = Vec::new();
    for (number, Happening { later, what, again }) in (1..).zip(happenings) {
        desk.later(*later);
        match what {
            What::WallClockBack => desk.now -= desk.now.min(20 * MINUTE),
            What::Restart => {
                desk.call = desk.replayed().resume(Timestamp(desk.now));
                desk.wake_at = desk.call.wake_at();
                witness.agents.clear();
            }
            _ => {}
        }
        let Some(command) = command(what, number, &desk) else { continue };
        let command_id = Some(CommandId::from_bits(u128::from(number)));
        let before = desk.call.clone();
        match desk.run_as(command_id.clone(), command.clone()) {
            Err(refusal) => log.push(format!("{refusal:?}")),
            Ok(events) => {
                for event in &events {
                    witness.see(&desk, event);
                }
                if *again && events.iter().any(Event::is_durable) {
                    assert_eq!(desk.run_as(command_id.clone(), command.clone()).map(|events| events.len()), Ok(0));
                }
                log.push(format!("{events:?}"));
            }
        }
        let moment = Moment { now: Timestamp(desk.now), entropy: 7, command_id };
        let twice = [step(Some(&before), &moment, command.clone()), step(Some(&before), &moment, command)];
        assert!(
            matches!(&twice, [Ok(one), Ok(two)] if one.events == two.events && one.call == two.call)
                || matches!(&twice, [Err(one), Err(two)] if one == two)
        );
        if matches!(what, What::Wake) {
            let clock = desk.now.max(desk.journal.last().map_or(0, |envelope| envelope.at.0));
            assert!(desk.wake_at.is_none_or(|due| due.0 > clock), "woken for nothing, for ever");
        }
        check(&desk, &witness);
        assert!(desk.replayed().durable_eq(&desk.call), "the journal tells another story");
    }
    assert!(desk.journal.is_sorted_by_key(|envelope| envelope.at), "time went back in the journal");
    log
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_invariants_hold_and_the_journal_replays_to_the_live_state_after_every_step(
        happenings in prop::collection::vec(happening(), 1..80)
    ) {
        play(&happenings);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn rule_12_the_same_input_and_time_give_the_same_output(
        happenings in prop::collection::vec(happening(), 1..40)
    ) {
        prop_assert_eq!(play(&happenings), play(&happenings));
    }
}

#[test]
fn whatever_waits_is_over_and_forgotten_in_the_end_if_nobody_does_anything() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    desk.ok(admit(ada(), 2));
    let happened = desk.pass(49 * HOUR);
    assert_eq!(
        happened,
        ["fell-asleep", "fell-asleep", "lease-ended", "lease-ended", "over", "forgotten"],
        "and nobody was woken for ever"
    );
    assert_eq!(desk.wake_at, None);
    assert!(matches!(desk.journal.last().unwrap().events.last(), Some(Event::Over(WhyOver::Expired))));
}
