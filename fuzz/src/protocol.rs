//! Any bytes as what a peer sends.

use onecall::protocol::{
    AgentCommand, CallPatch, CallView, CreateCall, CustomerCommand, CustomerView, KnockRequest, Problem,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads the bytes as every type on the wire. What was read is written as something that reads as
/// the same.
///
/// # Panics
/// When that is not so.
pub fn protocol(data: &[u8]) {
    round_trip::<KnockRequest>(data);
    round_trip::<CustomerCommand>(data);
    round_trip::<CustomerView>(data);
    round_trip::<AgentCommand>(data);
    round_trip::<CreateCall>(data);
    round_trip::<CallPatch>(data);
    round_trip::<CallView>(data);
    round_trip::<Problem>(data);
}

#[expect(clippy::panic, reason = "a target says by a panic what it found")]
fn round_trip<T: Serialize + DeserializeOwned>(data: &[u8]) {
    let Ok(read) = serde_json::from_slice::<T>(data) else { return };
    let Ok(written) = serde_json::to_value(&read) else { panic!("what was read cannot be written") };
    let again = match serde_json::from_value::<T>(written.clone()) {
        Ok(again) => again,
        Err(error) => panic!("what was written cannot be read: {error}"),
    };
    assert_eq!(serde_json::to_value(again).ok(), Some(written), "written and read again, it is another");
}
