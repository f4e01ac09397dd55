import Foundation

import OneCallCore

/// A shell that remembers what it was told, and can be waited for.
final class RecordingShell: Shell {
    /// Everything that was shown, in order; read by one test at a time.
    private let screens: AsyncStream<Shown>
    private let shown: AsyncStream<Shown>.Continuation
    private let effects: AsyncStream<ShellEffect>
    private let performed: AsyncStream<ShellEffect>.Continuation
    private let log: AsyncStream<LogLine>
    private let logged: AsyncStream<LogLine>.Continuation
    private let memory = Memory()

    private let onShow: @Sendable (Shown) throws -> Void
    private let onPerform: @Sendable (ShellEffect) throws -> Void
    private let onLog: @Sendable (LogLine) throws -> Void

    /// What is thrown by one of these is thrown out of the shell, after what the shell was told is remembered; what was
    /// to be saved is then not.
    init(
        onShow: @escaping @Sendable (Shown) throws -> Void = { _ in },
        onPerform: @escaping @Sendable (ShellEffect) throws -> Void = { _ in },
        onLog: @escaping @Sendable (LogLine) throws -> Void = { _ in }
    ) {
        (self.onShow, self.onPerform, self.onLog) = (onShow, onPerform, onLog)
        (screens, shown) = AsyncStream.makeStream()
        (effects, performed) = AsyncStream.makeStream()
        (log, logged) = AsyncStream.makeStream()
    }

    /// What is kept for the next start.
    var blob: String? { memory.lock.withLock { memory.blob } }

    /// What was logged.
    var lines: [LogLine] { memory.lock.withLock { memory.lines } }

    func show(shown: Shown) throws {
        self.shown.yield(shown)
        try onShow(shown)
    }

    func perform(effect: ShellEffect) throws {
        // Whoever waits for a save finds it saved.
        defer { performed.yield(effect) }
        try onPerform(effect)
        if case .save(let blob) = effect {
            memory.lock.withLock { memory.blob = blob }
        }
    }

    func log(line: LogLine) throws {
        memory.lock.withLock { memory.lines.append(line) }
        logged.yield(line)
        try onLog(line)
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

    /// Returns when the core has taken an input of this kind; of a phone that logs every input.
    func awaitsTaken(_ input: String) async throws {
        for await line in log where line.what == "input" && line.detail == input {
            return
        }
        throw Missing("not taken: \(input)")
    }

    /// How many inputs of this kind were taken so far.
    func taken(_ input: String) -> Int {
        lines.filter { $0.what == "input" && $0.detail == input }.count
    }

    private final class Memory: @unchecked Sendable {
        let lock = NSLock()
        var blob: String?
        var lines: [LogLine] = []
    }
}
