import Testing

@testable import OneCallCore

extension Core {
    @Suite("A whole call through the real library and the real service", .timeLimit(.minutes(2)))
    struct WholeCall {
        @Test("a call from the link through the lobby to its end")
        func aWholeCall() async throws {
            let service = try Service()
            let shell = RecordingShell()
            let phone = try OneCall(config: config(service.host), blob: nil, shell: shell)
            defer { phone.shutdown() }
            try await shell.awaits("start")

            let call = try await service.createCall()
            phone.text(text: "Hello! Please join here: \(call.link)", source: .paste)
            guard case .askName(let suggestion, nil, false) = try await shell.awaits("ask-name") else {
                throw Missing("the question for the name")
            }
            #expect(suggestion == "Maria")
            phone.name(name: "")
            try await shell.awaits("what is wrong with no name") {
                if case .askName(_, .empty, _) = $0.screen { true } else { false }
            }
            phone.name(name: "Maria")

            guard case .waiting(let waiting) = try await shell.awaits("waiting") else { throw Missing("the lobby") }
            let knocks = try await service.knocks(on: call)
            #expect(knocks.count == 1)
            #expect(knocks.first?["name"] == .text("Maria"))
            #expect(knocks.first?["match_phrase"] == .text(waiting.matchPhrase))
            #expect(shell.blob != nil, "the place can be taken again after the app was killed")

            try await service.toCustomer(of: call, "hold", ["message": .text("One minute.")])
            let held = try await shell.awaits("held") {
                if case .waiting(let waiting) = $0.screen { waiting.message != nil } else { false }
            }
            guard case .waiting(let holding) = held.screen else { throw Missing("the lobby") }
            #expect(holding.message == "One minute.")

            try await service.toCustomer(of: call, "admit")
            guard case .inCall(_, _, let mode, let features, _) = try await shell.awaits("in-call") else {
                throw Missing("the call")
            }
            #expect(mode == .stills)
            #expect(!features.annotateInSpace.allowed)

            try await service.command(call, "end")
            #expect(try await shell.awaits("over") == .over(reason: .callOver, mayKnockAgain: false))
        }

        @Test("an app that was killed in the lobby takes the same place again")
        func theSamePlace() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let before = RecordingShell()
            let phone = try OneCall(config: config(service.host), blob: nil, shell: before)
            phone.text(text: call.link, source: .link)
            try await before.awaits("ask-name")
            phone.name(name: "Maria")
            try await before.awaits("waiting")
            phone.shutdown()
            let knocks = try await service.knocks(on: call)

            let after = RecordingShell()
            let again = try OneCall(config: config(service.host), blob: before.blob, shell: after)
            defer { again.shutdown() }
            try await after.awaits("waiting")
            #expect(try await service.knocks(on: call).map { $0["knock"] } == knocks.map { $0["knock"] })
        }
    }
}
