//! What is wrong with a name.

use super::{count, said};
use crate::name::NameError;

said! { ERRORS: pub NameError {
    Self::Empty => "name-error-empty";
    Self::TooLong { graphemes, limit } => "name-error-too-long",
        limit: Number(count(*limit)), over: Number(count(graphemes.saturating_sub(*limit)));
    Self::Invisible { position } => "name-error-invisible", place: Number(count(position.saturating_add(1)));
    Self::NotAllowed { character } => "name-error-not-allowed", character: Text(character.clone());
}}
