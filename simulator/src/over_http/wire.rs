//! Requests as they stand on the wire: enough of HTTP/1.1 to let whole ones be lost, late or doubled.

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

/// Longer than any request of a phone; what is longer is not understood, and the connection ends.
const MOST: usize = 64 * 1024;

/// One request, byte for byte.
pub(super) struct Request {
    pub(super) bytes: Vec<u8>,
    pub(super) kind: Kind,
}

/// What a request wants.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To knock, and to listen.
    Knock,
    /// Something done in the lobby or the call.
    Command,
    Other,
}

/// The next request; nothing when the connection ends, or holds something else.
pub(super) async fn next(from: &mut (impl AsyncBufRead + Unpin)) -> Option<Request> {
    let mut bytes = Vec::new();
    let mut length = 0;
    loop {
        let begun = bytes.len();
        from.read_until(b'\n', &mut bytes).await.ok().filter(|read| *read > 0)?;
        let line = std::str::from_utf8(bytes.get(begun..)?).ok()?.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok().filter(|length| *length <= MOST)?;
        }
        if bytes.len() > MOST {
            return None;
        }
    }
    let head = bytes.len();
    bytes.resize(head + length, 0);
    from.read_exact(bytes.get_mut(head..)?).await.ok()?;
    let kind = match &bytes {
        knock if knock.starts_with(b"POST /v1/knock ") => Kind::Knock,
        command if command.starts_with(b"POST /v1/knock/commands ") => Kind::Command,
        _ => Kind::Other,
    };
    Some(Request { bytes, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn requests_are_told_apart_and_kept_byte_for_byte() {
        let knock = b"POST /v1/knock HTTP/1.1\r\nContent-Length: 3\r\n\r\n{ }".as_slice();
        let beat = b"POST /v1/knock/commands HTTP/1.1\r\nhost: a\r\ncontent-length: 0\r\n\r\n".as_slice();
        let both = [knock, beat, b"GET / HTTP/1.1\r\ncontent-le"].concat();
        let mut from = both.as_slice();
        for (bytes, kind) in [(knock, Kind::Knock), (beat, Kind::Command)] {
            let request = next(&mut from).await.unwrap();
            assert!(request.bytes == bytes && request.kind == kind);
        }
        assert!(next(&mut from).await.is_none(), "half a request is none");
    }
}
