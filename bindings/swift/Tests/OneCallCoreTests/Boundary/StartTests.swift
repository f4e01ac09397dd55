import Foundation
import Testing

@testable import OneCallCore

extension Core {
    @Suite("The object is made on the app's main thread", .timeLimit(.minutes(2)))
    struct StartBoundary {
        @Test("a start from the lobby waits for no network, whatever the service does")
        @MainActor
        func blackHole() async throws {
            let service = try Service()
            let relay = try Relay(.passOn(to: service))
            let before = try Phone(host: relay.host)
            try await before.knocks(try await service.createCall().through(relay, service))
            before.call.shutdown()
            // A hole: connections are taken, and nothing comes back before this test has seen the start.
            relay.answers(.silence)
            let phone = try Phone(host: relay.host, blob: before.shell.blob)
            // Had it waited, it would have waited for the end of the phone's patience, and the screen would say that the
            // service cannot be reached.
            #expect(phone.call.screen().lines.map(\.id) == ["screen-knocking"])
            try await relay.awaitsConnection()
            #expect(phone.call.screen().lines.map(\.id) == ["screen-knocking"])
            relay.answers(.passOn(to: service))
            phone.call.networkBack()
            try await phone.waits("the same place")
        }

        @Test("a start returns before the core's own thread has taken its first step, and so before any connection")
        @MainActor
        func beforeTheFirstStep() async throws {
            let service = try Service()
            let blob = try await blobFromTheLobby(service)
            let relay = try Relay(.passOn(to: service))
            let started = DispatchSemaphore(value: 0)
            let first = Seen<Void>()
            // Whatever the core does over the network it does on the thread that is held here until the start is over.
            let shell = RecordingShell(onLog: { _ in
                if first.all.isEmpty {
                    first.add(())
                    started.wait()
                }
            })
            let moved = blob.replacingOccurrences(of: service.host, with: relay.host)
            let phone = try Phone(config(relay.host), blob: moved, shell: shell)
            #expect(relay.isUntouched)
            #expect(phone.call.screen().kind == "knocking")
            started.signal()
            try await phone.waits("the same place") { !$0.reconnecting }
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
    }
}
