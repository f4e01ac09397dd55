//! A text with several different invitations: the customer chooses, we do not guess.

use super::door::Door;
use super::kept::Shown;
use super::state::{Asked, State};
use super::step::Turn;
use crate::link::Invitation;

impl Turn<'_> {
    /// Asks which one is meant. Whoever has a place keeps it meanwhile.
    pub(super) fn ask_which(&mut self, choices: Vec<Invitation>) {
        match self.j.question_mut() {
            Some(question) => *question = Some(Asked::Which(choices)),
            None => {
                self.j.kept.retire();
                self.j.kept.shown = Shown::Nothing;
                self.j.state = State::Choosing(choices);
            }
        }
    }

    pub(super) fn choose(&mut self, index: u32) {
        let ((State::Choosing(choices), _) | (_, Some(Asked::Which(choices)))) = (&self.j.state, self.j.question())
        else {
            return;
        };
        let chosen = usize::try_from(index).ok().and_then(|index| choices.get(index)).cloned();
        let Some(door) = chosen.and_then(|chosen| Door::of(chosen, &self.j.setup.hosts)) else { return };
        self.choose_none();
        self.invited(door);
    }

    /// The question is taken back; a place that was held all the time is shown again.
    pub(super) fn choose_none(&mut self) {
        if let Some(question) = self.j.question_mut() {
            question.take_if(|asked| matches!(asked, Asked::Which(_)));
        }
    }
}
