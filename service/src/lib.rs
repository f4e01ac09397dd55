//! The lobby service.
