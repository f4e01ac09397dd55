//! The organisation's agents: invitations, sessions, tokens.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may: helpers are not seen as tests")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use onecall::protocol::{AgentId, CommandId, Timestamp};
use onecall_service::agents::{Agents, AgentsError, Proof, Role, SignInId, Standing};
use onecall_service::clock::{Clock, SystemClock};
use onecall_service::config::AgentToken;

const HOUR: u64 = 60 * 60 * 1000;

/// A clock that stands still until it is told.
struct Hand(AtomicU64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
    fn random(&self) -> u128 {
        SystemClock.random()
    }
}

fn open(folder: &Path) -> (Agents, Arc<Hand>) {
    let hand = Arc::new(Hand(AtomicU64::new(1_000 * HOUR)));
    (Agents::open(folder, None, hand.clone()).unwrap(), hand)
}

/// Which sign-in a session goes back to.
fn sign_in(agents: &Agents, session: &str) -> SignInId {
    agents.recognise(Proof::Session, session).unwrap().unwrap().sign_in.unwrap()
}

fn is_good(agents: &Agents, session: &str) -> bool {
    agents.authenticate(Proof::Session, session).unwrap().is_some()
}

#[test]
fn a_sign_in_link_works_once() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    let signed_in = agents.sign_in(&invited.secret, None, true, None).unwrap().unwrap();
    assert!(signed_in.agent.name == invited.name);
    assert!(agents.sign_in(&invited.secret, None, true, None).unwrap().is_none());
}

#[test]
fn whoever_asks_again_because_the_answer_was_lost_is_signed_in_and_nobody_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let secret = agents.invite("Anna", Role::Agent).unwrap().secret;
    let sign_in = |command| agents.sign_in(&secret, None, false, Some(&CommandId::from_bits(command))).unwrap();
    let first = sign_in(1).unwrap();
    let again = sign_in(1).unwrap();
    assert!((&first.session, &first.agent.name) == (&again.session, &again.agent.name));
    assert!(is_good(&agents, &again.session));
    assert!(sign_in(2).is_none(), "somebody else");
    agents.sign_out(&crate::sign_in(&agents, &first.session)).unwrap();
    assert!(sign_in(1).is_none(), "who signed out is out");
}

#[test]
fn a_sign_in_link_dies_after_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, hand) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    hand.0.fetch_add(24 * HOUR, Ordering::Relaxed);
    assert!(agents.sign_in(&invited.secret, None, true, None).unwrap().is_none());
}

#[test]
fn a_session_is_no_token_and_a_token_no_session() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    let signed_in = agents.sign_in(&invited.secret, None, true, None).unwrap().unwrap();
    for (proof, secret, good) in [
        (Proof::Session, &signed_in.session, true),
        (Proof::Token, signed_in.token.as_ref().unwrap(), true),
        (Proof::Token, &signed_in.session, false),
        (Proof::Session, signed_in.token.as_ref().unwrap(), false),
    ] {
        assert_eq!(agents.authenticate(proof, secret).unwrap().is_some(), good);
    }
    agents.sign_out(&sign_in(&agents, &signed_in.session)).unwrap();
    assert!(agents.authenticate(Proof::Session, &signed_in.session).unwrap().is_none());
    assert!(agents.authenticate(Proof::Token, signed_in.token.as_ref().unwrap()).unwrap().is_some());
}

#[test]
fn a_session_lasts_thirty_days_from_its_last_use() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, hand) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    let signed_in = agents.sign_in(&invited.secret, None, true, None).unwrap().unwrap();
    let (mut session, token) = (signed_in.session, signed_in.token.unwrap());
    for _ in 0..3 {
        hand.0.fetch_add(29 * 24 * HOUR, Ordering::Relaxed);
        assert!(is_good(&agents, &session) && agents.authenticate(Proof::Token, &token).unwrap().is_some());
        session = agents.renew(&session).unwrap().unwrap();
    }
    assert!(is_good(&agents, &session));
    hand.0.fetch_add(30 * 24 * HOUR, Ordering::Relaxed);
    assert!(!is_good(&agents, &session) && agents.renew(&session).unwrap().is_none());
    assert!(agents.authenticate(Proof::Token, &token).unwrap().is_none());
}

#[test]
fn a_session_is_replaced_every_hour_and_the_old_one_ends_once_the_new_one_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, hand) = open(folder.path());
    let old =
        agents.sign_in(&agents.invite("Anna", Role::Agent).unwrap().secret, None, true, None).unwrap().unwrap().session;
    hand.0.fetch_add(HOUR - 1, Ordering::Relaxed);
    assert_eq!(agents.renew(&old).unwrap(), None, "not yet");
    hand.0.fetch_add(1, Ordering::Relaxed);
    let new = agents.renew(&old).unwrap().unwrap();
    assert_eq!(agents.renew(&old).unwrap(), None, "requests that are under way together get one between them");

    // The answer is on its way, for however long: nobody is signed out by it.
    hand.0.fetch_add(24 * HOUR, Ordering::Relaxed);
    assert!(is_good(&agents, &old));
    assert_eq!(sign_in(&agents, &new), sign_in(&agents, &old), "it is the same sign-in");
    // Shown once, it is the one: what was asked for with the old one meanwhile is still answered.
    hand.0.fetch_add(HOUR / 60 - 1, Ordering::Relaxed);
    assert!(is_good(&agents, &old) && agents.renew(&old).unwrap().is_none());
    hand.0.fetch_add(1, Ordering::Relaxed);
    assert!(!is_good(&agents, &old) && is_good(&agents, &new));
}

#[test]
fn a_new_session_whose_answer_was_lost_is_made_once_more() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, hand) = open(folder.path());
    let old =
        agents.sign_in(&agents.invite("Anna", Role::Agent).unwrap().secret, None, true, None).unwrap().unwrap().session;
    hand.0.fetch_add(HOUR, Ordering::Relaxed);
    let lost = agents.renew(&old).unwrap().unwrap();
    hand.0.fetch_add(10 * 1000, Ordering::Relaxed);
    let second = agents.renew(&old).unwrap().unwrap();
    assert_ne!(lost, second);
    let is_signed_in = sign_in(&agents, &second);
    agents.sign_out(&is_signed_in).unwrap();
    for session in [&old, &lost, &second] {
        assert!(!is_good(&agents, session), "signing out ends all of them");
    }
    assert!(!agents.is_signed_in(&is_signed_in).unwrap());
}

#[test]
fn signing_out_everywhere_ends_every_sign_in_of_this_agent_and_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let enter = |name: &str| {
        agents.sign_in(&agents.invite(name, Role::Agent).unwrap().secret, None, true, None).unwrap().unwrap()
    };
    let (desk, phone, ben) = (enter("Anna"), enter("Anna"), enter("Ben"));
    let spare = agents.invite("Anna", Role::Agent).unwrap();
    agents.sign_out_everywhere(&desk.agent.name.id).unwrap();
    for signed_in in [&desk, &phone] {
        assert!(!is_good(&agents, &signed_in.session));
        assert!(agents.authenticate(Proof::Token, signed_in.token.as_ref().unwrap()).unwrap().is_none());
    }
    assert!(is_good(&agents, &ben.session));
    assert!(
        agents.sign_in(&spare.secret, None, true, None).unwrap().is_some(),
        "a link that was not used is the way back"
    );
}

#[test]
fn a_session_that_cannot_be_renewed_is_good_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, hand) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    let session = agents.sign_in(&invited.secret, None, true, None).unwrap().unwrap().session;
    // As on a full disk: what is there can be read, and nothing more is written.
    let full = "CREATE TRIGGER full BEFORE UPDATE ON credentials BEGIN SELECT RAISE(ABORT, 'disk full'); END";
    rusqlite::Connection::open(folder.path().join("agents.db")).unwrap().execute_batch(full).unwrap();
    hand.0.fetch_add(29 * 24 * HOUR, Ordering::Relaxed);
    assert!(agents.renew(&session).is_err());
    assert!(agents.authenticate(Proof::Session, &session).unwrap().is_some());
    hand.0.fetch_add(2 * 24 * HOUR, Ordering::Relaxed);
    assert!(agents.authenticate(Proof::Session, &session).unwrap().is_none(), "and no longer than it was");
}

#[test]
fn a_revoked_agent_is_out_at_once_even_if_another_process_did_it() {
    let folder = tempfile::tempdir().unwrap();
    let (service, _) = open(folder.path());
    let (command_line, _) = open(folder.path());
    let invited = command_line.invite("Anna", Role::Agent).unwrap();
    let spare = command_line.invite("Anna", Role::Agent).unwrap();
    assert!(spare.again && spare.name == invited.name);
    let signed_in = service.sign_in(&invited.secret, None, true, None).unwrap().unwrap();
    assert!(service.authenticate(Proof::Token, signed_in.token.as_ref().unwrap()).unwrap().is_some());

    command_line.revoke(&invited.name.id).unwrap();
    assert!(service.authenticate(Proof::Token, signed_in.token.as_ref().unwrap()).unwrap().is_none());
    assert!(service.sign_in(&spare.secret, None, true, None).unwrap().is_none(), "links that were not used die, too");
    assert_eq!(service.list().unwrap()[0].standing, Standing::Revoked);
    assert!(service.find(&invited.name.id).unwrap().is_none());
    assert!(matches!(service.revoke(&AgentId::from_bits(1)), Err(AgentsError::NoSuchAgent)));
}

#[test]
fn the_first_admin_is_invited_until_somebody_has_signed_in() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let first = agents.invite_first().unwrap().unwrap();
    let second = agents.invite_first().unwrap().unwrap();
    assert!(agents.sign_in(&first.secret, None, true, None).unwrap().is_none(), "the older link died");
    let admin = agents.sign_in(&second.secret, Some("Anna"), true, None).unwrap().unwrap().agent;
    assert_eq!((admin.name.name.as_str(), admin.role), ("Anna", Role::Admin));
    assert!(agents.invite_first().unwrap().is_none());
    agents.revoke(&admin.name.id).unwrap();
    assert!(agents.invite_first().unwrap().is_some(), "an organisation without agents can begin again");
}

#[test]
fn a_name_that_cannot_be_shown_uses_no_link_up() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    assert!(matches!(agents.sign_in(&invited.secret, Some(""), true, None), Err(AgentsError::Name(_))));
    assert!(agents.sign_in(&invited.secret, None, true, None).unwrap().is_some());
}

#[test]
fn the_api_token_is_an_admin_who_stays_the_same_when_the_token_changes() {
    let folder = tempfile::tempdir().unwrap();
    let with = |token: &str| {
        let token = AgentToken::parse(token, true).unwrap();
        Agents::open(folder.path(), Some(&token), Arc::new(SystemClock)).unwrap()
    };
    let (old, new) = ("an-old-token-of-16", "a-new-token-of-16-");
    let first = with(old).authenticate(Proof::Token, old).unwrap().unwrap();
    let second = with(new).authenticate(Proof::Token, new).unwrap().unwrap();
    assert!(first.name == second.name && first.role == Role::Admin);
    assert!(with(new).authenticate(Proof::Token, old).unwrap().is_none());
    assert!(with(new).find(&first.name.id).unwrap().is_some());
}

#[test]
fn no_secret_lies_in_the_database() {
    let folder = tempfile::tempdir().unwrap();
    let (agents, _) = open(folder.path());
    let invited = agents.invite("Anna", Role::Agent).unwrap();
    let unused = agents.invite("Ben", Role::Agent).unwrap();
    let signed_in = agents.sign_in(&invited.secret, None, true, None).unwrap().unwrap();
    let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    let all: Vec<u8> = files.flatten().collect();
    for secret in [&invited.secret, &unused.secret, &signed_in.session, signed_in.token.as_ref().unwrap()] {
        assert!(!all.windows(secret.len()).any(|window| window == secret.as_bytes()));
    }
}
