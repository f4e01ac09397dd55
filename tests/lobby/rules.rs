//! The rules that must hold, each by its number in docs/ARCHITECTURE.md.

use onecall::lobby::{Refusal, Via};
use onecall::protocol::{AgentAct, CommandId, CustomerAct, CustomerState, EndReason, Phase, Timestamp, WaitReason};

use crate::desk::*;

#[test]
fn rule_1_a_customer_waits_if_and_only_if_the_agents_list_shows_them() {
    let mut desk = Desk::open();
    for who in 1..=3 {
        desk.ok(knock(who));
    }
    assert_eq!(desk.listed(), [id(1), id(2), id(3)], "oldest first");
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(decline(ada(), 2, false));
    assert_eq!(desk.listed(), [id(3)]);
    assert_eq!([1, 2, 3].map(|who| desk.view(who).unwrap().phase), [Phase::Over, Phase::Over, Phase::Lobby]);
    desk.ok(agent(ada(), AgentAct::End));
    assert!(desk.listed().is_empty());
    assert_eq!(desk.view(3).unwrap().phase, Phase::Over);
}

#[test]
fn rule_2_nobody_enters_without_an_admission_of_exactly_that_knock() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    assert_eq!(desk.run(customer(1, CustomerAct::Enter)), Err(Refusal::NotNow));
    desk.ok(admit(ada(), 2));
    assert_eq!(desk.run(customer(1, CustomerAct::Enter)), Err(Refusal::NotNow));
    assert_eq!(desk.ok(customer(2, CustomerAct::Enter)), ["entered"]);
}

#[test]
fn rule_2_an_admission_is_used_once() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    desk.ok(customer(1, CustomerAct::Enter));
    desk.ok(agent(ada(), AgentAct::SendBack { knock: id(1) }));
    assert_eq!(desk.run(customer(1, CustomerAct::Enter)), Err(Refusal::NotNow));
    assert_eq!(desk.ok(admit(ada(), 1)), ["admitted"]);

    // Given up unused, it is gone as well.
    desk.ok(customer(1, CustomerAct::LeaveLobby { visit: None }));
    desk.ok(knock_with(1, |kim| kim.visit = 2));
    assert_eq!(desk.run(customer(1, CustomerAct::Enter)), Err(Refusal::NotNow));
}

#[test]
fn rule_2_policy_admits_a_verified_account_of_a_listed_issuer_while_the_calls_agent_is_present() {
    let member = |who| knock_with(who, |kim| kim.account = Some(account("kim")));
    let other = |who| {
        knock_with(who, |kim| kim.account = Some(onecall::lobby::Account { issuer: "else".into(), ..account("kim") }))
    };
    let mut desk = Desk::created(create_with_bypass());
    assert_eq!(desk.ok(member(1)), ["knocked"], "no agent");
    desk.present(&[bob()]);
    assert_eq!(desk.ok(member(2)), ["knocked"], "another call's agent");
    desk.present(&[ada(), bob()]);
    assert_eq!(desk.ok(knock(3)), ["knocked"], "no account");
    assert_eq!(desk.ok(other(4)), ["knocked"], "an issuer that is not listed");
    assert_eq!(desk.ok(member(5)), ["knocked", "admitted"]);
    assert_eq!(desk.ok(member(6)), ["knocked"], "the call is taken");
}

#[test]
fn rule_2_policy_overrules_no_agent() {
    let member = |visit| knock_with(1, |kim| (kim.visit, kim.account) = (visit, Some(account("kim"))));
    let mut desk = Desk::created(create_with_bypass());
    desk.ok(member(1));
    desk.ok(decline(ada(), 1, false));
    desk.present(&[ada()]);
    assert_eq!(desk.ok(member(2)), ["knocked"], "declined before");
    let same_account = knock_with(2, |kim| kim.account = Some(account("kim")));
    assert_eq!(desk.ok(same_account), ["knocked"], "declined before, on another device");
}

#[test]
fn rule_3_one_is_in_the_call_and_every_other_knock_is_told_that_it_is_taken() {
    let mut desk = Desk::open();
    for who in 1..=3 {
        desk.ok(knock(who));
    }
    desk.ok(admit(ada(), 1));
    for _ in 0..2 {
        assert_eq!(desk.run(admit(ada(), 2)), Err(Refusal::CallTaken));
        assert_eq!(desk.run(admit(bob(), 3)), Err(Refusal::CallTaken));
        assert_eq!([2, 3].map(|who| reason(&desk, who)), [WaitReason::CallTaken; 2]);
        desk.ok(customer(1, CustomerAct::Enter));
    }
    desk.ok(remove(1, 1));
    assert_eq!(reason(&desk, 2), WaitReason::NotYetNoticed);
    assert_eq!(desk.ok(admit(ada(), 2)), ["admitted"]);
}

#[test]
fn rule_4_admit_decline_end_and_leave_are_idempotent() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    desk.ok(knock(3));
    for command in [
        admit(ada(), 1),
        decline(ada(), 2, true),
        customer(3, CustomerAct::LeaveLobby { visit: None }),
        customer(1, CustomerAct::Enter),
        customer(1, CustomerAct::LeaveCall),
        agent(ada(), AgentAct::End),
    ] {
        desk.ok(command.clone());
        let once = desk.call.clone();
        assert_eq!(desk.ok(command.clone()), [""; 0], "{command:?} twice");
        assert!(desk.call == once, "{command:?} twice");
    }
}

#[test]
fn rule_4_the_first_of_two_racing_agents_wins_and_the_other_sees_who_it_was() {
    let first = || Err(Refusal::AlreadyDecided { by: ada() });
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(knock(2));
    desk.ok(admit(ada(), 1));
    assert_eq!(desk.run(admit(bob(), 1)), first());
    assert_eq!(desk.run(decline(bob(), 1, false)), first());
    desk.ok(decline(ada(), 2, false));
    assert_eq!(desk.run(admit(bob(), 2)), first());
    assert_eq!(desk.run(decline(bob(), 2, true)), first());
    desk.ok(agent(ada(), AgentAct::End));
    assert_eq!(desk.run(agent(bob(), AgentAct::End)), first());
}

#[test]
fn rule_4_the_list_says_which_agent_last_did_something_with_whom() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    let by = |desk: &Desk| desk.console().knocks[0].attended_by.clone();
    assert!(by(&desk).is_none());
    for (who, act) in [
        (ada(), AgentAct::Notice { knock: id(1) }),
        (bob(), AgentAct::Hold { knock: id(1), message: None }),
        (ada(), AgentAct::Release { knock: id(1) }),
        (bob(), AgentAct::Message { knock: None, text: "Soon.".to_owned() }),
        (ada(), AgentAct::Admit { knock: id(1) }),
        (bob(), AgentAct::SendBack { knock: id(1) }),
    ] {
        desk.ok(agent(who.clone(), act));
        assert!(by(&desk) == Some(who));
    }
    assert!(desk.replayed().durable_eq(&desk.call));
}

#[test]
fn rule_4_a_command_sent_twice_is_done_once_even_after_a_restart() {
    let mut desk = Desk::open();
    let command_id = || Some(CommandId::from_bits(1));
    desk.run_as(command_id(), replace_link(1)).unwrap();
    desk.call = desk.replayed().resume(Timestamp(desk.now));
    assert_eq!(desk.run_as(command_id(), replace_link(2)), Ok(vec![]));
    assert_eq!((desk.call.link(), desk.call.link_number()), (Some(&link(1)), 1));
}

#[test]
fn rule_4_a_refused_command_may_be_tried_again_under_its_name() {
    let mut desk = Desk::open();
    let command_id = || Some(CommandId::from_bits(1));
    assert_eq!(desk.run_as(command_id(), admit(ada(), 1)), Err(Refusal::NoSuchKnock));
    desk.ok(knock(1));
    assert_eq!(desk.run_as(command_id(), admit(ada(), 1)).unwrap().len(), 1);
}

#[test]
fn rule_5_a_declined_and_blocked_identity_stays_declined() {
    let mut desk = Desk::open();
    desk.ok(knock_with(1, |kim| kim.account = Some(account("kim"))));
    desk.ok(decline(ada(), 1, true));
    for visit in [1, 2, 3, u32::MAX] {
        assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = visit)), [""; 0]);
        let view = desk.view(1).unwrap();
        assert!(matches!(view.state, CustomerState::Declined { blocked: true, .. }) && !view.may_return);
    }
    let same_account = knock_with(2, |kim| kim.account = Some(account("kim")));
    assert_eq!(desk.run(same_account), Err(Refusal::LinkDead), "nor under another identity of the same account");
    desk.ok(replace_link(1));
    let by_the_new_link = knock_with(1, |kim| (kim.visit, kim.via) = (2, Via::Link(link(1))));
    assert_eq!(desk.ok(by_the_new_link), [""; 0]);
    assert!(desk.listed().is_empty());
}

#[test]
fn rule_5_a_declined_identity_that_is_not_blocked_may_come_back() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(decline(ada(), 1, false));
    assert!(desk.view(1).unwrap().may_return);
    assert_eq!(desk.ok(knock(1)), [""; 0], "a late copy of the first knock brings nobody back");
    assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = 2)), ["knocked"]);
}

#[test]
fn rule_5_who_left_the_call_is_told_so_and_anybody_else_that_the_link_is_dead() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(admit(ada(), 1));
    desk.ok(customer(1, CustomerAct::Enter));
    desk.ok(customer(1, CustomerAct::LeaveCall));
    for visit in 1..4 {
        assert_eq!(desk.ok(knock_with(1, |kim| kim.visit = visit)), [""; 0]);
        assert_eq!(ended(&desk, 1), EndReason::YouLeft);
        assert!(!desk.view(1).unwrap().may_return);
    }
    assert_eq!(desk.run(knock(2)), Err(Refusal::LinkDead));
}
