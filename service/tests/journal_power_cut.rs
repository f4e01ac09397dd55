//! Rule 7 for the journal: what was acknowledged survives a power cut at any instant; what was not
//! happened wholly or not at all.
//!
//! The page cache outlives a killed process and would hide a missing flush, so this runs on a disk
//! that forgets what was not flushed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends at the first error")]

mod support;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use onecall_service::journal::{AppendError, Journal, Options, SqliteJournal, Synchronous};
use support::{
    Random,
    power::{Disk, Survives},
};
use tokio::task::JoinSet;

/// What must be there: the bodies of each call.
type Calls = BTreeMap<String, Vec<String>>;

#[tokio::test]
async fn acknowledged_appends_survive_a_power_cut_at_any_instant() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..250 {
        if let Err(lost) = one_after_the_other(folder.path(), seed, Synchronous::Full).await {
            panic!("seed {seed}: {lost}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_appends_of_concurrent_clients_survive_a_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..60 {
        if let Err(lost) = side_by_side(folder.path(), seed).await {
            panic!("seed {seed}: {lost}");
        }
    }
}

#[tokio::test]
async fn the_same_check_notices_a_journal_that_does_not_flush() {
    let folder = tempfile::tempdir().unwrap();
    let mut noticed = 0;
    for seed in 0..40 {
        let outcome = one_after_the_other(folder.path(), seed, Synchronous::Off).await;
        noticed += usize::from(outcome.is_err());
    }
    assert!(noticed >= 10, "only {noticed} of 40 power cuts lost something");
}

#[tokio::test]
async fn a_commit_that_failed_is_settled_before_anybody_reads() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::new(1);
    let journal = open(folder.path(), &disk, Synchronous::Full).unwrap();
    journal.append("a", 0, vec!["kept".to_owned()]).await.unwrap();
    disk.fail_next_flush();
    let outcome = journal.append("a", 1, vec!["uncertain".to_owned()]).await;
    assert!(matches!(outcome, Err(AppendError::Uncertain(_))), "{outcome:?}");
    assert_eq!(support::bodies(&journal, "a").await, ["kept"]);
    // The machine dies now, and every byte it ever wrote happens to reach the disk.
    disk.cut_power_after(0);
    drop(journal);
    disk.restart(Survives::Everything);
    let journal = open(folder.path(), &disk, Synchronous::Full).unwrap();
    assert_eq!(support::bodies(&journal, "a").await, ["kept"]);
}

#[tokio::test]
async fn a_forgotten_call_stays_forgotten_when_the_power_is_cut_during_or_after() {
    let folder = tempfile::tempdir().unwrap();
    let marker = |call: usize| format!("<secret {call:02}>");
    let mut finished_later = 0;
    for seed in 0..120 {
        let disk = Disk::new(seed);
        let journal = Arc::new(open(folder.path(), &disk, Synchronous::Full).unwrap());
        let mut random = Random(seed);
        // So many that SQLite moves rows to other pages while their neighbours are deleted.
        let mut versions = [0; 16];
        for _ in 0..200 {
            let call = random.below(versions.len());
            let body = marker(call).repeat(1 + random.below(120));
            let appended = journal.append(&call.to_string(), versions[call], vec![body]);
            versions[call] = appended.await.unwrap();
        }
        disk.cut_power_after(1 + random.below(400));
        let mut forgets = JoinSet::new();
        for call in 0..12 {
            let journal = Arc::clone(&journal);
            forgets.spawn(async move { (call, journal.forget(&call.to_string()).await.is_ok()) });
        }
        let mut answered = [false; 16];
        for (call, forgotten) in forgets.join_all().await {
            answered[call] = forgotten;
        }
        disk.cut_power_after(0);
        drop(journal);
        disk.restart(Disk::survival(seed));
        for call in (0..12).filter(|call| answered[*call]) {
            assert!(!disk.holds(&marker(call)), "seed {seed}: {call} outlived the power cut");
        }
        let journal = open(folder.path(), &disk, Synchronous::Full).unwrap();
        for (call, version) in versions.into_iter().enumerate() {
            let found = support::bodies(&journal, &call.to_string()).await.len() as u64;
            if call < 12 && found == 0 && version > 0 {
                finished_later += usize::from(!answered[call]);
                assert!(!disk.holds(&marker(call)), "seed {seed}: {call} outlived the next start");
            } else {
                assert!(!answered[call] && found == version, "seed {seed}: {call} has {found}");
            }
        }
    }
    assert!(finished_later >= 10, "only {finished_later} were interrupted halfway");
}

#[tokio::test]
async fn a_disk_that_is_full_while_committing_refuses_and_recovers() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::new(1);
    let journal = open(folder.path(), &disk, Synchronous::Full).unwrap();
    journal.append("a", 0, vec!["kept".to_owned()]).await.unwrap();
    disk.leave_room(5000);
    let large = vec!["x".repeat(100_000)];
    assert_eq!(journal.append("a", 1, large.clone()).await, Err(AppendError::Full));
    assert_eq!(support::bodies(&journal, "a").await, ["kept"]);
    disk.leave_room(1_000_000);
    assert_eq!(journal.append("a", 1, large).await, Ok(2));
}

fn open(folder: &Path, disk: &Disk, synchronous: Synchronous) -> Option<SqliteJournal> {
    let mut options = Options::new(folder.join("test.db"));
    options.vfs = Some(disk.vfs());
    options.synchronous = synchronous;
    SqliteJournal::open(&options).ok()
}

/// One client appends, forgets, reads and restarts until the power goes. Wholly deterministic.
async fn one_after_the_other(folder: &Path, seed: u64, synchronous: Synchronous) -> Result<(), String> {
    let disk = Disk::new(seed);
    let mut random = Random(!seed);
    disk.cut_power_after(1 + random.below(500));
    let mut before = Calls::new();
    let mut after = Calls::new();
    let mut journal = open(folder, &disk, synchronous);
    for step in 0..150 {
        let Some(running) = &journal else { break };
        let call = format!("call {}", random.below(5));
        let answered = match random.below(20) {
            0 => {
                after.remove(&call);
                running.forget(&call).await.is_ok()
            }
            1 => {
                drop(journal.take());
                journal = open(folder, &disk, synchronous);
                journal.is_some()
            }
            _ => {
                let log = after.entry(call.clone()).or_default();
                let bodies = some_bodies(step, &mut random);
                let version = log.len() as u64;
                log.extend(bodies.iter().cloned());
                running.append(&call, version, bodies).await.is_ok()
            }
        };
        if !answered {
            break;
        }
        before.clone_from(&after);
    }
    drop(journal);
    disk.restart(Disk::survival(seed));
    let found = everything(folder, &disk).await?;
    if found == before || found == after {
        return Ok(());
    }
    Err("what is there is not what was acknowledged".to_owned())
}

/// Sixteen clients append to a call of their own until the power goes.
async fn side_by_side(folder: &Path, seed: u64) -> Result<(), String> {
    let disk = Disk::new(seed);
    disk.cut_power_after(40 + Random(!seed).below(400));
    let journal = open(folder, &disk, Synchronous::Full).map(Arc::new);
    let mut clients = JoinSet::new();
    for client in journal.iter().flat_map(|journal| (0..16).map(|n| (n, Arc::clone(journal)))) {
        clients.spawn(append_until_the_end(client.1, client.0, seed));
    }
    let logs = clients.join_all().await;
    drop(journal);
    disk.restart(Disk::survival(seed));
    let mut found = everything(folder, &disk).await?;
    for (call, before, after) in logs {
        let log = found.remove(&call).unwrap_or_default();
        if log != before && log != after {
            return Err(format!("{call}: acknowledged {}, found {}", before.len(), log.len()));
        }
    }
    Ok(())
}

/// The call, what was acknowledged, and that with what was on its way.
async fn append_until_the_end(
    journal: Arc<SqliteJournal>,
    client: u64,
    seed: u64,
) -> (String, Vec<String>, Vec<String>) {
    let mut random = Random(seed << 8 | client);
    let call = format!("call {client}");
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for step in 0..100 {
        let bodies = some_bodies(step, &mut random);
        let version = after.len() as u64;
        after.extend(bodies.iter().cloned());
        if journal.append(&call, version, bodies).await.is_err() {
            break;
        }
        before.clone_from(&after);
    }
    (call, before, after)
}

fn some_bodies(step: usize, random: &mut Random) -> Vec<String> {
    let largest = if random.below(10) == 0 { 20_000 } else { 500 };
    (0..=random.below(4)).map(|n| format!("{step}.{n} {}", "x".repeat(random.below(largest)))).collect()
}

/// What is there after a restart, having checked that every chain holds and work can go on.
async fn everything(folder: &Path, disk: &Disk) -> Result<Calls, String> {
    let journal = open(folder, disk, Synchronous::Full).ok_or("it does not open any more")?;
    let mut found = Calls::new();
    for call in journal.calls().await.map_err(|error| error.to_string())? {
        let log = journal.read(&call).await.map_err(|error| error.to_string())?;
        found.insert(call, log.into_iter().map(|recorded| recorded.body).collect());
    }
    let outcome = journal.append("after the power cut", 0, vec!["works".to_owned()]).await;
    outcome.map_err(|error| error.to_string())?;
    Ok(found)
}
