//! Zip archives: the AAR is one, and so is what SwiftPM downloads.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use anyhow::Result;
use zip::write::SimpleFileOptions;

use crate::repository;

/// Files by their path in the archive. Sorted, so that the same files give the same archive.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// All files below a folder.
pub(super) fn of_folder(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for path in repository::files_below(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        files.insert(name, fs::read(&path)?);
    }
    Ok(files)
}

/// The archive of these files; the same bytes for the same files.
pub(super) fn pack(files: &Files) -> Result<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The files of an archive.
pub(super) fn unpack(archive: &[u8]) -> Result<Files> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive))?;
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        let name = entry.name()?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_packs_to_the_same_bytes_again() {
        let files = Files::from([("b/c.txt".to_owned(), b"text".to_vec()), ("a".to_owned(), vec![0; 10_000])]);
        let archive = pack(&files).unwrap();
        assert_eq!(unpack(&archive).unwrap(), files);
        assert_eq!(pack(&files).unwrap(), archive);
    }
}
