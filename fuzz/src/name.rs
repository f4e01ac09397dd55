//! Any text as a customer's name.

use onecall::name::CustomerName;

/// Reads the bytes as a name. What is accepted is accepted again as it is, unchanged, and neither
/// empty nor with a character that would disturb the text around it.
///
/// # Panics
/// When one of that is not so.
pub fn name(data: &[u8]) {
    let Ok(name) = CustomerName::parse(&String::from_utf8_lossy(data)) else { return };
    assert!(!name.as_str().is_empty());
    assert!(!name.as_str().contains(char::is_control));
    assert_eq!(CustomerName::parse(name.as_str()).as_ref(), Ok(&name), "a name does not stay as it is");
}
