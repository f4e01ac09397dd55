//! A built library, read back: what it needs, what it offers, how it is loaded, and what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use object::read::elf::{FileHeader as _, ProgramHeader as _};
use object::{Object as _, ObjectSection as _, ObjectSymbol};

use super::symbols;
use super::target::Target;
use crate::repository;

/// Android's newest phones load nothing with smaller pages (16 KiB).
const PAGE: u64 = 0x4000;

/// Holds one of Android's libraries against all that a phone asks of it.
pub(super) fn check_android(path: &Path, target: &Target) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let file = object::File::parse(&*bytes).context("no library")?;
    let needed: Vec<String> = file
        .dynamic_symbols()
        .filter(ObjectSymbol::is_undefined)
        .filter_map(|symbol| symbol.name().ok().map(str::to_owned))
        .filter(|name| !name.is_empty())
        .collect();
    symbols::check_android(&needed, target.triple)?;
    let offered: Vec<_> =
        file.dynamic_symbols().filter(ObjectSymbol::is_definition).filter_map(|symbol| symbol.name().ok()).collect();
    if let Some(missing) = called_by_kotlin()?.iter().find(|name| !offered.contains(&name.as_str())) {
        bail!("{} does not offer {missing}, which the Kotlin bindings call", path.display());
    }
    if file.is_64()
        && let Some(align) = least_alignment(&bytes)?
        && align < PAGE
    {
        bail!("{} is loaded in pages of {align} bytes; Android wants {PAGE}", path.display());
    }
    println!("   {}: {} symbols needed, all known; {} offered", target.name, needed.len(), offered.len());
    Ok(())
}

/// Every function of the library that the generated Kotlin names.
fn called_by_kotlin() -> Result<BTreeSet<String>> {
    let path = repository::root().join("bindings/kotlin/src/main/kotlin/generated/org/onecall/core/onecall.kt");
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let words = text.split(|character: char| !character.is_ascii_alphanumeric() && character != '_');
    let names: BTreeSet<_> = words
        .filter(|word| word.starts_with("uniffi_onecall_") || word.starts_with("ffi_onecall_"))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        bail!("{} calls nothing in the library", path.display());
    }
    Ok(names)
}

fn least_alignment(bytes: &[u8]) -> Result<Option<u64>> {
    let header = object::elf::FileHeader64::<object::Endianness>::parse(bytes)?;
    let endian = header.endian()?;
    let segments = header.program_headers(endian, bytes)?;
    let loaded = segments.iter().filter(|segment| segment.p_type(endian) == object::elf::PT_LOAD);
    Ok(loaded.map(|segment| segment.p_align(endian)).min())
}

/// What makes up a library that still has its names, for people: sections, then crates.
pub(super) fn bloat(path: &Path, rows: usize) -> Result<String> {
    let bytes = fs::read(path)?;
    let file = object::File::parse(&*bytes).context("no library")?;
    let mut sections: Vec<(String, u64)> = file
        .sections()
        .filter(|section| section.address() != 0)
        .map(|section| (section.name().unwrap_or("?").to_owned(), section.size()))
        .collect();
    sections.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let mut crates: Vec<(String, u64)> = crates(path)?.into_iter().collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let line = |(name, size): &(String, u64)| format!("   {size:>9}  {name}\n");
    let sections: String = sections.iter().take(rows / 2).map(line).collect();
    let crates: String = crates.iter().take(rows).map(line).collect();
    Ok(format!("by section\n{sections}by crate, where it has a name\n{crates}"))
}

/// The bytes of every crate that has a name in the library.
pub(super) fn crates(path: &Path) -> Result<BTreeMap<String, u64>> {
    let bytes = fs::read(path)?;
    let file = object::File::parse(&*bytes).context("no library")?;
    let mut crates: BTreeMap<String, u64> = BTreeMap::new();
    for symbol in file.symbols().filter(|symbol| symbol.is_definition() && symbol.size() > 0) {
        *crates.entry(crate_of(symbol.name().unwrap_or("?"))).or_default() += symbol.size();
    }
    Ok(crates)
}

/// The crate of a symbol: that of the type for a method, the library for C.
fn crate_of(symbol: &str) -> String {
    let demangled = format!("{:#}", rustc_demangle::demangle(symbol));
    if demangled == symbol {
        let is_ring = symbol.contains("ring_core") || symbol.contains("nistz256") || symbol.contains("ChaCha20");
        let kind = if is_ring {
            "ring"
        } else if symbol.contains("UNIFFI_META") {
            "uniffi's metadata"
        } else {
            "other C"
        };
        return kind.to_owned();
    }
    let path = demangled.split("::").next().unwrap_or_default();
    path.rsplit(|c: char| !(c.is_alphanumeric() || c == '_')).find(|word| !word.is_empty()).unwrap_or("?").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_belongs_to_the_crate_of_its_type_and_c_to_its_library() {
        assert_eq!(crate_of("_ZN7onecall7journey4step4Turn4take17h0123456789abcdefE"), "onecall");
        assert_eq!(crate_of("ring_core_0_17_14__x25519_sc_muladd"), "ring");
        assert_eq!(crate_of("UNIFFI_META_ONECALL_FUNC_CHECK_NAME"), "uniffi's metadata");
        assert_eq!(crate_of("fe_mul"), "other C");
    }
}
