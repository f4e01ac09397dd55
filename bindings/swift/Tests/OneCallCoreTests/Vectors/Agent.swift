@testable import OneCallCore

/// The agent of a journey, with an open console and two calls.
final class Agent {
    private static let onAKnock: Set = ["admit", "hold", "decline", "notice", "release", "send-back", "remove"]

    private let service: Service
    private let console: Console
    private let calls: [String: Call]

    init(_ service: Service) async throws {
        self.service = service
        console = try await service.console()
        calls = ["first": try await service.createCall(), "second": try await service.createCall()]
    }

    /// Does one step of a journey.
    func act(_ step: Vector) async throws {
        let act = try step.text("agent")
        let call = try call(step.textIfAny("call") ?? "first")
        var more = step.rest()
        if Agent.onAKnock.contains(act) {
            more["knock"] = try await lastKnock(on: call)
        }
        try await service.command(call, act, more)
    }

    /// The join link as the service last said it.
    func link(_ name: String) async throws -> String {
        try await textOf("link", of: name)
    }

    /// The spoken code that was made last.
    func code() async throws -> String {
        try await textOf("spoken_code", of: "first")
    }

    private func textOf(_ key: String, of name: String) async throws -> String {
        guard let text = try await service.read(call(name))[key] else { throw Missing("\(key) of the call") }
        return try text.text()
    }

    private func call(_ name: String) throws -> Call {
        guard let call = calls[name] else { throw Missing("a call named \(name)") }
        return call
    }

    private func lastKnock(on call: Call) async throws -> Json {
        try await console.awaits("anybody who knocks") {
            try await service.knocks(on: call).last?["knock"]
        }
    }
}
