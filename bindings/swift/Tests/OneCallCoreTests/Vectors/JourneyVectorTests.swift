import Testing

@testable import OneCallCore

extension Core {
    @Suite("Whole journeys: what is done, and what is seen then; the same cases as in Rust and in Kotlin")
    struct JourneyVectors {
        @Test("journeys", .timeLimit(.minutes(2)), arguments: cases("journeys"))
        func journeys(_ journey: Case) async throws {
            try await journey.read { vector in
                let callClient = try vector.flagOrFalse("call_client")
                let player: Player
                if try vector.flagOrFalse("service") {
                    let service = try Service()
                    let agent = try await Agent(service)
                    player = try Player(hosts: [service.host], callClient: callClient, agent: agent)
                } else {
                    player = try Player(hosts: try vector.texts("hosts"), callClient: callClient, agent: nil)
                }
                try await player.play(vector.element("steps").list())
            }
        }
    }
}
