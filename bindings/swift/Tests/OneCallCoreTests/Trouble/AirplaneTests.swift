import Testing

@testable import OneCallCore

extension Core {
    @Suite("The network goes in every state a customer can be in", .timeLimit(.minutes(5)))
    struct Airplane {
        @Test("without a network", arguments: Flight.all)
        func withoutANetwork(flight: Flight) async throws {
            try await flight.play(try await Plane(callClient: flight.callClient))
        }
    }
}

/// A state in which the network goes, and what happens then.
struct Flight: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let callClient: Bool
    let play: @Sendable (Plane) async throws -> Void

    init(
        at state: String, callClient: Bool = false, play: @escaping @Sendable (Plane) async throws -> Void
    ) {
        (testDescription, self.callClient, self.play) = (state, callClient, play)
    }

    static let all = beforeTheLobby + inTheLobby + inTheCall + atTheEnd + inTeams
}

/// A phone whose way to the service can be cut.
final class Plane: Sendable {
    let service: Service
    let relay: Relay
    let phone: Phone
    let call: Call
    let second: Call
    let link: String

    init(callClient: Bool) async throws {
        service = try Service()
        relay = try Relay(.passOn(to: service))
        phone = try Phone(config(relay.host, callClient: callClient))
        call = try await service.createCall()
        second = try await service.createCall()
        link = call.through(relay, service)
    }

    func inCall() async throws {
        try await phone.knocks(link)
        try await service.toCustomer(of: call, "admit")
        try await phone.talks()
    }

    /// Goes from the link to the knock.
    func names() async throws {
        phone.call.text(text: link, source: .link)
        try await phone.says("screen-ask-name")
        phone.call.name(name: "Maria")
    }

    func goesAway() {
        relay.goesAway()
    }

    func comesBack() {
        relay.answers(.passOn(to: service))
        phone.call.networkBack()
    }

    func comesBackToTheLobby() async throws {
        comesBack()
        try await phone.waits("the lobby") { !$0.reconnecting }
        #expect(try await service.knocks(on: call).map { $0["name"] } == [.text("Maria")])
    }
}
