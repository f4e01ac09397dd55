import Foundation
import OneCallKit
import Security

/// One text in the keychain: for this app on this device alone, in no backup and no cloud, and readable behind the lock
/// screen once the phone was unlocked – an admission may have to be written down there.
public struct KeychainStorage: SecureStorage {
    private let account: String

    public init(account: String = "journey") {
        self.account = account
    }

    public func load() throws(StorageError) -> String? {
        var query = item
        query[kSecReturnData] = true
        query[kSecMatchLimit] = kSecMatchLimitOne
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        try check(status)
        return (found as? Data).map { String(decoding: $0, as: UTF8.self) }
    }

    public func save(_ text: String?) throws(StorageError) {
        guard let text else {
            let status = SecItemDelete(item as CFDictionary)
            return try check(status == errSecItemNotFound ? errSecSuccess : status)
        }
        let value: [CFString: Any] = [
            kSecValueData: Data(text.utf8), kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
        ]
        var status = SecItemUpdate(item as CFDictionary, value as CFDictionary)
        if status == errSecItemNotFound {
            status = SecItemAdd(item.merging(value) { $1 } as CFDictionary, nil)
        }
        try check(status)
    }

    private var item: [CFString: Any] {
        [
            kSecClass: kSecClassGenericPassword, kSecAttrService: "org.onecall", kSecAttrAccount: account,
            kSecAttrSynchronizable: false,
        ]
    }

    private func check(_ status: OSStatus) throws(StorageError) {
        switch status {
        case errSecSuccess: return
        case errSecInteractionNotAllowed: throw .locked
        default: throw .failed(status)
        }
    }
}

/// The user defaults go with the app.
public struct DefaultsMark: InstallMark {
    private let key: String

    /// `what`: one mark for each text that is kept.
    public init(of what: String = "was-started") {
        key = "org.onecall.\(what)"
    }

    public var isSet: Bool { UserDefaults.standard.bool(forKey: key) }

    public func set() {
        UserDefaults.standard.set(true, forKey: key)
    }
}
