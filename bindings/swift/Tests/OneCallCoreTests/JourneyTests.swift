import Testing

@testable import OneCallCore

extension Core {
    @Suite("The journey as an app observes it", .timeLimit(.minutes(2)))
    struct Journeys {
        @Test("the current screen is there at once, and then the latest")
        func currentThenLatest() async throws {
            let service = try Service()
            let call = try await service.createCall()
            let journey = try Journey(config: config(service.host), perform: { _ in })
            try await journey.awaits("start")
            journey.call.text(text: call.link, source: .link)
            try await journey.awaits("ask-name")
            journey.call.name(name: "Maria")
            try await journey.awaits("waiting")
            try await service.toCustomer(of: call, "admit")
            let inCall = try await journey.awaits("in-call")
            #expect(inCall.kind == journey.call.screen().kind)
        }

        @Test("whoever comes late sees the latest screen alone")
        func late() async throws {
            let journey = try Journey(config: config(), perform: { _ in })
            journey.call.text(text: "no link", source: .paste)
            try await journey.awaits("link-problem")
            var late = journey.shown.makeAsyncIterator()
            #expect(await late.next()?.kind == "link-problem")
        }

        @Test("a closed journey keeps its last screen and takes no more")
        func closed() async throws {
            let journey = try Journey(config: config(), perform: { _ in })
            journey.call.text(text: "no link", source: .paste)
            try await journey.awaits("link-problem")
            journey.shutdown()
            journey.shutdown()
            journey.call.dismiss()
            journey.call.networkBack()
            var seen: [String] = []
            for await shown in journey.shown {
                seen.append(shown.kind)
            }
            #expect(seen == ["link-problem"])
        }

        @Test("a stream that is not read any more is forgotten, and the others go on")
        func forgotten() async throws {
            let journey = try Journey(config: config(), perform: { _ in })
            let reader = Task {
                for await _ in journey.shown {}
            }
            reader.cancel()
            await reader.value
            journey.call.text(text: "no link", source: .paste)
            try await journey.awaits("link-problem")
        }

        @Test("the model of a view follows the journey on the main actor")
        @MainActor
        func model() async throws {
            let model = JourneyModel(try Journey(config: config(), perform: { _ in }))
            #expect(model.shown.kind == "start")
            let (changes, changed) = AsyncStream.makeStream(of: String.self)
            model.onChange = { changed.yield($0.kind) }
            model.journey.call.text(text: "no link", source: .paste)
            for await kind in changes where kind == "link-problem" {
                break
            }
            #expect(model.shown.kind == "link-problem")
        }
    }
}

extension Journey {
    /// The first screen of this kind from now on, the current one included.
    @discardableResult
    func awaits(_ kind: String) async throws -> Shown {
        for await shown in shown where shown.kind == kind {
            return shown
        }
        throw Missing("not shown: \(kind)")
    }
}
