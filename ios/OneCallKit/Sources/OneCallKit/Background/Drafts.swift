import Foundation

/// What the customer was doing that the core does not know of, kept by the scene so that it is there again when the
/// system has ended the app meanwhile. Everything else comes back from the core's blob.
///
/// Codes and links are not in it: a scene's state is a file, and they let somebody in.
public struct Drafts: Equatable, Codable, Sendable {
    /// The name, as far as it was typed.
    public var name: String?
    /// The camera was looking for a code.
    public var isScanning: Bool

    public init(name: String? = nil, isScanning: Bool = false) {
        self.name = name
        self.isScanning = isScanning
    }

    /// As the scene keeps it.
    public var kept: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// From what a scene kept. What cannot be read, or was kept by another version, is as good as nothing.
    public init(kept: String) {
        self = (try? JSONDecoder().decode(Drafts.self, from: Data(kept.utf8))) ?? Drafts()
    }
}
