//! What the service does with what reaches it: the smallest hub that could be.

use onecall::journey::Input;
use onecall::link::{SpokenCode, Token};
use onecall::lobby::{Account, CodeHash, Command, Knock, LinkHash, SecretHash, TicketHash, Via};
use onecall::name::CustomerName;
use onecall::protocol::{CustomerAct, CustomerCommand, CustomerView, KnockRequest, Problem, ProblemCode};

use super::network::{self, ANSWER_TIMEOUT};
use super::service::Undone;
use super::streams::Listener;
use super::world::{What, World};

impl World {
    pub(super) fn knock_arrives(&mut self, phone: usize, life: u64, stream: u64, request: KnockRequest, copy: bool) {
        let answer = self.knock(phone, life, stream, request, copy);
        let Some(input) = answer.filter(|_| !copy) else { return };
        let Some(one) = self.phones.get(phone) else { return };
        let weather = one.weather;
        let delay = network::delay(&weather, &mut self.dice);
        // An answer that is lost leaves the phone with a silence.
        if !self.dice.percent(weather.lost) {
            self.after(delay, What::ToPhone { phone, life, input });
        }
    }

    /// Does a knock; the answer, where it is no stream.
    fn knock(&mut self, phone: usize, life: u64, stream: u64, request: KnockRequest, copy: bool) -> Option<Input> {
        let refused = |problem: Problem| Some(Input::Refused { stream, problem });
        if !self.service.up {
            return if self.dice.percent(50) { Some(Input::Lost { stream }) } else { refused(restarting()) };
        }
        let via = via(&request.invitation);
        let Some(call) = self.find_by(&via) else { return refused(Problem::new(ProblemCode::LinkDead)) };
        let name = match request.name.as_str() {
            "" => None,
            typed => match CustomerName::parse(typed) {
                Ok(name) => Some(name),
                Err(_) => return refused(Problem::new(ProblemCode::NameUnusable)),
            },
        };
        let knock = Knock {
            knock: request.knock_id.clone(),
            secret: SecretHash(request.secret.as_str().to_owned()),
            visit: request.visit,
            via,
            name,
            account: self.account_of(phone),
            device: request.device,
            ar: request.ar,
        };
        match self.decide(call, None, Command::Knock(knock)) {
            Ok(()) => {}
            Err(Undone::Refused(refusal)) => return refused(Problem::new(refusal.code())),
            Err(Undone::Crashed) => return Some(Input::Lost { stream }),
        }
        let view = self.view_of(call, &request.knock_id);
        let Some(view) = view else {
            self.fail("a knock was taken, and its state is not known");
            return None;
        };
        // A phone that has closed the stream meanwhile is gone: writing to it would fail.
        let listens = self.phones.get(phone).is_some_and(|one| one.life == life && one.stream == Some(stream)) || copy;
        if listens || self.dice.percent(20) {
            self.open_stream(call, request.knock_id, view, &Listener { phone, life, number: stream, copy });
        }
        None
    }

    pub(super) fn command_arrives(&mut self, phone: usize, life: u64, command: CustomerCommand, copy: bool) {
        let command_id = command.command_id.clone();
        let answer = self.customer_command(command);
        if copy {
            return;
        }
        let Some(one) = self.phones.get(phone) else { return };
        let weather = one.weather;
        let delay = network::delay(&weather, &mut self.dice);
        let (delay, input) = if self.dice.percent(weather.lost) {
            (ANSWER_TIMEOUT, Input::Failed { command_id, problem: None })
        } else {
            match answer {
                Ok(view) => (delay, Input::Answered { command_id, view }),
                Err(problem) => (delay, Input::Failed { command_id, problem }),
            }
        };
        self.after(delay, What::ToPhone { phone, life, input });
    }

    /// Does a customer's command; no problem is no answer at all.
    #[expect(clippy::result_large_err, reason = "a simulation moves few of them")]
    fn customer_command(&mut self, command: CustomerCommand) -> Result<CustomerView, Option<Problem>> {
        if !self.service.up {
            return Err(if self.dice.percent(50) { None } else { Some(restarting()) });
        }
        let CustomerCommand { knock_id, secret, command_id, act } = command;
        let ticket = (act == CustomerAct::Move).then(|| format!("ticket-ticket-ticket-{}", command_id.as_str()));
        let of_knock = || Some(Problem::new(ProblemCode::NoSuchKnock));
        let call = self
            .service
            .rooms()
            .find(|(_, room)| room.call.knock_ids().any(|known| *known == knock_id))
            .map(|(call, _)| call)
            .ok_or_else(of_knock)?;
        let asked = Command::Customer {
            knock: knock_id.clone(),
            secret: SecretHash(secret.as_str().to_owned()),
            act,
            ticket: ticket.clone().map(TicketHash),
        };
        match self.decide(call, Some(command_id), asked) {
            Ok(()) => {}
            Err(Undone::Refused(refusal)) => return Err(Some(Problem::new(refusal.code()))),
            Err(Undone::Crashed) => return Err(None),
        }
        let view = self.view_of(call, &knock_id).ok_or_else(of_knock)?;
        Ok(CustomerView { ticket, ..view })
    }

    /// Who the service has verified the owner of this phone to be.
    fn account_of(&self, phone: usize) -> Option<Account> {
        let account = self.script.phones.get(phone)?.account.as_ref()?;
        Some(Account { issuer: account.issuer.clone(), subject: account.subject.clone() })
    }

    fn find_by(&self, via: &Via) -> Option<usize> {
        let found = |(call, room): (usize, &super::service::Room)| {
            let leads = match via {
                Via::Link(link) => room.call.links().contains(link),
                Via::Code(code) => room.call.codes().any(|made| made == code),
                Via::Ticket(ticket) => room.call.tickets().any(|made| made == ticket),
            };
            leads.then_some(call)
        };
        self.service.rooms().find_map(found)
    }
}

fn via(invitation: &str) -> Via {
    if let Ok(token) = Token::parse(invitation) {
        Via::Link(LinkHash(token.to_string()))
    } else if let Ok(code) = SpokenCode::parse(invitation) {
        Via::Code(CodeHash(code.digits()))
    } else {
        Via::Ticket(TicketHash(invitation.to_owned()))
    }
}

fn restarting() -> Problem {
    Problem { retry_after_ms: Some(1_000), ..Problem::new(ProblemCode::Restarting) }
}
