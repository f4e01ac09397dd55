import Testing

@testable import OneCallCore

private let stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"

private let answers: [(what: String, answer: Answer)] = [
    ("a page, as a hotel's sign-in does", .says("200 OK\r\nContent-Type: text/html", "<html>Sign in</html>")),
    ("a page that calls itself a stream", .says("200 OK\r\nContent-Type: text/event-stream", "<html>Hi</html>\n\n")),
    ("a way to another address", .says("302 Found\r\nLocation: http://127.0.0.1:1/login")),
    ("an error in HTML", .says("502 Bad Gateway\r\nContent-Type: text/html", "<html>Bad gateway</html>")),
    ("a problem that is none", .says("400 Bad Request\r\nContent-Type: application/problem+json", #"{"type":7}"#)),
    (
        "states of another shape",
        .says("200 OK\r\nContent-Type: text/event-stream", "event: waiting\ndata: {\"state\":[1,2,3]}\n\n")
    ),
    ("another protocol", .speaksFirst("SSH-2.0-OpenSSH_9.2\r\n")),
    ("nothing, and closes", .nothing),
    ("nothing, and stays silent", .silence),
    ("too slowly", .tooSlow),
    ("headers without an end", .neverEnds("HTTP/1.1 200 OK\r\n", String(repeating: "X-Much: much\r\n", count: 100))),
    (
        "a problem without an end",
        .neverEnds(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n\r\n",
            String(repeating: " ", count: 8192))
    ),
    ("an event without an end", .neverEnds(stream + "data: ", String(repeating: "much ", count: 2000))),
]

extension Core {
    @Suite("Something else answers where the service should be", .timeLimit(.minutes(5)))
    struct StrangeService {
        @Test("whatever answers, the screen says that the service is not reached, and nothing is lost")
        func whateverAnswers() async throws {
            let service = try Service()
            // All at once: the slowest cost the phone's whole patience, and they can wait together.
            var trials: [Trial] = []
            for (what, answer) in answers {
                trials.append(try Trial(what, answer, service, try await service.createCall()))
            }
            for trial in trials {
                do {
                    try await trial.passes()
                } catch {
                    Issue.record("\(trial.what): \(error)")
                }
            }
        }
    }
}

private final class Trial {
    let what: String
    private let service: Service
    private let call: Call
    private let relay: Relay
    private let phone: Phone

    init(_ what: String, _ answer: Answer, _ service: Service, _ call: Call) throws {
        (self.what, self.service, self.call) = (what, service, call)
        relay = try Relay(answer)
        phone = try Phone(host: relay.host)
        phone.call.text(text: call.through(relay, service), source: .link)
        phone.call.name(name: "Maria")
    }

    func passes() async throws {
        try await phone.says("screen-unreachable")
        #expect(phone.shell.blob != nil, "the way that was gone so far is kept: \(what)")
        relay.answers(.passOn(to: service))
        phone.call.networkBack()
        try await phone.waits("the lobby, with the name that was typed")
        #expect(try await service.knocks(on: call).map { $0["name"] } == [.text("Maria")], "\(what)")
    }
}
