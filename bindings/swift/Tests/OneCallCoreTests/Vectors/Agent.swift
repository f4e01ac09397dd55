@testable import OneCallCore

/// The agent of a journey, with an open console and two calls.
final class Agent {
    private static let onAKnock: Set = ["admit", "hold", "decline", "notice", "release", "send-back", "remove"]

    private let service: Service
    private let console: Console
    private let calls: [String: Call]
    private var links: [String: String]
    private var spokenCode: String?

    /// The join link of the first call as it was when the call was made.
    let oldLink: String

    init(_ service: Service) async throws {
        self.service = service
        console = try await service.console()
        let first = try await service.createCall()
        let second = try await service.createCall()
        calls = ["first": first, "second": second]
        links = ["first": first.link, "second": second.link]
        oldLink = first.link
    }

    /// Does one step of a journey.
    func act(_ step: Vector) async throws {
        let act = try step.text("agent")
        let name = try step.textIfAny("call") ?? "first"
        let call = try call(name)
        var more = step.rest()
        if Agent.onAKnock.contains(act) {
            more["knock"] = try await lastKnock(on: call)
        }
        let answer = try await service.command(call, act, more)
        // A call that is over has no link any more, and a code is said once.
        if case .text(let link) = answer["link"] {
            links[name] = link
        }
        if case .text(let code) = answer["spoken_code"] {
            spokenCode = code
        }
    }

    /// The join link as the service last said it.
    func link(_ name: String) throws -> String {
        guard let link = links[name] else { throw Missing("a call named \(name)") }
        return link
    }

    /// The spoken code that was made last.
    func code() throws -> String {
        guard let spokenCode else { throw Missing("a spoken code that was made") }
        return spokenCode
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
