//! The access token of a customer who has an account: carried by the knock, asked for again when it is refused.

use std::fmt;

use super::state::Link;
use super::step::Turn;
use super::{Effect, OverReason};

/// A longer one would not pass the proxies in between; most take 8 KiB of head.
const MAX_LENGTH: usize = 6 * 1024;
/// How long the shell may take for a fresh token, a browser and a password included. Then the knock goes without.
const PATIENCE_MS: u64 = 60_000;
/// Whoever comes back from the browser brings the token a moment later.
const BACK_FROM_BROWSER_MS: u64 = 5_000;

/// What shows the service that the customer is signed in. Held in memory only: it is short-lived, and the shell
/// keeps what it is made from.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

impl AccessToken {
    /// Reads a token as it travels behind `Bearer`: visible ASCII, up to 6 KiB. Whatever else it is, it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=MAX_LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// The token as it travels. Secret.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken")
    }
}

/// What is known of the customer's account, whatever is shown.
#[derive(Clone, Default)]
pub(super) struct Account {
    pub(super) token: Option<AccessToken>,
    /// No knock has carried it yet.
    pub(super) is_new: bool,
}

/// How far a place is with a service that wants its customers signed in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum SignIn {
    /// Nothing is asked.
    #[default]
    Fine,
    /// The shell is asked for a fresh token; no knock until it answers, or has had its time.
    Asked,
    /// It has. Not asked again before a knock is taken.
    Answered,
}

impl Turn<'_> {
    /// The shell brings a token, or says that there is none. A running stream is as good as it was: the token is
    /// for the next knock.
    pub(super) fn access_token(&mut self, token: Option<AccessToken>) {
        self.j.account = Account { is_new: token.is_some(), token };
        let now = self.ms();
        if let Some(live) = self.j.live_mut().filter(|live| live.sign_in == SignIn::Asked) {
            (live.sign_in, live.link) = (SignIn::Answered, Link::Down { retry_at: now });
        }
    }

    /// The token to knock with.
    pub(super) fn show_token(&mut self) -> Option<AccessToken> {
        self.j.account.is_new = false;
        self.j.account.token.clone()
    }

    /// The service wants to know who this is: with a token that came meanwhile at once, with a fresh one when the
    /// shell has one, and at last without.
    pub(super) fn sign_in_needed(&mut self) {
        if !self.j.account.is_new {
            let had = self.j.account.token.take().is_some();
            let Some(live) = self.j.live_mut() else { return };
            match live.sign_in {
                SignIn::Answered if had => {}
                SignIn::Answered => return self.turned_away(OverReason::Unknown, true),
                SignIn::Fine | SignIn::Asked => {
                    live.sign_in = SignIn::Asked;
                    self.effects.push(Effect::FreshAccessToken);
                    return self.hang_up_until(PATIENCE_MS);
                }
            }
        }
        self.hang_up_until(0);
    }

    pub(super) fn waits_for_token(&self) -> bool {
        self.j.live().is_some_and(|live| live.sign_in == SignIn::Asked)
    }

    /// The app is in front again, perhaps from the browser in which the customer signed in.
    pub(super) fn back_from_browser(&mut self) {
        let least = self.ms().saturating_add(BACK_FROM_BROWSER_MS);
        if let Some(live) = self.j.live_mut().filter(|live| live.sign_in == SignIn::Asked)
            && let Link::Down { retry_at } = &mut live.link
        {
            *retry_at = (*retry_at).max(least);
        }
    }

    /// The answer ended the stream. The service can be reached, so no pause grows.
    fn hang_up_until(&mut self, in_ms: u64) {
        let at = self.ms().saturating_add(in_ms);
        if let Some(live) = self.j.live_mut() {
            live.failures = 0;
            live.link = Link::Down { retry_at: at };
        }
    }
}
