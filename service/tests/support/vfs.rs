//! The C side of [`Disk`](super::power::Disk): a SQLite VFS (<https://www.sqlite.org/vfs.html>).
#![allow(
    unsafe_code,
    reason = "a SQLite VFS is a table of C functions; pointers come from SQLite, which keeps its \
              documented contract about their validity"
)]

use std::{
    ffi::{CStr, CString, c_char, c_int},
    ptr, slice,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rusqlite::ffi;

use super::{
    power::Shared,
    vfs_file::{METHODS, OpenFile},
};

/// A VFS that SQLite knows by name until this is dropped.
pub(crate) struct Registered {
    vfs: *mut ffi::sqlite3_vfs,
    name: CString,
    disk: Arc<Shared>,
}

impl Registered {
    pub(crate) fn new(disk: &Arc<Shared>) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = CString::new(format!("power-{number}")).unwrap();
        let vfs = Box::into_raw(Box::new(ffi::sqlite3_vfs {
            iVersion: 1,
            szOsFile: size_of::<OpenFile>() as c_int,
            mxPathname: 512,
            pNext: ptr::null_mut(),
            zName: name.as_ptr(),
            pAppData: Arc::as_ptr(disk).cast_mut().cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_path_name),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(last_error),
            xCurrentTimeInt64: None,
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: the table and its name live until `drop` takes them back.
        assert_eq!(unsafe { ffi::sqlite3_vfs_register(vfs, 0) }, ffi::SQLITE_OK);
        Self { vfs, name, disk: Arc::clone(disk) }
    }

    pub(crate) fn name(&self) -> String {
        self.name.to_str().unwrap().to_owned()
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        // SAFETY: made by `Box::into_raw` in `new`.
        unsafe { ffi::sqlite3_vfs_unregister(self.vfs) };
        if self.disk.lock().open_files == 0 {
            // SAFETY: likewise; nobody has it any more, since every database has a file open.
            drop(unsafe { Box::from_raw(self.vfs) });
        } else {
            // A service that a test did not stop closes its database when the test is over: it is to
            // find everything in its place.
            std::mem::forget((std::mem::take(&mut self.name), Arc::clone(&self.disk)));
        }
    }
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let opened = OpenFile {
        methods: &raw const METHODS,
        disk: unsafe { (*vfs).pAppData.cast() },
        name: Box::into_raw(Box::new(unsafe { text(name) })),
    };
    opened.with(|state, name| {
        state.open_files += 1;
        if state.powered {
            state.files.entry(name.to_owned()).or_default();
        }
    });
    unsafe {
        file.cast::<OpenFile>().write(opened);
        if !out_flags.is_null() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, _sync_folder: c_int) -> c_int {
    let mut state = unsafe { (*(*vfs).pAppData.cast::<Shared>()).lock() };
    if !state.powered {
        return ffi::SQLITE_IOERR_DELETE;
    }
    match state.files.remove(&unsafe { text(name) }) {
        Some(_) => ffi::SQLITE_OK,
        None => ffi::SQLITE_IOERR_DELETE_NOENT,
    }
}

unsafe extern "C" fn access(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _flags: c_int,
    answer: *mut c_int,
) -> c_int {
    let state = unsafe { (*(*vfs).pAppData.cast::<Shared>()).lock() };
    unsafe { *answer = state.files.contains_key(&text(name)).into() };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_path_name(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    let name = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    if name.len() > room as usize {
        return ffi::SQLITE_CANTOPEN;
    }
    unsafe { ptr::copy_nonoverlapping(name.as_ptr().cast(), out, name.len()) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn randomness(vfs: *mut ffi::sqlite3_vfs, amount: c_int, out: *mut c_char) -> c_int {
    let mut state = unsafe { (*(*vfs).pAppData.cast::<Shared>()).lock() };
    let out = unsafe { slice::from_raw_parts_mut(out.cast::<u8>(), amount as usize) };
    out.fill_with(|| state.next_random().to_le_bytes()[0]);
    amount
}

unsafe extern "C" fn sleep(_vfs: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    microseconds
}

unsafe extern "C" fn current_time(_vfs: *mut ffi::sqlite3_vfs, days: *mut f64) -> c_int {
    unsafe { *days = 2_460_000.5 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn last_error(_vfs: *mut ffi::sqlite3_vfs, _room: c_int, _out: *mut c_char) -> c_int {
    0
}

/// A name of SQLite's; temporary files have none.
unsafe fn text(name: *const c_char) -> String {
    if name.is_null() {
        return "temporary".to_owned();
    }
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}
