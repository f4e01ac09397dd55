import Foundation
import OneCallCore

/// What a phone hands in when it starts.
func config(
    _ host: String = "help.example.com", callClient: Bool = false, extraRoots: [Data] = [], verbose: Bool = false
) -> Config {
    Config(
        hosts: [host],
        device: Device(platform: .ios, osVersion: OsVersion(major: 17, minor: 4)), app: .app,
        suggestedName: "Maria", extraRoots: extraRoots, callClient: callClient, verbose: verbose
    )
}

/// A phone with our app: the core, and a shell that remembers what it was told.
final class Phone: Sendable {
    let call: OneCall
    let shell: RecordingShell

    init(_ config: Config, blob: String? = nil, shell: RecordingShell = RecordingShell()) throws {
        self.shell = shell
        call = try OneCall(config: config, blob: blob, shell: shell)
    }

    convenience init(host: String, blob: String? = nil) throws {
        try self.init(config(host), blob: blob)
    }

    deinit {
        call.shutdown()
    }

    /// Goes from a link to the lobby, and says what is on its screen.
    @discardableResult
    func knocks(_ link: String, name: String = "Maria") async throws -> Waiting {
        call.text(text: link, source: .link)
        try await shell.awaits("ask-name")
        call.name(name: name)
        return try await waits("the lobby") { !$0.reconnecting }
    }

    /// The first screen from here on that says this first.
    @discardableResult
    func says(_ headline: String) async throws -> Shown {
        try await shell.awaits(headline) { $0.lines.first?.id == headline }
    }

    /// The first screen from here on that says exactly this, line by line.
    @discardableResult
    func says(_ lines: [String]) async throws -> Shown {
        try await shell.awaits("\(lines)") { $0.lines.map(\.id) == lines }
    }

    /// The first screen from here on with a lobby that is like this.
    @discardableResult
    func waits(_ what: String, _ wanted: @Sendable (Waiting) -> Bool = { _ in true }) async throws -> Waiting {
        let shown = try await shell.awaits(what) {
            if case .waiting(let waiting) = $0.screen { wanted(waiting) } else { false }
        }
        guard case .waiting(let waiting) = shown.screen else { throw Missing(what) }
        return waiting
    }

    /// The first screen from here on with a call, on a network or while it is looked for.
    func talks(reconnecting: Bool = false) async throws {
        try await shell.awaits("the call") {
            if case .inCall(_, _, _, _, let now) = $0.screen { now == reconnecting } else { false }
        }
    }
}
