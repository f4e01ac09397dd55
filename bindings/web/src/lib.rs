//! The door for browsers: the pure core as WebAssembly, told and answering in JSON. No rule of its own.
//!
//! Three functions cross: [`onecall_room`] makes room for what is asked, [`onecall_call`] answers it, and
//! [`onecall_answer`] says where the answer is. What is asked is an `Ask`; `onecall.js` beside this crate
//! asks it, and does what the core has no hands for: time, random bytes, requests.
//!
//! Nothing here is `unsafe`: both buffers are owned by this module, and whoever calls writes only into the room that
//! was just made. Nothing is imported, so the module can reach nothing. What cannot be read is answered with an error
//! that has a code; no text makes it panic.

mod ask;
mod journeys;
mod outcome;

use std::cell::RefCell;

use journeys::Journeys;

thread_local! {
    /// What is asked. WebAssembly has one thread.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static JOURNEYS: RefCell<Journeys> = const { RefCell::new(Journeys::new()) };
}

/// Makes room for what is asked: `length` bytes of UTF-8, to be written before [`onecall_call`].
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "the name is how JavaScript finds it; nothing else has it")]
pub extern "C" fn onecall_room(length: usize) -> *mut u8 {
    ROOM.with_borrow_mut(|room| {
        *room = vec![0; length];
        room.as_mut_ptr()
    })
}

/// Answers what is in the room, and returns the length of the answer. The room is gone then: it held secrets.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "the name is how JavaScript finds it; nothing else has it")]
pub extern "C" fn onecall_call() -> usize {
    let asked = ROOM.take();
    let answer = JOURNEYS.with_borrow_mut(|journeys| ask::answer(journeys, &asked));
    let length = answer.len();
    ANSWER.set(answer);
    length
}

/// Where the answer is, until the next call.
#[unsafe(no_mangle)]
#[expect(unsafe_code, reason = "the name is how JavaScript finds it; nothing else has it")]
pub extern "C" fn onecall_answer() -> *const u8 {
    ANSWER.with_borrow(Vec::as_ptr)
}
