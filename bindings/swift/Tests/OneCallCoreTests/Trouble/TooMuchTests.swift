import Testing

@testable import OneCallCore

extension Core {
    @Suite("More than anybody means to do", .timeLimit(.minutes(2)))
    struct TooMuch {
        @Test("a name of ten thousand characters is said to be too long, and a shorter one is taken")
        func longName() async throws {
            let service = try Service()
            let phone = try Phone(host: service.host)
            phone.call.text(text: try await service.createCall().link, source: .link)
            try await phone.shell.awaits("ask-name")
            phone.call.name(name: String(repeating: "x", count: 10_000))
            let shown = try await phone.shell.awaits("what is wrong") {
                if case .askName(_, let problem, _) = $0.screen { problem != nil } else { false }
            }
            guard case .askName(_, let problem, _) = shown.screen else { throw Missing("the question") }
            #expect(problem == .tooLong(graphemes: 10_000, limit: 64))
            phone.call.name(name: "Maria")
            try await phone.waits("the lobby")
        }

        @Test("a text of ten million characters is said to be too long")
        func longText() async throws {
            let phone = try Phone(host: "help.example.com")
            phone.call.text(text: String(repeating: "x ", count: 5_000_000), source: .paste)
            try await phone.shell.awaits("link-problem")
        }

        @Test("five hundred taps at once on a link and a name are one knock")
        func tapsOnALink() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let phone = try Phone(host: service.host)
            for _ in 0..<250 {
                phone.call.text(text: call.link, source: .link)
                phone.call.name(name: "Maria")
            }
            try await phone.waits("the lobby") { !$0.reconnecting }
            let console = try await service.console()
            _ = try await console.awaits("the one knock") {
                try await service.knocks(on: call).count == 1 ? true : nil
            }
            try await service.toCustomer(of: call, "admit")
            try await phone.talks()
        }

        @Test("five hundred taps on every button in the lobby end in a screen that goes on")
        func tapsInTheLobby() async throws {
            let service = try Service()
            let phone = try Phone(host: service.host)
            try await phone.knocks(try await service.createCall().link)
            for _ in 0..<50 {
                phone.call.sleep()
                phone.call.wake()
                phone.call.goOn()
                phone.call.open()
                phone.call.confirm(yes: true)
                phone.call.choose(index: 7)
                phone.call.networkBack()
                phone.call.handOver()
                phone.call.knockAgain()
                phone.call.confirm(yes: false)
            }
            phone.call.text(text: "no link", source: .paste)
            phone.call.dismiss()
            phone.call.text(text: try await service.createCall().link, source: .link)
            try await phone.shell.awaits("ask-name")
        }

        @Test("five hundred taps that mean nothing there are all taken, and the place is kept")
        func tapsThatMeanNothing() async throws {
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
            try await phone.talks()
            #expect(try await service.knocks(on: call).map { $0["name"] } == [.text("Maria")])
        }

        @Test("five hundred taps on leave are one leave, and the way back is open")
        func tapsOnLeave() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let phone = try Phone(host: service.host)
            try await phone.knocks(call.link)
            for _ in 0..<500 {
                phone.call.leave()
            }
            try await phone.says(["over-you-left-the-lobby", "screen-may-knock-again"])
            phone.call.knockAgain()
            try await phone.waits("the lobby") { !$0.reconnecting }
            let console = try await service.console()
            _ = try await console.awaits("one") { try await service.knocks(on: call).count == 1 ? true : nil }
        }

        @Test("a link while a call runs is a question, and both answers do as they say")
        func aLinkInACall() async throws {
            let service = try Service()
            let (first, second) = (try await service.createCall(), try await service.createCall())
            let phone = try Phone(host: service.host)
            try await phone.knocks(first.link)
            try await service.toCustomer(of: first, "admit")
            try await phone.talks()
            for stay in [true, false] {
                phone.call.text(text: second.link, source: .link)
                #expect(try await phone.shell.awaits("ask") == .ask(.leaveForNewInvitation))
                phone.call.confirm(yes: !stay)
                if stay {
                    try await phone.talks()
                }
            }
            try await phone.shell.awaits("ask-name")
            phone.call.name(name: "Maria")
            try await phone.waits("the other lobby")
            #expect(try await service.knocks(on: second).map { $0["name"] } == [.text("Maria")])
        }
    }
}
