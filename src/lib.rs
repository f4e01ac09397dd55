//! The core of onecall.

pub mod capability;
pub mod link;
pub mod name;
pub mod route;
