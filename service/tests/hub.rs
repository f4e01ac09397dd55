//! What the hub promises: nothing is shown or answered before it is written down, and whatever the
//! journal holds is what everybody sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

mod hub_support;

use std::sync::atomic::Ordering;
use std::time::Duration;

use hub_support::{FULL, House, LOST, SLOW, WRITTEN_BUT_UNCERTAIN, agent, code, knock, knock_id};
use onecall::protocol::{
    AgentAct, AgentCommand, CallPhase, CommandId, CreateCall, CustomerAct, CustomerCommand, CustomerState, EndReason,
    KnockRequest, LooksLike, ProblemCode, Secret, WaitReason,
};
use onecall_service::journal::Journal;

#[tokio::test]
async fn a_call_goes_from_its_creation_to_a_dead_link() {
    let house = House::new().await;
    let call = house.create().await;
    let mut listener = house.knock(&call, 1).await.unwrap();
    let CustomerState::Waiting { reason, .. } = listener.view.borrow_and_update().state.clone() else { panic!() };
    assert_eq!(reason, WaitReason::AgentAbsent);

    house.command(1, &call, AgentAct::Admit { knock: knock_id(1) }).await.unwrap();
    assert!(matches!(listener.view.borrow_and_update().state, CustomerState::Admitted { .. }));
    house.customer(1, CustomerAct::Enter).await.unwrap();
    let left = house.customer(1, CustomerAct::LeaveCall).await.unwrap();
    assert_eq!(left, CustomerState::Ended { reason: EndReason::YouLeft });

    let over = house.hub.call(&call.id).await.unwrap();
    assert!(matches!(over.phase, CallPhase::Over { .. }) && over.link.is_none());
    assert_eq!(code(&house.knock(&call, 2).await.err().unwrap()), ProblemCode::LinkDead);
    let same_device = house.knock(&call, 1).await.unwrap();
    assert_eq!(same_device.view.borrow().state, CustomerState::Ended { reason: EndReason::YouLeft });
}

#[tokio::test]
async fn what_was_answered_is_there_after_a_restart() {
    let mut house = House::new().await;
    let call = house.create().await;
    let before = house.knock(&call, 1).await.unwrap();
    let CustomerState::Waiting { match_phrase: before, .. } = before.view.borrow().state.clone() else { panic!() };
    house.command(1, &call, AgentAct::Hold { knock: knock_id(1), message: Some("soon".into()) }).await.unwrap();

    house.restart().await;
    let after = house.knock(&call, 1).await.unwrap();
    let expected = CustomerState::Held { match_phrase: before, message: Some("soon".into()) };
    assert_eq!(after.view.borrow().state, expected);
}

#[tokio::test]
async fn what_cannot_be_written_down_is_neither_answered_nor_shown() {
    let house = House::new().await;
    let call = house.create().await;
    let listener = house.knock(&call, 1).await.unwrap();
    let before = listener.view.borrow().clone();
    for (fault, expected) in [(FULL, ProblemCode::StorageFull), (LOST, ProblemCode::StorageUnavailable)] {
        house.journal.fault.store(fault, Ordering::SeqCst);
        let refused = house.command(1, &call, AgentAct::Admit { knock: knock_id(1) }).await.err().unwrap();
        assert_eq!(code(&refused), expected);
        assert!(*listener.view.borrow() == before);
    }
    house.command(1, &call, AgentAct::Admit { knock: knock_id(1) }).await.unwrap();
    assert!(*listener.view.borrow() != before);
}

#[tokio::test]
async fn an_append_of_unknown_outcome_is_settled_by_reading_the_journal() {
    let house = House::new().await;
    let call = house.create().await;
    let listener = house.knock(&call, 1).await.unwrap();
    let command = AgentCommand { command_id: CommandId::from_bits(77), act: AgentAct::Admit { knock: knock_id(1) } };
    let send = || house.hub.agent_command(agent(1), &call.id, command.clone(), None);

    house.journal.fault.store(WRITTEN_BUT_UNCERTAIN, Ordering::SeqCst);
    assert_eq!(code(&send().await.err().unwrap()), ProblemCode::StorageUnavailable);
    let records = house.journal.read(call.id.as_str()).await.unwrap().len();
    let answer = send().await.unwrap();
    assert!(matches!(answer.phase, CallPhase::Taken { .. }));
    assert!(matches!(listener.view.borrow().state, CustomerState::Admitted { .. }), "the customer learns of it, too");
    assert_eq!(house.journal.read(call.id.as_str()).await.unwrap().len(), records, "admitted once");
}

#[tokio::test(start_paused = true)]
async fn a_creation_that_nobody_waits_for_any_more_or_whose_outcome_was_unknown_is_one_call_in_the_list() {
    let house = House::new().await;
    for (command, fault) in [(1, SLOW), (2, WRITTEN_BUT_UNCERTAIN)] {
        let request = CreateCall { command_id: Some(CommandId::from_bits(command)), ..CreateCall::default() };
        let create = || house.hub.create(agent(1), request.clone());
        house.journal.fault.store(fault, Ordering::SeqCst);
        let first = tokio::time::timeout(Duration::from_secs(15), create()).await;
        assert!(first.is_err() == (fault == SLOW) && !matches!(first, Ok(Ok(_))), "it was answered");
        tokio::time::sleep(Duration::from_secs(60)).await;
        let call = create().await.unwrap();
        assert!(house.hub.calls().await.contains(&call));
    }
    assert_eq!(house.hub.calls().await.len(), 2);
}

#[tokio::test]
async fn a_call_that_cannot_be_read_when_it_is_woken_is_woken_again() {
    const MINUTE: Duration = Duration::from_secs(60);
    let house = House::new().await;
    let call = house.create().await;
    house.knock(&call, 1).await.unwrap();
    house.journal.fault.store(LOST, Ordering::SeqCst);
    house.command(1, &call, AgentAct::Admit { knock: knock_id(1) }).await.err().unwrap();
    house.journal.is_unreadable.store(true, Ordering::SeqCst);
    house.clock.pass(MINUTE);
    house.hub.wake_due().await;
    house.journal.is_unreadable.store(false, Ordering::SeqCst);
    for _ in 0..3 {
        house.clock.pass(10 * MINUTE);
        house.hub.wake_due().await;
    }
    assert!(house.hub.call(&call.id).await.unwrap().knocks.is_empty(), "the lease has ended");
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_for_what_is_being_forgotten() {
    let house = House::new().await;
    let ended = house.create().await;
    house.command(1, &ended, AgentAct::End).await.unwrap();
    house.clock.pass(Duration::from_secs(25 * 3600));
    let call = house.create().await;
    house.knock(&call, 1).await.unwrap();
    house.clock.pass(Duration::from_secs(60));
    house.journal.never_forgets.store(true, Ordering::SeqCst);
    tokio::spawn(house.hub.clone().run_timers());
    let asleep = async {
        while house.hub.calls().await.iter().any(|call| call.knocks.iter().any(|knock| knock.awake)) {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), asleep).await.expect("the phone that fell silent is shown asleep");
}

#[tokio::test]
async fn a_newer_stream_of_a_knock_ends_the_older_one_without_a_leave() {
    let house = House::new().await;
    let call = house.create().await;
    let mut first = house.knock(&call, 1).await.unwrap();
    first.view.borrow_and_update();
    let second = house.knock(&call, 1).await.unwrap();
    assert!(first.view.changed().await.is_err(), "the older stream is told nothing more");
    assert!(matches!(second.view.borrow().state, CustomerState::Waiting { .. }));
    assert_eq!(house.hub.call(&call.id).await.unwrap().knocks.len(), 1);
}

#[tokio::test]
async fn of_two_racing_agents_the_second_sees_who_was_first() {
    let house = House::new().await;
    let call = house.create().await;
    house.knock(&call, 1).await.unwrap();
    let admit = || AgentAct::Admit { knock: knock_id(1) };
    let (one, two) = tokio::join!(house.command(1, &call, admit()), house.command(2, &call, admit()));
    let winner = if one.is_ok() { 1 } else { 2 };
    let refused = one.and(two).err().unwrap();
    assert_eq!(code(&refused), ProblemCode::AlreadyDecided);
    assert_eq!(refused.0.by, Some(agent(winner)));
}

#[tokio::test]
async fn an_edit_of_an_old_version_changes_nothing() {
    let house = House::new().await;
    let call = house.create().await;
    let patch = |title: &str| onecall::protocol::CallPatch { title: Some(title.into()), ..Default::default() };
    let first = house.hub.edit(agent(1), &call.id, call.version, patch("Boiler")).await.unwrap();
    let second = house.hub.edit(agent(2), &call.id, call.version, patch("Pump")).await;
    assert_eq!(code(&second.err().unwrap()), ProblemCode::Stale);
    assert_eq!(house.hub.call(&call.id).await, Some(first));
}

#[tokio::test(start_paused = true)]
async fn a_console_that_reloads_is_not_gone_and_one_that_closes_is() {
    let house = House::new().await;
    let call = house.create().await;
    let listener = house.knock(&call, 1).await.unwrap();
    let reason = || match listener.view.borrow().state {
        CustomerState::Waiting { reason, .. } => reason,
        _ => panic!("not waiting"),
    };
    let console = house.hub.agent_listen(agent(1)).await;
    assert_eq!(reason(), WaitReason::NotYetNoticed);

    drop(console);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let reloaded = house.hub.agent_listen(agent(1)).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(reason(), WaitReason::NotYetNoticed);

    drop(reloaded);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(reason(), WaitReason::AgentAbsent);
}

#[tokio::test]
async fn a_spoken_code_buys_one_knock_and_a_repeated_command_says_it_again() {
    let house = House::new().await;
    let call = house.create().await;
    let command = AgentCommand { command_id: CommandId::from_bits(5), act: AgentAct::SpokenCode };
    let say = || house.hub.agent_command(agent(1), &call.id, command.clone(), None);
    let spoken = say().await.unwrap().spoken_code.unwrap();
    assert_eq!(say().await.unwrap().spoken_code, Some(spoken.clone()));

    let with_code = |phone| KnockRequest { invitation: spoken.clone(), ..knock(call.link.as_deref().unwrap(), phone) };
    house.hub.knock(with_code(1)).await.unwrap();
    assert_eq!(code(&house.hub.knock(with_code(2)).await.err().unwrap()), ProblemCode::LinkDead);
    house.hub.knock(with_code(1)).await.unwrap();
}

#[tokio::test]
async fn one_who_moves_from_the_browser_to_the_app_is_one_person() {
    let house = House::new().await;
    let call = house.create().await;
    house.knock(&call, 1).await.unwrap();
    let take_along = CustomerCommand {
        knock_id: knock_id(1),
        secret: Secret::from_bits(1),
        command_id: CommandId::from_bits(9),
        act: CustomerAct::Move,
    };
    let ticket = house.hub.customer_command(take_along.clone()).await.unwrap().ticket.unwrap();
    assert_eq!(house.hub.customer_command(take_along).await.unwrap().ticket, Some(ticket.clone()));

    let with_ticket = KnockRequest { invitation: ticket, ..knock(call.link.as_deref().unwrap(), 2) };
    house.hub.knock(with_ticket).await.unwrap();
    let knocks = house.hub.call(&call.id).await.unwrap().knocks;
    assert_eq!(knocks.iter().map(|knock| &knock.knock).collect::<Vec<_>>(), [&knock_id(2)]);
    assert_eq!(knocks[0].name, "Customer 1");
}

#[tokio::test]
async fn rule_13_a_call_is_forgotten_a_day_after_its_end_even_when_the_service_was_down() {
    let mut house = House::new().await;
    let (ended, deleted) = (house.create().await, house.create().await);
    house.knock(&ended, 1).await.unwrap();
    house.command(1, &ended, AgentAct::End).await.unwrap();
    house.hub.delete(agent(1), &deleted.id).await.unwrap();
    assert_eq!(house.journal.calls().await.unwrap(), [ended.id.as_str()]);

    house.clock.pass(Duration::from_secs(23 * 3600));
    house.hub.wake_due().await;
    assert!(house.hub.call(&ended.id).await.is_some());

    house.clock.pass(Duration::from_secs(2 * 3600));
    house.restart().await;
    assert!(house.hub.call(&ended.id).await.is_none());
    assert!(house.journal.calls().await.unwrap().is_empty());
}

#[tokio::test]
async fn leases_run_on_when_the_clock_was_set_back_before_a_restart() {
    const MINUTE: Duration = Duration::from_secs(60);
    let mut house = House::new().await;
    house.clock.pass(60 * MINUTE);
    let calls = [house.create().await, house.create().await];
    for (call, phone) in calls.iter().zip(1..) {
        house.knock(call, phone).await.unwrap();
        house.clock.pass(12 * MINUTE);
    }
    house.clock.set_back(50 * MINUTE);
    house.restart().await;
    // Nobody was silent while there was no service; whoever is from here on loses their place in time.
    for (passed, waiting) in [(5, 1), (10, 0)] {
        house.clock.pass(passed * MINUTE);
        house.hub.wake_due().await;
        for call in &calls {
            assert_eq!(house.hub.call(&call.id).await.unwrap().knocks.len(), waiting, "after {passed} minutes");
        }
    }
}

#[tokio::test]
async fn who_could_be_taken_for_the_agent_or_the_organisation_is_marked() {
    let house = House::new().await;
    let call = house.create().await;
    // The second with a Cyrillic letter.
    for (phone, name) in ["Grace", "Аgent 1", "Contoso Helpdesk"].into_iter().enumerate() {
        let knock = knock(call.link.as_deref().unwrap(), phone as u128);
        house.hub.knock(KnockRequest { name: name.to_owned(), ..knock }).await.unwrap();
    }
    let knocks = house.hub.call(&call.id).await.unwrap().knocks;
    let marked: Vec<_> = knocks.iter().map(|knock| knock.looks_like).collect();
    assert_eq!(marked, [None, Some(LooksLike::Agent), Some(LooksLike::Organisation)]);
}

#[tokio::test]
async fn whoever_looks_like_an_agent_who_sees_them_or_like_somebody_beside_them_is_marked_before_they_are_let_in() {
    let house = House::new().await;
    let call = house.create().await;
    let _colleague = house.hub.agent_listen(agent(7)).await;
    // “Agent 7” is not the call's agent, but at their console; “Noоr” has a Cyrillic letter.
    for (phone, name) in ["Agent 7", "Noor", "Grace", "Noоr", "Agent 8"].into_iter().enumerate() {
        let knock = knock(call.link.as_deref().unwrap(), phone as u128);
        house.hub.knock(KnockRequest { name: name.to_owned(), ..knock }).await.unwrap();
    }
    let knocks = house.hub.call(&call.id).await.unwrap().knocks;
    let marked: Vec<_> = knocks.iter().map(|knock| (knock.name.as_str(), knock.looks_like)).collect();
    let customer = Some(LooksLike::Customer);
    let agent = Some(LooksLike::Agent);
    assert_eq!(
        marked,
        [("Agent 7", agent), ("Noor", customer), ("Grace", None), ("Noоr", customer), ("Agent 8", None)]
    );
}

#[tokio::test]
async fn an_old_app_shows_what_the_service_says_in_the_language_of_the_call() {
    let house = House::new().await;
    let request = CreateCall { language: Some("de".to_owned()), ..CreateCall::default() };
    let call = house.hub.create(agent(1), request).await.unwrap();
    assert_eq!(call.title, "Einmaliger Anruf");
    let listener = house.knock(&call, 1).await.unwrap();
    assert!(listener.view.borrow().fallback.starts_with("Sie sind im Warteraum."));
    let too_old = KnockRequest { protocol: 0, ..knock(call.link.as_deref().unwrap(), 2) };
    let listener = house.hub.knock(too_old).await.unwrap();
    assert!(listener.view.borrow().fallback.starts_with("Bitte aktualisieren Sie die App"));
}
