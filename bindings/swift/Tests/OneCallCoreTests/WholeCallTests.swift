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
            let seenByAgent = try await service.read(call)
            #expect(try knocks(in: seenByAgent, of: "name") == ["Maria"])
            #expect(try text("match_phrase", in: seenByAgent) == waiting.matchPhrase)
            #expect(shell.blob != nil, "the place can be taken again after the app was killed")

            let knock = try text("knock", in: seenByAgent)
            try await service.command(call, "hold", #","knock":"\#(knock)","message":"One minute.""#)
            let held = try await shell.awaits("held") {
                if case .waiting(let waiting) = $0.screen { waiting.message != nil } else { false }
            }
            guard case .waiting(let holding) = held.screen else { throw Missing("the lobby") }
            #expect(holding.message == "One minute.")

            try await service.command(call, "admit", #","knock":"\#(knock)""#)
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
            let knock = try text("knock", in: try await service.read(call))

            let after = RecordingShell()
            let again = try OneCall(config: config(service.host), blob: before.blob, shell: after)
            defer { again.shutdown() }
            try await after.awaits("waiting")
            #expect(try texts("knock", in: try await service.read(call)) == [knock])
        }

        /// Texts of this name in the call's knocks.
        private func knocks(in call: String, of name: String) throws -> [String] {
            guard let start = call.range(of: "\"knocks\"") else { throw Missing("no knocks in \(call)") }
            return try texts(name, in: call[start.upperBound...])
        }
    }
}
