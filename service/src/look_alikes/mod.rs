//! Names that look like those of an agent, of the organisation or of somebody else in the same lobby:
//! somebody may want to be taken for them. They are shown with a warning, not refused – namesakes exist.
//!
//! By the skeletons of UTS #39, which `unicode-security` has the tables for. Only the service has
//! them: they are larger than everything else a phone knows of Unicode (docs/adr/0005-names.md).

use onecall::protocol::{AgentName, CallPhase, CallView, LooksLike};
use unicode_security::confusable_detection::skeleton;

/// A name with fewer characters is looked for as a whole only: inside other names it stands by chance.
const LONG_ENOUGH: usize = 3;

/// Marks who, of those in the lobby, looks like somebody else: before anybody lets them in, for each of
/// the agents who see them. `present`: who is at their console.
pub(crate) fn mark(view: &mut CallView, present: &[AgentName], organisation: Option<&str>) {
    let taken = if let CallPhase::Taken { agent, .. } = &view.phase { Some(agent) } else { None };
    let agents = present.iter().chain([&view.agent]).chain(taken);
    let agents: Vec<_> = agents.map(|agent| Name::of(&agent.name)).collect();
    let organisation = organisation.map(Name::of);
    let customers: Vec<_> = view.knocks.iter().map(|knock| Name::of(&knock.name)).collect();
    for (at, knock) in view.knocks.iter_mut().enumerate() {
        let Some(name) = customers.get(at) else { continue };
        let others = || customers.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        knock.looks_like = whose(name, &agents, organisation.as_ref())
            .or_else(|| others().any(|other| name.is(other)).then_some(LooksLike::Customer));
    }
}

fn whose(name: &Name, agents: &[Name], organisation: Option<&Name>) -> Option<LooksLike> {
    if agents.iter().any(|agent| name.is(agent) || name.holds(agent, 2)) {
        return Some(LooksLike::Agent);
    }
    organisation
        .is_some_and(|organisation| name.is(organisation) || name.holds(organisation, 1))
        .then_some(LooksLike::Organisation)
}

/// A name as it looks, word for word: once with its case taken away before the skeleton is made, once
/// after. `I` looks like `l`, and `i` does not.
struct Name([Vec<String>; 2]);

impl Name {
    fn of(name: &str) -> Self {
        let words = |look: fn(&str) -> String| {
            let words = name.split(|char: char| char.is_whitespace() || (char.is_ascii_punctuation() && char != '|'));
            words.filter(|word| !word.is_empty()).map(look).collect()
        };
        Self([
            words(|word| skeleton(&word.to_lowercase()).collect()),
            words(|word| skeleton(word).collect::<String>().to_lowercase()),
        ])
    }

    /// Whether both look the same, however they are cut into words.
    fn is(&self, other: &Self) -> bool {
        self.with(other, |ours, theirs| !theirs.is_empty() && ours.concat() == theirs.concat())
    }

    /// Whether the other one, if it has at least so many words, stands in this one: a first name alone
    /// is many people's.
    fn holds(&self, other: &Self, words: usize) -> bool {
        self.with(other, |ours, theirs| {
            let tells = theirs.len() >= words && theirs.concat().chars().count() >= LONG_ENOUGH;
            tells && ours.windows(theirs.len()).any(|window| window == theirs)
        })
    }

    fn with(&self, other: &Self, same: impl Fn(&[String], &[String]) -> bool) -> bool {
        self.0.iter().zip(&other.0).any(|(ours, theirs)| same(ours, theirs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(name: &str, agent: &str, organisation: &str) -> Option<LooksLike> {
        whose(&Name::of(name), &[Name::of(agent)], Some(&Name::of(organisation)))
    }

    #[test]
    fn who_looks_like_the_agent_or_the_organisation_is_told_apart_from_who_does_not() {
        use LooksLike::{Agent, Organisation};

        for (name, expected) in [
            ("Ingrid Lund", Some(Agent)),
            ("INGRID LUND", Some(Agent)),
            ("lngrid Lund", Some(Agent)),
            ("ingridlund", Some(Agent)),
            ("Ingrid-Lund", Some(Agent)),
            // Cyrillic and Greek letters.
            ("Ingrіd Lund", Some(Agent)),
            ("Ιngrid Lund", Some(Agent)),
            ("Agent Ingrid Lund (Support)", Some(Agent)),
            ("Contoso", Some(Organisation)),
            ("Contoso Support", Some(Organisation)),
            ("Сontоsо Helpdesk", Some(Organisation)),
            ("C0ntoso", Some(Organisation)),
            ("C o n t o s o", Some(Organisation)),
            ("Ingrid", None),
            ("Ingrid Berg", None),
            ("Lund", None),
            ("Contos", None),
            ("Contosoni Rossi", None),
            ("山田 太郎", None),
        ] {
            assert_eq!(looks(name, "Ingrid Lund", "Contoso"), expected, "{name}");
        }
    }

    #[test]
    fn short_and_empty_names_are_in_no_other() {
        assert_eq!(looks("Al Pacino", "Al", "Al"), None);
        assert_eq!(looks("Al", "Al", ""), Some(LooksLike::Agent));
        assert_eq!(looks("Grace", "", ""), None);
        assert_eq!(looks("...", "...", "..."), None);
    }
}
