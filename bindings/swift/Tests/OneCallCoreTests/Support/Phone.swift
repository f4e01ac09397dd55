import Foundation

@testable import OneCallCore

/// What a phone hands in when it starts.
func config(_ host: String = "help.example.com", verbose: Bool = false) -> Config {
    Config(
        hosts: [host],
        device: Device(platform: .ios, osVersion: OsVersion(major: 17, minor: 4)), app: .app,
        suggestedName: "Maria",
        verbose: verbose
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
        let shown = try await shell.awaits("the lobby") {
            if case .waiting(let waiting) = $0.screen { !waiting.reconnecting } else { false }
        }
        guard case .waiting(let waiting) = shown.screen else { throw Missing("the lobby") }
        return waiting
    }
}
