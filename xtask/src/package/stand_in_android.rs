//! A stand-in for the Android NDK: proves that everything compiles, and links against what Android's C library
//! has at our oldest API level, and nothing else. What it makes is not for shipping.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::debian;
use super::symbols;
use super::target::Target;
use super::tools::CTools;
use crate::program::Program;
use crate::repository;

/// The parts of LLVM's unwinder.
const UNWINDER: [&str; 6] = [
    "Unwind-sjlj.c",
    "UnwindLevel1-gcc-ext.c",
    "UnwindLevel1.c",
    "libunwind.cpp",
    "UnwindRegistersRestore.S",
    "UnwindRegistersSave.S",
];

/// The stand-in for one target, made when it is not there yet.
pub(super) fn tools(target: &Target) -> Result<CTools> {
    let llvm = debian::llvm()?;
    let bin = llvm.join("usr/lib/llvm-22/bin");
    let folder = repository::root().join("target/phone-tools").join(target.triple);
    let (compiler, archiver, linker) = (folder.join("cc"), folder.join("ar"), folder.join("android-clang"));
    fs::create_dir_all(&folder)?;
    let libraries = llvm.join("usr/lib/x86_64-linux-gnu");
    let headers = debian::headers()?;
    let program = |path: &Path, command: &str| script(path, &libraries, &bin, command);
    program(&compiler, &compile(target, &llvm, &headers))?;
    program(&archiver, "llvm-ar")?;
    let strip = folder.join("strip");
    program(&strip, "llvm-strip")?;
    let (clang, shown) = (target.clang, folder.display());
    program(
        &linker,
        &format!("clang-22 --target={clang} -fuse-ld=lld -nostdlib {shown}/start.o -L{shown} -Wl,--no-undefined"),
    )?;
    if !folder.join("ready").exists() {
        system_libraries(&folder, &compiler, &linker, target)?;
        unwinder(&folder, &compiler, &archiver, &headers)?;
        fs::write(folder.join("ready"), "")?;
    }
    Ok(CTools { compiler, archiver, linker: Some(linker), strip, env: Vec::new(), genuine: false })
}

/// A program that runs another one with its own libraries.
pub(super) fn script(path: &Path, libraries: &Path, bin: &Path, command: &str) -> Result<()> {
    let (libraries, bin) = (libraries.display(), bin.display());
    let text = format!("#!/bin/sh\nexport LD_LIBRARY_PATH={libraries} PATH={bin}:$PATH\nexec {command} \"$@\"\n");
    // Written anew only when it differs: a program that is running cannot be written.
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    Program::new("chmod").args(["+x".as_ref(), path.as_os_str()]).run()
}

/// Android's own headers are in no package registry; musl's agree with them in all that our dependencies use.
fn compile(target: &Target, llvm: &Path, headers: &Path) -> String {
    let kind = match target.triple.split('-').next().unwrap_or_default() {
        "aarch64" => ("aarch64-linux-musl", "aarch64-linux-any"),
        "armv7" => ("arm-linux-musl", "arm-linux-any"),
        _ => ("x86_64-linux-musl", "x86-linux-any"),
    };
    let mut command = format!("clang-22 --target={} -nostdinc -fPIC", target.clang);
    let own = llvm.join("usr/lib/llvm-22/lib/clang/22/include");
    let include = headers.join("libc/include");
    let folders = [kind.0, "generic-musl", kind.1, "any-linux-any"].map(|name| include.join(name));
    for folder in [own].iter().chain(&folders) {
        let _ = write!(command, " -isystem {}", folder.display());
    }
    command
}

/// Empty libraries that have exactly the symbols of the list, so that one more fails to link.
fn system_libraries(folder: &Path, compiler: &Path, linker: &Path, target: &Target) -> Result<()> {
    fs::write(folder.join("start.c"), include_str!("start.c"))?;
    compile_one(compiler, &folder.join("start.c"), &folder.join("start.o"))?;
    for library in ["c", "m", "dl", "log"] {
        let source = folder.join(format!("{library}.c"));
        fs::write(&source, stub(library, target))?;
        let made = folder.join(format!("lib{library}.so"));
        let object = folder.join(format!("{library}.o"));
        compile_one(compiler, &source, &object)?;
        // Not through the linker's script, which wants the libraries that are being made.
        let _ = linker;
        let clang = debian::llvm()?.join("usr/lib/llvm-22/bin/ld.lld");
        Program::new(clang)
            .env("LD_LIBRARY_PATH", &debian::llvm()?.join("usr/lib/x86_64-linux-gnu").to_string_lossy())
            .args(["-shared", "-soname", &format!("lib{library}.so"), "-o"])
            .args([&made, &object])
            .run()?;
    }
    Ok(())
}

fn stub(library: &str, target: &Target) -> String {
    let mut text = String::new();
    for symbol in symbols::android_of(library, target.triple) {
        let _ = writeln!(text, "asm(\".globl {symbol}\\n.type {symbol},%function\\n{symbol}:\");");
    }
    text
}

fn compile_one(compiler: &Path, source: &Path, object: &Path) -> Result<()> {
    Program::new(compiler).args(["-c", "-O2", "-o"]).args([object, source]).run()
}

/// The unwinder that the NDK links into every library: Rust's standard library names it.
fn unwinder(folder: &Path, compiler: &Path, archiver: &Path, headers: &Path) -> Result<()> {
    let source = headers.join("libunwind");
    let mut objects: Vec<PathBuf> = Vec::new();
    for part in UNWINDER {
        let object = folder.join(format!("unwind-{part}.o"));
        let mut program = Program::new(compiler)
            .args(["-c", "-Os", "-D_LIBUNWIND_IS_NATIVE_ONLY", "-DNDEBUG", "-D__errno_location=__errno"])
            .args(["-fvisibility=hidden", "-D_LIBUNWIND_HIDE_SYMBOLS", "-funwind-tables"])
            .args(["-I".to_owned() + &source.join("include").to_string_lossy()]);
        if Path::new(part).extension().is_some_and(|extension| extension == "cpp") {
            program = program.args(["-std=c++17", "-fno-exceptions", "-fno-rtti", "-nostdinc++"]);
        }
        program.args(["-o"]).args([&object, &source.join("src").join(part)]).run()?;
        objects.push(object);
    }
    if folder.ends_with("armv7-linux-androideabi") {
        let object = folder.join("unwind-ehabi.o");
        Program::new(compiler)
            .args(["-c", "-Os", "-D_LIBUNWIND_IS_NATIVE_ONLY", "-DNDEBUG", "-D__errno_location=__errno"])
            .args(["-fvisibility=hidden", "-D_LIBUNWIND_HIDE_SYMBOLS", "-std=c++17", "-fno-exceptions", "-fno-rtti"])
            .args([
                "-nostdinc++".to_owned(),
                "-I".to_owned() + &source.join("include").to_string_lossy(),
                "-o".to_owned(),
            ])
            .args([&object, &source.join("src/Unwind-EHABI.cpp")])
            .run()?;
        objects.push(object);
    }
    for name in ["libunwind.a", "libgcc.a"] {
        Program::new(archiver).args(["rcs".as_ref(), folder.join(name).as_os_str()]).args(&objects).run()?;
    }
    Ok(())
}
