#if os(Linux)
    import Testing

    @testable import OneCallCore

    /// Every address of this machine; Linux takes it for this machine's own, the core for one of the world's.
    private let here = "0.0.0.0"

    extension Core {
        @Suite("Somebody stands between the phone and the service, or seems to", .timeLimit(.minutes(2)))
        struct Certificates {
            @Test("with a certificate that nobody knows the service is not reached, and hears nothing")
            func unknown() async throws {
                let service = try Service()
                let call = try await service.createCall()
                let relay = try Relay(try Certificate(for: here).before(service), on: here)
                let phone = try Phone(host: relay.host)
                phone.call.text(text: link(to: call, relay), source: .link)
                try await phone.says("screen-ask-name")
                phone.call.name(name: "Maria")
                try await phone.says("screen-unreachable")
                try await relay.awaitsConnection()
                #expect(try await service.knocks(on: call).isEmpty)
            }

            @Test("with a certificate of another address the service is not reached, though its maker is known")
            func anotherAddress() async throws {
                let service = try Service()
                let call = try await service.createCall()
                let certificate = try Certificate(for: "192.0.2.1")
                let relay = try Relay(certificate.before(service), on: here)
                let phone = try Phone(config(relay.host, extraRoots: [certificate.der]))
                phone.call.text(text: link(to: call, relay), source: .link)
                try await phone.says("screen-ask-name")
                phone.call.name(name: "Maria")
                try await phone.says("screen-unreachable")
                #expect(try await service.knocks(on: call).isEmpty)
            }

            @Test("with the same certificate among the app's own roots the service is reached")
            func ownRoot() async throws {
                let service = try Service()
                let call = try await service.createCall()
                let certificate = try Certificate(for: here)
                let relay = try Relay(certificate.before(service), on: here)
                let phone = try Phone(config(relay.host, extraRoots: [certificate.der]))
                try await phone.knocks(link(to: call, relay))
                #expect(try await service.knocks(on: call).count == 1)
            }

            private func link(to call: Call, _ relay: Relay) -> String {
                "https://\(relay.host)/j/\(call.link.split(separator: "/").last ?? "")"
            }
        }
    }
#endif
