//! What customers do.

use std::sync::Arc;
use std::time::Duration;

use onecall::link::{SpokenCode, Ticket, Token};
use onecall::lobby::{Command, Knock, Via};
use onecall::name::CustomerName;
use onecall::protocol::{
    CustomerAct, CustomerCommand, CustomerState, CustomerView, KnockRequest, Phase, ProblemCode, Timestamp,
};

use tokio::sync::watch;

use super::room::{Room, RoomState, customer_view};
use super::{Hub, HubError, Listener};
use crate::locales::{Language, render};

/// A ticket is 256 bits, so that no token and no code looks like one.
const TICKET_LENGTH: usize = 40;

/// The oldest protocol that is still spoken.
const OLDEST_PROTOCOL: u32 = 1;

impl Hub {
    /// Takes a place in the lobby, or the same place again, and listens. An older stream of the same
    /// knock ends.
    ///
    /// # Errors
    /// The invitation opens nothing; a name that cannot be used; a [`lobby::Refusal`](onecall::lobby::Refusal);
    /// storage.
    pub async fn knock(self: &Arc<Self>, request: KnockRequest) -> Result<Listener, HubError> {
        let via = self.read_invitation(&request.invitation)?;
        let room = self.find_by_via(&via).ok_or(ProblemCode::LinkDead)?;
        if request.protocol < OLDEST_PROTOCOL {
            let language = Language::of(room.state.lock().await.call.language()).unwrap_or_default();
            return Ok(Listener {
                call: room.id.clone(),
                view: watch::channel(update_required(request.visit, language)).1,
            });
        }
        let knock = Knock {
            secret: self.keys.secret_hash(&request.secret),
            visit: request.visit,
            via,
            name: read_name(&request.name)?,
            account: None,
            device: request.device,
            ar: request.ar,
            knock: request.knock_id.clone(),
        };
        let id = request.knock_id;
        let (_, view) =
            self.act_with(&room, None, Command::Knock(knock), move |state, now| state.listen(&id, now)).await?;
        let view = view.ok_or(ProblemCode::Internal)?;
        Ok(Listener { call: room.id.clone(), view })
    }

    /// Makes a ticket that opens the lobby once, of what opens it by itself.
    ///
    /// # Errors
    /// The invitation opens nothing; storage.
    pub async fn ticket(self: &Arc<Self>, invitation: &str) -> Result<NewTicket, HubError> {
        let via = self.read_invitation(invitation)?;
        let room = self.find_by_via(&via).ok_or(ProblemCode::LinkDead)?;
        let text = self.keys.opening_ticket(&room.id, self.clock.random());
        let ticket = Ticket::parse(&text).map_err(|_| ProblemCode::Internal)?;
        let hash = self.keys.ticket_hash(ticket.as_str());
        let command = Command::Ticket { via, ticket: hash.clone() };
        let look = move |state: &mut RoomState, now: Timestamp| state.call.ticket_life(&hash, now);
        let (_, life) = self.act_with(&room, None, command, look).await?;
        Ok(NewTicket { ticket, life: life.unwrap_or_default() })
    }

    /// Does a customer's command; answers with their whole state.
    ///
    /// # Errors
    /// No such knock; a [`lobby::Refusal`](onecall::lobby::Refusal); storage.
    pub async fn customer_command(self: &Arc<Self>, command: CustomerCommand) -> Result<CustomerView, HubError> {
        let secret = self.keys.secret_hash(&command.secret);
        let knock = command.knock_id;
        let room = self.find_by(|index| index.knock(&knock, &secret)).ok_or(ProblemCode::NoSuchKnock)?;
        let ticket = match command.act {
            CustomerAct::Move => Some(self.keys.ticket(&room.id, &knock, &command.command_id)),
            _ => None,
        };
        let hash = ticket.as_ref().map(|ticket| self.keys.ticket_hash(ticket));
        let act = Command::Customer { knock: knock.clone(), secret, act: command.act, ticket: hash };
        let (_, view) = self
            .act_with(&room, Some(command.command_id), act, move |state, now| customer_view(&state.call, &knock, now))
            .await?;
        let mut view = view.ok_or(ProblemCode::NoSuchKnock)?;
        view.ticket = ticket;
        Ok(view)
    }

    fn read_invitation(&self, text: &str) -> Result<Via, HubError> {
        if let Ok(code) = SpokenCode::parse(text) {
            return Ok(Via::Code(self.keys.code_hash(&code.digits())));
        }
        if text.len() >= TICKET_LENGTH {
            return Ok(Via::Ticket(self.keys.ticket_hash(text)));
        }
        let token = Token::parse(text).map_err(|error| HubError::saying(ProblemCode::LinkMistyped, &error))?;
        Ok(Via::Link(self.keys.link_hash(&token)))
    }

    fn find_by_via(&self, via: &Via) -> Option<Arc<Room>> {
        self.find_by(|index| match via {
            Via::Link(link) => index.link(link),
            Via::Code(code) => index.code(code),
            Via::Ticket(ticket) => index.ticket(ticket),
        })
    }
}

/// A ticket that opens a lobby.
#[derive(Debug)]
pub struct NewTicket {
    /// The ticket.
    pub ticket: Ticket,
    /// Good for so long.
    pub life: Duration,
}

/// No name at all is for the lobby to judge: a ticket brings one along.
fn read_name(text: &str) -> Result<Option<CustomerName>, HubError> {
    if text.is_empty() {
        return Ok(None);
    }
    CustomerName::parse(text).map(Some).map_err(|error| HubError::saying(ProblemCode::NameUnusable, &error))
}

/// The whole state of somebody whose app is too old: they take no place.
fn update_required(visit: u32, language: Language) -> CustomerView {
    CustomerView {
        phase: Phase::Over,
        fallback: render(&CustomerState::UpdateRequired.message(), language),
        visit,
        here_every_ms: 0,
        lease_ms: 0,
        may_return: false,
        ticket: None,
        state: CustomerState::UpdateRequired,
    }
}
