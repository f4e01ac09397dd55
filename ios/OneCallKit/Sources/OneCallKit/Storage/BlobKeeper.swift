/// Keeps the core's blob, and does not forget one that could not be saved at once.
///
/// It saves on the thread that it is called on, so that what is kept never lags behind what the core sends next.
final class BlobKeeper: Sendable {
    private let storage: any SecureStorage
    /// What could not be saved yet.
    private let pending = Locked<Pending>(.nothing)

    private enum Pending {
        case nothing
        case text(String?)
    }

    init(_ storage: any SecureStorage) {
        self.storage = storage
    }

    func load() throws(StorageError) -> String? {
        try storage.load()
    }

    func save(_ text: String?) {
        pending.with { pending in
            pending = attempt(text)
        }
    }

    /// Tries once more what could not be saved.
    func retry() {
        pending.with { pending in
            if case .text(let text) = pending {
                pending = attempt(text)
            }
        }
    }

    private func attempt(_ text: String?) -> Pending {
        do throws(StorageError) {
            try storage.save(text)
            return .nothing
        } catch {
            return .text(text)
        }
    }
}
