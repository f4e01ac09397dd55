//! The iPhone's app: what runs without a phone is run, and what needs Apple's frameworks is read.

use anyhow::Result;

use crate::swift;

pub(crate) fn check() -> Result<()> {
    swift::parse(&["ios/App", "ios/OneCallKit/Sources/OneCallPhone"])?;
    swift::test("ios/OneCallKit")
}
