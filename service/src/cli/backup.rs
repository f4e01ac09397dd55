//! `onecall backup`.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::{Backup as Line, whole};
use crate::agents::Agents;
use crate::config::DATA;
use crate::journal::back_up;
use crate::keys::KEY_FILE;

pub(super) fn run(line: Line) -> anyhow::Result<()> {
    let file = line.file.read()?;
    let data = line.data.or(file.data).unwrap_or_else(|| DATA.into());
    if !Agents::exist(&data) {
        anyhow::bail!("There is no data of a service in {}: name its folder with --data.", whole(&data).display());
    }
    let folder = whole(&line.folder);
    if let Err(error) = DirBuilder::new().mode(0o700).create(&folder) {
        let folder = folder.display();
        anyhow::bail!("{folder} cannot be made ({error}): name a new folder inside one that can be written.");
    }
    if let Err(error) = fill(&data, &folder) {
        // Half a backup must not be taken for one. It was made by us, a moment ago.
        let _ = fs::remove_dir_all(&folder);
        return Err(error);
    }
    println!("Backed up to {}.", folder.display());
    println!("The key is not in it: keep {} somewhere else.", whole(&data.join(KEY_FILE)).display());
    Ok(())
}

fn fill(data: &Path, folder: &Path) -> anyhow::Result<()> {
    for database in databases(data)? {
        let name = database.file_name().unwrap_or_default();
        back_up(&database, &folder.join(name))?;
    }
    // The names of the files, and that of the folder.
    File::open(folder)?.sync_all()?;
    if let Some(parent) = folder.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}

fn databases(data: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(data)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("db")) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
