//! What the service's own pages and messages say: the ids of `service.ftl`.

use super::Language;

/// A sentence of `service.ftl`.
#[derive(Clone, Copy)]
pub(crate) struct Sentence(&'static str);

impl Sentence {
    /// The sentence in this language.
    pub(crate) fn in_language(self, language: Language) -> String {
        super::format(self.0, &[], language)
    }

    /// The sentence with these arguments in it, by their names.
    pub(crate) fn with(self, arguments: &[(&str, &str)], language: Language) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        super::format(self.0, &arguments, language)
    }
}

macro_rules! sentences {
    ($($name:ident $id:literal;)*) => {
        $(pub(crate) const $name: Sentence = Sentence($id);)*

        /// Every id. For tests alone, so that the compiler reports a sentence that nothing says.
        #[cfg(test)]
        pub(super) const EVERY: &[&str] = &[$($id,)*];
    };
}

sentences! {
    JOIN_TITLE "join-title";
    JOIN_WHY "join-why";
    JOIN_WHY_OF "join-why-of";
    JOIN_YOUR_LINK "join-your-link";
    JOIN_THEN "join-then";
    LANDING_OPEN_APP "landing-open-app";
    LANDING_JOIN "landing-join";
    LANDING_GET_APP "landing-get-app";
    LANDING_OPEN_OR_GET "landing-open-or-get";
    LANDING_AFTER_INSTALL "landing-after-install";
    LANDING_ON_PHONE "landing-on-phone";
    LANDING_QR_ALONE "landing-qr-alone";
    LANDING_QR "landing-qr";
    LANDING_OTHER_WAYS "landing-other-ways";
    LANDING_COPY "landing-copy";
    LANDING_COPIED "landing-copied";
    LANDING_COPY_BY_HAND "landing-copy-by-hand";
    LANDING_TAKE_ALONG "landing-take-along";
    LANDING_TAKE_ALONG_TO_APP "landing-take-along-to-app";
    LANDING_CODE "landing-code";
    NO_APP_TITLE "no-app-title";
    CODE_TITLE "code-title";
    CODE_LABEL "code-label";
    CODE_BUTTON "code-button";
    LATER_TITLE "later-title";
    LATER_WHAT "later-what";
    JOIN_PAGE_TITLE "join-page-title";
    JOIN_PAGE_LOADING "join-page-loading";
    JOIN_NEEDS_SCRIPT "join-needs-script";
    JOIN_PAGE_NOT_LOADED "join-page-not-loaded";
    DEAD_TITLE "dead-title";
    DEAD_WHAT_TO_DO "dead-what-to-do";
    DEAD_MY_CALL "dead-my-call";
    DAMAGED_TITLE "damaged-title";
    WELCOME_TITLE "welcome-title";
    WELCOME_CUSTOMERS "welcome-customers";
    WELCOME_AGENTS "welcome-agents";
    WELCOME_CONSOLE "welcome-console";
    CONSOLE_TITLE "console-title";
    CONSOLE_NEEDS_SCRIPT "console-needs-script";
    SIGN_IN_TITLE "sign-in-title";
    SIGN_IN_NEEDS_SCRIPT "sign-in-needs-script";
    SIGN_IN_NAME "sign-in-name";
    SIGN_IN_BUTTON "sign-in-button";
    SIGN_IN_DONE "sign-in-done";
    SIGN_IN_AS "sign-in-as";
    SIGN_IN_CONSOLE "sign-in-console";
    SIGN_IN_INCOMPLETE "sign-in-incomplete";
    SIGN_IN_REFUSED "sign-in-refused";
    SIGN_IN_UNREACHABLE "sign-in-unreachable";
    SIGN_IN_LATER "sign-in-later";
    SHARING_TITLE "sharing-title";
    SHARING_GREETING "sharing-greeting";
    SHARING_WHEN "sharing-when";
    SHARING_ON_ANY_DEVICE "sharing-on-any-device";
    SHARING_ON_PHONE_OR_COMPUTER "sharing-on-phone-or-computer";
    SHARING_ON_PHONE "sharing-on-phone";
    SHARING_BY_APP "sharing-by-app";
    SHARING_BY_APP_OR_ON_COMPUTER "sharing-by-app-or-on-computer";
    SHARING_APP_IS_HERE "sharing-app-is-here";
    SHARING_ONCE "sharing-once";
    SHARING_LOUDSPEAKER "sharing-loudspeaker";
    SHARING_TEXT_MESSAGE "sharing-text-message";
}
