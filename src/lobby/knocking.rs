//! Coming to the lobby: for the first time, again after a lost connection, once more after leaving,
//! or by a ticket from another app or browser.

use crate::protocol::{KnockId, Timestamp};

use super::call::{Leads, Ticket};
use super::step::Draft;
use super::{Account, Admitter, Call, Event, Knock, LinkHash, Refusal, TicketHash, Value, Via, phrase};

/// A ticket that opens the lobby lives so many times longer than one that takes a place along: on its way the app is
/// got from its store.
const TIMES_FOR_AN_APP: u32 = 4;

/// Takes a place, or finds the one that is there. The secret has been checked.
///
/// What a *known* identity gets back is the view of what became of it, whatever its link is now:
/// the customer's own device may say "your call has ended", anybody else hears of a dead link.
pub(super) fn knock(draft: &mut Draft, mut knock: Knock, entropy: u64) -> Result<(), Refusal> {
    knock.visit = knock.visit.max(1);
    let call = &draft.call;
    if let Some(guest) = call.guest(&knock.knock) {
        // They left and their leaving was lost on the way: now it is known. Should the link not open
        // again, keeping the place is kinder than taking the words of a lost message literally.
        let left = knock.visit > guest.visit && !guest.standing.is_in_call() && call.opens(&knock, draft.at);
        if !left {
            resume(draft, &knock);
            return Ok(());
        }
        draft.emit(Event::LeftLobby { knock: knock.knock.clone(), visit: None });
        return arrive(draft, knock, entropy);
    }
    if let Some(past) = call.past(&knock.knock) {
        // A late copy of an old request brings nobody back, nor does a new one those who may not.
        if knock.visit <= past.visit || !past.how.may_return() || call.is_over() {
            return Ok(());
        }
        return arrive(draft, knock, entropy);
    }
    match &knock.via {
        Via::Ticket(ticket) if call.takes_along(ticket).is_some() => {
            let ticket = ticket.clone();
            move_here(draft, knock, ticket)
        }
        _ => arrive(draft, knock, entropy),
    }
}

/// The same place again.
fn resume(draft: &mut Draft, knock: &Knock) {
    let Some(guest) = draft.call.guest(&knock.knock) else { return };
    let (measured, asleep, beat) = (guest.ar != knock.ar, guest.asleep, draft.call.heard(guest).beat);
    let knock_id = || knock.knock.clone();
    if measured {
        draft.emit(Event::Measured { knock: knock_id(), ar: knock.ar });
    }
    if asleep {
        draft.emit(Event::WokeUp { knock: knock_id(), n: beat });
    }
    draft.emit(Event::Beat { knock: knock_id(), n: 0 });
}

/// A new place, at the end of the line.
fn arrive(draft: &mut Draft, knock: Knock, entropy: u64) -> Result<(), Refusal> {
    let call = &draft.call;
    // A barred account hears the same as a stranger with a dead link: it learns nothing.
    if !call.opens(&knock, draft.at) || knock.account.as_ref().is_some_and(|account| call.is_barred(account)) {
        return Err(Refusal::LinkDead);
    }
    if call.waiting().count() >= call.settings.max_waiting {
        return Err(Refusal::LobbyFull);
    }
    let name = knock.name.ok_or(Refusal::NameMissing)?;
    let taken: Vec<_> = call.guests.iter().map(|guest| guest.phrase.as_str()).collect();
    let match_phrase = phrase::choose(&call.language, entropy, &taken);
    let admitted = call.bypass(&knock.knock, knock.account.as_ref());
    let knock_id = knock.knock.clone();
    draft.emit(Event::Knocked {
        knock: knock.knock,
        visit: knock.visit,
        secret: knock.secret,
        name,
        account: knock.account,
        device: knock.device,
        ar: knock.ar,
        match_phrase,
        code: if let Via::Code(code) = &knock.via { Some(code.clone()) } else { None },
        ticket: if let Via::Ticket(ticket) = knock.via { Some(ticket) } else { None },
    });
    if let Some(by) = admitted {
        draft.emit(Event::Admitted { knock: knock_id, by });
    }
    Ok(())
}

/// The place that the ticket takes along.
fn move_here(draft: &mut Draft, knock: Knock, ticket: TicketHash) -> Result<(), Refusal> {
    let call = &draft.call;
    let (made, from) = call.takes_along(&ticket).ok_or(Refusal::LinkDead)?;
    let good = made.used_by.is_none() && made.until > draft.at && call.guest(from).is_some();
    if !good || knock.account.as_ref().is_some_and(|account| call.is_barred(account)) {
        return Err(Refusal::LinkDead);
    }
    let (from, to) = (from.clone(), knock.knock);
    draft.emit(Event::Moved { from, to, secret: knock.secret, device: knock.device, ar: knock.ar, ticket });
    Ok(())
}

/// A ticket for the lobby, of what opens it by itself and for anybody.
pub(super) fn make_ticket(draft: &mut Draft, via: Via, ticket: TicketHash) -> Result<(), Refusal> {
    let call = &draft.call;
    let alive = !call.is_over() && draft.at < call.expires_at();
    let opens = match &via {
        Via::Link(link) => call.link() == Some(link),
        Via::Code(code) => call.codes.iter().any(|made| made.hash == *code && made.is_unused(draft.at)),
        // Or one ticket would become another for ever, and outlive its time.
        Via::Ticket(_) => false,
    };
    if !alive || !opens {
        return Err(Refusal::LinkDead);
    }
    if call.tickets().any(|made| *made == ticket) {
        return Err(Refusal::BadValue(Value::Supply));
    }
    let until = draft.at.after(call.settings.ticket_life * TIMES_FOR_AN_APP);
    let code = if let Via::Code(code) = via { Some(code) } else { None };
    draft.emit(Event::OpeningTicketMade { ticket, until, code });
    Ok(())
}

impl Call {
    /// Whether what was sent opens the lobby: the newest link until it expires, or a spoken code or ticket
    /// that is good and unused – or was used by this very identity, which may come back by it for as long as by
    /// the link that it was made for.
    fn opens(&self, knock: &Knock, at: Timestamp) -> bool {
        let alive = !self.is_over() && at < self.expires_at();
        alive
            && match &knock.via {
                Via::Link(link) => self.link() == Some(link),
                Via::Code(hash) => self.code_opens(hash, &knock.knock, at),
                Via::Ticket(hash) => self.ticket_opens(hash, &knock.knock, at),
            }
    }

    /// The ticket of this hash, and whose place it takes along.
    fn takes_along(&self, ticket: &TicketHash) -> Option<(&Ticket, &KnockId)> {
        let made = self.tickets.iter().find(|made| made.hash == *ticket)?;
        if let Leads::ToPlaceOf(place) = &made.leads { Some((made, place)) } else { None }
    }

    pub(super) fn ticket_opens(&self, hash: &TicketHash, knock: &KnockId, at: Timestamp) -> bool {
        self.tickets.iter().filter(|made| made.hash == *hash).any(|made| {
            let is_good = made.leads == Leads::ToLobby && made.until > at;
            self.leads_in(&made.link, made.used_by.as_ref(), knock, is_good)
        })
    }

    pub(super) fn code_opens(&self, hash: &super::CodeHash, knock: &KnockId, at: Timestamp) -> bool {
        let mut made = self.codes.iter().filter(|made| made.hash == *hash);
        made.any(|made| self.leads_in(&made.link, made.used_by.as_ref(), knock, made.until > at))
    }

    /// Whether what was made beside this link leads this identity into the lobby: back, if it has used it, or for the
    /// first time, while it is good for anybody.
    fn leads_in(&self, link: &LinkHash, used_by: Option<&KnockId>, knock: &KnockId, is_good: bool) -> bool {
        self.link() == Some(link) && used_by.map_or(is_good, |user| user == knock)
    }

    /// Whether policy lets a verified account in at once. Never over an agent's head: whoever was
    /// declined or sent back waits for a person. Only at the knock itself, so that the agent's
    /// arrival admits nobody.
    fn bypass(&self, knock: &KnockId, account: Option<&Account>) -> Option<Admitter> {
        let account = account?;
        let same = |other: Option<&Account>| other == Some(account);
        let judged = self.past.iter().any(|past| past.judged && (past.knock == *knock || same(past.account.as_ref())))
            || self.guests.iter().any(|guest| guest.judged && same(guest.account.as_ref()));
        let free = self.taken_by().is_none();
        let present = self.volatile.agents.contains(&self.agent.id);
        let listed = self.settings.bypass_issuers.contains(&account.issuer);
        (free && present && listed && !judged).then(|| Admitter::Policy { issuer: account.issuer.clone() })
    }
}
