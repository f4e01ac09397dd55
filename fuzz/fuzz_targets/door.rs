//! libFuzzer's program around [`onecall_fuzz::door`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| onecall_fuzz::door(data));
