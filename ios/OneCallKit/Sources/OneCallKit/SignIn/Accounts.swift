import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The system's browser as a sheet of this app. `OneCallPhone` has that of an iPhone.
@MainActor
public protocol AccountBrowsing {
    /// Shows this page until it leads to an address of `scheme`: that address, or nothing when the customer went back.
    func show(_ page: URL, until scheme: String) async -> URL?
}

/// Asks the accounts' server, over HTTPS and trusted as the system trusts. The one place of the app that speaks to a
/// server by itself: the core has no business with accounts but to be handed an access token.
public protocol AccountAsking: Sendable {
    /// Nothing: nobody answered in time. Follows no redirect and reads no more than ``AccountAnswer/longest``.
    func ask(_ request: URLRequest) async -> AccountAnswer?
}

/// What the accounts' server said. Secrets are in it: nothing here is printed.
public struct AccountAnswer: Sendable {
    /// The most bytes that any such answer has.
    public static let longest = 128 * 1024

    public let status: Int
    public let body: Data

    public init(status: Int, body: Data) {
        self.status = status
        self.body = body
    }
}

/// What signing in stands on.
@MainActor
public struct Accounts {
    public var browser: any AccountBrowsing
    public var server: any AccountAsking
    /// Of its own, beside the journey's blob.
    public var storage: any SecureStorage
    public var sha256: @Sendable (Data) -> Data

    public init(
        browser: any AccountBrowsing, server: any AccountAsking, storage: any SecureStorage,
        sha256: @escaping @Sendable (Data) -> Data
    ) {
        self.browser = browser
        self.server = server
        self.storage = storage
        self.sha256 = sha256
    }
}
