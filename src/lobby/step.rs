//! One step: who asks, what is due, what is asked.

use crate::protocol::Timestamp;

use super::{Call, Command, Create, Event, Moment, Refusal, Step, WhyOver};
use super::{agent, customer, knocking, values, waking};

/// What `command` does to `call` at `moment`.
///
/// Nothing but `moment` and the two others decides: the same input gives the same output.
///
/// # Errors
/// A [`Refusal`] changes nothing and is not remembered: the same command may succeed later.
pub fn step(call: Option<&Call>, moment: &Moment, command: Command) -> Result<Step, Refusal> {
    let Some(call) = call else {
        return match command {
            Command::Create(create) => create_call(moment, create),
            // There is nothing to find: the same answers as for what is not there.
            Command::Knock(_) | Command::Ticket { .. } => Err(Refusal::LinkDead),
            Command::Customer { .. } => Err(Refusal::NoSuchKnock),
            _ => Err(Refusal::NotNow),
        };
    };
    check_secret(call, &command)?;
    let mut draft = Draft::new(call.clone(), moment.now);
    if call.has_done(moment.command_id.as_ref()) {
        return Ok(draft.finish(None));
    }
    // The wake-up may be late; a link whose time is up opens nothing even so.
    waking::expire(&mut draft);
    match command {
        Command::Create(_) => return Err(Refusal::NotNow),
        Command::Edit { by, patch } => agent::edit(&mut draft, by, patch)?,
        Command::Knock(knock) => knocking::knock(&mut draft, knock, moment.entropy)?,
        Command::Ticket { via, ticket } => knocking::make_ticket(&mut draft, via, ticket)?,
        Command::Customer { knock, act, ticket, secret: _ } => customer::act(&mut draft, &knock, act, ticket)?,
        Command::Agent { by, act, next_link, code, successor } => {
            agent::act(&mut draft, by, act, agent::Supplies { next_link, code, successor })?;
        }
        Command::AgentsPresent(agents) => {
            if !draft.call.is_over() && draft.call.volatile.agents != agents {
                draft.emit(Event::AgentsPresent { agents });
            }
        }
        Command::Wake => waking::wake(&mut draft),
    }
    // Perhaps the last one left whom an expired link was kept alive for.
    waking::expire(&mut draft);
    Ok(draft.finish(Some(moment)))
}

/// A knock belongs to whoever has its secret. Asked before everything else, so that no other answer
/// tells a stranger anything about it.
fn check_secret(call: &Call, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Knock(knock) if call.secret(&knock.knock).is_some_and(|kept| *kept != knock.secret) => {
            Err(Refusal::NotYours)
        }
        Command::Customer { knock, secret, .. } => match call.secret(knock) {
            None => Err(Refusal::NoSuchKnock),
            Some(kept) if kept != secret => Err(Refusal::NotYours),
            Some(_) => Ok(()),
        },
        _ => Ok(()),
    }
}

fn create_call(moment: &Moment, create: Create) -> Result<Step, Refusal> {
    let Create { agent, title, starts_at, minutes, set_up, language, link, settings } = create;
    values::title(&title)?;
    values::minutes(minutes)?;
    values::language(&language)?;
    values::start(starts_at, moment.now, &settings)?;
    let created = Event::Created { agent, title, starts_at, minutes, set_up, language, link, settings };
    let call = Call::from_created(moment.now, &created).ok_or(Refusal::NotNow)?;
    let draft = Draft { call, at: moment.now, events: vec![created] };
    Ok(draft.finish(Some(moment)))
}

/// A step in the making: events are applied as they are decided, so that each rule sees what the
/// one before it did.
pub(super) struct Draft {
    pub(super) call: Call,
    pub(super) at: Timestamp,
    events: Vec<Event>,
}

impl Draft {
    fn new(call: Call, now: Timestamp) -> Self {
        let at = now.max(call.clock());
        Self { call, at, events: Vec::new() }
    }

    pub(super) fn emit(&mut self, event: Event) {
        self.call.apply(self.at, &event);
        self.events.push(event);
    }

    fn finish(mut self, moment: Option<&Moment>) -> Step {
        // A command without a durable event is not written down; remembered here only, it would be
        // forgotten by a restart. Doing nothing twice needs no memory.
        if self.events.iter().any(Event::is_durable) {
            self.call.remember(moment.and_then(|moment| moment.command_id.as_ref()));
        }
        let wake_at = self.call.wake_at();
        Step { call: self.call, at: self.at, events: self.events, wake_at }
    }
}

/// The call is over, for this reason.
pub(super) fn over(draft: &mut Draft, why: WhyOver) {
    draft.emit(Event::Over(why));
}
