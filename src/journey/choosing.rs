//! A text with several different invitations: the customer chooses, we do not guess.

use super::kept::{Found, Shown};
use super::state::{Asked, State};
use super::step::Turn;
use crate::link::Invitation;

impl Turn<'_> {
    /// Asks which one is meant. Whoever has a place keeps it meanwhile.
    pub(super) fn ask_which(&mut self, choices: Vec<Invitation>) {
        match self.j.live_mut() {
            Some(live) => live.question = Some(Asked::Which(choices)),
            None => {
                self.j.kept.retire();
                self.j.kept.shown = Shown::Nothing;
                self.j.state = State::Choosing(choices);
            }
        }
    }

    pub(super) fn choose(&mut self, index: u32) {
        let choices = match &self.j.state {
            State::Choosing(choices) => choices,
            State::Live(live) => match &live.question {
                Some(Asked::Which(choices)) => choices,
                _ => return,
            },
            _ => return,
        };
        let chosen = usize::try_from(index).ok().and_then(|index| choices.get(index)).cloned();
        let Some(found) = chosen.and_then(|chosen| Found::of(chosen, &self.j.setup.hosts)) else { return };
        self.choose_none();
        self.invited(found);
    }

    /// The question is taken back; a place that was held all the time is shown again.
    pub(super) fn choose_none(&mut self) {
        if let Some(live) = self.j.live_mut() {
            live.question.take_if(|asked| matches!(asked, Asked::Which(_)));
        }
    }
}
