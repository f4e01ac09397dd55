//! One sentence of one language, as far as string files can say it.

use anyhow::{Context, Result, bail};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// An argument of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Text,
    Number,
    Word,
}

/// The arguments of a sentence in their order.
pub(super) type Arguments = Vec<(String, Kind)>;

/// What is said, by what it depends on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Sentence {
    Plain(Text),
    /// By the plural category of a number, `other` among them.
    ByNumber(Vec<(String, Text)>),
    /// By a word; for any other one the one named first.
    ByWord(String, Vec<(String, Text)>),
}

/// Text with arguments in it.
pub(super) type Text = Vec<Piece>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    Literal(String),
    /// The argument with this place among those that are shown, from 1.
    Argument(usize, Kind),
}

/// The plural categories of Unicode, by which both platforms choose.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Sentence {
    /// Reads what Fluent holds.
    pub(super) fn read(pattern: &Pattern<&str>, arguments: &Arguments) -> Result<Self> {
        let selects = pattern.elements.iter().enumerate().filter_map(|(place, element)| match element {
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                Some((place, selector, variants))
            }
            _ => None,
        });
        let selects: Vec<_> = selects.collect();
        let (place, selector, variants) = match selects.as_slice() {
            [] => return Ok(Self::Plain(text(&pattern.elements, arguments)?)),
            [one] => *one,
            _ => bail!("more than one choice in a sentence: string files know one"),
        };
        let (before, after) = (&pattern.elements[..place], &pattern.elements[place + 1..]);
        let mut forms = Vec::new();
        let mut default = None;
        for variant in variants {
            let mut whole = text(before, arguments)?;
            whole.extend(text(&variant.value.elements, arguments)?);
            whole.extend(text(after, arguments)?);
            let key = match &variant.key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => bail!("a choice by the number {value}: string files know none"),
            };
            if variant.default {
                default = Some(key.clone());
            }
            forms.push((key, joined(whole)));
        }
        let by = variable(selector)?;
        match kind_of(by, arguments)? {
            Kind::Text => bail!("a choice by a text: ${by}"),
            Kind::Word => Ok(Self::ByWord(default.context("a choice without a default")?, forms)),
            Kind::Number => {
                if arguments.iter().filter(|(_, kind)| *kind != Kind::Word).count() > 1 {
                    bail!("a sentence that a number bends has that argument alone: Apple's files are written for it");
                }
                if let Some((other, _)) = forms.iter().find(|(key, _)| !CATEGORIES.contains(&key.as_str())) {
                    bail!("`{other}` is no plural category");
                }
                if default.as_deref() != Some("other") {
                    bail!("a plural whose default is not `other`");
                }
                forms.sort_by_key(|(key, _)| CATEGORIES.iter().position(|known| known == key));
                Ok(Self::ByNumber(forms))
            }
        }
    }

    /// The same as a plural, for a language that bends nothing where another one does.
    pub(super) fn bent(self) -> Self {
        match self {
            Self::Plain(text) => Self::ByNumber(vec![("other".to_owned(), text)]),
            other => other,
        }
    }
}

fn text(elements: &[PatternElement<&str>], arguments: &Arguments) -> Result<Text> {
    let mut pieces = Vec::new();
    for element in elements {
        pieces.push(match element {
            PatternElement::TextElement { value } => Piece::Literal((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                Piece::Literal(fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned())
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                let name = variable(inline)?;
                let kind = kind_of(name, arguments)?;
                let shown = arguments.iter().filter(|(_, kind)| *kind != Kind::Word);
                let place = shown.take_while(|(other, _)| other != name).count() + 1;
                if kind == Kind::Word {
                    bail!("${name} is a word of ours and is never shown itself");
                }
                Piece::Argument(place, kind)
            }
            PatternElement::Placeable { expression: Expression::Select { .. } } => {
                bail!("a choice within a choice: string files know none")
            }
        });
    }
    Ok(joined(pieces))
}

/// Neighbouring literals as one.
fn joined(pieces: Text) -> Text {
    let mut joined = Text::new();
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Literal(before)), Piece::Literal(more)) => before.push_str(&more),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

fn variable<'p>(inline: &'p InlineExpression<&str>) -> Result<&'p str> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name),
        _ => bail!("something else than text and arguments: string files know no terms and no functions"),
    }
}

fn kind_of(name: &str, arguments: &Arguments) -> Result<Kind> {
    let known = arguments.iter().find(|(known, _)| known == name);
    Ok(known.with_context(|| format!("${name} is no argument of this message"))?.1)
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;

    use super::*;

    fn read(fluent: &str, arguments: &[(&str, Kind)]) -> Result<Sentence> {
        let resource = fluent_syntax::parser::parse(fluent).unwrap();
        let Entry::Message(message) = &resource.body[0] else { panic!("{fluent}") };
        let arguments = arguments.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
        Sentence::read(message.value.as_ref().unwrap(), &arguments)
    }

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.to_owned())
    }

    #[test]
    fn arguments_keep_the_order_of_the_core_wherever_they_stand_in_a_sentence() {
        let arguments = [("limit", Kind::Number), ("over", Kind::Number)];
        assert_eq!(
            read("a = { $over } of { $limit }{\"\\u00A0\"}!", &arguments).unwrap(),
            Sentence::Plain(vec![
                Piece::Argument(2, Kind::Number),
                literal(" of "),
                Piece::Argument(1, Kind::Number),
                literal("\u{A0}!")
            ])
        );
    }

    #[test]
    fn what_stands_around_a_choice_stands_in_each_of_its_forms() {
        let number = [("n", Kind::Number)];
        let Sentence::ByNumber(forms) =
            read("a = It is { $n ->\n    *[other] { $n } words\n     [one] one word\n    }.", &number).unwrap()
        else {
            panic!("a plural")
        };
        assert_eq!(forms[0], ("one".to_owned(), vec![literal("It is one word.")]));
        let other = vec![literal("It is "), Piece::Argument(1, Kind::Number), literal(" words.")];
        assert_eq!(forms[1], ("other".to_owned(), other));

        let word = [("w", Kind::Word)];
        let Sentence::ByWord(default, forms) =
            read("a = To { $w ->\n     [chat] a chat\n    *[rest] more\n    }.", &word).unwrap()
        else {
            panic!("by a word")
        };
        assert_eq!((default.as_str(), forms.len()), ("rest", 2));
    }

    #[test]
    fn what_no_string_file_can_say_is_refused() {
        let arguments = [("n", Kind::Number), ("w", Kind::Word), ("t", Kind::Text)];
        for fluent in [
            "a = { $who }",
            "a = { $w }",
            "a = { NUMBER($n) }",
            "a = { -term }",
            "a = { $t ->\n    *[other] x\n    }",
            "a = { $n ->\n     [1] x\n    *[other] y\n    }",
            "a = { $n ->\n    *[one] x\n    }",
            "a = { $w ->\n    *[x] { $n ->\n        *[other] y\n    }\n    }",
            "a = { $w ->\n    *[x] y\n    } { $w ->\n    *[x] y\n    }",
        ] {
            assert!(read(fluent, &arguments).is_err(), "{fluent}");
        }
    }
}
