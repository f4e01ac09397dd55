import Testing

@testable import OneCallCore

private let teams = "https://teams.microsoft.com/meet/2345678901234?p=Abcdefgh12345678"

/// What the customer does meanwhile is answered, and nothing is lost.
extension Flight {
    static let beforeTheLobby = [
        Flight(at: "the start, a link is taken and knocked on later") { plane in
            plane.goesAway()
            try await plane.names()
            try await plane.phone.says("screen-unreachable")
            try await plane.comesBackToTheLobby()
        },
        Flight(at: "the start, a wrong text is told") { plane in
            plane.goesAway()
            plane.phone.call.text(text: "no link", source: .paste)
            try await plane.phone.says("link-error-nothing-found")
            plane.phone.call.dismiss()
            try await plane.phone.says("screen-start")
        },
        Flight(at: "a wrong link, a right one is taken") { plane in
            plane.phone.call.text(text: "https://evil.example.net/j/0", source: .paste)
            try await plane.phone.says("link-error-unknown-host")
            plane.goesAway()
            plane.phone.call.text(text: plane.link, source: .link)
            try await plane.phone.says("screen-ask-name")
            plane.comesBack()
            plane.phone.call.name(name: "Maria")
            try await plane.phone.waits("the lobby")
        },
        Flight(at: "the choice between two links, one is chosen") { plane in
            let other = plane.second.through(plane.relay, plane.service)
            plane.phone.call.text(text: "\(plane.link) or \(other)", source: .paste)
            try await plane.phone.says("screen-choose")
            plane.goesAway()
            plane.phone.call.choose(index: 0)
            try await plane.phone.says("screen-ask-name")
            plane.phone.call.name(name: "Maria")
            try await plane.phone.says("screen-unreachable")
            try await plane.comesBackToTheLobby()
        },
        Flight(at: "the question for the name, the name is kept") { plane in
            plane.phone.call.text(text: plane.link, source: .link)
            try await plane.phone.says("screen-ask-name")
            plane.goesAway()
            plane.phone.call.name(name: "")
            try await plane.phone.says("name-error-empty")
            plane.phone.call.name(name: "Maria")
            try await plane.phone.says("screen-unreachable")
            try await plane.comesBackToTheLobby()
        },
        Flight(at: "the rehearsal, it goes on") { plane in
            plane.phone.call.camera(access: .denied)
            try await plane.names()
            try await plane.phone.says("screen-rehearse-denied")
            plane.goesAway()
            plane.phone.call.goOn()
            try await plane.phone.says("screen-unreachable")
            try await plane.comesBackToTheLobby()
        },
        Flight(at: "the knock, one may leave") { plane in
            plane.goesAway()
            try await plane.names()
            try await plane.phone.says("screen-unreachable")
            plane.phone.call.leave()
            try await plane.phone.says(["over-you-left-the-lobby", "screen-may-knock-again"])
            plane.comesBack()
            plane.phone.call.knockAgain()
            try await plane.phone.waits("the lobby")
        },
    ]

    static let inTheLobby = [
        Flight(at: "the lobby, the place and the two words are kept") { plane in
            let words = try await plane.phone.knocks(plane.link).matchPhrase
            plane.goesAway()
            try await plane.phone.waits("that it is being mended") { $0.reconnecting && $0.matchPhrase == words }
            plane.comesBack()
            try await plane.phone.waits("the place") { !$0.reconnecting && $0.matchPhrase == words }
            #expect(try await plane.service.knocks(on: plane.call).count == 1)
        },
        Flight(at: "the lobby on hold, what the agent wrote stays on the screen") { plane in
            try await plane.phone.knocks(plane.link)
            try await plane.service.toCustomer(of: plane.call, "hold", ["message": .text("One minute.")])
            try await plane.phone.waits("held") { $0.message == "One minute." }
            plane.goesAway()
            try await plane.phone.waits("held") { $0.message == "One minute." && $0.reconnecting }
            plane.comesBack()
            try await plane.phone.waits("held") { $0.message == "One minute." && !$0.reconnecting }
        },
        Flight(at: "the lobby, whoever leaves has left, and the agent learns of it") { plane in
            try await plane.phone.knocks(plane.link)
            plane.goesAway()
            plane.phone.call.leave()
            try await plane.phone.says(["over-you-left-the-lobby", "screen-may-knock-again"])
            let console = try await plane.service.console()
            plane.comesBack()
            _ = try await console.awaits("that nobody waits") {
                try await plane.service.knocks(on: plane.call).isEmpty ? true : nil
            }
        },
        Flight(at: "the lobby, an admission is heard afterwards") { plane in
            try await plane.phone.knocks(plane.link)
            plane.goesAway()
            try await plane.service.toCustomer(of: plane.call, "admit")
            plane.comesBack()
            try await plane.phone.talks()
        },
    ]

    static let inTheCall = [
        Flight(at: "the call, it goes on") { plane in
            try await plane.inCall()
            plane.goesAway()
            try await plane.phone.talks(reconnecting: true)
            plane.comesBack()
            try await plane.phone.talks()
        },
        Flight(at: "the call, whoever hangs up has hung up, and the agent learns of it") { plane in
            try await plane.inCall()
            plane.goesAway()
            plane.phone.call.leave()
            try await plane.phone.says("question-end-call")
            plane.phone.call.confirm(yes: true)
            try await plane.phone.says("over-you-left")
            let console = try await plane.service.console()
            plane.comesBack()
            _ = try await console.awaits("that it is over") {
                try await plane.service.isOver(plane.call) ? true : nil
            }
        },
        Flight(at: "the question whether to end the call, one may stay") { plane in
            try await plane.inCall()
            plane.phone.call.leave()
            try await plane.phone.says("question-end-call")
            plane.goesAway()
            plane.phone.call.confirm(yes: false)
            try await plane.phone.shell.awaits("in-call")
            plane.comesBack()
            try await plane.phone.talks()
        },
        Flight(at: "the question whether to go for a new link, one may go") { plane in
            try await plane.inCall()
            plane.phone.call.text(text: plane.second.through(plane.relay, plane.service), source: .link)
            try await plane.phone.says("question-leave-for-new-invitation")
            plane.goesAway()
            plane.phone.call.confirm(yes: true)
            try await plane.phone.says("screen-ask-name")
            plane.phone.call.name(name: "Maria")
            try await plane.phone.says("screen-unreachable")
            plane.comesBack()
            try await plane.phone.waits("the other lobby")
            #expect(try await plane.service.knocks(on: plane.second).count == 1)
        },
    ]

    static let atTheEnd = [
        Flight(at: "the end, one may go back to the start") { plane in
            try await plane.phone.knocks(plane.link)
            try await plane.service.toCustomer(of: plane.call, "decline", ["reason": .text("not-now")])
            try await plane.phone.says("over-declined-not-now")
            plane.goesAway()
            plane.phone.call.dismiss()
            try await plane.phone.says("screen-start")
        },
        Flight(at: "the end, a link that is knocked on again waits for the network") { plane in
            try await plane.phone.knocks(plane.link)
            plane.phone.call.leave()
            try await plane.phone.says("over-you-left-the-lobby")
            plane.goesAway()
            plane.phone.call.knockAgain()
            try await plane.phone.says("screen-unreachable")
            try await plane.comesBackToTheLobby()
        },
    ]

    static let inTeams = [
        Flight(at: "a meeting of Teams, the way there is shown") { plane in
            plane.goesAway()
            plane.phone.call.text(text: teams, source: .link)
            try await plane.phone.says("screen-teams-client")
            plane.phone.call.open()
            let way = try await plane.phone.shell.awaitsEffect("the way") {
                if case .open = $0 { true } else { false }
            }
            #expect(way == .open(url: teams))
        },
        Flight(at: "a meeting of Teams in the app, its client says what becomes of it", callClient: true) { plane in
            plane.phone.call.text(text: teams, source: .link)
            try await plane.phone.says("screen-ask-name")
            plane.phone.call.name(name: "Maria")
            let joining = try await plane.phone.shell.awaitsEffect("the meeting") {
                if case .joinMeeting = $0 { true } else { false }
            }
            guard case .joinMeeting(let number, _, _) = joining else { throw Missing("the meeting") }
            plane.phone.call.meeting(number: number, report: .inCall)
            try await plane.phone.says("screen-in-meeting")
            plane.goesAway()
            plane.phone.call.meeting(number: number, report: .failed)
            try await plane.phone.says(["over-meeting-failed", "screen-may-knock-again"])
        },
    ]
}
