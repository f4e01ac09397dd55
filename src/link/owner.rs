//! Whose host a link names.

use super::domains::Domains;
use super::teams::Cloud;
use super::wrapper::{WRAPPERS, Wrapper};
use super::{Host, Hosts};

/// The domains of all hosts but ours.
static KNOWN: Domains = Domains::new().with_all(&Cloud::HOST_NAMES).with_wrappers(&WRAPPERS);

/// Whose host it is.
#[derive(Clone, Copy)]
pub(super) enum Owner<'h> {
    /// This one of ours.
    Ours(&'h Host),
    /// Microsoft Teams', of this cloud; of none when the app's own scheme names no host.
    Teams(Option<Cloud>),
    /// A service's that wraps links.
    Wrapper(&'static Wrapper),
    /// A stranger's.
    Stranger,
}

impl<'h> Owner<'h> {
    /// The owner of what stands where the host belongs.
    pub(super) fn of(authority: &str, ours: &'h Hosts) -> Self {
        if let Some(host) = ours.find(authority) {
            return Self::Ours(host);
        }
        let host = authority.strip_suffix('.').unwrap_or(authority);
        // Most links are of nobody here, which one look tells.
        if !KNOWN.may_have(host) {
            return Self::Stranger;
        }
        if let Some(cloud) = Cloud::at(host) {
            return Self::Teams(Some(cloud));
        }
        Wrapper::at(host).map_or(Self::Stranger, Self::Wrapper)
    }
}
