//! The languages there are, and which of them somebody reads.

/// A language of `locales/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, and whatever we do not speak.
    #[default]
    English,
    /// German, in its polite form.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Japanese];

    /// The tag (BCP 47), as in the `lang` of a page.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Japanese => "ja",
        }
    }

    /// The language of a tag such as `de` or `de-AT`; nothing for one that we do not speak.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The one that a reader likes best, by their `Accept-Language` (RFC 9110, section 12.5.4);
    /// English if they like none of ours.
    #[must_use]
    pub fn preferred(accept_language: &str) -> Self {
        let mut best = (0.0, Self::default());
        for range in accept_language.split(',') {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q="));
            let weight: f32 = weight.map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            let language = if tag == "*" { Some(Self::default()) } else { Self::of(tag) };
            // Among equals the first: so do browsers write them.
            if let Some(language) = language.filter(|_| weight > best.0 && weight <= 1.0) {
                best = (weight, language);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_is_liked_best_is_spoken() {
        use Language::{English, French, German, Japanese, Spanish};

        for (accepted, language) in [
            ("", English),
            ("de", German),
            ("DE-at,en;q=0.5", German),
            ("nl,fr-CA;q=0.8,de;q=0.9", German),
            ("en;q=0.1, es ; q=0.7 ,*;q=0.5", Spanish),
            ("ja,de", Japanese),
            ("it", English),
            ("it,*;q=0.1", English),
            ("de;q=0,fr;q=0.2", French),
            ("de;q=2,fr;q=x,,;;,=", English),
            ("deu", English),
        ] {
            assert_eq!(Language::preferred(accepted), language, "{accepted}");
        }
    }
}
