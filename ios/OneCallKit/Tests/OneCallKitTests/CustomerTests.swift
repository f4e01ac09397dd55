import Foundation
import OneCallCore
import Testing

@testable import OneCallKit

@MainActor
@Suite(.timeLimit(.minutes(1))) struct CustomerTests {
    private let desk = Desk()

    private func customer(
        _ host: String = "help.example.com", storage: any SecureStorage = MemoryStorage(),
        camera: FakeCamera = FakeCamera()
    ) -> Customer {
        Customer(
            Operator(name: "Help", hosts: [host]), sentences: Ids(),
            surroundings: desk.surroundings(storage, camera: camera))
    }

    @Test func aWholeCallOnTheRealServiceFromALinkToItsEnd() async throws {
        let service = try Service()
        let call = try await service.createCall()
        let storage = MemoryStorage()
        let customer = customer(service.host, storage: storage, camera: FakeCamera(.notDetermined))
        let pager = Pager(customer)
        let link = try #require(URL(string: call.link))
        customer.arrived(Arriving(opened: link))
        await customer.start()
        customer.entered(.active)

        let asked = try await pager.awaits("ask-name")
        customer.act(try #require(asked.field).submit("Maria"))
        let rehearsal = try await pager.awaits("rehearse")
        customer.act(try #require(rehearsal.primary).action)
        let lobby = try await pager.awaits("waiting") { $0.lines.contains { $0.look == .readOut } }
        #expect(lobby.lines.first { $0.look == .readOut }?.spoken?.isEmpty == false)
        #expect(storage.load() != nil)

        customer.entered(.background)
        #expect(desk.isInBackground)
        #expect(desk.posted.map(\.0.id) == ["place-ends-soon"])
        try await service.toCustomer(of: call, "admit")
        try await pager.awaits("admitted")
        #expect(desk.posted.map(\.0.id) == ["let-in"])

        customer.entered(.active)
        #expect(desk.posted.isEmpty)
        try await pager.awaits("in-call")
        customer.act(.leave)
        try await pager.awaits("ask")
        customer.act(.confirm(true))
        let over = try await pager.awaits("over")
        #expect(over.primary?.action == .dismiss)
    }

    @Test func theKnockAsksForNothingAndTheLobbyWhetherToRemind() async throws {
        let (host, link) = try await {
            let gone = try Service()
            return (gone.host, try await gone.createCall().link)
        }()
        let knocking = customer(host)
        let door = Pager(knocking)
        await knocking.start()
        knocking.entered(.active)
        knocking.arrived(Arriving(link, from: .paste))
        try await door.awaits("ask-name")
        knocking.act(.name("Maria"))
        try await door.awaits("knocking") { $0.heading == "screen-unreachable" }
        #expect(!desk.asked, "the system's question would stand before whatever the service answers")

        let service = try Service()
        let waiting = customer(service.host)
        let lobby = Pager(waiting)
        await waiting.start()
        waiting.entered(.active)
        waiting.arrived(Arriving(try await service.createCall().link, from: .paste))
        try await lobby.awaits("ask-name")
        waiting.act(.name("Maria"))
        try await lobby.awaits("waiting")
        while !desk.asked {
            await Task.yield()
        }
    }

    @Test func whoComesBackAfterTheSystemEndedTheAppHasThePlaceStill() async throws {
        let service = try Service()
        let call = try await service.createCall()
        let storage = MemoryStorage()
        var first: Customer? = customer(service.host, storage: storage)
        do {
            let pager = Pager(try #require(first))
            first?.arrived(Arriving(call.link, from: .paste))
            await first?.start()
            try await pager.awaits("ask-name")
            first?.act(.name("Maria"))
            try await pager.awaits("waiting")
        }
        first = nil

        let second = customer(service.host, storage: storage)
        let pager = Pager(second)
        await second.start()
        try await pager.awaits("waiting")
        #expect(try await service.knocks(on: call).count == 1)
    }

    @Test func aLockedPhoneIsAskedAgainAndItsBlobIsNotOverwritten() async throws {
        let storage = StubbornStorage()
        storage.refusal.with { $0 = .locked }
        let customer = customer(storage: storage)
        let pager = Pager(customer)
        await customer.start()
        #expect(customer.page.kind == "starting")
        storage.refusal.with { $0 = nil }
        customer.entered(.active)
        try await pager.awaits("start")
    }

    @Test func aLinkThatWasCopiedIsOfferedToBePasted() async throws {
        desk.copied = "https://help.example.com/j/oops"
        let customer = customer()
        let pager = Pager(customer)
        await customer.start()
        try await pager.awaits("start") { $0.lines.contains { $0.text == AppLabel.pasteIsLikely.rawValue } }
        customer.act(.paste)
        try await pager.awaits("link-problem")
        customer.act(.dismiss)
        try await pager.awaits("start")
    }

    @Test func theScannerStandsBeforeEveryScreenUntilItHasFoundSomething() async throws {
        let customer = customer()
        let pager = Pager(customer)
        await customer.start()
        try await pager.awaits("start")
        customer.act(.scan)
        #expect(try await pager.awaits("scan").picture == .scanner)
        customer.act(.stopScanning)
        #expect(customer.page.kind == "start")
        customer.act(.scan)
        try await pager.awaits("scan")
        customer.act(.arrived(Arriving("nothing", from: .qrCode)))
        try await pager.awaits("link-problem")
    }

    @Test func aMeetingInTeamsIsOpenedThere() async throws {
        let customer = customer()
        let pager = Pager(customer)
        await customer.start()
        customer.arrived(Arriving("https://teams.microsoft.com/meet/2912345678901?p=AbC123", from: .link))
        try await pager.awaits("teams-client")
        customer.act(.open)
        while desk.opened.isEmpty {
            await Task.yield()
        }
        #expect(desk.opened.first?.host == "teams.microsoft.com")
    }

    @Test func settingsThatCannotBeAreSaidAndDoNotCrash() async {
        let customer = customer("no host at all")
        await customer.start()
        #expect(customer.page.kind == "cannot-start")
        #expect(customer.page.heading == AppLabel.cannotStart.rawValue)
    }

    @Test func theOperatorOfTheCommittedAppStartsTheCore() async throws {
        let customer = Customer(.current, sentences: Ids(), surroundings: desk.surroundings())
        let pager = Pager(customer)
        await customer.start()
        try await pager.awaits("start")
    }
}
