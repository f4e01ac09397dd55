//! Bounds of values and of memory.

use onecall::lobby::Command;
use onecall::lobby::{Create, Moment, Refusal, Value, Via, step};
use onecall::protocol::{AgentAct, CallPatch, CommandId, CustomerAct, SetUp, Timestamp};

use crate::desk::*;

fn made(change: impl FnOnce(&mut Create)) -> Result<(), Refusal> {
    let mut create = create();
    change(&mut create);
    let moment = Moment { now: Timestamp(START), entropy: 0, command_id: None };
    step(None, &moment, Command::Create(create)).map(|_| ())
}

#[test]
fn titles_are_one_line_of_1_to_200_characters() {
    for (title, good) in [
        ("Pump 3".to_owned(), true),
        ("ß".repeat(200), true),
        ("x".repeat(201), false),
        (String::new(), false),
        ("  ".to_owned(), false),
        ("two\nlines".to_owned(), false),
        ("bell\u{7}".to_owned(), false),
        ("a line\u{2028}and another".to_owned(), false),
        ("two\u{2029}paragraphs".to_owned(), false),
        // Whoever shows it sees to it that it does not spill into what stands beside it.
        ("\u{202e}gnihtyna <b>=HYPERLINK(\"x\")</b> 👩‍🔧".to_owned(), true),
    ] {
        assert_eq!(made(|create| create.title = title.clone()).is_ok(), good, "{title:?}");
        let patch = CallPatch { title: Some(title.clone()), ..CallPatch::default() };
        assert_eq!(Desk::open().run(Command::Edit { by: ada(), patch }).is_ok(), good, "{title:?}");
    }
}

#[test]
fn texts_have_1_to_500_characters_and_may_have_lines() {
    for (text, good) in [
        ("One moment.\nI am coming.".to_owned(), true),
        ("長".repeat(500), true),
        ("x".repeat(501), false),
        (String::new(), false),
        ("\n".to_owned(), false),
        ("zero\0".to_owned(), false),
    ] {
        let mut desk = Desk::open();
        desk.ok(knock(1));
        assert_eq!(desk.run(message(&text)).is_ok(), good, "{text:?}");
        let hold = AgentAct::Hold { knock: id(1), message: Some(text.clone()) };
        assert_eq!(desk.run(agent(ada(), hold)).is_ok(), good, "{text:?}");
    }
}

#[test]
fn a_call_takes_a_minute_to_a_day_and_starts_within_a_year() {
    for (minutes, good) in [(0, false), (1, true), (1440, true), (1441, false), (u32::MAX, false)] {
        assert_eq!(made(|create| create.minutes = minutes).is_ok(), good, "{minutes}");
    }
    for (starts_at, good) in [
        (START + 366 * 24 * HOUR, true),
        (START + 366 * 24 * HOUR + 1, false),
        (u64::MAX, false),
        (START - 24 * HOUR + 1, true),
        (START - 24 * HOUR, false),
        (0, false),
    ] {
        assert_eq!(made(|create| create.starts_at = Timestamp(starts_at)).is_ok(), good, "{starts_at}");
    }
    for (language, good) in [("en", true), ("zh-Hant-TW", true), ("", false), ("e n", false), ("deutsch‑", false)] {
        assert_eq!(made(|create| create.language = language.to_owned()).is_ok(), good, "{language}");
        let patch = CallPatch { language: Some(language.to_owned()), ..CallPatch::default() };
        assert_eq!(Desk::open().run(Command::Edit { by: ada(), patch }).is_ok(), good, "{language}");
    }
}

#[test]
fn what_is_out_of_bounds_is_named_and_not_repeated() {
    let edit = |patch| Desk::open().run(Command::Edit { by: ada(), patch }).unwrap_err();
    for (patch, value, word) in [
        (CallPatch { title: Some("hunter2 ".repeat(1_250)), ..CallPatch::default() }, Value::Title, "200 characters"),
        (CallPatch { minutes: Some(1_441), ..CallPatch::default() }, Value::Minutes, "24 hours"),
        (CallPatch { starts_at: Some(Timestamp(0)), ..CallPatch::default() }, Value::Start, "coming year"),
        (CallPatch { language: Some("hunter2!".to_owned()), ..CallPatch::default() }, Value::Language, "en, de"),
    ] {
        let refusal = edit(patch);
        assert_eq!(refusal, Refusal::BadValue(value));
        let sentence = refusal.to_string();
        assert!(sentence.contains(word) && !sentence.contains("hunter2"), "{sentence}");
    }
}

#[test]
fn where_the_agent_joins_from_and_the_language_may_be_changed_while_people_wait() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    let before = desk.console();
    let patch = || CallPatch { set_up: Some(SetUp::Mobile), language: Some("de".to_owned()), ..CallPatch::default() };
    assert_eq!(desk.run(Command::Edit { by: ada(), patch: patch() }).unwrap().len(), 1);
    let after = desk.console();
    assert_eq!((after.set_up, after.language.as_str(), &after.title), (SetUp::Mobile, "de", &before.title));
    assert_eq!(after.knocks[0].match_phrase, before.knocks[0].match_phrase, "the customer is reading it out");
    assert_eq!(desk.run(Command::Edit { by: ada(), patch: patch() }), Ok(vec![]), "nothing changes twice");
    assert!(desk.replayed().durable_eq(&desk.call));
}

#[test]
fn what_the_caller_must_bring_along_is_asked_for_and_must_be_fresh() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(spoken_code(1));
    desk.ok(moving(1, 1));
    for command in [
        agent(ada(), AgentAct::ReplaceLink),
        replace_link(0),
        agent(ada(), AgentAct::SpokenCode),
        spoken_code(1),
        customer(1, CustomerAct::Move),
        moving(1, 1),
    ] {
        assert_eq!(desk.run(command.clone()), Err(Refusal::BadValue(Value::Supply)), "{command:?}");
    }
    desk.ok(admit(ada(), 1));
    assert_eq!(desk.run(agent(ada(), AgentAct::Remove { knock: id(1) })), Err(Refusal::BadValue(Value::Supply)));
    assert_eq!(desk.listed(), [id(1)], "and nothing has changed");
}

#[test]
fn the_256_youngest_identities_without_a_place_are_remembered_and_everybody_put_out() {
    let mut desk = Desk::open();
    desk.ok(knock(1));
    desk.ok(decline(ada(), 1, true));
    for who in 2..=400 {
        desk.ok(knock(who));
        desk.ok(customer(who, CustomerAct::LeaveLobby { visit: None }));
    }
    assert_eq!(desk.call.knock_ids().count(), 257);
    assert!(desk.view(1).is_some() && desk.view(2).is_none() && desk.view(400).is_some());
    assert!(desk.replayed().durable_eq(&desk.call));
}

#[test]
fn used_codes_are_forgotten_with_the_identity_that_used_them() {
    let mut desk = Desk::open();
    for who in 1..=300 {
        desk.ok(spoken_code(who));
        desk.ok(knock_with(who, |kim| kim.via = Via::Code(code(who))));
        desk.ok(customer(who, CustomerAct::LeaveLobby { visit: None }));
    }
    for number in 1000..1050 {
        desk.ok(spoken_code(number));
    }
    assert_eq!(desk.call.codes().count(), 256 + 16);
}

#[test]
fn the_last_256_commands_are_remembered() {
    let mut desk = Desk::open();
    for number in 1..=257_u64 {
        desk.run_as(Some(CommandId::from_bits(number.into())), replace_link(number)).unwrap();
    }
    assert_eq!(desk.run_as(Some(CommandId::from_bits(2)), replace_link(999)), Ok(vec![]));
    assert!(!desk.run_as(Some(CommandId::from_bits(1)), replace_link(998)).unwrap().is_empty());
}
