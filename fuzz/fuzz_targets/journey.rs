//! libFuzzer's program around [`onecall_fuzz::journey`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| onecall_fuzz::journey(data));
