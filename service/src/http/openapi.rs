//! The document of the API, made from the code that serves it.

use axum::Json;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, HeaderBuilder, Ref, RefOr, ResponseBuilder, Schema};
use utoipa::{Modify, OpenApi};

use super::fault::PRECISELY;
use super::{agents, calls, events, knock, ops, sharing, sign_in, tickets};
use crate::pages;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "onecall",
        description = "One-time support calls: an agent creates a call and sends its link; the customer knocks, \
            waits in the lobby and is let in. GET and HEAD change nothing. Every error is a problem \
            (RFC 9457) whose `type` is stable."
    ),
    paths(
        calls::list, calls::create, calls::read, calls::edit, calls::delete, calls::command,
        sharing::qr, sharing::calendar, agents::me, agents::list, agents::invite, sign_in::sign_in, sign_in::sign_out, events::listen,
        knock::knock, knock::command, tickets::make,
        pages::home, pages::code, pages::go_on_with_code, pages::landing, pages::no_app, pages::open_app,
        pages::get_app, pages::join, pages::sign_in, pages::asset, pages::asset_links, pages::apple_association,
        document, ops::healthy, ops::ready
    ),
    tags(
        (name = "agent", description = "For signed-in agents"),
        (name = "customer", description = "For whoever has a link, a code or a ticket"),
        (name = "page", description = "For browsers"),
        (name = "operator", description = "For whoever runs the service")
    ),
    modifiers(&Security, &Everywhere, &Problems)
)]
pub(super) struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        let cookie = ApiKeyValue::with_description(
            "__Host-onecall-session",
            "Set by sign-in; changes need the Origin of this service. On plain http the name is onecall-session.",
        );
        components.add_security_scheme("bearer", bearer);
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// What the service adds to the core's problems.
struct Problems;

impl Modify for Problems {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let schemas = &mut document.components.get_or_insert_default().schemas;
        if let Some(RefOr::T(Schema::Object(problem))) = schemas.get_mut("Problem") {
            for (name, kind, description) in PRECISELY {
                let member = ObjectBuilder::new().schema_type(kind).description(Some(description)).build();
                problem.properties.insert(name.to_owned(), member.into());
            }
        }
    }
}

/// What holds for every answer alike, so that no handler can forget it.
struct Everywhere;

const PROBLEM: &str = "application/problem+json";

impl Modify for Everywhere {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        for item in document.paths.paths.values_mut() {
            let operations = [&mut item.get, &mut item.post, &mut item.patch, &mut item.delete];
            for operation in operations.into_iter().flatten() {
                let by_session = operation.security.is_some();
                let responses = &mut operation.responses.responses;
                // Any of them may be asked of a storage that does not work, or stumble over a bug.
                responses.entry("5XX".to_owned()).or_insert_with(|| RefOr::T(try_again()));
                for response in responses.values_mut() {
                    if let RefOr::T(response) = response {
                        add_headers(response);
                        if by_session {
                            let renewed = "With an old session: the one to keep from now on";
                            add_header(response, "Set-Cookie", renewed);
                        }
                    }
                }
            }
        }
    }
}

fn try_again() -> utoipa::openapi::Response {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description("Try again").content(PROBLEM, problem).build()
}

fn add_headers(response: &mut utoipa::openapi::Response) {
    add_header(response, "X-Request-Id", "By which the operator finds the request in the log");
    if response.content.contains_key(PROBLEM) {
        add_header(response, "Retry-After", "Try again after so many seconds; with 429 and 503");
        add_header(response, "WWW-Authenticate", "With 401");
    }
}

fn add_header(response: &mut utoipa::openapi::Response, name: &str, description: &str) {
    let header =
        HeaderBuilder::new().schema(Some(Object::with_type(Type::String))).description(Some(description)).build();
    response.headers.entry(name.to_owned()).or_insert(RefOr::T(header));
}

#[utoipa::path(get, path = "/openapi.json", tag = "operator", summary = "This document",
    responses((status = 200, description = "OpenAPI", content_type = "application/json")))]
pub(super) async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(Document::openapi())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_route_is_documented_and_nothing_else_is() {
        let documented: BTreeSet<String> = Document::openapi().paths.paths.keys().cloned().collect();
        // What may hold slashes is written otherwise there.
        let served: BTreeSet<String> = super::super::routes().iter().map(|(path, _)| path.replace("{*", "{")).collect();
        assert_eq!(documented, served);
    }

    #[test]
    fn every_reference_of_the_document_leads_somewhere() {
        let document = serde_json::to_value(Document::openapi()).unwrap();
        let mut references = Vec::new();
        collect(&document, &mut references);
        assert!(!references.is_empty());
        for reference in references {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        serde_json::Value::String(text) if name == "$ref" => found.push(text.clone()),
                        _ => collect(value, found),
                    }
                }
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
}
