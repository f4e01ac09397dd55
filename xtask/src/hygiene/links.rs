//! Links between the documents of the repository: the file is there, and so is the heading.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A sentence for each link of a document that leads nowhere.
///
/// `files` is everything in the repository, and `read` gives the text of one of them; paths are
/// relative to the repository's root. A link to a file that git ignores is dead for everybody else,
/// so `files` decides, not the disk.
pub(super) fn findings(
    document: &Path,
    text: &str,
    files: &BTreeSet<PathBuf>,
    read: impl Fn(&Path) -> Option<String>,
) -> Vec<String> {
    let shown = document.display();
    let mut findings = Vec::new();
    for (line, link) in links(text) {
        let (path, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
        let target = if path.is_empty() { Some(document.to_owned()) } else { resolve(document, path) };
        let Some(target) = target.filter(|target| exists(target, files)) else {
            findings.push(format!("{shown}:{line}: no file at `{link}`"));
            continue;
        };
        let is_markdown = target.extension().is_some_and(|extension| extension == "md");
        if anchor.is_empty() || !is_markdown {
            continue;
        }
        let headed = if target == document { Some(text.to_owned()) } else { read(&target) };
        if !headed.is_some_and(|text| anchors(&text).contains(anchor)) {
            findings.push(format!("{shown}:{line}: no heading for `{link}`"));
        }
    }
    findings
}

/// Targets of links and pictures that are no addresses on the web, each with its line.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut links = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event
            && !is_address(&dest_url)
        {
            let line = text[..range.start].matches('\n').count() + 1;
            links.push((line, dest_url.into_string()));
        }
    }
    links
}

/// Whether a target begins with a scheme (`https:`, `mailto:`) or a host (`//…`).
fn is_address(target: &str) -> bool {
    let scheme = target.split(['/', '#', '?']).next().unwrap_or_default();
    scheme.contains(':') || target.starts_with("//")
}

/// The path from the root that a document's link means; `None` if it leads out of the repository.
fn resolve(document: &Path, link: &str) -> Option<PathBuf> {
    let mut path = match link.strip_prefix('/') {
        Some(_) => PathBuf::new(),
        None => document.parent()?.to_owned(),
    };
    for part in Path::new(link.trim_start_matches('/')).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => path.pop().then_some(())?,
            _ => {}
        }
    }
    Some(path)
}

/// Whether it is a file, or a folder with a file in it.
fn exists(path: &Path, files: &BTreeSet<PathBuf>) -> bool {
    files.contains(path) || files.iter().any(|file| file.starts_with(path))
}

/// The anchors that GitHub gives to the headings of a document.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { .. }), _) => heading = Some(String::new()),
            (Event::Text(part) | Event::Code(part), Some(title)) => title.push_str(&part),
            (Event::End(TagEnd::Heading(_)), Some(title)) => {
                let slug = slug(title);
                let earlier = seen.entry(slug.clone()).or_default();
                anchors.insert(match *earlier {
                    0 => slug,
                    again => format!("{slug}-{again}"),
                });
                *earlier += 1;
                heading = None;
            }
            _ => {}
        }
    }
    anchors
}

fn slug(title: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || [' ', '-', '_'].contains(c);
    let lower = title.trim().to_lowercase();
    lower.chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(document: &str, text: &str) -> Vec<String> {
        let files = ["README.md", "docs/a.md", "docs/adr/0001-b.md", "src/lib.rs"];
        let files = files.into_iter().map(PathBuf::from).collect();
        findings(Path::new(document), text, &files, |path| {
            (path == Path::new("docs/a.md")).then(|| "# Rules & *facts*\n## Rules\n## Rules\n".to_owned())
        })
    }

    #[test]
    fn links_to_files_and_folders_of_the_repository_are_alive() {
        for link in ["docs/a.md", "./docs/adr/", "docs/adr", "src/lib.rs#L3", "/docs/a.md", "docs/../README.md"] {
            assert_eq!(of("README.md", &format!("[a]({link})")), Vec::<String>::new(), "{link}");
        }
        assert!(of("docs/adr/0001-b.md", "[up](../a.md) ![p](../../src/lib.rs)").is_empty());
    }

    #[test]
    fn a_dead_link_is_told_with_its_line() {
        assert_eq!(of("README.md", "one\n\n[a](docs/gone.md)"), ["README.md:3: no file at `docs/gone.md`"]);
        assert_eq!(of("docs/a.md", "![a](README.md)").len(), 1);
        assert_eq!(of("README.md", "[a](../README.md)").len(), 1);
        assert_eq!(of("README.md", "[a][b]\n\n[b]: gone.md").len(), 1);
    }

    #[test]
    fn addresses_and_code_are_not_looked_up() {
        assert!(of("README.md", "[a](https://example.com/x.md) <mailto:a@example.com> [b](//c/d)").is_empty());
        assert!(of("README.md", "`[a](gone.md)`\n\n```\n[a](gone.md)\n```\n").is_empty());
    }

    #[test]
    fn a_heading_is_found_by_the_name_that_the_web_page_gives_it() {
        for anchor in ["docs/a.md#rules--facts", "docs/a.md#rules", "docs/a.md#rules-1"] {
            assert!(of("README.md", &format!("[a]({anchor})")).is_empty(), "{anchor}");
        }
        assert_eq!(of("README.md", "[a](docs/a.md#rules-2)").len(), 1);
        assert!(of("README.md", "# Here\n[a](#here)").is_empty());
        assert_eq!(of("README.md", "# Here\n[a](#there)").len(), 1);
    }
}
