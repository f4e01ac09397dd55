//! The key file: 32 random bytes that only their owner may read, made once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Its name in the data folder.
pub const KEY_FILE: &str = "key";

/// Why there is no key. Each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others may read it, so it is no secret.
    #[error("The key file {} can be read by others: run `chmod 600 {}`, and replace links that may have leaked.", .0.display(), .0.display())]
    Readable(PathBuf),
    /// Cut off, or something else.
    #[error("The key file {} is not 32 bytes long: restore it from your backup, or remove it to start with new links.", .0.display())]
    Length(PathBuf),
    /// It cannot be read or written.
    #[error("The key file {} cannot be used ({error}): check the owner and the permissions of its folder.", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

pub(super) fn load_or_create(dir: &Path) -> Result<[u8; 32], KeyError> {
    let path = dir.join(KEY_FILE);
    let io = |error| KeyError::Io { path: path.clone(), error };
    match File::open(&path) {
        Ok(file) => read(&path, file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create(dir, &path).map_err(io)?;
            // Read what is there, ours or that of somebody who was faster.
            read(&path, File::open(&path).map_err(io)?)
        }
        Err(error) => Err(io(error)),
    }
}

fn read(path: &Path, file: File) -> Result<[u8; 32], KeyError> {
    let io = |error| KeyError::Io { path: path.to_owned(), error };
    if file.metadata().map_err(io)?.mode() & 0o077 != 0 {
        return Err(KeyError::Readable(path.to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(33).read_to_end(&mut bytes).map_err(io)?;
    bytes.try_into().map_err(|_| KeyError::Length(path.to_owned()))
}

/// Writes a temporary file and links it into place: a crash leaves a whole key or none, and of two
/// processes that start at once both use the same one.
fn create(dir: &Path, path: &Path) -> io::Result<()> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
    let temporary = dir.join(format!("{KEY_FILE}.{}", std::process::id()));
    let _ = fs::remove_file(&temporary);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
    file.write_all(&key)?;
    file.sync_all()?;
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => File::open(dir)?.sync_all(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_may_read_it() {
        let dir = tempfile::tempdir().unwrap();
        let first = load_or_create(dir.path()).unwrap();
        assert_eq!(load_or_create(dir.path()).unwrap(), first);
        assert_eq!(fs::metadata(dir.path().join(KEY_FILE)).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn a_key_that_others_may_read_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        load_or_create(dir.path()).unwrap();
        let path = dir.path().join(KEY_FILE);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(load_or_create(dir.path()), Err(KeyError::Readable(_))));
    }

    #[test]
    fn a_cut_key_is_refused_and_stays_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(KEY_FILE);
        fs::write(&path, b"short").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(matches!(load_or_create(dir.path()), Err(KeyError::Length(_))));
        assert_eq!(fs::read(&path).unwrap(), b"short");
    }
}
