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
            let console = try await service.console()
            let call = try await service.createCall()
            let attending = Task {
                try await attend(call.link, at: service.host, as: "Maria", keychain: Keychain())
            }
            _ = try await console.awaits("anybody who knocks") { try await service.knocks(on: call).last }
            try await service.toCustomer(of: call, "decline", ["reason": .text("not-now")])
            let headlines = try await attending.value
            #expect(headlines.last == "over-declined-not-now")
        }
    }
}
