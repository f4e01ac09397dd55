//! What the call will need, tried before the knock, so that nothing fails silently later.

use serde::{Deserialize, Serialize};

use super::state::State;
use super::step::Turn;

/// Whether the customer's camera can be had, as far as the shell knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ffi", derive(uniffi::Enum))]
#[serde(rename_all = "kebab-case")]
pub enum CameraAccess {
    /// Not measured, or not to be found out without opening it. Nobody is kept from knocking by it.
    #[default]
    Unknown,
    /// The system has not asked the customer yet: asking is the shell's part, on a tap.
    NotAsked,
    /// Allowed.
    Granted,
    /// Refused, or forbidden by whoever manages the device: only the system's settings change that.
    Denied,
    /// There is none, or this browser gives none: another browser or the app may.
    Missing,
}

impl CameraAccess {
    /// Something is to be said about it, or asked, before the knock.
    fn needs_a_word(self) -> bool {
        matches!(self, Self::NotAsked | Self::Denied | Self::Missing)
    }
}

impl Turn<'_> {
    /// The name is known: rehearse where that is of use, otherwise knock.
    pub(super) fn rehearse(&mut self, name: String) {
        if self.j.camera.needs_a_word() {
            self.j.state = State::Rehearsing { name };
        } else {
            self.take_place(name);
        }
    }

    pub(super) fn camera(&mut self, camera: CameraAccess) {
        self.j.camera = camera;
        // What is refused is told now; only good news leads on by itself.
        if !camera.needs_a_word() {
            self.go_on();
        }
    }

    /// Knocks, whatever the rehearsal found: without a camera one can still talk and listen.
    pub(super) fn go_on(&mut self) {
        if let State::Rehearsing { name } = &self.j.state
            && self.j.kept.wants_name()
        {
            let name = name.clone();
            self.take_place(name);
        }
    }
}
