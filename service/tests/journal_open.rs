//! Opening the journal: what it makes, what it brings up to date, what it refuses and leaves as it is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends at the first error")]

mod support;

use std::{fs, path::Path};

use onecall_service::journal::{Journal, MIGRATIONS, OpenError, Options, SqliteJournal};
use rusqlite::{Connection, config::DbConfig};
use sha2::{Digest, Sha256};
use support::{bodies, files, place};

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_the_folder_and_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, options) = place();
    let journal = SqliteJournal::open(&options).unwrap();
    journal.append("a", 0, vec!["1".into()]).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = options.path.parent().unwrap();
    assert_eq!(mode(folder), 0o700);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        names.push(path.file_name().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["test.db", "test.db-shm", "test.db-wal", "test.db.lock"]);
}

#[tokio::test]
async fn a_folder_in_use_is_refused_until_the_other_service_ends() {
    let (_folder, options) = place();
    let first = SqliteJournal::open(&options).unwrap();
    let registry = first.registry();
    drop(first);
    let error = refusal(&options);
    assert!(matches!(error, OpenError::InUse { .. }), "{error}");
    assert!(error.to_string().contains("stop it, or choose another data folder"));
    drop(registry);
    SqliteJournal::open(&options).unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_is_a_sentence_saying_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let error = refusal(&Options::new(file.join("test.db")));
    assert!(matches!(error, OpenError::Unwritable { .. }), "{error}");
    assert!(error.to_string().contains("make it writable"), "{error}");
}

#[test]
fn a_database_from_a_newer_version_is_refused_and_stays_byte_identical() {
    let (_folder, options) = place();
    drop(SqliteJournal::open(&options).unwrap());
    let newer = Connection::open(&options.path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.close().unwrap();
    let before = files(&options);
    let error = refusal(&options);
    assert!(matches!(error, OpenError::Newer { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("install the newer version"));
    assert!(before == files(&options));
}

#[test]
fn a_newer_version_still_in_the_write_ahead_log_is_refused_and_stays_byte_identical() {
    let (_folder, options) = place();
    drop(SqliteJournal::open(&options).unwrap());
    let newer = Connection::open(&options.path).unwrap();
    newer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    // As the service does, so that no index file remains.
    newer.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.close().unwrap();
    let before = files(&options);
    assert_eq!(before.len(), 2, "database and log");
    let error = refusal(&options);
    assert!(matches!(error, OpenError::Newer { found: 99, .. }), "{error}");
    assert!(before == files(&options));
}

#[test]
fn what_is_not_our_database_is_refused_and_stays_byte_identical() {
    type Make = fn(&Path);
    let foreign: [(&str, Make); 5] = [
        ("a text", |path| fs::write(path, "my novel\n").unwrap()),
        ("a long text", |path| {
            fs::write(path, "my novel\n".repeat(1000)).unwrap();
        }),
        ("half a header", |path| {
            fs::write(path, "SQLite format 3\0").unwrap();
        }),
        ("a database of nobody in particular", |path| {
            let other = Connection::open(path).unwrap();
            other.execute_batch("CREATE TABLE novels (title); INSERT INTO novels VALUES ('x')").unwrap();
        }),
        ("a database of another program", |path| {
            let other = Connection::open(path).unwrap();
            other.execute_batch("PRAGMA application_id = 7; CREATE TABLE calls (title)").unwrap();
        }),
    ];
    for (what, make) in foreign {
        let (_folder, options) = place();
        fs::create_dir_all(options.path.parent().unwrap()).unwrap();
        make(&options.path);
        let before = files(&options);
        let error = refusal(&options);
        assert!(matches!(error, OpenError::Foreign { .. }), "{what}: {error}");
        assert!(before == files(&options), "{what} was changed");
    }
}

#[test]
fn a_database_of_every_older_version_is_brought_up_to_date() {
    for version in 0..MIGRATIONS.len() {
        let (_folder, options) = place();
        fs::create_dir_all(options.path.parent().unwrap()).unwrap();
        let older = Connection::open(&options.path).unwrap();
        for statements in &MIGRATIONS[..version] {
            older.execute_batch(statements).unwrap();
            older.pragma_update(None, "application_id", 0x6F6E_6563).unwrap();
        }
        older.pragma_update(None, "user_version", u32::try_from(version).unwrap()).unwrap();
        older.close().unwrap();
        drop(SqliteJournal::open(&options).unwrap());
        let now = Connection::open(&options.path).unwrap();
        let found: u32 = now.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(found as usize, MIGRATIONS.len());
    }
}

#[tokio::test]
async fn a_call_that_the_first_version_wrote_is_read_continued_and_forgotten() {
    let (_folder, options) = place();
    fs::create_dir_all(options.path.parent().unwrap()).unwrap();
    let older = Connection::open(&options.path).unwrap();
    older.execute_batch(MIGRATIONS[0]).unwrap();
    older.execute_batch("PRAGMA application_id = 0x6F6E6563; PRAGMA user_version = 1").unwrap();
    let mut links: Vec<Vec<u8>> = ["a", "b"].map(|call| Sha256::digest(call).to_vec()).to_vec();
    for version in 1..=3 {
        for (call, link) in (1..).zip(&mut links) {
            let body = format!("{version} of {call}");
            *link = Sha256::digest([&link[..], body.as_bytes()].concat()).to_vec();
            let row = (call, version, body, &*link);
            older.execute("INSERT INTO batches (call, version, body, link) VALUES (?1, ?2, ?3, ?4)", row).unwrap();
        }
    }
    for (call, link) in ["a", "b"].into_iter().zip(links) {
        older.execute("INSERT INTO calls (call, version, link) VALUES (?1, 3, ?2)", (call, link)).unwrap();
    }
    older.close().unwrap();

    let journal = SqliteJournal::open(&options).unwrap();
    assert_eq!(journal.append("b", 3, vec!["4 of 2".to_owned()]).await, Ok(4));
    assert_eq!(bodies(&journal, "a").await, ["1 of 1", "2 of 1", "3 of 1"]);
    assert_eq!(bodies(&journal, "b").await, ["1 of 2", "2 of 2", "3 of 2", "4 of 2"]);
    journal.forget("a").await.unwrap();
    assert_eq!(bodies(&journal, "b").await.len(), 4);
    for (path, bytes) in files(&options) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(" of 1"), "{path}");
    }
}

fn refusal(options: &Options) -> OpenError {
    match SqliteJournal::open(options) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}
