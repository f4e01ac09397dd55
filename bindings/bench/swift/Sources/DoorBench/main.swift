// What the door costs. What is compared is measured by turns, so that it meets the same machine.

import Emptiest
import Foundation
import OneCallCore

let rounds = 30
let warmUp = 10
let taps = 300
let lookUps = 20_000
let starts = 500
let waiting = 200

let host = "help.example.com"
let teams =
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjA1YzhkZTEtN2Y0Mi00ZTU1%40thread.v2/0?context="
    + "%7b%22Tid%22%3a%2272f988bf-86f1-41af-91ab-2d7cd011db47%22%2c"
    + "%22Oid%22%3a%22550fae72-d251-43ec-868c-373732c2704f%22%7d"

print("Swift")
try tapToScreen()
try explainTeamsLink()
try await withService()

func tapToScreen() throws {
    let called = Called()
    let direct = Direct(empty: called)
    let hop = Hop(empty: called)
    let shell = Counting()
    let call = try OneCall(config: config(host), blob: nil, shell: shell)
    shell.awaitScreen()
    var (here, there, tap, inRust): ([UInt64], [UInt64], [UInt64], [UInt64]) = ([], [], [], [])
    for round in 0..<rounds {
        if round == warmUp {
            (here, there, tap, inRust) = ([], [], [], [])
        }
        inRust += tapsInRust(host: host, times: UInt32(taps))
        for _ in 0..<taps {
            here.append(
                timed {
                    direct.call()
                    called.back.wait()
                })
        }
        for _ in 0..<taps {
            there.append(
                timed {
                    hop.call()
                    called.back.wait()
                })
        }
        for _ in 0..<taps {
            call.text(text: "no link", source: .paste)
            shell.awaitScreen()
            tap.append(
                timed {
                    call.dismiss()
                    shell.shown.wait()
                })
            shell.logged.wait()
        }
    }
    call.shutdown()
    print("  a tap until its new screen: \(us(median(tap)))")
    compare("an empty call and an empty callback by way of another thread", median(tap), median(there), goal: 1.5)
    compare("the same within the caller's thread", median(tap), median(here))
    compare("the same tap in Rust", median(tap), median(inRust))
}

func explainTeamsLink() throws {
    let config = config(host)
    var (here, inRust): ([UInt64], [UInt64]) = ([], [])
    // One by one: the median passes over those in which the processor did something else.
    for lookUp in 0..<lookUps {
        let time = timed { _ = try? explain(config: config, text: teams) }
        let same = explainInRust(host: host, text: teams, times: 1)
        if lookUp >= lookUps / 2 {
            here.append(time)
            inRust.append(same)
        }
    }
    print("  explain of a Teams link: \(us(median(here)))")
    compare("the same in Rust", median(here), median(inRust), goal: 3)
}

func withService() async throws {
    let service = try Service()
    try await startsFromTheLobby(service)
    try await memoryOfAWaitingCall(service)
}

/// From the lobby's blob, at a service that answers nothing: the most that a start has to do.
func startsFromTheLobby(_ service: Service) async throws {
    let hole = try Relay(.silence)
    let phone = try Phone(host: service.host)
    try await phone.knocks(try await service.createCall().link)
    let blob = phone.shell.blob?.replacingOccurrences(of: service.host, with: hole.host)
    phone.call.shutdown()
    try measureStarts(config(hole.host), blob)
}

/// Without a suspension: it is one thread that is counted.
func measureStarts(_ config: Config, _ blob: String?) throws {
    var (times, calls): ([UInt64], [OneCall]) = ([], [])
    let before = try waitsOfThisThread()
    for _ in 0..<starts {
        let shell = Counting()
        times.append(timed { (try? OneCall(config: config, blob: blob, shell: shell)).map { calls.append($0) } })
    }
    let waits = try waitsOfThisThread() - before
    guard calls.count == starts else { throw Missing("\(starts) starts") }
    print("  a start: \(us(median(times))); its thread waited \(waits) times in \(starts) starts")
    // Outside of what is measured: the end waits for the core's thread.
    for call in calls {
        call.shutdown()
    }
}

func memoryOfAWaitingCall(_ service: Service) async throws {
    // What all phones share is there already.
    let first = try await waiting(waiting / 4, at: service)
    let before = try residentKb()
    let more = try await waiting(waiting, at: service)
    print("  memory of a waiting call: \((try residentKb() - before) / waiting) KB, the mean of \(waiting)")
    withExtendedLifetime((first, more)) {}
}

func waiting(_ count: Int, at service: Service) async throws -> [Phone] {
    var phones: [Phone] = []
    for _ in 0..<count {
        let phone = try Phone(host: service.host)
        try await phone.knocks(try await service.createCall().link)
        phones.append(phone)
    }
    return phones
}

/// Called back, and does nothing.
final class Called: Empty {
    let back = DispatchSemaphore(value: 0)

    func called() {
        back.signal()
    }
}

/// A shell that draws nothing.
final class Counting: Shell {
    let shown = DispatchSemaphore(value: 0)
    let logged = DispatchSemaphore(value: 0)

    func show(shown: Shown) {
        self.shown.signal()
    }

    func perform(effect: ShellEffect) {}

    func log(line: LogLine) {
        logged.signal()
    }

    /// With the line in the log that each screen has: the core's thread has nothing more to do then.
    func awaitScreen() {
        shown.wait()
        logged.wait()
    }
}
