import Testing

@testable import OneCallCore

/// Plays the steps of a journey on a phone.
final class Player {
    private let host: String
    private let config: Config
    private let agent: Agent?
    private var phone: Phone
    private var handedOver: String?

    init(hosts: [String], callClient: Bool, agent: Agent?) throws {
        host = hosts.first ?? ""
        config = Config(
            hosts: hosts, device: Device(platform: .android), app: .app, suggestedName: "Maria", callClient: callClient,
            verbose: true)
        self.agent = agent
        phone = try Phone(config)
    }

    func play(_ steps: [Json]) async throws {
        for json in steps {
            let step = Vector(try json.object())
            if step.has("do") {
                try await act(step)
            } else if step.has("agent") {
                try await someAgent().act(step)
            } else if step.has("see") {
                try await see(step)
            } else {
                try await performed(step)
            }
            step.expectAllWasRead()
        }
    }

    private func act(_ step: Vector) async throws {
        let call = phone.call
        switch try step.text("do") {
        case "text":
            call.text(text: try filledIn(step.repeated("text")), source: try named(step.text("source")))
        case "name": call.name(name: try step.repeated("name"))
        case "choose": call.choose(index: UInt32(try step.number("index")))
        case "confirm": call.confirm(yes: try step.flag("yes"))
        case "camera": call.camera(access: try named(step.text("access")))
        case "measured": call.measured(measurement: try measurement(step.vector("measurement")))
        case "ar-started": call.arStarted(level: try named(step.text("level")))
        case "ar-failed": call.arFailed(failure: try named(step.text("failure")))
        case "ar-lost": call.arLost()
        case "meeting":
            call.meeting(number: UInt64(try step.number("number")), report: try named(step.text("report")))
        case "leave": call.leave()
        case "go-on": call.goOn()
        case "hand-over": call.handOver()
        case "open": call.open()
        case "knock-again": call.knockAgain()
        case "dismiss": call.dismiss()
        case "sleep": call.sleep()
        case "wake": call.wake()
        case "network-back": call.networkBack()
        case "restart": try startAnew(withBlob: true)
        case "start-elsewhere":
            try await nothingIsOwed()
            try startAnew(withBlob: false)
        case let other: throw Missing("somebody who does \(other)")
        }
    }

    private func startAnew(withBlob: Bool) throws {
        // All of it is saved once this returns.
        phone.call.shutdown()
        phone = try Phone(config, blob: withBlob ? phone.shell.blob : nil)
    }

    /// Waits until the app has told the service all that it has to: without its blob nobody would do so later.
    private func nothingIsOwed() async throws {
        // Taken after everything that was done for what was seen last.
        let before = phone.shell.taken("network-back")
        phone.call.networkBack()
        while phone.shell.taken("network-back") == before {
            try await phone.shell.awaitsTaken("network-back")
        }
        while let blob = phone.shell.blob, blob.contains("\"owed\":[{") {
            try await phone.shell.awaitsEffect("another blob") { $0.kind == "save" }
        }
    }

    private func see(_ step: Vector) async throws {
        let kind = try step.text("see")
        let lines = try step.texts("lines")
        let arguments = step.has("arguments") ? try step.element("arguments").list() : nil
        let leaseMs = step.has("lease_ms") ? try UInt64(step.number("lease_ms")) : nil
        try await phone.shell.awaits("\(kind) \(lines)") { shown in
            shown.kind == kind && shown.lines.map(\.id) == lines
                && (arguments.map { fit($0, shown.lines.flatMap(\.arguments).map(said)) } ?? true)
                && (leaseMs == nil || leaseMs == shown.screen.leaseMs)
        }
    }

    private func fit(_ wanted: [Json], _ found: [Json]) -> Bool {
        wanted.count == found.count
            && zip(wanted, found).allSatisfy { wanted, found in
                guard case .object(let wanted) = wanted, case .object(let found) = found else { return false }
                let isAnyText = wanted["text"] == .text("*") && found["text"] != nil && wanted["name"] == found["name"]
                return isAnyText || wanted == found
            }
    }

    private func performed(_ step: Vector) async throws {
        let kind = try step.text("performed")
        let effect = try await phone.shell.awaitsEffect(kind) { $0.kind == kind }
        switch effect {
        case .open(let url):
            if let wanted = try step.textIfAny("url") {
                #expect(url == wanted)
            }
        case .handOver(let text):
            handedOver = text
        case .joinMeeting(let number, let url, let name):
            let wanted = try (step.number("number"), step.text("url"), step.text("name"))
            #expect((Int(number), url, name) == wanted)
        case .leaveMeeting(let number):
            let wanted = try step.number("number")
            #expect(Int(number) == wanted)
        case .save, .measure, .freshAccessToken:
            throw Missing("an effect that is named")
        }
    }

    private func filledIn(_ text: String) throws -> String {
        var filled = text
        if filled.contains("{link}") {
            filled = filled.replacingOccurrences(of: "{link}", with: try someAgent().link("first"))
        }
        if filled.contains("{host}") {
            filled = filled.replacingOccurrences(of: "{host}", with: host)
        }
        if filled.contains("{old-link}") {
            filled = filled.replacingOccurrences(of: "{old-link}", with: try someAgent().oldLink)
        }
        if filled.contains("{second-link}") {
            filled = filled.replacingOccurrences(of: "{second-link}", with: try someAgent().link("second"))
        }
        if filled.contains("{code}") {
            filled = filled.replacingOccurrences(of: "{code}", with: try someAgent().code())
        }
        if filled.contains("{handed-over}") {
            guard let handedOver else { throw Missing("what was handed over") }
            filled = filled.replacingOccurrences(of: "{handed-over}", with: handedOver)
        }
        return filled
    }

    private func someAgent() throws -> Agent {
        guard let agent else { throw Missing("an agent: there is no service in this journey") }
        return agent
    }
}

extension ShellEffect {
    /// Its kind, in the words of the vectors.
    fileprivate var kind: String {
        switch self {
        case .save: "save"
        case .open: "open"
        case .handOver: "hand-over"
        case .measure: "measure"
        case .freshAccessToken: "fresh-access-token"
        case .joinMeeting: "join-meeting"
        case .leaveMeeting: "leave-meeting"
        }
    }
}

extension Screen {
    /// How long a sleeping phone keeps its place, where the screen says so.
    fileprivate var leaseMs: UInt64? {
        guard case .waiting(let waiting) = self else { return nil }
        return waiting.leaseMs
    }
}
