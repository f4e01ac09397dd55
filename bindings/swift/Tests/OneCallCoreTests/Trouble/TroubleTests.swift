import Testing

@testable import OneCallCore

private let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Welcome</html>"

extension Core {
    @Suite("Bad input gets a screen that says what to do, and nothing is lost", .timeLimit(.minutes(2)))
    struct Trouble {
        @Test("making an object on the main actor waits for no network, though its place is to be taken again")
        @MainActor
        func neverBlocks() async throws {
            let silent = try Deaf()
            let before = try Phone(host: silent.host)
            before.call.text(text: "http://\(silent.host)/j/014D2PF2DBSQQGY7HD7H5NMTBR0", source: .link)
            try await before.shell.awaits("ask-name")
            before.call.name(name: "Maria")
            // The knock is on its way, and nobody will ever answer it.
            try await before.shell.awaits("knocking")
            try await silent.awaitsConnection()
            before.call.shutdown()

            // Each of these returns though nothing is answered: if one waited for an answer, it would wait for ever.
            for _ in 0..<20 {
                let again = try Phone(host: silent.host, blob: before.shell.blob)
                #expect(again.call.screen().kind == "knocking")
                try await silent.awaitsConnection()
                again.call.shutdown()
            }
        }

        @Test("a name that no server knows holds up neither the start nor the end")
        @MainActor
        func noSuchName() async throws {
            let host = "no-such-host.invalid"
            let phone = try Phone(host: host)
            phone.call.text(text: "https://\(host)/j/014D2PF2DBSQQGY7HD7H5NMTBR0", source: .link)
            try await phone.shell.awaits("ask-name")
            phone.call.name(name: "Maria")
            try await phone.shell.awaits("knocking")
            phone.call.leave()
            try await phone.shell.awaits("over")
        }

        @Test(
            "a service that answers something else is told as one that cannot be reached",
            arguments: [html, "nonsense\r\n\r\n", ""])
        func somethingElse(answer: String) async throws {
            let other = try Deaf(answering: answer)
            let phone = try Phone(host: other.host)
            phone.call.text(text: "http://\(other.host)/j/014D2PF2DBSQQGY7HD7H5NMTBR0", source: .link)
            try await phone.shell.awaits("ask-name")
            phone.call.name(name: "Maria")
            try await phone.shell.awaits("what is wrong") { $0.lines.first?.id == "screen-unreachable" }
            phone.call.leave()
            try await phone.shell.awaits("over")
        }

        @Test("a blob that is cut off, foreign or none starts afresh, and a new link works at once")
        func blobs() async throws {
            let service = try Service()
            let phone = try Phone(host: service.host)
            try await phone.knocks(try await service.createCall().link)
            phone.call.shutdown()
            guard let blob = phone.shell.blob else { throw Missing("a blob") }
            let cut = stride(from: 0, to: blob.count, by: 31).map { String(blob.prefix($0)) }
            let foreign = ["{}", "null", "<html>", "\0", #"{"version":99}"#, String(repeating: "{", count: 100_000)]
            for other in cut + foreign {
                let again = try Phone(host: service.host, blob: other)
                try await again.shell.awaits("start")
                again.call.text(text: "no link", source: .paste)
                try await again.shell.awaits("link-problem")
            }
            let last = try Phone(host: service.host, blob: "{}")
            try await last.knocks(try await service.createCall().link)
        }

        @Test("a storage that fails holds up nobody")
        func storage() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let failed = Seen<Bool>()
            let shell = RecordingShell(onPerform: { effect in
                if case .save = effect {
                    failed.add(true)
                    throw Missing("room on the disk")
                }
            })
            let phone = try Phone(config(service.host), shell: shell)
            try await phone.knocks(call.link)
            try await service.toCustomer(of: call, "admit")
            try await shell.awaits("in-call")
            phone.call.leave()
            try await shell.awaits("ask")
            phone.call.confirm(yes: true)
            try await shell.awaits("over")
            #expect(failed.all.count > 1)
            #expect(shell.blob == nil)
        }

        @Test("five hundred taps at once are all taken, and the place is kept")
        func taps() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let phone = try Phone(config(service.host, verbose: true))
            try await phone.knocks(call.link)
            for _ in 0..<100 {
                phone.call.goOn()
                phone.call.knockAgain()
                phone.call.name(name: "Eve")
                phone.call.choose(index: 7)
                phone.call.confirm(yes: true)
            }
            phone.call.measured(measurement: Measurement(system: .absent, camera: .granted, simulated: false))
            try await phone.shell.awaitsTaken("measured")
            #expect(phone.call.screen().kind == "waiting")
            try await service.toCustomer(of: call, "admit")
            try await phone.shell.awaits("in-call")
            #expect(try await service.knocks(on: call).map { $0["name"] } == [.text("Maria")])
        }
    }
}
