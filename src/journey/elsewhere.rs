//! What is opened outside the app.

use super::state::State;
use super::step::Turn;
use super::{Effect, Journey};

impl Turn<'_> {
    /// Where the screen leads; nowhere from any other one.
    pub(super) fn open_elsewhere(&mut self) {
        let url = match &self.j.state {
            State::Elsewhere(link) => Some(link.url()),
            State::UpdateRequired => self.j.store_page(),
            _ => None,
        };
        self.effects.extend(url.map(|url| Effect::Open { url }));
    }
}

impl Journey {
    /// The app's page in the store of this platform.
    pub(super) fn store_page(&self) -> Option<String> {
        self.setup.stores.page(self.setup.device.platform)
    }
}
