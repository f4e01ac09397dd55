//! The screens of the app on the JVM: Maven compiles them against Compose for the desktop, its tests draw them and read
//! them as a screen reader would. No phone and no framework of Android is needed for that.

use anyhow::{Result, bail};

use super::property;
use crate::program::Program;
use crate::{kotlin, repository, tools};

/// What draws is linked with these two, and an Android phone writes in these letters.
const PACKAGES: [&str; 4] = ["libgl1", "fontconfig", "fonts-roboto-unhinted", "fonts-droid-fallback"];

/// The step of `cargo xtask test screens`.
///
/// The sheets it draws are left in `android/screens/target/pictures`, to be looked at.
pub(crate) fn check() -> Result<()> {
    if cfg!(target_os = "linux") && !can_draw() {
        tools::install(&PACKAGES)?;
        if !can_draw() {
            bail!("the screens cannot be drawn here: install the packages {}", PACKAGES.join(", "));
        }
    }
    kotlin::maven_test(&repository::root().join("android/screens"))
        .args([property("skiko.platform", platform()?)])
        .run()
}

fn can_draw() -> bool {
    let has_graphics = || Program::new("ldconfig").args(["-p"]).answer().is_some_and(|all| all.contains("libGL.so.1"));
    let has_letters =
        |family: &str| Program::new("fc-list").args([family]).answer().is_some_and(|found| !found.trim().is_empty());
    has_graphics() && has_letters("Roboto") && has_letters("Droid Sans Fallback")
}

/// This machine, as the library that draws is named after it.
fn platform() -> Result<&'static str> {
    Ok(match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => "linux-x64",
        ("linux", "aarch64") => "linux-arm64",
        ("macos", "x86_64") => "macos-x64",
        ("macos", "aarch64") => "macos-arm64",
        ("windows", "x86_64") => "windows-x64",
        (system, processor) => bail!("Compose cannot draw on {system} with {processor}"),
    })
}
