/// One text, kept where only this app on this device can read it. `OneCallPhone` has the keychain.
public protocol SecureStorage: Sendable {
    /// What was kept, if anything.
    func load() throws(StorageError) -> String?
    /// Keeps this instead of what was kept before. Nothing: keeps nothing.
    func save(_ text: String?) throws(StorageError)
}

/// Why nothing could be loaded or saved.
public enum StorageError: Error, Equatable, Sendable {
    /// Not now: the phone was not unlocked since it was switched on. What is kept is still there.
    case locked
    /// The system refused, with this code of its own.
    case failed(Int32)
}

/// Storage that ends with the process: for previews and tests.
public final class MemoryStorage: SecureStorage {
    private let kept: Locked<String?>

    public init(_ text: String? = nil) {
        kept = Locked(text)
    }

    public func load() -> String? {
        kept.with { $0 }
    }

    public func save(_ text: String?) {
        kept.with { $0 = text }
    }
}
