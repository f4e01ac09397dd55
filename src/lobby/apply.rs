//! What each event does to the state. Total: an event that fits nothing changes nothing.

use crate::protocol::{AgentName, KnockId, Timestamp};

use super::call::{Code, Heard, Leads, REMEMBERED_IDENTITIES, Ticket, Volatile};
use super::guest::{Gone, Guest, OpenedWith, Standing};
use super::{Admitter, Call, CodeHash, Event, TicketHash, WhyOver};

/// So many unused spoken codes are good at once; a newer one pushes out the oldest.
const CODES_AT_ONCE: usize = 16;

/// And so many unused tickets that open the lobby.
const TICKETS_AT_ONCE: usize = 16;

impl Call {
    /// The state right after the creation.
    pub(super) fn from_created(at: Timestamp, event: &Event) -> Option<Self> {
        let Event::Created { agent, title, starts_at, minutes, set_up, language, link, settings } = event else {
            return None;
        };
        Some(Self {
            agent: agent.clone(),
            title: title.clone(),
            starts_at: *starts_at,
            minutes: *minutes,
            set_up: *set_up,
            language: language.clone(),
            settings: settings.clone(),
            links: vec![link.clone()],
            codes: Vec::new(),
            tickets: Vec::new(),
            guests: Vec::new(),
            past: std::collections::VecDeque::new(),
            with: None,
            over: None,
            commands: std::collections::VecDeque::new(),
            last: at,
            volatile: Volatile { clock: at, started: at >= *starts_at, ..Volatile::default() },
        })
    }

    /// What `event` does.
    pub(super) fn apply(&mut self, at: Timestamp, event: &Event) {
        self.volatile.clock = self.clock().max(at);
        if event.is_durable() {
            self.last = self.last.max(at);
        }
        match event {
            Event::Created { .. } => {}
            Event::Edited { title, starts_at, minutes, set_up, language, by: _ } => {
                self.title.clone_from(title);
                self.starts_at = *starts_at;
                self.minutes = *minutes;
                self.set_up = set_up.unwrap_or(self.set_up);
                if let Some(language) = language {
                    self.language.clone_from(language);
                }
                self.volatile.started = at >= *starts_at;
            }
            Event::HandedOver { to, by: _ } => {
                self.agent = to.clone();
                self.with = self.with.as_ref().map(|_| to.clone());
            }
            Event::Over(why) => self.end(at, why),
            Event::AgentsPresent { agents } => self.volatile.agents.clone_from(agents),
            Event::Started => self.volatile.started = true,
            Event::Forgotten => self.volatile.forgotten = true,
            _ => self.apply_to_door(at, event),
        }
    }

    /// Links, codes, tickets, and who comes by them.
    fn apply_to_door(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::LinkReplaced { link } => {
                self.links.push(link.clone());
                self.close_codes();
            }
            Event::CodeMade { code, until } => self.make_code(at, code, *until),
            Event::TicketMade { ticket, moves, until } => self.make_ticket(at, ticket, moves, *until),
            Event::OpeningTicketMade { ticket, until, code } => {
                self.codes.retain(|made| code.as_ref() != Some(&made.hash));
                self.make_opening_ticket(at, ticket, *until);
            }
            Event::Knocked { .. } => self.take_place(at, event),
            Event::Moved { .. } => self.move_place(at, event),
            _ => self.apply_to_guest(at, event),
        }
    }

    fn make_code(&mut self, at: Timestamp, code: &CodeHash, until: Timestamp) {
        let Some(link) = self.links.last().cloned() else { return };
        self.codes.retain(|code| code.used_by.is_some() || code.until > at);
        make_room(&mut self.codes, CODES_AT_ONCE, |code| code.used_by.is_none());
        self.codes.push(Code { hash: code.clone(), link, until, used_by: None });
    }

    fn make_ticket(&mut self, at: Timestamp, ticket: &TicketHash, moves: &KnockId, until: Timestamp) {
        let Some(link) = self.links.last().cloned() else { return };
        self.tickets.retain(|ticket| ticket.used_by.is_some() || (!ticket.moves(moves) && ticket.until > at));
        let leads = Leads::ToPlaceOf(moves.clone());
        self.tickets.push(Ticket { hash: ticket.clone(), link, leads, until, used_by: None });
    }

    fn make_opening_ticket(&mut self, at: Timestamp, ticket: &TicketHash, until: Timestamp) {
        let Some(link) = self.links.last().cloned() else { return };
        self.tickets.retain(|ticket| ticket.used_by.is_some() || ticket.until > at);
        let is_unused = |ticket: &Ticket| ticket.used_by.is_none() && ticket.leads == Leads::ToLobby;
        make_room(&mut self.tickets, TICKETS_AT_ONCE, is_unused);
        self.tickets.push(Ticket { hash: ticket.clone(), link, leads: Leads::ToLobby, until, used_by: None });
    }

    fn use_ticket(&mut self, ticket: &TicketHash, by: &KnockId) {
        for ticket in self.tickets.iter_mut().filter(|made| made.hash == *ticket) {
            ticket.used_by = Some(by.clone());
        }
    }

    /// What happens to one who has a place.
    fn apply_to_guest(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::Measured { knock, ar } => self.change(knock, |guest| guest.ar = *ar),
            Event::Noticed { knock, by } => self.attend(knock, by, |guest| guest.standing = Standing::Noticed),
            Event::Held { knock, message, by } => self.attend(knock, by, |guest| {
                guest.standing = Standing::Held;
                // A hold without words does not take back what was written before.
                if message.is_some() {
                    guest.message.clone_from(message);
                }
            }),
            Event::Released { knock, by } => self.attend(knock, by, |guest| {
                guest.standing = Standing::Noticed;
                // "Please hold for five minutes" no longer holds.
                guest.message = None;
            }),
            Event::Messaged { knock, text, by } => self.attend(knock, by, |guest| {
                // Who writes has noticed.
                if guest.standing == Standing::Waiting {
                    guest.standing = Standing::Noticed;
                }
                guest.message = Some(text.clone());
            }),
            Event::FellAsleep { knock, n, seen } => self.change(knock, |guest| {
                (guest.asleep, guest.beat, guest.seen) = (true, *n, *seen);
            }),
            Event::WokeUp { knock, n } => self.change(knock, |guest| {
                (guest.asleep, guest.beat, guest.seen) = (false, *n, at);
            }),
            Event::Admitted { knock, by } => {
                self.with = Some(match by {
                    Admitter::Agent(agent) => agent.clone(),
                    Admitter::Policy { .. } => self.agent.clone(),
                });
                self.change(knock, |guest| {
                    guest.standing = Standing::Admitted;
                    guest.admitted_by = Some(by.clone());
                    if let Admitter::Agent(agent) = by {
                        guest.attended_by = Some(agent.clone());
                    }
                });
            }
            Event::Entered { knock } => self.change(knock, |guest| {
                (guest.standing, guest.seen) = (Standing::InCall, at);
            }),
            Event::SentBack { knock, by } => {
                self.with = None;
                self.attend(knock, by, |guest| {
                    (guest.standing, guest.admitted_by, guest.judged) = (Standing::Noticed, None, true);
                });
            }
            Event::Beat { knock, n } => self.hear(at, knock, *n),
            _ => self.apply_to_leaver(event),
        }
    }

    fn apply_to_leaver(&mut self, event: &Event) {
        match event {
            Event::LeaseEnded { knock } => self.lose(knock, Gone::LeaseEnded),
            Event::LeftLobby { knock, visit } => {
                self.lose(knock, Gone::LeftLobby);
                if let (Some(past), Some(visit)) = (self.past.iter_mut().find(|past| past.knock == *knock), visit) {
                    (past.visit, past.how) = (past.visit.max(*visit), Gone::LeftLobby);
                }
            }
            Event::Removed { knock, by: _ } => self.lose(knock, Gone::Removed),
            Event::LeftCall { knock } => self.lose(knock, Gone::LeftCall),
            Event::Declined { knock, reason, block, by } => {
                let how = Gone::Declined { reason: *reason, block: *block, by: by.clone() };
                match self.past.iter_mut().find(|past| past.knock == *knock) {
                    // Declined before, now also blocked.
                    Some(past) => past.how = how,
                    None => self.lose(knock, how),
                }
            }
            _ => {}
        }
    }

    fn change(&mut self, knock: &KnockId, change: impl FnOnce(&mut Guest)) {
        if let Some(guest) = self.guests.iter_mut().find(|guest| guest.knock == *knock) {
            change(guest);
        }
    }

    fn attend(&mut self, knock: &KnockId, by: &AgentName, change: impl FnOnce(&mut Guest)) {
        self.change(knock, |guest| {
            guest.attended_by = Some(by.clone());
            change(guest);
        });
    }

    fn hear(&mut self, at: Timestamp, knock: &KnockId, n: u64) {
        if self.guest(knock).is_some() {
            let heard = self.volatile.heard.entry(knock.clone()).or_insert(Heard { at, beat: n });
            *heard = Heard { at: heard.at.max(at), beat: heard.beat.max(n) };
        }
    }

    fn take_place(&mut self, at: Timestamp, event: &Event) {
        let Event::Knocked { knock, visit, secret, name, account, device, ar, match_phrase, code, ticket } = event
        else {
            return;
        };
        let judged = self.past(knock).is_some_and(|past| past.judged);
        self.past.retain(|past| past.knock != *knock);
        let opened_with = match (code, ticket, self.links.last()) {
            (Some(code), _, _) => OpenedWith::Code(code.clone()),
            (None, Some(ticket), _) => OpenedWith::Ticket(ticket.clone()),
            (None, None, Some(link)) => OpenedWith::Link(link.clone()),
            (None, None, None) => return,
        };
        if let Some(ticket) = ticket {
            self.use_ticket(ticket, knock);
        }
        for code in self.codes.iter_mut().filter(|made| code.as_ref() == Some(&made.hash)) {
            code.used_by = Some(knock.clone());
        }
        self.guests.push(Guest {
            knock: knock.clone(),
            visit: *visit,
            secret: secret.clone(),
            name: name.clone(),
            account: account.clone(),
            device: *device,
            ar: *ar,
            phrase: match_phrase.clone(),
            since: at,
            opened_with,
            standing: Standing::Waiting,
            admitted_by: None,
            attended_by: None,
            message: None,
            asleep: false,
            seen: at,
            beat: 0,
            judged,
        });
    }

    fn move_place(&mut self, at: Timestamp, event: &Event) {
        let Event::Moved { from, to, secret, device, ar, ticket } = event else { return };
        let Some(place) = self.guests.iter_mut().find(|guest| guest.knock == *from) else { return };
        let left = place.clone().leave(Gone::Moved);
        *place = Guest {
            knock: to.clone(),
            visit: 1,
            secret: secret.clone(),
            device: *device,
            ar: *ar,
            opened_with: OpenedWith::Ticket(ticket.clone()),
            asleep: false,
            seen: at,
            beat: 0,
            ..place.clone()
        };
        self.use_ticket(ticket, to);
        self.put_away(left);
    }

    fn lose(&mut self, knock: &KnockId, how: Gone) {
        let Some(place) = self.guests.iter().position(|guest| guest.knock == *knock) else { return };
        let guest = self.guests.remove(place);
        if guest.standing.takes_the_call() {
            self.with = None;
        }
        self.put_away(guest.leave(how));
    }

    fn put_away(&mut self, left: super::guest::Past) {
        self.volatile.heard.remove(&left.knock);
        self.tickets.retain(|ticket| ticket.used_by.is_some() || !ticket.moves(&left.knock));
        self.past.push_back(left);
        let forgettable = self.past.iter().filter(|past| !past.how.must_be_remembered()).count();
        if forgettable > REMEMBERED_IDENTITIES
            && let Some(oldest) = self.past.iter().position(|past| !past.how.must_be_remembered())
            && let Some(forgotten) = self.past.remove(oldest)
        {
            self.codes.retain(|code| code.used_by.as_ref() != Some(&forgotten.knock));
            self.tickets.retain(|ticket| ticket.used_by.as_ref() != Some(&forgotten.knock));
        }
    }

    /// Codes that nobody has used are gone; used ones still lead their owner back to what is left.
    fn close_codes(&mut self) {
        self.codes.retain(|code| code.used_by.is_some());
    }

    fn end(&mut self, at: Timestamp, why: &WhyOver) {
        for guest in std::mem::take(&mut self.guests) {
            self.put_away(guest.leave(Gone::CallOver));
        }
        self.with = None;
        self.close_codes();
        self.over = Some((why.clone(), at));
    }
}

/// Where as many as may be are unused, the oldest of them makes room for one more.
fn make_room<T>(made: &mut Vec<T>, at_once: usize, is_unused: impl Fn(&T) -> bool) {
    if made.iter().filter(|one| is_unused(one)).count() >= at_once
        && let Some(oldest) = made.iter().position(is_unused)
    {
        made.remove(oldest);
    }
}
