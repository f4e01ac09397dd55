//! What a customer, or their phone, does after the knock. The secret has been checked.

use crate::protocol::{CustomerAct, KnockId};

use super::guest::{Guest, Past, Standing};
use super::step::{Draft, over};
use super::{Event, Refusal, TicketHash, Value, WhyOver};

/// Does `act`. What is no longer possible because the place is gone succeeds without doing
/// anything: the answer is the customer's whole state, and says so better than an error.
pub(super) fn act(
    draft: &mut Draft,
    knock: &KnockId,
    act: CustomerAct,
    ticket: Option<TicketHash>,
) -> Result<(), Refusal> {
    let Some(guest) = draft.call.guest(knock).cloned() else {
        return match act {
            CustomerAct::LeaveLobby { visit: Some(visit) } => {
                leave_before_knocking(draft, knock, visit);
                Ok(())
            }
            CustomerAct::Enter | CustomerAct::Move if draft.call.is_over() => Err(Refusal::CallOver),
            CustomerAct::Enter | CustomerAct::Move => Err(Refusal::NotNow),
            _ => Ok(()),
        };
    };
    match act {
        CustomerAct::Here { n } => {
            here(draft, &guest, n);
            Ok(())
        }
        CustomerAct::Asleep { n } => {
            asleep(draft, &guest, n);
            Ok(())
        }
        CustomerAct::Enter => enter(draft, &guest),
        CustomerAct::LeaveLobby { visit } => leave_lobby(draft, &guest, visit),
        CustomerAct::LeaveCall => leave_call(draft, &guest),
        CustomerAct::Move => make_ticket(draft, &guest, ticket),
    }
}

fn here(draft: &mut Draft, guest: &Guest, n: u64) {
    let knock = guest.knock.clone();
    if n <= draft.call.heard(guest).beat {
        return;
    }
    draft.emit(if guest.asleep { Event::WokeUp { knock, n } } else { Event::Beat { knock, n } });
}

fn asleep(draft: &mut Draft, guest: &Guest, n: u64) {
    let knock = guest.knock.clone();
    if n <= draft.call.heard(guest).beat {
        return;
    }
    // Judged asleep from its silence already: then this is a sign of life that wakes nobody.
    let event = if guest.asleep { Event::Beat { knock, n } } else { Event::FellAsleep { knock, n, seen: draft.at } };
    draft.emit(event);
}

fn enter(draft: &mut Draft, guest: &Guest) -> Result<(), Refusal> {
    match guest.standing {
        Standing::InCall => Ok(()),
        Standing::Waiting | Standing::Noticed | Standing::Held => Err(Refusal::NotNow),
        Standing::Admitted => {
            if guest.asleep {
                let n = draft.call.heard(guest).beat;
                draft.emit(Event::WokeUp { knock: guest.knock.clone(), n });
            }
            draft.emit(Event::Entered { knock: guest.knock.clone() });
            Ok(())
        }
    }
}

/// An older app names no visit, and means whichever is there.
fn leave_lobby(draft: &mut Draft, guest: &Guest, visit: Option<u32>) -> Result<(), Refusal> {
    if visit.is_some_and(|visit| visit < guest.visit) {
        // They have come back meanwhile.
        return Ok(());
    }
    if guest.standing.is_in_call() {
        return Err(Refusal::NotNow);
    }
    let later = visit.filter(|visit| *visit > guest.visit);
    draft.emit(Event::LeftLobby { knock: guest.knock.clone(), visit: later });
    Ok(())
}

/// They came back and left again, and the leaving was faster: the knock must not leave somebody in the
/// lobby who has gone.
fn leave_before_knocking(draft: &mut Draft, knock: &KnockId, visit: u32) {
    let call = &draft.call;
    let returns = |past: &Past| visit > past.visit && past.how.may_return();
    if !call.is_over() && call.past(knock).is_some_and(returns) {
        draft.emit(Event::LeftLobby { knock: knock.clone(), visit: Some(visit) });
    }
}

fn leave_call(draft: &mut Draft, guest: &Guest) -> Result<(), Refusal> {
    if guest.standing.waits() {
        return Err(Refusal::NotNow);
    }
    draft.emit(Event::LeftCall { knock: guest.knock.clone() });
    over(draft, WhyOver::CustomerLeft);
    Ok(())
}

fn make_ticket(draft: &mut Draft, guest: &Guest, ticket: Option<TicketHash>) -> Result<(), Refusal> {
    let ticket = ticket.ok_or(Refusal::BadValue(Value::Supply))?;
    if draft.call.tickets().any(|made| *made == ticket) {
        return Err(Refusal::BadValue(Value::Supply));
    }
    let until = draft.at.after(draft.call.settings.ticket_life);
    draft.emit(Event::TicketMade { ticket, moves: guest.knock.clone(), until });
    Ok(())
}
