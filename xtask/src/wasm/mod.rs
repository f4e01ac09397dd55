//! The door for browsers: `bindings/web/dist/onecall.wasm`, which is committed so that running the service needs no
//! compiler for WebAssembly, made by `cargo xtask wasm` and held against its sources by the step `wasm`.

mod build;
mod sources;
mod tools;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::program::{Program, cargo};
use crate::steps::EVERYTHING;
use crate::{kotlin, repository};
use tools::Tools;

/// Where it is committed, beside the list of what it was made from.
const FOLDER: &str = "bindings/web/dist";
const WASM: &str = "onecall.wasm";
/// Its name in `sizes.toml`.
const LIMIT: &str = "web-wasm-gzip";

/// Makes it anew.
pub(crate) fn write() -> Result<()> {
    let fresh = build::wasm(&tools::ensure()?)?;
    println!("   {} of {} bytes, compressed", hold_size(&fresh)?, limit()?);
    let folder = repository::root().join(FOLDER);
    fs::create_dir_all(&folder)?;
    fs::copy(&fresh, folder.join(WASM)).context("the artefact cannot be written")?;
    sources::write(&folder)?;
    println!("   wrote {FOLDER}");
    Ok(())
}

/// Fails when it is not made from what is here, has grown, or does otherwise than the core does elsewhere.
pub(crate) fn check() -> Result<()> {
    let folder = repository::root().join(FOLDER);
    sources::check(&folder)?;
    let tools = tools::ensure()?;
    types(&tools)?;
    let committed = folder.join(WASM);
    println!("   {} of {} bytes, compressed", hold_size(&committed)?, limit()?);
    test(&tools, &committed)?;

    let fresh = build::wasm(&tools)?;
    if fs::read(&fresh)? == fs::read(&committed)? {
        println!("   built anew it is the same, byte by byte");
        return Ok(());
    }
    println!("   another compiler makes other bytes of the same sources, {} compressed", hold_size(&fresh)?);
    test(&tools, &fresh)
}

fn types(tools: &Tools) -> Result<()> {
    let roots = tools.modules.join("@types");
    for project in [".", "tests"] {
        Program::new(&tools.node)
            .args([tools.modules.join("typescript/bin/tsc").as_os_str()])
            .args(["-p", project, "--typeRoots"])
            .args([&roots])
            .dir(&repository::root().join("bindings/web"))
            .run()?;
    }
    Ok(())
}

/// The vectors, whole calls and troubles, against the service just built.
fn test(tools: &Tools, wasm: &Path) -> Result<()> {
    let service_name = format!("onecall{}", std::env::consts::EXE_SUFFIX);
    let service = cargo(kotlin::SERVICE_BUILD).args(EVERYTHING).built("onecall", &service_name)?;
    let package = repository::root().join("bindings/web");
    let all = repository::files_below(&package.join("tests"))?;
    let tests: Vec<PathBuf> = all.into_iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    if tests.is_empty() {
        bail!("there is no test in bindings/web/tests");
    }
    Program::new(&tools.node)
        .args(["--test", "--test-force-exit", "--test-reporter=dot"])
        .args(&tests)
        .env("ONECALL_SERVICE", &service.to_string_lossy())
        .env("ONECALL_WASM", &wasm.to_string_lossy())
        .dir(&package)
        .run_from(&format!("node --test bindings/web/tests/*.test.mjs, on {}", wasm.display()))
}

/// Its compressed size, unless that is above the limit.
fn hold_size(wasm: &Path) -> Result<u64> {
    let compressed = Program::new("gzip").args(["-9", "-n", "-c"]).args([wasm]).stdout_bytes()?.len() as u64;
    let limit = limit()?;
    if compressed > limit {
        bail!("{LIMIT} is {compressed} bytes, {} more than sizes.toml allows", compressed - limit);
    }
    Ok(compressed)
}

fn limit() -> Result<u64> {
    let text = fs::read_to_string(repository::root().join("sizes.toml")).context("sizes.toml cannot be read")?;
    let sizes: toml::Table = text.parse().context("sizes.toml is a name and a number of bytes a line")?;
    let limit = sizes.get(LIMIT).and_then(toml::Value::as_integer);
    limit.and_then(|limit| limit.try_into().ok()).with_context(|| format!("sizes.toml has no limit for {LIMIT}"))
}
