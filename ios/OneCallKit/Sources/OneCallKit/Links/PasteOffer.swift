/// What can be known of the pasteboard without reading it, and without the system telling the customer that somebody
/// did. `OneCallPhone` has the one of UIKit.
@MainActor
public protocol PasteboardDetecting {
    /// Goes up whenever something is copied anywhere.
    var changeCount: Int { get }
    /// Whether there probably is a web address or a number on it.
    func mayHoldInvitation() async -> Bool
}

/// Decides when the pasteboard is asked, and remembers the answer: somebody who got the app from the landing page
/// has the link there, and is offered to paste it first.
struct PasteOffer {
    private var asked: Int?
    private(set) var isLikely = false

    /// Whether to ask now. Once for everything that was copied, and only while a link is of use.
    mutating func shouldAsk(changeCount: Int, isWanted: Bool) -> Bool {
        guard isWanted, asked != changeCount else { return false }
        asked = changeCount
        isLikely = false
        return true
    }

    /// The answer. One to an older question is dropped.
    mutating func answered(_ isLikely: Bool, changeCount: Int) {
        if asked == changeCount {
            self.isLikely = isLikely
        }
    }

    /// It was pasted: offered like everything else from now on.
    mutating func pasted() {
        isLikely = false
    }
}
