//! The core of onecall.
