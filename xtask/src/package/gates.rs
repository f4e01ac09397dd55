//! How large the libraries may be: `sizes.toml`, at the repository's root.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};

use crate::repository;

/// The measured size of everything that has a gate.
pub(super) type Sizes = BTreeMap<String, u64>;

/// A line for each, `name bytes limit`, and a failure that names what grew.
pub(super) fn judge(measured: &Sizes) -> Result<String> {
    let text = fs::read_to_string(repository::root().join("sizes.toml")).context("sizes.toml cannot be read")?;
    let lines = lines(measured, &limits(&text)?)?;
    Ok(lines)
}

/// What is above its limit, as a failure.
pub(super) fn hold(measured: &Sizes) -> Result<()> {
    let text = fs::read_to_string(repository::root().join("sizes.toml")).context("sizes.toml cannot be read")?;
    let grown = grown(measured, &limits(&text)?);
    if !grown.is_empty() {
        bail!("grew beyond sizes.toml: {}", grown.join("; "));
    }
    Ok(())
}

fn limits(text: &str) -> Result<Sizes> {
    toml::from_str(text).context("sizes.toml is a name and a number of bytes a line")
}

fn lines(measured: &Sizes, limits: &Sizes) -> Result<String> {
    let mut text = String::new();
    for (name, bytes) in measured {
        let limit = limits.get(name).with_context(|| format!("sizes.toml has no limit for {name} ({bytes} bytes)"))?;
        text.push_str(&format!("{name} {bytes} {limit}\n"));
    }
    Ok(text)
}

fn grown(measured: &Sizes, limits: &Sizes) -> Vec<String> {
    let over = measured.iter().filter_map(|(name, bytes)| Some((name, bytes, limits.get(name)?)));
    over.filter(|(_, bytes, limit)| bytes > limit)
        .map(|(name, bytes, limit)| format!("{name} is {bytes} bytes, {} too many", bytes - limit))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rows: &[(&str, u64)]) -> Sizes {
        rows.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn only_what_is_above_its_limit_is_named_and_by_how_much() {
        let limits = limits("a = 100\nb = 100\n").unwrap();
        assert_eq!(grown(&sizes(&[("a", 101), ("b", 100)]), &limits), ["a is 101 bytes, 1 too many"]);
    }

    #[test]
    fn a_line_is_the_name_the_bytes_and_the_limit() {
        assert_eq!(lines(&sizes(&[("a", 7)]), &sizes(&[("a", 9)])).unwrap(), "a 7 9\n");
        assert!(lines(&sizes(&[("new", 7)]), &sizes(&[("a", 9)])).is_err());
    }
}
