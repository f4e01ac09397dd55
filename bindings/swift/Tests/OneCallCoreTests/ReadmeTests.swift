import Foundation
import Testing

@testable import OneCallCore

extension Core {
    @Suite("The example in the README", .timeLimit(.minutes(2)))
    struct Readme {
        @Test("the example is the one that is compiled here")
        func compiled() throws {
            let readme = try String(
                contentsOf: repository.appendingPathComponent("bindings/swift/README.md"), encoding: .utf8)
            let compiled = try String(
                contentsOf: repository.appendingPathComponent(
                    "bindings/swift/Tests/OneCallCoreTests/ReadmeExample.swift"), encoding: .utf8)
            let examples = readme.components(separatedBy: "```swift\n").dropFirst()
                .compactMap { $0.components(separatedBy: "```").first }
            #expect(!examples.isEmpty)
            for example in examples {
                #expect(compiled.contains(example))
            }
        }

        @Test("the example takes a customer through a whole call")
        func runs() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let keychain = Keychain()
            let customer = try await Customer(at: service.host, keychain)
            await customer.app.opened(call.link)
            try await customer.awaits("screen-ask-name")
            await customer.app.typed("Maria")
            try await customer.awaits("waiting-agent-absent")
            try await service.toCustomer(of: call, "admit")
            // Nobody looks at the console.
            try await customer.awaits("screen-agent-away")
            try await customer.taps("Leave")
            try await customer.awaits("question-end-call")
            try await customer.taps("Yes")
            try await customer.awaits("over-you-left")
            #expect(keychain.blob != nil)
        }

        @Test("a knock that reaches nobody can be given up in the example")
        func givesUp() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let nobody = try Relay(.nothing)
            let customer = try await Customer(at: nobody.host)
            await customer.app.opened(call.through(nobody, service))
            try await customer.awaits("screen-ask-name")
            await customer.app.typed("Maria")
            try await customer.awaits("screen-unreachable")
            try await customer.taps("Leave")
            try await customer.awaits("over-you-left-the-lobby")
            try await customer.taps("Close")
            try await customer.awaits("screen-start")
        }

        @Test("where the service wants a sign-in the example holds nobody up")
        func holdsNobodyUp() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let problem = #"{"type":"/problems/sign-in-needed","status":401,"title":"","detail":""}"#
            let relay = try Relay(.says("401 Unauthorized\r\nContent-Type: application/problem+json", problem))
            let customer = try await Customer(at: relay.host)
            await customer.app.opened(call.through(relay, service))
            try await customer.awaits("screen-ask-name")
            let since = ContinuousClock.now
            await customer.app.typed("Maria")
            try await customer.awaits("over-unknown")
            #expect(ContinuousClock.now - since < .seconds(30), "silence would have been waited out for a minute")
        }
    }
}

/// The example as an app runs it, and a customer who looks at it.
@MainActor
private final class Customer {
    let app: SupportCall
    private let screens: AsyncStream<(headline: String, taps: [Tap])>
    private var taps: [Tap] = []
    private var running: [Task<Void, Never>] = []

    init(at host: String, _ keychain: Keychain = Keychain()) throws {
        let app = try SupportCall(at: host, keychain: keychain)
        let (screens, sink) = AsyncStream.makeStream(of: (headline: String, taps: [Tap]).self)
        (self.app, self.screens) = (app, screens)
        running = [
            Task { await app.draw { sink.yield(($0.first?.id ?? "", $1)) } },
            Task { await app.serve { _ in } },
        ]
    }

    deinit {
        for task in running {
            task.cancel()
        }
    }

    /// The first screen from here on that says this first. What never comes ends with the time limit of the test.
    func awaits(_ headline: String) async throws {
        for await screen in screens where screen.headline == headline {
            taps = screen.taps
            return
        }
        throw Missing("not said: \(headline)")
    }

    func taps(_ label: String) throws {
        guard let tap = taps.first(where: { $0.label == label }) else { throw Missing("nothing to tap: \(label)") }
        tap.act()
    }
}
