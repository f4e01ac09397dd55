//! What agents see: signing in.

use maud::{Markup, html};

use super::frame::page;

/// The page of a sign-in link. Its secret stands behind the `#`, which the browser keeps to itself;
/// only the button sends it.
pub(super) fn sign_in(origin: &str) -> Markup {
    page(
        "Sign in",
        Some("/assets/sign-in.js"),
        &html! {
            h1 { "Sign in" }
            noscript { p { "Signing in needs script: allow it for this page, or send the code with another program." } }
            form #sign-in {
                p {
                    label for="name" { "Your name, as customers will see it (leave empty to keep it)" }
                    input #name type="text" maxlength="64" autocomplete="name";
                }
                p { button type="submit" { "Sign in" } }
            }
            p #problem role="alert" {}
            section #done hidden {
                h2 { "You are signed in" }
                p { "Welcome, " span #who {} "." }
                p {
                    label for="token" { "Your token for programs. It is shown only now; whoever has it is you." }
                    input #token type="text" readonly;
                }
                p { "Create a call with it:" }
                pre {
                    "curl -s " (origin) "/v1/calls \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  \
                     -H 'Content-Type: application/json' -d '{\"title\":\"My first call\"}'"
                }
            }
        },
    )
}
