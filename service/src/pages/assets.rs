//! What pages load: style, scripts, sentences, the core. All of it is in the binary; a debug build reads it from disk
//! at each request, so that whoever works on a page sees a change with the next reload.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use onecall::protocol::ProblemCode;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::Fault;

#[derive(RustEmbed)]
#[folder = "../web"]
#[include = "style/*.css"]
#[include = "shared/*.js"]
#[include = "console/*.js"]
#[include = "console/*.svg"]
#[include = "customer/*.js"]
#[include = "landing/*.js"]
#[include = "vendor/*/*.js"]
struct Web;

#[derive(RustEmbed)]
#[folder = "../bindings/web"]
#[include = "*.js"]
#[include = "dist/*.wasm"]
struct Core;

#[derive(RustEmbed)]
#[folder = "../locales"]
#[include = "*/app.ftl"]
#[include = "*/core.ftl"]
#[include = "*/web.ftl"]
struct Locales;

/// Browsers ask each time whether it is still the same: after an update no page mixes old files with new ones.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

#[utoipa::path(get, path = "/assets/{path}", tag = "page", summary = "Style, scripts and sentences of the pages",
    params(("path" = String, Path, description = "Such as `style/base.css`; may have slashes")),
    responses((status = 200, description = "The file", body = String, content_type = "text/css",
            headers(("ETag" = String, description = "Of its content"))),
        (status = 304, description = "Still the same"),
        (status = "4XX", description = "No such file", body = onecall::protocol::Problem,
            content_type = "application/problem+json")))]
pub(crate) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let file = find(&path).ok_or(ProblemCode::NotFound)?;
    // Weak: the same file goes out packed and unpacked (RFC 9110, 8.8.3).
    let tag = format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(file.metadata.sha256_hash()));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let tag_value = HeaderValue::from_str(&tag).map_err(|_| ProblemCode::Internal)?;
    let about = [(header::CACHE_CONTROL, ASK), (header::ETAG, tag_value)];
    if known.is_some_and(|known| known.split(',').any(|one| is_same(one.trim(), &tag))) {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&path)))];
    Ok((about, kind, file.data).into_response())
}

/// Whether two tags are of the same file, weak or not (RFC 9110, 8.8.3.2).
fn is_same(one: &str, other: &str) -> bool {
    one.trim_start_matches("W/") == other.trim_start_matches("W/")
}

fn find(path: &str) -> Option<EmbeddedFile> {
    if let Some(sentences) = path.strip_prefix("locales/") {
        return Locales::get(sentences);
    }
    match path.strip_prefix("core/") {
        Some("onecall.wasm") => Core::get("dist/onecall.wasm"),
        Some(script) => Core::get(script),
        None => Web::get(path),
    }
}

/// Every module there is. Looked for once: a debug build would go through the whole folder for each page.
static MODULES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = Web::iter().chain(Core::iter().map(|path| format!("core/{path}").into()));
    let mut modules: Vec<String> = all.filter(|path| path.ends_with(".js")).map(Cow::into_owned).collect();
    modules.sort_unstable();
    modules
});

/// The addresses of the modules in these folders: a page names them, so that they come at once and not each when another
/// one asks for it.
pub(super) fn modules(folders: &[&str]) -> impl Iterator<Item = String> {
    let is_of = |path: &&String| path.rsplit_once('/').is_some_and(|(folder, _)| folders.contains(&folder));
    MODULES.iter().filter(is_of).map(|path| format!("/assets/{path}"))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}
