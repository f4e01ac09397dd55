//! What crossing costs at least: a call that does nothing, and a callback that does nothing, from a thread that
//! only Rust knows, as the core's is. Nothing of this is in any product.

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

uniffi::setup_scaffolding!();

/// Takes nothing and gives nothing.
#[uniffi::export(with_foreign)]
pub trait Empty: Send + Sync {
    /// Called back.
    fn called(&self);
}

/// A thread that calls back each time it is called.
#[derive(uniffi::Object)]
pub struct Echo(Sender<()>);

#[uniffi::export]
impl Echo {
    /// Starts the thread; it ends with this object.
    #[uniffi::constructor]
    #[must_use]
    pub fn new(empty: Arc<dyn Empty>) -> Self {
        let (calls, called) = channel();
        thread::spawn(move || {
            while let Ok(()) = called.recv() {
                empty.called();
            }
        });
        Self(calls)
    }

    /// Calls back, on the other thread.
    pub fn call(&self) {
        // The thread ends after this object.
        let _ = self.0.send(());
    }
}
