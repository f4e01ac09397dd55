//! Any text as a link.

use onecall::link::{Host, Hosts, Invitation, understand};
use url::Url;

/// Understands the bytes as text. Whatever they are, there is an answer; what is accepted as a link
/// leads to a host of ours, is printed as a link that a browser reads the same way, and is understood
/// again when it comes back.
///
/// # Panics
/// When one of that is not so.
pub fn link(data: &[u8]) {
    let ours = ours();
    match understand(&String::from_utf8_lossy(data), &ours) {
        Ok(invitation) => holds(&invitation, &ours),
        Err(error) => {
            let sentence = error.to_string();
            assert!(!sentence.is_empty() && !sentence.contains(char::is_control), "{sentence:?} is no sentence");
            assert!(error.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
        }
    }
}

fn holds(invitation: &Invitation, ours: &Hosts) {
    let Some(printed) = invitation.url() else { return };
    assert_eq!(understand(&printed, ours).as_ref(), Ok(invitation), "printed, it is another invitation");
    if let Invitation::OneTime { host, .. } = invitation {
        let read = Url::parse(&printed).ok().and_then(|url| url.host_str().map(str::to_owned));
        assert!(ours.contains(host), "a foreign host was accepted");
        assert_eq!(read.as_deref(), Some(host.name()), "a browser would go elsewhere");
    }
}

fn ours() -> Hosts {
    let hosts = ["help.example.com", "support.example.org"];
    Hosts::new(hosts.into_iter().filter_map(|host| Host::parse(host).ok()))
}
