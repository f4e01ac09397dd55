import Foundation
import Testing

@testable import OneCallCore

extension Core {
    @Suite("Objects come, live beside one another, and go", .timeLimit(.minutes(5)))
    struct LifeBoundary {
        @Test("shutdown lets go of the shell")
        func letsGo() async throws {
            let (call, held) = try await started()
            #expect(held.shell != nil, "the core holds what it calls")
            call.shutdown()
            #expect(held.shell == nil)
            // The object is still there for whoever calls it too late.
            call.shutdown()
            call.text(text: "after the end", source: .keyboard)
            #expect(call.screen().kind == "start")
        }

        @Test("a journey that nobody holds lets go of what it performed with, and its streams end")
        func journeyLetsGo() async throws {
            let (held, stream) = try journeyThatIsDropped()
            #expect(held.shell == nil)
            for await _ in stream {}
        }

        @Test("an object that is dropped in the middle of a call ends, and the place is kept")
        func droppedInCall() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let (held, blob) = try await inCallAndDropped(service, call)
            #expect(held.shell == nil)
            let again = try Phone(host: service.host, blob: blob)
            try await again.shell.awaits("in-call")
        }

        @Test("two objects at once know nothing of each other")
        func twoAtOnce() async throws {
            let service = try Service()
            let first = try await service.createCall()
            let second = try await service.createCall()
            let one = try Phone(host: service.host)
            let other = try Phone(host: service.host)
            try await one.knocks(first.link, name: "Ada")
            try await other.knocks(second.link, name: "Grace")
            #expect(one.shell.blob != other.shell.blob)
            try await service.toCustomer(of: first, "admit")
            try await one.shell.awaits("in-call")
            #expect(other.call.screen().kind == "waiting")
            try await service.command(first, "end")
            try await one.shell.awaits("over")
            try await service.toCustomer(of: second, "admit")
            try await other.shell.awaits("in-call")
        }

        #if os(Linux)
            @Test("ten thousand objects come and go, and nothing grows")
            func nothingGrows() throws {
                // So many, that the allocator has what it wants.
                try comeAndGo(2_000)
                let before = try Usage()
                try comeAndGo(10_000)
                let after = try Usage()
                #expect(after.files <= before.files)
                #expect(after.threads <= before.threads)
                // A thousandth of a megabyte for each would show.
                #expect(after.residentKb - before.residentKb < 8_000)
            }
        #endif

        private func comeAndGo(_ times: Int) throws {
            for _ in 0..<times {
                try OneCall(config: config(), blob: nil, shell: Silent()).shutdown()
            }
        }

        // In functions of their own: a variable in a test would hold the shell.

        private func started() async throws -> (OneCall, Held) {
            let shell = RecordingShell()
            let call = try OneCall(config: config(), blob: nil, shell: shell)
            try await shell.awaits("start")
            return (call, Held(shell))
        }

        private func journeyThatIsDropped() throws -> (Held, AsyncStream<Shown>) {
            let app = RecordingShell()
            let journey = try Journey(
                config: config(), perform: { try? app.perform(effect: $0) }, log: { try? app.log(line: $0) })
            return (Held(app), journey.shown)
        }

        private func inCallAndDropped(_ service: Service, _ call: Call) async throws -> (Held, String?) {
            let phone = try Phone(host: service.host)
            try await phone.knocks(call.link)
            try await service.toCustomer(of: call, "admit")
            try await phone.shell.awaits("in-call")
            return (Held(phone.shell), phone.shell.blob)
        }
    }
}

/// Knows a shell without holding it.
private struct Held {
    weak var shell: RecordingShell?

    init(_ shell: RecordingShell) {
        self.shell = shell
    }
}

private final class Silent: Shell {
    func show(shown: Shown) {}

    func perform(effect: ShellEffect) {}

    func log(line: LogLine) {}
}

/// What this process holds of the system.
private struct Usage {
    let files: Int
    let threads: Int
    let residentKb: Int

    init() throws {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        func number(_ name: String) throws -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
            guard let number = line.flatMap({ Int($0.filter(\.isNumber)) }) else { throw Missing(name) }
            return number
        }
        threads = try number("Threads")
        residentKb = try number("VmRSS")
        files = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
