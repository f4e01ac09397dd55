//! The client against a service that does exactly what each test says.

mod fake;
mod lobby;
mod phone;
mod shells;
mod trouble;
