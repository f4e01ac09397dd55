//! `onecall agents`.

use std::path::Path;
use std::sync::Arc;

use onecall::protocol::AgentId;

use super::{Agents as Line, AgentsAct, whole};
use crate::agents::{Agents, AgentsError, Role, SIGN_IN_PATH, Standing};
use crate::clock::SystemClock;
use crate::config::DATA;

pub(super) fn run(line: Line) -> anyhow::Result<()> {
    let file = line.file.read()?;
    let data = line.data.or(file.data).unwrap_or_else(|| DATA.into());
    let agents = open(&data)?;
    match line.act {
        AgentsAct::Invite { name, admin } => invite(&agents, &name, if admin { Role::Admin } else { Role::Agent }),
        AgentsAct::List => list(&agents),
        AgentsAct::Revoke { id } => revoke(&agents, &id),
    }
}

fn open(data: &Path) -> anyhow::Result<Agents> {
    // Making one here would hide that the folder is the wrong one.
    if !Agents::exist(data) {
        anyhow::bail!(
            "There is no data of a service in {}: start the service once, or name its folder with --data.",
            whole(data).display()
        );
    }
    Ok(Agents::open(data, None, Arc::new(SystemClock))?)
}

fn invite(agents: &Agents, name: &str, role: Role) -> anyhow::Result<()> {
    let origin = agents.origin()?;
    let Some(origin) = origin else {
        anyhow::bail!("The service has never run on this data folder, so its address is unknown: start it once.");
    };
    let invited = agents.invite(name, role)?;
    if invited.again {
        eprintln!("{} was an agent already; this is one more way in for them:", invited.name.name);
    }
    println!("{origin}{SIGN_IN_PATH}{}", invited.secret);
    Ok(())
}

fn list(agents: &Agents) -> anyhow::Result<()> {
    for agent in agents.list()? {
        let role = match agent.role {
            Role::Admin => "admin",
            Role::Agent => "agent",
        };
        let standing = match agent.standing {
            Standing::Invited => "invited",
            Standing::Active => "active",
            Standing::Revoked => "revoked",
        };
        println!("{}  {role}  {standing:7}  {}", agent.name.id, agent.name.name);
    }
    Ok(())
}

fn revoke(agents: &Agents, id: &str) -> anyhow::Result<()> {
    let id = AgentId::parse(id).map_err(|_| AgentsError::NoSuchAgent)?;
    let name = agents.revoke(&id)?.name;
    println!("{name} is let in no longer.");
    Ok(())
}
