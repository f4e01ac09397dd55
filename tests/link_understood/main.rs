//! Everything that is understood beyond our own link alone, and what the rest is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests are not seen as tests")]

#[path = "../link_support/mod.rs"]
mod link_support;

mod collected;
mod corpora;
mod forms;
mod made;
mod messages;
mod sentences;
mod troubles;
mod truncated;
mod wrapped;
