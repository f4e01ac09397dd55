//! What an agent does.

use crate::protocol::{AgentAct, AgentName, CallPatch, DeclineReason, KnockId};

use super::guest::{Gone, Guest, Standing};
use super::step::{Draft, over};
use super::{Admitter, Call, CodeHash, Event, LinkHash, Refusal, Value, WhyOver, values};

/// What an act needs and the lobby may not make up.
pub(super) struct Supplies {
    pub(super) next_link: Option<LinkHash>,
    pub(super) code: Option<CodeHash>,
    pub(super) successor: Option<AgentName>,
}

/// Does `act`. The first of two agents wins; the other is told who that was.
pub(super) fn act(draft: &mut Draft, by: AgentName, act: AgentAct, supplies: Supplies) -> Result<(), Refusal> {
    if act == AgentAct::End {
        return end(draft, by);
    }
    if draft.call.is_over() {
        return Err(Refusal::CallOver);
    }
    match act {
        AgentAct::Notice { knock } => notice(draft, by, &knock),
        AgentAct::Admit { knock } => admit(draft, by, &knock),
        AgentAct::Hold { knock, message } => hold(draft, by, &knock, message),
        AgentAct::Release { knock } => release(draft, by, &knock),
        AgentAct::Message { knock, text } => message(draft, &by, knock.as_ref(), &text),
        AgentAct::Decline { knock, reason, block } => decline(draft, &by, &knock, reason, block),
        AgentAct::SendBack { knock } => send_back(draft, by, &knock),
        AgentAct::Remove { knock } => remove(draft, by, &knock, supplies.next_link),
        AgentAct::ReplaceLink => replace_link(draft, supplies.next_link),
        AgentAct::SpokenCode => make_code(draft, supplies.code),
        AgentAct::HandOver { to } => {
            let successor = supplies.successor.filter(|successor| successor.id == to);
            hand_over(draft, by, successor.ok_or(Refusal::NoSuchAgent)?);
            Ok(())
        }
        AgentAct::End => Ok(()),
    }
}

/// Changes what the patch names. Nothing is written when nothing changes.
pub(super) fn edit(draft: &mut Draft, by: AgentName, patch: CallPatch) -> Result<(), Refusal> {
    let call = &draft.call;
    if call.is_over() {
        return Err(Refusal::CallOver);
    }
    let title = patch.title.unwrap_or_else(|| call.title.clone());
    let starts_at = patch.starts_at.unwrap_or(call.starts_at);
    let minutes = patch.minutes.unwrap_or(call.minutes);
    let set_up = patch.set_up.filter(|set_up| *set_up != call.set_up);
    let language = patch.language.filter(|language| *language != call.language);
    values::title(&title)?;
    values::minutes(minutes)?;
    if let Some(language) = &language {
        values::language(language)?;
    }
    if starts_at != call.starts_at {
        values::start(starts_at, draft.at, &call.settings)?;
    }
    let plan = title != call.title || starts_at != call.starts_at || minutes != call.minutes;
    if plan || set_up.is_some() || language.is_some() {
        draft.emit(Event::Edited { by, title, starts_at, minutes, set_up, language });
    }
    Ok(())
}

fn notice(draft: &mut Draft, by: AgentName, knock: &KnockId) -> Result<(), Refusal> {
    if one_waiting(&draft.call, knock)?.standing == Standing::Waiting {
        draft.emit(Event::Noticed { knock: knock.clone(), by });
    }
    Ok(())
}

fn admit(draft: &mut Draft, by: AgentName, knock: &KnockId) -> Result<(), Refusal> {
    let Some(guest) = draft.call.guest(knock) else {
        return match declined_by(&draft.call, knock) {
            Some(first) if first.id != by.id => Err(Refusal::AlreadyDecided { by: first.clone() }),
            // The customer has been told; they may come back, and then be admitted.
            Some(_) => Err(Refusal::NotNow),
            None => Err(Refusal::NoSuchKnock),
        };
    };
    match &guest.admitted_by {
        Some(Admitter::Agent(first)) if first.id != by.id => Err(Refusal::AlreadyDecided { by: first.clone() }),
        Some(_) => Ok(()),
        None if draft.call.taken_by().is_some() => Err(Refusal::CallTaken),
        None => {
            draft.emit(Event::Admitted { knock: knock.clone(), by: Admitter::Agent(by) });
            Ok(())
        }
    }
}

fn hold(draft: &mut Draft, by: AgentName, knock: &KnockId, message: Option<String>) -> Result<(), Refusal> {
    if let Some(message) = &message {
        values::text(message)?;
    }
    let guest = one_waiting(&draft.call, knock)?;
    let news = message.is_some() && message != guest.message;
    if guest.standing != Standing::Held || news {
        draft.emit(Event::Held { knock: knock.clone(), message, by });
    }
    Ok(())
}

fn release(draft: &mut Draft, by: AgentName, knock: &KnockId) -> Result<(), Refusal> {
    if one_waiting(&draft.call, knock)?.standing == Standing::Held {
        draft.emit(Event::Released { knock: knock.clone(), by });
    }
    Ok(())
}

fn message(draft: &mut Draft, by: &AgentName, knock: Option<&KnockId>, text: &str) -> Result<(), Refusal> {
    values::text(text)?;
    let to: Vec<_> = match knock {
        Some(knock) => vec![one_waiting(&draft.call, knock)?.knock.clone()],
        None => draft.call.waiting().map(|guest| guest.knock.clone()).collect(),
    };
    // Better said than believed: nobody would read it.
    if to.is_empty() {
        return Err(Refusal::NotNow);
    }
    for knock in to {
        draft.emit(Event::Messaged { knock, text: text.to_owned(), by: by.clone() });
    }
    Ok(())
}

fn decline(
    draft: &mut Draft,
    by: &AgentName,
    knock: &KnockId,
    reason: DeclineReason,
    block: bool,
) -> Result<(), Refusal> {
    let declined = Event::Declined { knock: knock.clone(), reason, block, by: by.clone() };
    let Some(guest) = draft.call.guest(knock) else {
        return match draft.call.past(knock).map(|past| &past.how) {
            Some(Gone::Declined { by: first, .. }) if first.id != by.id => {
                Err(Refusal::AlreadyDecided { by: first.clone() })
            }
            Some(Gone::Declined { block: false, .. }) if block => {
                draft.emit(declined);
                Ok(())
            }
            Some(Gone::Declined { .. }) => Ok(()),
            _ => Err(Refusal::NoSuchKnock),
        };
    };
    match &guest.admitted_by {
        Some(Admitter::Agent(first)) if first.id != by.id => Err(Refusal::AlreadyDecided { by: first.clone() }),
        // Let in already: that is taken back by sending back or removing.
        Some(_) => Err(Refusal::NotNow),
        None => {
            draft.emit(declined);
            Ok(())
        }
    }
}

fn send_back(draft: &mut Draft, by: AgentName, knock: &KnockId) -> Result<(), Refusal> {
    // With a full lobby one more waits than may come: better than putting somebody out.
    let guest = draft.call.guest(knock).ok_or(Refusal::NoSuchKnock)?;
    if guest.standing.takes_the_call() {
        draft.emit(Event::SentBack { knock: knock.clone(), by });
    }
    Ok(())
}

fn remove(draft: &mut Draft, by: AgentName, knock: &KnockId, next: Option<LinkHash>) -> Result<(), Refusal> {
    let Some(guest) = draft.call.guest(knock) else {
        let removed = draft.call.past(knock).is_some_and(|past| past.how == Gone::Removed);
        return if removed { Ok(()) } else { Err(Refusal::NoSuchKnock) };
    };
    if guest.standing.waits() {
        return Err(Refusal::NotNow);
    }
    let link = fresh_link(&draft.call, next)?;
    draft.emit(Event::Removed { knock: knock.clone(), by });
    draft.emit(Event::LinkReplaced { link });
    Ok(())
}

fn replace_link(draft: &mut Draft, next: Option<LinkHash>) -> Result<(), Refusal> {
    let link = fresh_link(&draft.call, next)?;
    draft.emit(Event::LinkReplaced { link });
    Ok(())
}

fn make_code(draft: &mut Draft, code: Option<CodeHash>) -> Result<(), Refusal> {
    let code = code.ok_or(Refusal::BadValue(Value::Supply))?;
    // Nine digits repeat in time; two codes with one meaning each are not to be one with two.
    if draft.call.codes().any(|made| *made == code) {
        return Err(Refusal::BadValue(Value::Supply));
    }
    let until = draft.at.after(draft.call.settings.code_life);
    draft.emit(Event::CodeMade { code, until });
    Ok(())
}

fn hand_over(draft: &mut Draft, by: AgentName, to: AgentName) {
    if draft.call.agent.id != to.id {
        draft.emit(Event::HandedOver { to, by });
    }
}

fn end(draft: &mut Draft, by: AgentName) -> Result<(), Refusal> {
    match &draft.call.over {
        Some((WhyOver::Ended { by: first }, _)) if first.id != by.id => {
            Err(Refusal::AlreadyDecided { by: first.clone() })
        }
        // Over by whatever else: what the agent wants is so.
        Some(_) => Ok(()),
        None => {
            over(draft, WhyOver::Ended { by });
            Ok(())
        }
    }
}

/// Somebody in the lobby, not let in yet.
fn one_waiting<'a>(call: &'a Call, knock: &KnockId) -> Result<&'a Guest, Refusal> {
    let guest = call.guest(knock).ok_or(Refusal::NoSuchKnock)?;
    if guest.standing.waits() { Ok(guest) } else { Err(Refusal::NotNow) }
}

fn declined_by<'a>(call: &'a Call, knock: &KnockId) -> Option<&'a AgentName> {
    match &call.past(knock)?.how {
        Gone::Declined { by, .. } => Some(by),
        _ => None,
    }
}

fn fresh_link(call: &Call, next: Option<LinkHash>) -> Result<LinkHash, Refusal> {
    next.filter(|next| !call.links.contains(next)).ok_or(Refusal::BadValue(Value::Supply))
}
