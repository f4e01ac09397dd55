//! What agents do.

use std::collections::BTreeSet;

use onecall::link::SpokenCode;
use onecall::lobby::{CodeHash, Command};
use onecall::protocol::{AgentAct, AgentId, AgentName, CommandId, KnockId};

use super::service::{Undone, link_hash};
use super::world::{What, World};
use crate::script::{AgentDoes, Pick};

/// How long an agent's command is under way, in milliseconds; some are lost, some doubled.
const DELAY: (u64, u64) = (5, 250);
const LOST: u8 = 2;
const DOUBLED: u8 = 3;
/// A console sends again what is not answered.
const AGAIN_AFTER: u64 = 2_000;
const TRIES: u8 = 20;

/// An agent with their console.
pub(super) struct Agent {
    name: AgentName,
    console: bool,
}

impl Agent {
    pub(super) fn new(agent: usize) -> Self {
        Self { name: name_of(agent), console: false }
    }
}

pub(super) fn name_of(agent: usize) -> AgentName {
    AgentName { id: AgentId::from_bits(agent as u128 + 1), name: format!("Agent {agent}") }
}

impl World {
    pub(super) fn agent_does(&mut self, agent: usize, does: &AgentDoes) {
        match does {
            AgentDoes::OpenConsole => self.set_console(agent, true),
            AgentDoes::CloseConsole => self.set_console(agent, false),
            AgentDoes::Create { call } => self.create(*call, agent),
            _ => {
                if let Some((call, act)) = self.click(does) {
                    let command_id = CommandId::from_bits(self.dice.wide_bits());
                    self.log(format_args!("agent {agent} * {}", act.kind()));
                    self.send_agent_command(agent, call, &command_id, &act, 0);
                }
            }
        }
    }

    fn set_console(&mut self, agent: usize, open: bool) {
        if let Some(one) = self.agents.get_mut(agent) {
            one.console = open;
            self.log(format_args!("agent {agent} * console {}", if open { "opens" } else { "closes" }));
            self.tell_presence();
        }
    }

    /// Which consoles are open, to every call.
    pub(super) fn tell_presence(&mut self) {
        let present: BTreeSet<AgentId> =
            self.agents.iter().filter(|agent| agent.console).map(|agent| agent.name.id.clone()).collect();
        let calls: Vec<usize> = self.service.rooms().map(|(call, _)| call).collect();
        for call in calls {
            if self.service.up {
                // Dying over it is made up for after the restart.
                let _ = self.decide(call, None, Command::AgentsPresent(present.clone()));
            }
        }
    }

    /// What a click means, with what the list shows; nothing if there is nobody to click on.
    fn click(&self, does: &AgentDoes) -> Option<(usize, AgentAct)> {
        let colleague = |agent: usize| self.agents.get(agent).map(|one| one.name.id.clone());
        does.click(|call, whom| self.pick(call, whom), colleague)
    }

    fn pick(&self, call: usize, whom: Pick) -> Option<KnockId> {
        match whom {
            Pick::Phone(phone) => {
                self.console(call)?;
                self.phones.get(phone)?.knock.clone()
            }
            _ => whom.among(&self.console(call)?.knocks),
        }
    }

    fn send_agent_command(&mut self, agent: usize, call: usize, command_id: &CommandId, act: &AgentAct, tries: u8) {
        if tries >= TRIES {
            return;
        }
        let lost = self.dice.percent(LOST);
        let copies = if lost { 0 } else { 1 + u8::from(self.dice.percent(DOUBLED)) };
        for copy in 0..copies {
            let delay = self.dice.between(DELAY.0, DELAY.1);
            // Of a copy nobody hears the answer, so nobody sends it again.
            let again = if copy == 0 { tries + 1 } else { TRIES };
            self.after(
                delay,
                What::AgentCommand { agent, call, command_id: command_id.clone(), act: act.clone(), again },
            );
        }
        if lost {
            self.after(
                AGAIN_AFTER,
                What::AgentCommand { agent, call, command_id: command_id.clone(), act: act.clone(), again: tries + 1 },
            );
        }
    }

    pub(super) fn agent_command_arrives(
        &mut self,
        agent: usize,
        call: usize,
        command_id: CommandId,
        act: AgentAct,
        again: u8,
    ) {
        let done =
            if self.service.up { self.agent_command(agent, call, &command_id, &act) } else { Err(Undone::Crashed) };
        match done {
            Ok(()) => {
                // The answer may be lost: then the console sends it again, and it must do nothing.
                if self.dice.percent(LOST) {
                    self.send_agent_command(agent, call, &command_id, &act, again);
                }
            }
            Err(Undone::Refused(refusal)) => self.service.refusals.push((self.now, agent, refusal)),
            Err(Undone::Crashed) => {
                if again < TRIES {
                    self.after(AGAIN_AFTER, What::AgentCommand { agent, call, command_id, act, again: again + 1 });
                }
            }
        }
    }

    fn agent_command(
        &mut self,
        agent: usize,
        call: usize,
        command_id: &CommandId,
        act: &AgentAct,
    ) -> Result<(), Undone> {
        let Some(by) = self.agents.get(agent).map(|one| one.name.clone()) else { return Ok(()) };
        let successor = match act {
            AgentAct::HandOver { to } => self.agents.iter().map(|one| &one.name).find(|name| name.id == *to).cloned(),
            _ => None,
        };
        let Some(room) = self.service.room_mut(call) else { return Ok(()) };
        let next_link = Some(link_hash(call, room.call.link_number() + 1));
        let code = matches!(act, AgentAct::SpokenCode).then(|| {
            room.codes_made += 1;
            let number = u32::try_from(call).unwrap_or_default() * 10_000 + room.codes_made;
            SpokenCode::from_number(number.wrapping_mul(7_919) % 1_000_000_000)
        });
        let code = code.flatten();
        let hash = code.map(|code| CodeHash(code.digits()));
        let command = Command::Agent { by, act: act.clone(), next_link, code: hash, successor };
        let done = self.decide(call, Some(command_id.clone()), command);
        if done.is_ok()
            && let Some(room) = self.service.room_mut(call)
        {
            room.code = code.or(room.code);
        }
        done
    }
}
