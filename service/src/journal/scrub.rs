//! Wiping what SQLite leaves in the unused space of pages.
//!
//! `secure_delete` overwrites a row where it is deleted, and a page when it becomes free, but not
//! the copies that remain between a page's cell pointers and its cells when rows move to another
//! page (`rebuildPage` in SQLite's `btree.c`). That space belongs to nobody, so zeros can be
//! written into it outside of any transaction: whatever moment the power goes, the database is the
//! same. The format: <https://www.sqlite.org/fileformat2.html#b_tree_pages>
#![expect(
    unsafe_code,
    reason = "SQLite offers the open file only to C: one opened beside it would drop its locks when closed"
)]

use std::{
    ffi::{c_int, c_void},
    ops::Range,
    ptr,
};

use rusqlite::{Connection, Error, ffi};

/// Pages a database may have. Below it, the first byte of an overflow or free page, which begins
/// with a page number, cannot be taken for the kind of a b-tree page. It is 128 GiB.
pub(super) const MOST_PAGES: u32 = 0x01FF_FFFF;

/// How many pages are read at once.
const AT_ONCE: u32 = 64;

/// Wipes those of `pages` (the first is 1) that there are; answers how many there are in all. The
/// write-ahead log must be empty and the connection must have no page in its cache.
pub(super) fn scrub(connection: &Connection, pages: Range<u32>) -> rusqlite::Result<u32> {
    let file = OpenFile::of(connection)?;
    let size: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let count = u32::try_from(file.size()? / u64::from(size)).unwrap_or(u32::MAX);
    if count > MOST_PAGES {
        return Err(failure(ffi::SQLITE_TOOBIG));
    }
    let mut bytes = vec![0; (size * AT_ONCE) as usize];
    let mut page = pages.start;
    let end = pages.end.min(count + 1);
    while page < end {
        let some = AT_ONCE.min(end - page);
        let bytes = &mut bytes[..(some * size) as usize];
        let at = u64::from(page - 1) * u64::from(size);
        file.read(at, bytes)?;
        for (page, bytes) in (page..).zip(bytes.chunks_exact(size as usize)) {
            if let Some(unused) = unused(page, bytes)
                && bytes[unused.clone()].iter().any(|byte| *byte != 0)
            {
                let at = u64::from(page - 1) * u64::from(size) + unused.start as u64;
                file.write(at, &vec![0; unused.len()])?;
            }
        }
        page += some;
    }
    Ok(count)
}

/// Waits until what was wiped is wiped on the disk.
pub(super) fn flush(connection: &Connection) -> rusqlite::Result<()> {
    OpenFile::of(connection)?.flush()
}

/// The space between the cell pointers and the cells of a b-tree page.
fn unused(page: u32, bytes: &[u8]) -> Option<Range<usize>> {
    let header = if page == 1 { 100 } else { 0 };
    let number = |at: usize| usize::from(bytes[header + at]) << 8 | usize::from(bytes[header + at + 1]);
    let pointers = match bytes[header] {
        2 | 5 => header + 12,
        10 | 13 => header + 8,
        _ => return None,
    };
    let start = pointers + 2 * number(3);
    let end = match number(5) {
        0 => 0x1_0000,
        end => end,
    };
    (start < end && end <= bytes.len()).then_some(start..end)
}

/// The database's file as SQLite has it open.
struct OpenFile<'c> {
    file: *mut ffi::sqlite3_file,
    methods: &'c ffi::sqlite3_io_methods,
}

impl<'c> OpenFile<'c> {
    fn of(connection: &'c Connection) -> rusqlite::Result<Self> {
        let mut file: *mut ffi::sqlite3_file = ptr::null_mut();
        // SAFETY: the connection is open, and this operation writes one pointer.
        check(unsafe {
            let out: *mut c_void = (&raw mut file).cast();
            ffi::sqlite3_file_control(connection.handle(), c"main".as_ptr(), ffi::SQLITE_FCNTL_FILE_POINTER, out)
        })?;
        // SAFETY: the file stays open as long as the connection, and an open file has methods, which
        // are never changed.
        let methods = unsafe { file.as_ref().and_then(|file| file.pMethods.as_ref()) };
        Ok(Self { file, methods: methods.ok_or_else(|| failure(ffi::SQLITE_MISUSE))? })
    }

    fn size(&self) -> rusqlite::Result<u64> {
        let mut size = 0;
        let method = self.methods.xFileSize.ok_or_else(|| failure(ffi::SQLITE_MISUSE))?;
        // SAFETY: the file is open, see `of`.
        check(unsafe { method(self.file, &raw mut size) })?;
        Ok(size.cast_unsigned())
    }

    fn read(&self, at: u64, bytes: &mut [u8]) -> rusqlite::Result<()> {
        let method = self.methods.xRead.ok_or_else(|| failure(ffi::SQLITE_MISUSE))?;
        // SAFETY: the file is open, see `of`, and the buffer has the length that is told.
        check(unsafe { method(self.file, bytes.as_mut_ptr().cast(), length(bytes), at.cast_signed()) })
    }

    fn write(&self, at: u64, bytes: &[u8]) -> rusqlite::Result<()> {
        let method = self.methods.xWrite.ok_or_else(|| failure(ffi::SQLITE_MISUSE))?;
        // SAFETY: the file is open, see `of`, and the buffer has the length that is told.
        check(unsafe { method(self.file, bytes.as_ptr().cast(), length(bytes), at.cast_signed()) })
    }

    fn flush(&self) -> rusqlite::Result<()> {
        let method = self.methods.xSync.ok_or_else(|| failure(ffi::SQLITE_MISUSE))?;
        // SAFETY: the file is open, see `of`.
        check(unsafe { method(self.file, ffi::SQLITE_SYNC_NORMAL) })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "at most 64 pages of 64 KiB")]
fn length(bytes: &[u8]) -> c_int {
    bytes.len() as c_int
}

fn check(code: c_int) -> rusqlite::Result<()> {
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(failure(code)) }
}

fn failure(code: c_int) -> Error {
    Error::SqliteFailure(ffi::Error::new(code), None)
}
