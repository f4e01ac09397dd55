import Foundation

@testable import OneCallCore

/// What a phone hands in when it starts.
func config(_ host: String = "help.example.com") -> Config {
    Config(
        hosts: [host],
        device: Device(platform: .ios, osVersion: OsVersion(major: 17, minor: 4)), app: .app,
        suggestedName: "Maria"
    )
}

/// A shell that remembers what it was told, and can be waited for.
final class RecordingShell: Shell {
    /// Everything that was shown, in order; read by one test at a time.
    private let screens: AsyncStream<Shown>
    private let shown: AsyncStream<Shown>.Continuation
    private let effects: AsyncStream<ShellEffect>
    private let performed: AsyncStream<ShellEffect>.Continuation
    private let memory = Memory()

    init() {
        (screens, shown) = AsyncStream.makeStream()
        (effects, performed) = AsyncStream.makeStream()
    }

    /// What is kept for the next start.
    var blob: String? { memory.lock.withLock { memory.blob } }

    /// What was logged.
    var lines: [LogLine] { memory.lock.withLock { memory.lines } }

    func show(shown: Shown) {
        self.shown.yield(shown)
    }

    func perform(effect: ShellEffect) {
        if case .save(let blob) = effect {
            memory.lock.withLock { memory.blob = blob }
        }
        performed.yield(effect)
    }

    func log(line: LogLine) {
        memory.lock.withLock { memory.lines.append(line) }
    }

    /// The first screen from here on that is like this. What never comes ends with the time limit of the test.
    @discardableResult
    func awaits(_ what: String, _ wanted: (Shown) -> Bool) async throws -> Shown {
        for await shown in screens where wanted(shown) {
            return shown
        }
        throw Missing("not shown: \(what)")
    }

    /// The first screen of this kind from here on.
    @discardableResult
    func awaits(_ kind: String) async throws -> Screen {
        try await awaits(kind) { $0.kind == kind }.screen
    }

    /// The first effect from here on that is like this.
    @discardableResult
    func awaitsEffect(_ what: String, _ wanted: (ShellEffect) -> Bool) async throws -> ShellEffect {
        for await effect in effects where wanted(effect) {
            return effect
        }
        throw Missing("not done: \(what)")
    }

    private final class Memory: @unchecked Sendable {
        let lock = NSLock()
        var blob: String?
        var lines: [LogLine] = []
    }
}
