import Foundation
import OneCallCore

/// Opens addresses outside of the app. `OneCallPhone` has the one of UIKit.
@MainActor
public protocol Opening {
    /// An address that the core gave: a meeting, a page in a store. It may let somebody in: not to be logged.
    func open(_ url: URL)
    /// The system's settings of this app.
    func openSettings()
}

/// Reads the pasteboard; the system tells the customer so.
@MainActor
public protocol PasteboardReading {
    /// The text on it, if there is any.
    func text() -> String?
}

/// Everything of the platform that the app stands on. `OneCallPhone` has those of an iPhone.
@MainActor
public struct Surroundings {
    public var storage: any SecureStorage
    public var camera: any CameraAsking
    public var ar: any ArMeasuring
    public var network: any NetworkWatching
    public var pasteboard: any PasteboardDetecting & PasteboardReading
    public var notices: any NoticePosting
    public var background: any BackgroundTime
    public var opener: any Opening
    /// Nothing where nobody can sign in.
    public var accounts: Accounts?
    /// Writes into the app's log. A line holds no name, link or message.
    public var log: @Sendable (LogLine) -> Void

    public init(
        storage: any SecureStorage, camera: any CameraAsking, ar: any ArMeasuring, network: any NetworkWatching,
        pasteboard: any PasteboardDetecting & PasteboardReading, notices: any NoticePosting,
        background: any BackgroundTime, opener: any Opening, accounts: Accounts? = nil,
        log: @escaping @Sendable (LogLine) -> Void
    ) {
        self.storage = storage
        self.camera = camera
        self.ar = ar
        self.network = network
        self.pasteboard = pasteboard
        self.notices = notices
        self.background = background
        self.opener = opener
        self.accounts = accounts
        self.log = log
    }
}
