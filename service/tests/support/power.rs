//! A disk whose power can be cut: what was not flushed may be lost, kept, or torn.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use super::{Random, vfs::Registered};

/// The unit in which unflushed writes survive or not.
const SECTOR: usize = 512;

/// An in-memory disk under a SQLite VFS of its own.
pub(crate) struct Disk {
    shared: Arc<Shared>,
    registered: Registered,
}

pub(crate) struct Shared(Mutex<State>);

/// What happens to unflushed writes when the power goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Survives {
    Nothing,
    Everything,
    /// Each sector is kept, lost or torn for itself.
    Some,
}

pub(crate) struct State {
    pub(crate) files: BTreeMap<String, File>,
    /// How many SQLite holds open.
    pub(crate) open_files: usize,
    /// The indexes of write-ahead logs, in memory that processes share.
    pub(crate) shared_memory: BTreeMap<String, Vec<Box<[u8]>>>,
    random: Random,
    /// Writes, truncations and flushes until the power goes; none: it stays.
    left: Option<usize>,
    pub(crate) powered: bool,
    pub(crate) failing_flushes: usize,
    /// Bytes that fit on the disk.
    pub(crate) room: usize,
}

#[derive(Default)]
pub(crate) struct File {
    pub(crate) current: Vec<u8>,
    /// None: not even its name was flushed.
    flushed: Option<Vec<u8>>,
    unflushed: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Disk {
    pub(crate) fn new(seed: u64) -> Self {
        let shared = Arc::new(Shared(Mutex::new(State {
            files: BTreeMap::new(),
            open_files: 0,
            shared_memory: BTreeMap::new(),
            random: Random(seed),
            left: None,
            powered: true,
            failing_flushes: 0,
            room: usize::MAX,
        })));
        let registered = Registered::new(&shared);
        Self { shared, registered }
    }

    /// The VFS to open databases with.
    pub(crate) fn vfs(&self) -> String {
        self.registered.name()
    }

    pub(crate) fn cut_power_after(&self, operations: usize) {
        self.shared.lock().left = Some(operations);
    }

    pub(crate) fn fail_next_flush(&self) {
        self.shared.lock().failing_flushes = 1;
    }

    /// Whether `text` is in any file, as an inspector of the disk would see it.
    pub(crate) fn holds(&self, text: &str) -> bool {
        let state = self.shared.lock();
        let mut files = state.files.values();
        files.any(|file| String::from_utf8_lossy(&file.current).contains(text))
    }

    /// Leaves `bytes` of free space.
    pub(crate) fn leave_room(&self, bytes: usize) {
        let mut state = self.shared.lock();
        let used: usize = state.files.values().map(|file| file.current.len()).sum();
        state.room = used.saturating_add(bytes);
    }

    /// Cuts the power if it is still there and switches it on again. No file may be open.
    pub(crate) fn restart(&self, survives: Survives) {
        let mut state = self.shared.lock();
        let State { files, random, .. } = &mut *state;
        files.retain(|_, file| file.survive(survives, random));
        state.left = None;
        state.powered = true;
    }

    /// How a seed wants the disk to behave.
    pub(crate) fn survival(seed: u64) -> Survives {
        match seed % 4 {
            0 => Survives::Nothing,
            1 => Survives::Everything,
            _ => Survives::Some,
        }
    }
}

impl Shared {
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    pub(crate) fn next_random(&mut self) -> u64 {
        self.random.next()
    }

    /// Counts an operation that reaches the disk; at the last one the power goes.
    pub(crate) fn count(&mut self) {
        if let Some(left) = &mut self.left {
            *left = left.saturating_sub(1);
            self.powered &= *left > 0;
        }
    }

    pub(crate) fn fits(&self, name: &str, end: usize) -> bool {
        let others = self.files.iter().filter(|(other, _)| *other != name);
        let used: usize = others.map(|(_, file)| file.current.len()).sum();
        end <= self.files[name].current.len() || used.saturating_add(end) <= self.room
    }
}

impl File {
    pub(crate) fn write(&mut self, at: usize, bytes: &[u8]) {
        put(&mut self.current, at, bytes);
        self.unflushed.push(Change::Write(at, bytes.to_owned()));
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.current.truncate(len);
        self.unflushed.push(Change::Truncate(len));
    }

    pub(crate) fn flush(&mut self) {
        self.flushed = Some(self.current.clone());
        self.unflushed.clear();
    }

    /// The file after a power cut; false when even its name is gone.
    fn survive(&mut self, survives: Survives, random: &mut Random) -> bool {
        let named = match survives {
            Survives::Nothing => self.flushed.is_some(),
            Survives::Everything => true,
            Survives::Some => self.flushed.is_some() || random.below(2) == 0,
        };
        let mut content = self.flushed.take().unwrap_or_default();
        for change in self.unflushed.drain(..) {
            match (survives, change) {
                (Survives::Nothing, _) => {}
                (Survives::Everything, Change::Write(at, bytes)) => put(&mut content, at, &bytes),
                (Survives::Everything, Change::Truncate(len)) => content.truncate(len),
                (Survives::Some, Change::Write(at, bytes)) => {
                    tear(&mut content, at, &bytes, random);
                }
                (Survives::Some, Change::Truncate(len)) => {
                    if random.below(2) == 0 {
                        content.truncate(len);
                    }
                }
            }
        }
        self.current.clone_from(&content);
        self.flushed = Some(content);
        named
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

/// Writes what happens to survive of `bytes`.
fn tear(content: &mut Vec<u8>, at: usize, bytes: &[u8], random: &mut Random) {
    let mut from = 0;
    while from < bytes.len() {
        let to = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
        let kept = match random.below(3) {
            0 => to - from,
            1 => 0,
            _ => random.below(to - from),
        };
        if kept > 0 {
            put(content, at + from, &bytes[from..from + kept]);
        }
        from = to;
    }
}
