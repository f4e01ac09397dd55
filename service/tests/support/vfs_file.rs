//! The files of the VFS in [`vfs`](super::vfs): what SQLite calls for each open one.
#![allow(
    unsafe_code,
    reason = "C functions of a SQLite VFS; pointers come from SQLite, which keeps its documented \
              contract about their validity"
)]

use std::{
    ffi::{c_int, c_void},
    slice,
};

use rusqlite::ffi;

use super::{
    power::{File, Shared, State},
    vfs_shm,
};

/// What SQLite holds for an open file, in memory that it allocates.
#[repr(C)]
pub(crate) struct OpenFile {
    pub(crate) methods: *const ffi::sqlite3_io_methods,
    pub(crate) disk: *const Shared,
    pub(crate) name: *mut String,
}

pub(crate) static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(flush),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(lock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(vfs_shm::map),
    xShmLock: Some(vfs_shm::lock),
    xShmBarrier: Some(vfs_shm::barrier),
    xShmUnmap: Some(vfs_shm::unmap),
    xFetch: None,
    xUnfetch: None,
};

impl OpenFile {
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut State, &str) -> T) -> T {
        // SAFETY: `name` lives until `close`, the disk until the VFS is unregistered.
        let (disk, name) = unsafe { (&*self.disk, &*self.name) };
        work(&mut disk.lock(), name)
    }
}

/// Only for files that SQLite holds open.
unsafe fn with<T>(file: *mut ffi::sqlite3_file, work: impl FnOnce(&mut State, &str) -> T) -> T {
    unsafe { &*file.cast::<OpenFile>() }.with(work)
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe {
        with(file, |state, _| state.open_files -= 1);
        drop(Box::from_raw((*file.cast::<OpenFile>()).name));
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let buffer = unsafe { slice::from_raw_parts_mut(buffer.cast::<u8>(), amount as usize) };
    unsafe {
        with(file, |state, name| {
            let Some(stored) = state.files.get(name).filter(|_| state.powered) else {
                return ffi::SQLITE_IOERR_READ;
            };
            let rest = stored.current.get(offset as usize..).unwrap_or_default();
            let have = rest.len().min(buffer.len());
            buffer[..have].copy_from_slice(&rest[..have]);
            buffer[have..].fill(0);
            if have < buffer.len() { ffi::SQLITE_IOERR_SHORT_READ } else { ffi::SQLITE_OK }
        })
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let bytes = unsafe { slice::from_raw_parts(bytes.cast::<u8>(), amount as usize) };
    let at = offset as usize;
    unsafe {
        with(file, |state, name| {
            if state.powered && !state.fits(name, at + bytes.len()) {
                return ffi::SQLITE_FULL;
            }
            change(state, name, ffi::SQLITE_IOERR_WRITE, |stored| {
                stored.write(at, bytes);
            })
        })
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    unsafe {
        with(file, |state, name| {
            change(state, name, ffi::SQLITE_IOERR_TRUNCATE, |stored| {
                stored.truncate(size as usize);
            })
        })
    }
}

unsafe extern "C" fn flush(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    unsafe {
        with(file, |state, name| {
            state.count();
            if !state.powered || state.failing_flushes > 0 {
                state.failing_flushes = state.failing_flushes.saturating_sub(1);
                return ffi::SQLITE_IOERR_FSYNC;
            }
            if let Some(stored) = state.files.get_mut(name) {
                stored.flush();
            }
            ffi::SQLITE_OK
        })
    }
}

/// A change reaches the disk even when the power goes during it: it is unflushed then.
fn change(state: &mut State, name: &str, error: c_int, change: impl FnOnce(&mut File)) -> c_int {
    match state.files.get_mut(name) {
        Some(stored) if state.powered => change(stored),
        _ => return error,
    }
    state.count();
    if state.powered { ffi::SQLITE_OK } else { error }
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut ffi::sqlite3_int64) -> c_int {
    unsafe {
        with(file, |state, name| {
            let len = state.files.get(name).map_or(0, |stored| stored.current.len());
            *size = len as i64;
            if state.powered { ffi::SQLITE_OK } else { ffi::SQLITE_IOERR_FSTAT }
        })
    }
}

unsafe extern "C" fn lock(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(_file: *mut ffi::sqlite3_file, answer: *mut c_int) -> c_int {
    unsafe { *answer = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_file: *mut ffi::sqlite3_file, _operation: c_int, _argument: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    4096
}

/// As the operating system's own VFS says: a write changes no byte beside it.
unsafe extern "C" fn device_characteristics(_file: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}
