//! What the service says.

use super::OverReason;
use super::kept::Standing;
use super::state::{ArSession, State};
use super::step::Turn;
use crate::protocol::{CustomerState, CustomerView, EndReason, Phase};

impl Turn<'_> {
    /// A whole state, on a stream. Only the open stream counts: it is the answer to our latest knock. Of
    /// whichever visit it speaks, that one is believed. A *later* one: an old blob came back from a
    /// backup, and the service knows better. An *earlier* one: the service did not take the new visit,
    /// because the call was over or the customer blocked meanwhile, or it kept the place of the visit
    /// before whose leaving it never heard of.
    pub(super) fn heard(&mut self, stream: u64, view: CustomerView) {
        if !self.is_current(stream) {
            return;
        }
        let Some((live, place)) = self.live() else { return };
        let late_leave = live.leave_on_its_way && view.visit == place.visit;
        let opened_again = live.opened_again;
        place.visit = view.visit;
        match view.state {
            CustomerState::Waiting { .. } | CustomerState::Held { .. } => self.in_lobby(view),
            CustomerState::Admitted { .. } | CustomerState::InCall { .. } => self.in_call(view),
            CustomerState::Declined { reason, blocked } => {
                self.spend();
                self.over(OverReason::Declined(reason), view.may_return && !blocked, None);
            }
            CustomerState::Ended { reason: EndReason::YouLeftTheLobby } if late_leave && view.may_return => {
                // Not this visit was left but the one before; its farewell was overtaken by our return.
                self.come_back();
            }
            // Whoever came too early and closed the page, as they were told to, opens the link when it is time: that is
            // a knock, and not the moment to hear that nobody kept the place.
            CustomerState::Ended { reason: EndReason::LeaseEnded } if opened_again && view.may_return => {
                self.come_back();
            }
            CustomerState::Ended { reason } => {
                self.spend();
                self.over(OverReason::from(reason), view.may_return, None);
            }
            CustomerState::UpdateRequired => {
                self.close_stream();
                self.j.state = State::UpdateRequired;
            }
            CustomerState::Unknown => match view.phase {
                Phase::Lobby => self.in_lobby(view),
                Phase::Call => self.in_call(view),
                Phase::Over => {
                    self.spend();
                    let sentence = Some(view.fallback).filter(|sentence| !sentence.trim().is_empty());
                    self.over(OverReason::Unknown, view.may_return, sentence);
                }
            },
        }
    }

    fn in_lobby(&mut self, view: CustomerView) {
        let now = self.ms();
        self.connected(&view);
        self.take_back_farewell();
        let Some((live, place)) = self.live() else { return };
        place.standing = Standing::Lobby;
        place.ending = None;
        live.heard = Some((view, now));
        live.enter = None;
        live.ar = ArSession::Never;
        self.tell_of_sleep();
        self.nothing_to_end();
        self.tell_ar();
    }

    fn in_call(&mut self, view: CustomerView) {
        let now = self.ms();
        self.connected(&view);
        self.take_back_farewell();
        let Some((live, place)) = self.live() else { return };
        place.standing = Standing::Call;
        place.ending = None;
        live.heard = Some((view, now));
        if live.is_admitted() {
            self.enter();
        } else {
            live.enter = None;
        }
    }

    /// This visit is used up.
    fn spend(&mut self) {
        if let Some(place) = self.j.kept.place_mut() {
            place.spent = true;
        }
    }

    fn come_back(&mut self) {
        self.close_stream();
        self.spend();
        self.j.state = State::Over;
        self.knock_again();
    }
}
