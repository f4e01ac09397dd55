import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The real service, in a process of its own with a database of its own, and an agent who uses its API.
final class Service: Sendable {
    /// `ADDRESS:PORT` of this machine.
    let host: String

    private let token = randomId()
    private let data: URL
    private let process = Process()

    init() throws {
        guard let binary = ProcessInfo.processInfo.environment["ONECALL_SERVICE"] else {
            throw Missing("ONECALL_SERVICE names the binary of the service")
        }
        // One address knocks for hundreds of people here.
        let many = "100000"
        data = FileManager.default.temporaryDirectory.appendingPathComponent(randomId())
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = [
            "serve", "--listen", "127.0.0.1:0", "--metrics-listen", "off", "--data", data.path,
            "--limit-knocks-per-minute", many, "--limit-failures-per-minute", many, "--limit-streams-per-client", many,
        ]
        process.environment = ["ONECALL_AGENT_TOKEN": token]
        let log = Pipe()
        process.standardOutput = log
        process.standardError = log
        try process.run()
        host = try Service.address(in: log.fileHandleForReading)
        // A full pipe would stop the service.
        Thread.detachNewThread {
            while !log.fileHandleForReading.availableData.isEmpty {}
        }
    }

    deinit {
        // Not `terminate()`: the process has inherited from its thread that it does not listen to that signal. And what
        // it has answered, it has written. Nor `waitUntilExit()`, which turns a run loop that this thread does not have.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: data)
    }

    /// A fresh call.
    func createCall() async throws -> Call {
        let call = try await send("/v1/calls", ["title": .text("Boiler")])
        return Call(id: try text("id", of: call), link: try text("link", of: call))
    }

    /// The call as the agent sees it.
    func read(_ call: Call) async throws -> [String: Json] {
        try await send("/v1/calls/\(call.id)", nil)
    }

    /// Whether the call is over.
    func isOver(_ call: Call) async throws -> Bool {
        try text("phase", of: try await read(call)["phase"]?.object() ?? [:]) == "over"
    }

    /// The knocks on a call as its agent sees them.
    func knocks(on call: Call) async throws -> [[String: Json]] {
        try await read(call)["knocks"]?.list().map { try $0.object() } ?? []
    }

    /// Does something with a call, and says what the service answers.
    @discardableResult
    func command(_ call: Call, _ type: String, _ more: [String: Json] = [:]) async throws -> [String: Json] {
        let command = ["command_id": Json.text(randomId()), "type": .text(type)].merging(more) { $1 }
        return try await send("/v1/calls/\(call.id)/commands", command)
    }

    /// Does something with the only customer of a call.
    func toCustomer(of call: Call, _ type: String, _ more: [String: Json] = [:]) async throws {
        let knocks = try await knocks(on: call)
        guard let knock = knocks.first?["knock"], knocks.count == 1 else { throw Missing("one knock, and no other") }
        try await command(call, type, more.merging(["knock": knock]) { $1 })
    }

    /// An open console: what changes here is told to it.
    func console() async throws -> Console {
        try await Console(request("/v1/events"))
    }

    private func send(_ path: String, _ body: [String: Json]?) async throws -> [String: Json] {
        var request = try request(path)
        if let body {
            request.httpMethod = "POST"
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = try JSONEncoder().encode(body)
        }
        let (answer, response) = try await URLSession.shared.data(for: request)
        let text = String(decoding: answer, as: UTF8.self)
        guard let status = (response as? HTTPURLResponse)?.statusCode, (200..<300).contains(status) else {
            throw Missing("\(path) was answered with \(text)")
        }
        return try Json(text).object()
    }

    private func request(_ path: String) throws -> URLRequest {
        guard let url = URL(string: "http://\(host)\(path)") else { throw Missing("no address: \(path)") }
        var request = URLRequest(url: url)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        return request
    }

    private static func address(in log: FileHandle) throws -> String {
        var said = ""
        while !said.contains("onecall is ready") {
            let more = log.availableData
            guard !more.isEmpty else { throw Missing("the service did not start:\n\(said)") }
            said += String(decoding: more, as: UTF8.self)
        }
        guard let address = said.firstMatch(of: /\blisten(?:=|":")([0-9.:]+)/) else {
            throw Missing("no address in:\n\(said)")
        }
        return String(address.1)
    }
}

/// A call, as the agent made it.
struct Call: Sendable {
    let id: String
    let link: String
}

/// Something that a test needs is not there.
struct Missing: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The text of this name.
func text(_ name: String, of json: [String: Json]) throws -> String {
    guard let found = json[name] else { throw Missing("\(name) in \(json)") }
    return try found.text()
}

func randomId() -> String {
    UUID().uuidString.replacingOccurrences(of: "-", with: "")
}
