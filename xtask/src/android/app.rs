//! The app of one operator, compiled.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::catalogue::Catalogue;
use super::fetch::{self, Parts};
use super::files_below;
use super::kotlin::{self, Compose};
use super::resources::{self, Linked, Sources};
use crate::operator::{self, Operator};
use crate::repository;
use crate::version::{self, VERSION};

/// Where the sources are that Gradle compiles too.
const BINDING: &str = "bindings/kotlin/src/main/kotlin";
const LIBRARY: &str = "android/onecall/src/main";
const APP: &str = "android/app/src/main";
/// What Google's repository alone has, as far as the sources name it: here, and not in Gradle's build.
const STAND_IN: &str = "android/onecall/src/standin/kotlin";
const MANIFEST: &str = "android/app/src/main/AndroidManifest.xml";

/// What is written for one operator, below the folder of their app.
const OF_OPERATOR: &str = "operator";
const CONFIG: &str = "OperatorConfig.kt";

/// A compiled app.
pub(super) struct App {
    pub(super) catalogue: Catalogue,
    pub(super) parts: Parts,
    pub(super) linked: Linked,
    /// Its own classes: binding, library and app.
    pub(super) classes: PathBuf,
}

impl App {
    /// Everything that is in the app on a phone, JNA as it is on the JVM.
    pub(super) fn class_path(&self) -> Vec<PathBuf> {
        let mut path = vec![self.classes.clone(), self.linked.r_classes.clone(), self.parts.jna.clone()];
        path.extend(self.parts.app_classes());
        path
    }
}

/// Compiles the app of this operator into `folder`.
pub(super) fn build(operator: &Operator, folder: &Path) -> Result<App> {
    let catalogue = Catalogue::read()?;
    let parts = fetch::parts(&catalogue, &super::folder().join("parts"))?;
    let linked = link(operator, &catalogue, &parts, folder)?;
    let root = repository::root();
    let mut sources = files_below(&root.join(BINDING), "kt")?;
    sources.extend(files_below(&root.join(LIBRARY).join("kotlin"), "kt")?);
    sources.extend(files_below(&root.join(APP).join("kotlin"), "kt")?);
    sources.extend(files_below(&root.join(STAND_IN), "kt")?);
    // That of the operator whose settings are committed gives way to this one's.
    sources.retain(|file| !file.ends_with(CONFIG));
    sources.push(configuration(operator, folder)?);

    let classes = folder.join("classes");
    let mut class_path = vec![parts.framework.clone(), linked.r_classes.clone(), parts.jna.clone()];
    class_path.extend(parts.app_classes());
    kotlin::compile(&catalogue, &parts, Compose::With, &sources, &linked.r_sources, &class_path, &classes)?;
    Ok(App { catalogue, parts, linked, classes })
}

/// The same app for another operator: one class alone knows of operators, and is compiled into `folder`. Before this one's
/// classes belong the path that is returned with it.
pub(super) fn for_another(app: App, operator: &Operator, folder: &Path) -> Result<(App, Vec<PathBuf>)> {
    let linked = link(operator, &app.catalogue, &app.parts, folder)?;
    let classes = folder.join("classes");
    let mut class_path = vec![app.parts.framework.clone()];
    class_path.extend(app.class_path());
    let sources = [configuration(operator, folder)?];
    kotlin::compile(&app.catalogue, &app.parts, Compose::Without, &sources, &[], &class_path, &classes)?;
    Ok((App { linked, ..app }, vec![classes]))
}

/// Manifest and resources, as this operator has them.
fn link(operator: &Operator, catalogue: &Catalogue, parts: &Parts, folder: &Path) -> Result<Linked> {
    let root = repository::root();
    let committed = fs::read_to_string(root.join(MANIFEST)).with_context(|| format!("{MANIFEST} cannot be read"))?;
    let of_operator = folder.join(OF_OPERATOR).join("res");
    write(&of_operator.join("values/operator.xml"), &operator::strings(operator))?;
    resources::link(
        catalogue,
        parts,
        &Sources {
            manifest: &operator::manifest(operator, &committed)?,
            application_id: &operator.android.application_id,
            folders: &[root.join(LIBRARY).join("res"), root.join(APP).join("res"), of_operator],
            version_name: VERSION,
            version_code: version::code(VERSION),
        },
        &folder.join("resources"),
    )
}

/// Where this operator's `Config` comes from.
fn configuration(operator: &Operator, folder: &Path) -> Result<PathBuf> {
    let file = folder.join(OF_OPERATOR).join(CONFIG);
    write(&file, &operator::kotlin(operator))?;
    Ok(file)
}

fn write(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}
