//! Shared memory of the VFS in [`vfs`](super::vfs), where SQLite keeps the index of a write-ahead
//! log. It is gone when the database is closed, as if no other process had it open.
#![allow(
    unsafe_code,
    reason = "C functions of a SQLite VFS; pointers come from SQLite, which keeps its documented \
              contract about their validity"
)]

use std::{
    ffi::{c_int, c_void},
    ptr,
};

use rusqlite::ffi;

use super::vfs_file::OpenFile;

pub(super) unsafe extern "C" fn map(
    file: *mut ffi::sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    let region = region as usize;
    let open = unsafe { &*file.cast::<OpenFile>() };
    let memory = open.with(|state, name| {
        let regions = state.shared_memory.entry(name.to_owned()).or_default();
        while extend != 0 && regions.len() <= region {
            regions.push(vec![0; size as usize].into_boxed_slice());
        }
        regions.get_mut(region).map_or(ptr::null_mut(), |region| region.as_mut_ptr())
    });
    unsafe { *out = memory.cast() };
    ffi::SQLITE_OK
}

/// One connection at a time: there is nobody to wait for.
pub(super) unsafe extern "C" fn lock(_file: *mut ffi::sqlite3_file, _at: c_int, _n: c_int, _flags: c_int) -> c_int {
    ffi::SQLITE_OK
}

pub(super) unsafe extern "C" fn barrier(_file: *mut ffi::sqlite3_file) {}

pub(super) unsafe extern "C" fn unmap(file: *mut ffi::sqlite3_file, _delete: c_int) -> c_int {
    let open = unsafe { &*file.cast::<OpenFile>() };
    open.with(|state, name| state.shared_memory.remove(name));
    ffi::SQLITE_OK
}
