//! What the compiler does not see: file lengths, work left unfinished, links between documents.

mod links;
mod sources;

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::repository;

pub(crate) fn check() -> Result<()> {
    let root = repository::root();
    let files = repository::files()?;

    let mut findings = Vec::new();
    let mut read = 0;
    for path in files.iter().filter(|path| is_ours(path) && is_text(path)) {
        // Bytes that are no text are a fixture's business.
        let Ok(text) = fs::read_to_string(root.join(path)) else {
            continue;
        };
        read += 1;
        findings.extend(sources::findings(path, &text));
        if has_extension(path, &["md"]) {
            findings.extend(links::findings(path, &text, &files, |target| fs::read_to_string(root.join(target)).ok()));
        }
    }

    if findings.is_empty() {
        println!("   {read} files read");
        return Ok(());
    }
    for finding in &findings {
        println!("   {finding}");
    }
    bail!(
        "{} to mend, listed above",
        match findings.len() {
            1 => "1 thing".to_owned(),
            more => format!("{more} things"),
        }
    );
}

/// Neither generated nor a library of others: nobody here writes those files.
fn is_ours(path: &Path) -> bool {
    !path.components().any(|part| part.as_os_str() == "generated")
        && (!path.starts_with("web/vendor") || has_extension(path, &["md"]))
}

fn is_text(path: &Path) -> bool {
    has_extension(
        path,
        &["rs", "kt", "swift", "md", "toml", "xml", "yml", "yaml", "sh", "html", "css", "js", "mjs", "sql", "ftl"],
    )
}

pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|found| extensions.iter().any(|extension| found == *extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_and_libraries_of_others_are_not_judged() {
        assert!(is_ours(Path::new("bindings/kotlin/src/test/kotlin/A.kt")));
        assert!(!is_ours(Path::new("bindings/kotlin/src/main/kotlin/generated/A.kt")));
        assert!(is_ours(Path::new("docs/generated.md")));
        assert!(!is_ours(Path::new("web/vendor/fluent-bundle/resource.js")));
        assert!(is_ours(Path::new("web/vendor/README.md")));
    }
}
