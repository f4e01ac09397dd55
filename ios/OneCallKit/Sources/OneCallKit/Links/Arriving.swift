import Foundation
import OneCallCore

/// A text that came into the app, and where from: what the core takes as it is.
///
/// Whether it is an invitation, and whose, is for the core alone to say. Nothing is opened here.
public struct Arriving: Equatable, Sendable {
    public let text: String
    public let source: Source

    public init(_ text: String, from source: Source) {
        self.text = text
        self.source = source
    }

    /// The system opened the app with this address: a universal link, or the hand-over scheme.
    public init(opened url: URL) {
        self.init(url.absoluteString, from: .link)
    }

    /// The system continues an activity in the app. Only browsing leads to a call.
    public init?(activity type: String, page: URL?) {
        guard type == Self.browsing, let page else { return nil }
        self.init(opened: page)
    }

    /// `NSUserActivityTypeBrowsingWeb`
    static let browsing = "NSUserActivityTypeBrowsingWeb"
}
