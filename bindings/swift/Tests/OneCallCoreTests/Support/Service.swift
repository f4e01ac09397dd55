import Foundation

@testable import OneCallCore

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
        data = FileManager.default.temporaryDirectory.appendingPathComponent(randomId())
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = [
            "serve", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0", "--data", data.path,
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
        // Not `terminate()`: the process has inherited from its thread that it does not listen to that signal. And what it
        // has answered, it has written.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: data)
    }

    /// A fresh call: its id and its join link.
    func createCall() async throws -> Call {
        let call = try await send("/v1/calls", #"{"title":"Boiler"}"#)
        return try Call(id: text("id", in: call), link: text("link", in: call))
    }

    /// The call as the agent sees it.
    func read(_ call: Call) async throws -> String {
        try await send("/v1/calls/\(call.id)", nil)
    }

    /// Does something with a call; `more` is further JSON, with a comma in front.
    @discardableResult
    func command(_ call: Call, _ type: String, _ more: String = "") async throws -> String {
        try await send("/v1/calls/\(call.id)/commands", #"{"command_id":"\#(randomId())","type":"\#(type)"\#(more)}"#)
    }

    private func send(_ path: String, _ body: String?) async throws -> String {
        guard let url = URL(string: "http://\(host)\(path)") else { throw Missing("no address: \(path)") }
        var request = URLRequest(url: url)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        if let body {
            request.httpMethod = "POST"
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(body.utf8)
        }
        let (answer, response) = try await URLSession.shared.data(for: request)
        let text = String(decoding: answer, as: UTF8.self)
        guard let status = (response as? HTTPURLResponse)?.statusCode, (200..<300).contains(status) else {
            throw Missing("\(path) was answered with \(text)")
        }
        return text
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

/// The first text of this name in a JSON document; enough for names, ids and links.
func text(_ name: String, in json: some StringProtocol) throws -> String {
    guard let found = try texts(name, in: json).first else { throw Missing("no \(name) in \(json)") }
    return found
}

/// Every text of this name.
func texts(_ name: String, in json: some StringProtocol) throws -> [String] {
    let pattern = try Regex(#""\#(name)":"([^"]*)""#, as: (Substring, Substring).self)
    return String(json).matches(of: pattern).map { String($0.1) }
}

func randomId() -> String {
    UUID().uuidString.replacingOccurrences(of: "-", with: "")
}
