import Foundation
import Testing

@testable import OneCallCore

private let threads = 8
private let rounds = 500

extension Core {
    /// Many threads at once; `cargo xtask test` runs these once more under the race detector.
    @Suite("Calls from many threads at the same time", .timeLimit(.minutes(5)))
    struct Crowd {
        @Test("every input of eight threads is taken once")
        func everyInput() async throws {
            let shell = RecordingShell()
            let phone = try Phone(config(verbose: true), shell: shell)
            together { thread in
                for _ in 0..<rounds {
                    switch thread % 4 {
                    case 0: phone.call.text(text: "no link", source: .paste)
                    case 1: phone.call.dismiss()
                    case 2: phone.call.name(name: "Ada")
                    default: phone.call.wake()
                    }
                    _ = phone.call.screen()
                }
            }
            phone.call.networkBack()
            // Taken in the order of the calls: when this one was, all were.
            try await shell.awaitsTaken("network-back")
            for input in ["text", "dismiss", "name", "wake"] {
                #expect(shell.taken(input) == rounds * threads / 4)
            }
        }

        @Test("inputs of one thread are taken in their order, whatever the others do")
        func inOrder() async throws {
            let shell = RecordingShell()
            let phone = try Phone(config(verbose: true), shell: shell)
            together { thread in
                for _ in 0..<rounds {
                    if thread == 0 {
                        phone.call.goOn()
                        phone.call.knockAgain()
                    } else {
                        phone.call.dismiss()
                    }
                }
            }
            phone.call.networkBack()
            try await shell.awaitsTaken("network-back")
            let ofOne = shell.lines.filter { $0.what == "input" }.compactMap(\.detail)
                .filter { $0 == "go-on" || $0 == "knock-again" }
            #expect(ofOne == (0..<rounds).flatMap { _ in ["go-on", "knock-again"] })
        }

        @Test("look-ups on eight threads answer as on one")
        func lookUps() throws {
            let texts = ["Ada", "", "a\u{200B}b", "https://evil.example.net/j/0", "123 456 789"]
            let names = texts.map { checkName(typed: $0) }
            let explained = try texts.map { try explain(config: config(), text: $0) }
            let different = Seen<String>()
            together { thread in
                for round in 0..<rounds / 5 {
                    let at = (round + thread) % texts.count
                    let again = try? explain(config: config(), text: texts[at])
                    if checkName(typed: texts[at]) != names[at] || again != explained[at] {
                        different.add(texts[at])
                    }
                }
            }
            #expect(different.all == [])
        }

        @Test("an object may be ended while it is used, and from everywhere at once")
        func endedWhileUsed() throws {
            for round in 0..<50 {
                let call = try OneCall(config: config(), blob: nil, shell: RecordingShell())
                together { thread in
                    switch (thread + round) % 3 {
                    case 0: call.shutdown()
                    case 1: for _ in 0..<10 { call.text(text: "no link", source: .paste) }
                    default: for _ in 0..<10 { _ = call.screen() }
                    }
                }
                #expect(["start", "link-problem"].contains(call.screen().kind))
            }
        }

        @Test("streams that many threads ask for never go back, and all end")
        func streams() async throws {
            for _ in 0..<50 {
                let journey = try Journey(config: config(), perform: { _ in })
                let streams = Seen<AsyncStream<Shown>>()
                together { thread in
                    if thread == 0 {
                        journey.call.text(text: "no link", source: .paste)
                    }
                    streams.add(journey.shown)
                    if thread == 1 {
                        journey.shutdown()
                    }
                }
                let order = ["start", "link-problem"]
                for stream in streams.all {
                    var seen: [Int] = []
                    for await shown in stream {
                        seen.append(order.firstIndex(of: shown.kind) ?? -1)
                    }
                    #expect(seen == seen.sorted())
                }
            }
        }

        /// Runs this on every thread, and returns when all are done.
        private func together(_ work: @escaping @Sendable (_ thread: Int) -> Void) {
            let done = DispatchGroup()
            for thread in 0..<threads {
                done.enter()
                Thread.detachNewThread {
                    work(thread)
                    done.leave()
                }
            }
            done.wait()
        }
    }
}
