//! What every journal promises; each test runs over every implementation.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends at the first error")]

mod support;

use std::sync::Arc;

use onecall_service::journal::{AppendError, Appended, Journal, MemoryJournal, Options, Recorded, SqliteJournal};
use support::bodies;
use tokio::task::JoinSet;

type Shared = Arc<dyn Journal>;

macro_rules! contract {
    ($($name:ident),* $(,)?) => {
        mod memory {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name(super::Arc::new(super::MemoryJournal::new())).await;
            })*
        }
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                let folder = tempfile::tempdir().unwrap();
                let options = super::Options::new(folder.path().join("test.db"));
                let journal = super::SqliteJournal::open(&options).unwrap();
                super::$name(super::Arc::new(journal)).await;
            })*
        }
    };
}

contract![
    versions_are_dense_and_bodies_come_back_as_they_were,
    an_append_at_another_version_changes_nothing_and_says_which_it_is,
    of_racing_appends_exactly_one_wins,
    a_conflict_fails_only_itself,
    appending_nothing_only_checks_the_version,
    calls_do_not_see_each_other,
    whatever_was_answered_is_read,
    a_forgotten_call_is_gone_and_its_neighbours_stay,
    forgetting_twice_or_the_unknown_is_no_error,
    followers_hear_of_every_append_in_order_before_its_answer,
    a_follower_hears_nothing_of_conflicts,
];

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

async fn versions_are_dense_and_bodies_come_back_as_they_were(journal: Shared) {
    assert_eq!(journal.append("a", 0, texts(&["1"])).await, Ok(1));
    assert_eq!(journal.append("a", 1, texts(&["", "\u{0}\"ü\u{1F4DE}", "4"])).await, Ok(4));
    let large = "x".repeat(1 << 20);
    assert_eq!(journal.append("a", 4, vec![large.clone()]).await, Ok(5));
    let expected = ["1", "", "\u{0}\"ü\u{1F4DE}", "4", &large];
    let expected: Vec<Recorded> =
        (1..).zip(expected).map(|(version, body)| Recorded { version, body: body.to_owned() }).collect();
    assert_eq!(journal.read("a").await.unwrap(), expected);
}

async fn an_append_at_another_version_changes_nothing_and_says_which_it_is(journal: Shared) {
    for version in [1, 7, u64::MAX] {
        let conflict = Err(AppendError::Conflict { actual_version: 0 });
        assert_eq!(journal.append("a", version, texts(&["lost"])).await, conflict);
    }
    assert!(journal.calls().await.unwrap().is_empty());
    journal.append("a", 0, texts(&["1", "2"])).await.unwrap();
    for version in [0, 1, 3, u64::MAX] {
        let conflict = Err(AppendError::Conflict { actual_version: 2 });
        assert_eq!(journal.append("a", version, texts(&["lost"])).await, conflict);
    }
    assert_eq!(bodies(&*journal, "a").await, ["1", "2"]);
}

async fn of_racing_appends_exactly_one_wins(journal: Shared) {
    for version in 0..20 {
        let mut racers = JoinSet::new();
        for racer in 0..20 {
            let journal = Arc::clone(&journal);
            racers.spawn(async move {
                let body = format!("{version} by {racer}");
                (racer, journal.append("a", version, vec![body]).await)
            });
        }
        let outcomes = racers.join_all().await;
        let winners: Vec<_> = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).collect();
        let [(winner, outcome)] = winners[..] else { panic!("{} won", winners.len()) };
        assert_eq!(*outcome, Ok(version + 1));
        let lost = Err(AppendError::Conflict { actual_version: version + 1 });
        assert_eq!(outcomes.iter().filter(|(_, outcome)| *outcome == lost).count(), 19);
        let last = bodies(&*journal, "a").await.pop();
        assert_eq!(last, Some(format!("{version} by {winner}")));
    }
}

async fn a_conflict_fails_only_itself(journal: Shared) {
    let mut clients = JoinSet::new();
    for client in 0..100 {
        let journal = Arc::clone(&journal);
        clients.spawn(async move {
            let call = format!("call {client}");
            let wrong = client % 2;
            let outcome = journal.append(&call, wrong, texts(&["1", "2"])).await;
            (wrong, outcome, bodies(&*journal, &call).await.len())
        });
    }
    for (wrong, outcome, recorded) in clients.join_all().await {
        match wrong {
            0 => assert_eq!((outcome, recorded), (Ok(2), 2)),
            _ => {
                let conflict = Err(AppendError::Conflict { actual_version: 0 });
                assert_eq!((outcome, recorded), (conflict, 0));
            }
        }
    }
}

async fn appending_nothing_only_checks_the_version(journal: Shared) {
    assert_eq!(journal.append("a", 0, Vec::new()).await, Ok(0));
    assert!(journal.calls().await.unwrap().is_empty());
    let conflict = Err(AppendError::Conflict { actual_version: 0 });
    assert_eq!(journal.append("a", 1, Vec::new()).await, conflict);
}

async fn calls_do_not_see_each_other(journal: Shared) {
    journal.append("a", 0, texts(&["of a"])).await.unwrap();
    journal.append("A", 0, texts(&["of A"])).await.unwrap();
    journal.append("a ", 0, texts(&["of a space"])).await.unwrap();
    assert_eq!(bodies(&*journal, "a").await, ["of a"]);
    assert_eq!(bodies(&*journal, "A").await, ["of A"]);
    assert!(bodies(&*journal, "unknown").await.is_empty());
    let mut calls = journal.calls().await.unwrap();
    calls.sort();
    assert_eq!(calls, ["A", "a", "a "]);
}

async fn whatever_was_answered_is_read(journal: Shared) {
    let mut clients = JoinSet::new();
    for client in 0..50 {
        let journal = Arc::clone(&journal);
        clients.spawn(async move {
            let call = format!("call {client}");
            for version in 0..10 {
                journal.append(&call, version, vec![format!("{version}")]).await.unwrap();
                let read = bodies(&*journal, &call).await;
                assert_eq!(read.last(), Some(&format!("{version}")));
            }
        });
    }
    clients.join_all().await;
}

async fn a_forgotten_call_is_gone_and_its_neighbours_stay(journal: Shared) {
    for call in ["a", "b", "c"] {
        journal.append(call, 0, texts(&["1", "2"])).await.unwrap();
    }
    journal.forget("b").await.unwrap();
    assert!(bodies(&*journal, "b").await.is_empty());
    for call in ["a", "c"] {
        assert_eq!(bodies(&*journal, call).await, ["1", "2"]);
        assert_eq!(journal.append(call, 2, texts(&["3"])).await, Ok(3));
    }
    let mut calls = journal.calls().await.unwrap();
    calls.sort();
    assert_eq!(calls, ["a", "c"]);
    let conflict = Err(AppendError::Conflict { actual_version: 0 });
    assert_eq!(journal.append("b", 2, texts(&["3"])).await, conflict);
}

async fn forgetting_twice_or_the_unknown_is_no_error(journal: Shared) {
    journal.append("a", 0, texts(&["1"])).await.unwrap();
    for call in ["a", "a", "unknown"] {
        journal.forget(call).await.unwrap();
    }
    assert!(journal.calls().await.unwrap().is_empty());
}

async fn followers_hear_of_every_append_in_order_before_its_answer(journal: Shared) {
    let mut early = journal.follow();
    journal.append("a", 0, texts(&["1", "2"])).await.unwrap();
    let mut late = journal.follow();
    journal.append("a", 2, texts(&["3"])).await.unwrap();
    let news = |version| Ok(Appended { call: "a".to_owned(), version });
    assert_eq!(early.try_recv(), news(2));
    assert_eq!(early.try_recv(), news(3));
    assert_eq!(late.try_recv(), news(3));
}

async fn a_follower_hears_nothing_of_conflicts(journal: Shared) {
    let mut follower = journal.follow();
    journal.append("a", 5, texts(&["lost"])).await.unwrap_err();
    journal.append("a", 0, Vec::new()).await.unwrap();
    assert!(follower.is_empty());
    journal.append("a", 0, texts(&["1"])).await.unwrap();
    assert_eq!(follower.recv().await.unwrap().version, 1);
}
