/// Remembers that this install was started before; gone with the app. `OneCallPhone` has the user defaults.
public protocol InstallMark: Sendable {
    var isSet: Bool { get }
    func set()
}

/// Storage that begins empty with each install.
///
/// The keychain outlives the app. Without this, somebody who deletes the app and gets it again – or gives the phone
/// away – would find the name and the call of before.
public struct FreshInstallStorage: SecureStorage {
    private let storage: any SecureStorage
    private let mark: any InstallMark

    public init(_ storage: any SecureStorage, mark: any InstallMark) {
        self.storage = storage
        self.mark = mark
    }

    public func load() throws(StorageError) -> String? {
        guard mark.isSet else {
            // The mark only once the old text is really gone: while the phone is locked, nothing is.
            try storage.save(nil)
            mark.set()
            return nil
        }
        return try storage.load()
    }

    public func save(_ text: String?) throws(StorageError) {
        try storage.save(text)
        mark.set()
    }
}
