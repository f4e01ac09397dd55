import Foundation
import Testing

@testable import OneCallCore

/// A link of `help.example.com`; whether it leads anywhere matters to nothing here.
let someLink = "https://help.example.com/j/000000000000000000000000000"

extension Core {
    @Suite("The app's half of the door misbehaves, and the journey goes on", .timeLimit(.minutes(2)))
    struct ShellBoundary {
        @Test("a shell that throws from every method does not end the journey")
        func throwsEverywhere() async throws {
            let shell = RecordingShell(
                onShow: { _ in throw Missing("a drawing") },
                onPerform: { _ in throw Missing("a place to keep it") },
                onLog: { _ in throw Missing("a log") }
            )
            let phone = try Phone(config(verbose: true), shell: shell)
            phone.call.text(text: "no link in here", source: .paste)
            try await shell.awaits("link-problem")
            phone.call.dismiss()
            try await shell.awaits("start")
            phone.call.text(text: someLink, source: .link)
            try await shell.awaits("ask-name")
        }

        @Test("the shell is called on one thread, which is none of the app's")
        func oneThread() async throws {
            let seen = Seen<pthread_t>()
            let shell = RecordingShell(
                onShow: { _ in seen.add(pthread_self()) },
                onPerform: { _ in seen.add(pthread_self()) },
                onLog: { _ in seen.add(pthread_self()) }
            )
            let phone = try Phone(config(verbose: true), shell: shell)
            for _ in 0..<100 {
                phone.call.text(text: someLink, source: .link)
                phone.call.dismiss()
            }
            phone.call.text(text: "nothing", source: .paste)
            try await shell.awaits("link-problem")
            #expect(seen.all.count > 100)
            #expect(Set(seen.all).count == 1)
            #expect(!seen.all.contains(thisThread()))
        }

        @Test("the shell may call back into the object from within")
        func reenters() async throws {
            let within = Seen<OneCall>()
            let inside = Seen<Bool>()
            let shell = RecordingShell(onShow: { shown in
                guard let call = within.all.first else { return }
                if shown.kind == "ask-name" {
                    // Whatever is asked in here is answered in here.
                    inside.add(call.screen() == shown)
                }
                if shown.kind == "link-problem" {
                    call.dismiss()
                }
            })
            let phone = try Phone(config(), shell: shell)
            try await shell.awaits("start")
            within.add(phone.call)
            phone.call.text(text: "nothing in here", source: .paste)
            try await shell.awaits("link-problem")
            try await shell.awaits("start")
            phone.call.text(text: someLink, source: .paste)
            try await shell.awaits("ask-name")
            phone.call.shutdown()
            #expect(inside.all == [true], "the screen inside is the one that was shown")
        }

        @Test("the shell may end the object from within")
        func endsFromWithin() async throws {
            let within = Seen<OneCall>()
            let ended = AsyncStream<Void>.makeStream()
            let shell = RecordingShell(onShow: { shown in
                if shown.kind == "link-problem" {
                    within.all.first?.shutdown()
                    ended.continuation.finish()
                }
            })
            let phone = try Phone(config(), shell: shell)
            within.add(phone.call)
            phone.call.text(text: "nothing in here", source: .paste)
            for await _ in ended.stream {}
            phone.call.dismiss()
            phone.call.shutdown()
            #expect(phone.call.screen().kind == "link-problem", "nothing is taken after the end")
        }

        @Test("a shell that blocks holds up its own screens and nobody who calls the object")
        func blocks() async throws {
            let entered = AsyncStream<Void>.makeStream()
            let gate = DispatchSemaphore(value: 0)
            let shell = RecordingShell(onShow: { shown in
                if shown.kind == "link-problem" {
                    entered.continuation.finish()
                    gate.wait()
                }
            })
            let phone = try Phone(config(), shell: shell)
            phone.call.text(text: "nothing in here", source: .paste)
            for await _ in entered.stream {}
            // On this thread: if one of these waited for the shell, the test would end here by its time limit.
            for _ in 0..<1_000 {
                phone.call.text(text: someLink, source: .link)
                phone.call.dismiss()
                _ = phone.call.screen()
            }
            phone.call.text(text: someLink, source: .link)
            #expect(phone.call.screen().kind == "link-problem")
            gate.signal()
            try await shell.awaits("ask-name")
        }

        @Test("what is broken or shown is logged, and every input only when asked for", arguments: [false, true])
        func logs(verbose: Bool) async throws {
            let shell = RecordingShell()
            let phone = try Phone(config(verbose: verbose), shell: shell)
            phone.call.text(text: someLink, source: .link)
            try await shell.awaits("ask-name")
            phone.call.shutdown()
            #expect(shell.lines.contains { $0.level == .info && $0.what == "screen" && $0.detail == "ask-name" })
            #expect(shell.lines.contains { $0.level == .debug } == verbose)
            #expect(!"\(shell.lines)".contains("0000") && !"\(shell.lines)".contains("Maria"))
        }

        @Test("a configuration that cannot work says so by its type")
        func configurations() throws {
            let device = Device(platform: .ios)
            func wrong(_ config: Config) throws -> StartError? {
                do {
                    try OneCall(config: config, blob: nil, shell: RecordingShell()).shutdown()
                    return nil
                } catch let error as StartError {
                    return error
                }
            }
            #expect(try wrong(Config(hosts: ["help.example.com"], device: device, app: .app)) == nil)
            guard case .NoHost = try wrong(Config(hosts: [], device: device, app: .app)) else {
                throw Missing("no host")
            }
            guard case .Host = try wrong(Config(hosts: ["no host"], device: device, app: .app)) else {
                throw Missing("what is no host")
            }
            let root = Data([1, 2, 3])
            let config = Config(hosts: ["a.example"], device: device, app: .app, extraRoots: [root])
            guard case .Root = try wrong(config) else { throw Missing("what is no certificate") }
        }

        private func thisThread() -> pthread_t { pthread_self() }
    }
}
