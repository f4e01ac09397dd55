import Testing

@testable import OneCallCore

extension Core {
    @Suite("Text crosses the door as it is, whatever it is made of", .timeLimit(.minutes(2)))
    struct TextBoundary {
        @Test("a name with letters and signs of many scripts and planes is the same on both sides")
        func scripts() throws {
            for name in ["Zoë", "王小明", "Ольга", "مريم", "שרה", "สมชาย", "𠮷野", "👍🏽 Ada", "𐌰𐌱"] {
                guard case .good(let checked) = checkName(typed: name) else { throw Missing("a good name: \(name)") }
                #expect(Array(checked.unicodeScalars) == Array(name.unicodeScalars))
            }
        }

        @Test("a character of any plane is taken into the name or named as what is wrong with it")
        func planes() throws {
            for plane in UInt32(0)...16 {
                // A prime, so that no block is always met in the same place.
                for offset in stride(from: UInt32(0x20), to: 0x10000, by: 251) {
                    guard let scalar = Unicode.Scalar(plane * 0x10000 + offset) else { continue }
                    switch checkName(typed: "A\(scalar)b") {
                    case .good(let name):
                        #expect(name.unicodeScalars.last == "b")
                    case .problem(.notAllowed(let character), _):
                        #expect(!character.isEmpty)
                    case .problem(.invisible(let position), _):
                        #expect(position == 1)
                    case .problem(let error, _):
                        throw Missing("what is wrong with \(scalar.value): \(error)")
                    }
                }
            }
        }

        @Test("what the agent writes comes to the screen in every plane")
        func messages() async throws {
            var message = ""
            for plane in UInt32(0)...16 {
                // The first and the last that are characters; plane 0 begins with letters.
                for code in [plane == 0 ? 0x41 : plane * 0x10000, plane * 0x10000 + 0xFFFD] {
                    guard let scalar = Unicode.Scalar(code) else { throw Missing("a character \(code)") }
                    message.unicodeScalars.append(scalar)
                }
            }
            let service = try Service()
            let phone = try Phone(host: service.host)
            let call = try await service.createCall()
            try await phone.knocks(call.link)
            try await service.toCustomer(of: call, "hold", ["message": .text(message)])
            let held = try await phone.shell.awaits("held") {
                if case .waiting(let waiting) = $0.screen { waiting.message != nil } else { false }
            }
            guard case .waiting(let waiting) = held.screen else { throw Missing("the lobby") }
            #expect(waiting.message.map { Array($0.unicodeScalars) } == Array(message.unicodeScalars))
        }

        @Test("a name of the last planes comes to the agent as it was typed")
        func names() async throws {
            let service = try Service()
            let phone = try Phone(host: service.host)
            let call = try await service.createCall()
            try await phone.knocks(call.link, name: "𠮷野 👍🏽")
            #expect(try await service.knocks(on: call).map { $0["name"] } == [.text("𠮷野 👍🏽")])
        }
    }
}
