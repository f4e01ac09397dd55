//! The C side of [`Disk`](super::power::Disk): a SQLite VFS of version 1, which is enough for a
//! write-ahead log in exclusive locking mode (<https://www.sqlite.org/vfs.html>).
#![allow(
    unsafe_code,
    reason = "a SQLite VFS is a table of C functions; pointers come from SQLite, which keeps its \
              documented contract about their validity"
)]

use std::{
    ffi::{CStr, CString, c_char, c_int, c_void},
    ptr, slice,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use rusqlite::ffi;

use super::power::{File, Shared, State};

/// A VFS that SQLite knows by name until this is dropped.
pub(crate) struct Registered {
    vfs: *mut ffi::sqlite3_vfs,
    name: CString,
    _disk: Arc<Shared>,
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
        Self { vfs, name, _disk: Arc::clone(disk) }
    }

    pub(crate) fn name(&self) -> String {
        self.name.to_str().unwrap().to_owned()
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        // SAFETY: made by `Box::into_raw` in `new`; tests close their databases before.
        unsafe {
            ffi::sqlite3_vfs_unregister(self.vfs);
            drop(Box::from_raw(self.vfs));
        }
    }
}

/// What SQLite holds for an open file, in memory that it allocates.
#[repr(C)]
struct OpenFile {
    methods: *const ffi::sqlite3_io_methods,
    disk: *const Shared,
    name: *mut String,
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
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
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

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
    with(&opened, |state, name| {
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

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    drop(unsafe { Box::from_raw((*file.cast::<OpenFile>()).name) });
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let buffer = unsafe { slice::from_raw_parts_mut(buffer.cast::<u8>(), amount as usize) };
    with(unsafe { &*file.cast() }, |state, name| {
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

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let bytes = unsafe { slice::from_raw_parts(bytes.cast::<u8>(), amount as usize) };
    let at = offset as usize;
    with(unsafe { &*file.cast() }, |state, name| {
        if state.powered && !state.fits(name, at + bytes.len()) {
            return ffi::SQLITE_FULL;
        }
        change(state, name, ffi::SQLITE_IOERR_WRITE, |stored| stored.write(at, bytes))
    })
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    with(unsafe { &*file.cast() }, |state, name| {
        change(state, name, ffi::SQLITE_IOERR_TRUNCATE, |stored| stored.truncate(size as usize))
    })
}

unsafe extern "C" fn flush(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    with(unsafe { &*file.cast() }, |state, name| {
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
    with(unsafe { &*file.cast() }, |state, name| {
        let len = state.files.get(name).map_or(0, |stored| stored.current.len());
        unsafe { *size = len as i64 };
        if state.powered { ffi::SQLITE_OK } else { ffi::SQLITE_IOERR_FSTAT }
    })
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

fn with<T>(file: &OpenFile, work: impl FnOnce(&mut State, &str) -> T) -> T {
    // SAFETY: `name` lives until `close`, the disk until the VFS is unregistered.
    let (disk, name) = unsafe { (&*file.disk, &*file.name) };
    work(&mut disk.lock(), name)
}

/// A name of SQLite's; temporary files have none.
unsafe fn text(name: *const c_char) -> String {
    if name.is_null() {
        return "temporary".to_owned();
    }
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}
