//! The data folder: made, locked, and the database file in it looked at before SQLite touches it.

use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read},
    path::{Path, PathBuf},
};

#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};

use super::{OpenError, schema::Found};

/// Makes the folder (0700) and an empty database file (0600) where there is none, and takes the
/// folder for this process as long as the returned lock lives.
pub(super) fn prepare(database: &Path) -> Result<Lock, OpenError> {
    let folder = match database.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    make_folder(folder).map_err(|source| unwritable(folder, source))?;
    let lock = lock(database)?;
    // SQLite gives its other files the permissions of the database.
    open_private(database).map_err(|source| unwritable(database, source))?;
    // SQLite flushes what it writes, but not the names of folders and files made here.
    sync_folder(folder).map_err(|source| unwritable(folder, source))?;
    Ok(lock)
}

/// Says whose file this is from its header alone. Only a refusal is final: what is still in the
/// write-ahead log is seen by [`inspect`](super::schema::inspect).
///
/// The header's layout: <https://www.sqlite.org/fileformat2.html#the_database_header>
pub(super) fn glance(database: &Path) -> Result<Found, OpenError> {
    let mut header = Vec::new();
    File::open(database)
        .and_then(|file| file.take(100).read_to_end(&mut header))
        .map_err(|source| unwritable(database, source))?;
    if header.is_empty() {
        return Ok(Found::Usable);
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Ok(Found::Foreign);
    }
    let number = |at: usize| header[at..at + 4].iter().fold(0, |n, byte| n << 8 | u32::from(*byte));
    match number(68) {
        0 => Ok(Found::Usable),
        id => Ok(Found::new(id, number(60), false)),
    }
}

/// The exclusive use of a data folder; ends when dropped or when the process dies.
pub(super) struct Lock {
    _file: File,
}

fn lock(database: &Path) -> Result<Lock, OpenError> {
    let path = beside(database, ".lock");
    let file = open_private(&path).map_err(|source| unwritable(&path, source))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path: database.to_owned() }),
        Err(TryLockError::Error(source)) => Err(unwritable(&path, source)),
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        make_folder(parent)?;
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    builder.mode(0o700);
    match builder.create(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
        _ => sync_folder(Path::new(".")),
    }
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(path)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn unwritable(path: &Path, source: io::Error) -> OpenError {
    OpenError::Unwritable { path: path.to_owned(), source }
}
