import Foundation
import OneCallCore

@testable import OneCallKit

/// Says the id and the arguments, so that a test sees what is asked for.
struct Ids: Sentences {
    func say(_ message: Message) -> String { message.id }
    func label(_ label: AppLabel) -> String { label.rawValue }
    func moment(_ date: Date) -> String { String(Int(date.timeIntervalSince1970)) }
}

/// Storage that refuses as long as it is told to.
final class StubbornStorage: SecureStorage {
    let kept = MemoryStorage()
    let refusal = Locked<StorageError?>(nil)

    func load() throws(StorageError) -> String? {
        if let error = refusal.with({ $0 }) { throw error }
        return kept.load()
    }

    func save(_ text: String?) throws(StorageError) {
        if let error = refusal.with({ $0 }) { throw error }
        kept.save(text)
    }
}

final class Mark: InstallMark {
    private let value = Locked(false)
    var isSet: Bool { value.with { $0 } }
    func set() { value.with { $0 = true } }
}

final class FakeCamera: CameraAsking {
    let isThere: Bool
    private let answer: Locked<CameraStatus>

    init(_ status: CameraStatus = .authorized, isThere: Bool = true) {
        self.isThere = isThere
        answer = Locked(status)
    }

    var status: CameraStatus { answer.with { $0 } }
    func ask() async { answer.with { $0 = .authorized } }
}

struct FakeAr: ArMeasuring {
    var said: ArFacts? = ArFacts(worldTracking: true, sceneReconstruction: false, sceneDepth: false)
    func facts() -> ArFacts? { said }
}

struct SteadyNetwork: NetworkWatching {
    func paths() -> AsyncStream<NetworkPath> { AsyncStream { $0.finish() } }
}

/// Everything that the main actor is asked to do, written down.
@MainActor
final class Desk: PasteboardDetecting, PasteboardReading, NoticePosting, BackgroundTime, Opening {
    var copied: String?
    var asked = false
    private(set) var posted: [(NoticeInWords, TimeInterval)] = []
    private(set) var opened: [URL] = []
    private(set) var isInBackground = false

    var changeCount: Int { copied?.count ?? 0 }
    func mayHoldInvitation() async -> Bool { copied != nil }
    func text() -> String? { copied }

    func wasAsked() async -> Bool { asked }
    func ask() async { asked = true }
    func post(_ notice: NoticeInWords, after seconds: TimeInterval) { posted.append((notice, seconds)) }
    func withdrawAll() { posted = [] }

    func begin(expired: @escaping @MainActor () -> Void) { isInBackground = true }
    func end() { isInBackground = false }

    func open(_ url: URL) { opened.append(url) }
    func openSettings() {}

    func surroundings(_ storage: any SecureStorage = MemoryStorage(), camera: FakeCamera = FakeCamera()) -> Surroundings
    {
        Surroundings(
            storage: storage, camera: camera, ar: FakeAr(), network: SteadyNetwork(), pasteboard: self, notices: self,
            background: self, opener: self, log: { _ in })
    }
}
