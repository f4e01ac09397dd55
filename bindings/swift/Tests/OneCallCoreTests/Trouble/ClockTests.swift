import Foundation
import Testing

@testable import OneCallCore

/// Ten years, in milliseconds.
private let years = 10 * 365 * 24 * 60 * 60 * 1000

extension Core {
    @Suite("The clock of the phone jumps while the app is not there to see it", .timeLimit(.minutes(2)))
    struct Clocks {
        @Test(
            "a clock that jumps by ten years while the phone sleeps in the lobby costs nobody the place",
            arguments: [-years, years])
        func whileAsleep(by jump: Int) async throws {
            let service = try Service()
            let call = try await service.createCall()
            let phone = try Phone(host: service.host)
            try await phone.knocks(call.link)
            phone.call.sleep()
            try await phone.shell.awaitsEffect("the sleep") {
                if case .save(let blob?) = $0 { blob.contains("asleep_since_ms") } else { false }
            }
            phone.call.shutdown()
            let blob = try moved("asleep_since_ms", by: jump, in: try #require(phone.shell.blob))

            let again = try Phone(host: service.host, blob: blob)
            try await again.waits("the same place") { !$0.reconnecting }
            try await service.toCustomer(of: call, "admit")
            try await again.talks()
            #expect(try await service.knocks(on: call).count == 1)
        }

        @Test(
            "beats that were numbered by a clock ten years off are gone on with, and the agent sees who is awake",
            arguments: [-years, years])
        func beats(by jump: Int) async throws {
            let service = try Service()
            let call = try await service.createCall()
            let blob = try await blobFromTheLobby(service, call)
            let console = try await service.console()
            let again = try Phone(host: service.host, blob: try moved("beats", by: jump, in: blob))
            try await again.waits("the same place") { !$0.reconnecting }
            _ = try await console.awaits("that the phone is awake") {
                try await service.knocks(on: call).first?["awake"] == .flag(true) ? true : nil
            }
            again.call.sleep()
            _ = try await console.awaits("that the phone is asleep") {
                try await service.knocks(on: call).first?["awake"] == .flag(false) ? true : nil
            }
            again.call.wake()
            _ = try await console.awaits("that the phone is awake again") {
                try await service.knocks(on: call).first?["awake"] == .flag(true) ? true : nil
            }
        }
    }
}

/// The blob, with this number in it as if the clock had stood elsewhere.
private func moved(_ name: String, by jump: Int, in blob: String) throws -> String {
    let marker = "\"\(name)\":"
    let start = try #require(blob.range(of: marker)).upperBound
    let digits = blob[start...].prefix { $0.isNumber }
    let number = try #require(Int(digits))
    return blob.replacingCharacters(in: digits.startIndex..<digits.endIndex, with: String(max(number + jump, 0)))
}
