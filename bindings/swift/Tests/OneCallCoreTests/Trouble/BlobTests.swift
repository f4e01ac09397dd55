import Foundation
import Testing

@testable import OneCallCore

extension Core {
    @Suite("What was kept is damaged, foreign or from another time; or cannot be kept at all", .timeLimit(.minutes(5)))
    struct Blobs {
        @Test("a blob that is cut off anywhere starts afresh, and a new link works at once")
        func cutOff() async throws {
            let service = try Service()
            let blob = try await blobFromTheLobby(service)
            // Every place would be some hundred starts; a prime, so that all kinds of places are met.
            for length in Array(stride(from: 0, to: blob.count, by: 7)) + [blob.count - 1] {
                try await startsAfresh(service.host, String(blob.prefix(length)))
            }
            let phone = try Phone(host: service.host, blob: String(blob.prefix(blob.count / 2)))
            try await phone.knocks(try await service.createCall().link)
        }

        @Test("a blob that is no blob starts afresh, and a new link works at once")
        func noBlob() async throws {
            let service = try Service()
            let deep = String(repeating: "{", count: 100_000) + String(repeating: "9", count: 1_000_000)
            let others = ["", "{}", "null", "[]", "<html>", "\0", #"{"version":0}"#, #"{"version":-1}"#, deep]
            for other in others {
                try await startsAfresh(service.host, other)
            }
            let phone = try Phone(host: service.host, blob: "{}")
            try await phone.knocks(try await service.createCall().link)
        }

        @Test("a blob of a newer app starts afresh, and is kept until there is something else")
        func newer() async throws {
            let service = try Service()
            let blob = try await blobFromTheLobby(service)
            let newer = blob.replacingOccurrences(of: "\"version\":1", with: "\"version\":2")
            #expect(newer != blob)
            let saved = Seen<Bool>()
            let shell = RecordingShell(onPerform: { if case .save = $0 { saved.add(true) } })
            let phone = try Phone(config(service.host), blob: newer, shell: shell)
            try await shell.awaits("start")
            #expect(saved.all.isEmpty, "the newer app's blob is not thrown away")
            try await phone.knocks(try await service.createCall().link)
            #expect(shell.blob != nil, "now there is something to keep")
        }

        @Test("a blob of an older app is understood, though what came later is missing in it")
        func older() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let blob = try await blobFromTheLobby(service, call)
            // The oldest app wrote this version with what it takes to have the place again, and nothing more.
            let older = blob.replacing(/,"(meeting|owed|errands)":(\[[^\]]*]|null)/, with: "")
            let phone = try Phone(host: service.host, blob: older)
            try await phone.waits("the same place")
            #expect(try await service.knocks(on: call).count == 1)
        }

        @Test("a blob of somebody else's service starts afresh, and nothing of it goes out")
        func somebodyElses() async throws {
            let service = try Service()
            let phone = try Phone(host: "help.example.com", blob: try await blobFromTheLobby(service))
            try await phone.shell.awaits("start")
            phone.call.text(text: "no link", source: .paste)
            try await phone.shell.awaits("link-problem")
        }

        @Test("a storage that fails holds up nobody")
        func failingStorage() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let failed = Seen<Bool>()
            let shell = RecordingShell(onPerform: { effect in
                if case .save = effect {
                    failed.add(true)
                    throw Missing("room on the disk")
                }
            })
            let phone = try Phone(config(service.host), shell: shell)
            try await phone.knocks(call.link)
            try await service.toCustomer(of: call, "admit")
            try await phone.talks()
            phone.call.leave()
            try await shell.awaits("ask")
            phone.call.confirm(yes: true)
            try await shell.awaits("over")
            #expect(failed.all.count > 1)
            #expect(shell.blob == nil)
        }

        @Test("a storage that failed once gets everything with the next save")
        func failedOnce() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let saves = Seen<Bool>()
            let shell = RecordingShell(onPerform: { effect in
                if case .save = effect {
                    saves.add(true)
                    if saves.all.count == 1 {
                        throw Missing("the key to the storage")
                    }
                }
            })
            let phone = try Phone(config(service.host), shell: shell)
            try await phone.knocks(call.link)
            try await service.toCustomer(of: call, "admit")
            try await phone.talks()
            phone.call.shutdown()
            let again = try Phone(host: service.host, blob: try #require(shell.blob))
            try await again.talks()
            #expect(try await service.knocks(on: call).count == 1)
        }

        private func startsAfresh(_ host: String, _ blob: String) async throws {
            let phone = try Phone(host: host, blob: blob)
            try await phone.shell.awaits("start")
            phone.call.text(text: "no link", source: .paste)
            try await phone.shell.awaits("link-problem")
        }
    }
}

/// What a phone has kept that waits in a lobby.
func blobFromTheLobby(_ service: Service, _ call: Call? = nil) async throws -> String {
    let phone = try Phone(host: service.host)
    let link = if let call { call.link } else { try await service.createCall().link }
    try await phone.knocks(link)
    phone.call.shutdown()
    return try #require(phone.shell.blob)
}
