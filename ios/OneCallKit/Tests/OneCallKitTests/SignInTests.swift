import Foundation
import OneCallCore
import Testing

@testable import OneCallKit

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

private let settings = SignInSettings(
    issuer: "https://login.example.com/a", clientId: "help-app", scope: "openid offline_access",
    redirect: "com.example.help:/signed-in")

/// The customer's browser and the accounts' server, who know nothing but what they are told.
@MainActor
private final class Outside: AccountBrowsing {
    /// Where the browser goes from the page: nothing, back.
    var leads: (_ page: URL) -> URL? = { page in back(page, "code=one") }
    private(set) var pages: [URL] = []
    let server = AccountsServer()
    let storage: any SecureStorage

    init(_ storage: any SecureStorage = MemoryStorage()) { self.storage = storage }

    func show(_ page: URL, until scheme: String) async -> URL? {
        pages.append(page)
        #expect(scheme == "com.example.help")
        return leads(page)
    }

    var accounts: Accounts {
        // Turned round in place of hashed: what is compared is that the proof belongs to the page.
        Accounts(browser: self, server: server, storage: storage, sha256: { Data($0.reversed()) })
    }
}

private final class AccountsServer: AccountAsking {
    let asked = Locked<[[String: String]]>([])
    let answers = Locked<(Int, String)>(
        (200, #"{"access_token":"a1","token_type":"bearer","refresh_token":"r1"}"#))
    let issuer = Locked(settings.issuer)
    let isOff = Locked(false)

    func ask(_ request: URLRequest) async -> AccountAnswer? {
        if isOff.with({ $0 }) { return nil }
        guard let body = request.httpBody else {
            let issuer = issuer.with { $0 }
            let text =
                #"{"issuer":"\#(issuer)","authorization_endpoint":"https://login.example.com/go?x=1","#
                + #""token_endpoint":"https://login.example.com/token"}"#
            return AccountAnswer(status: 200, body: Data(text.utf8))
        }
        var components = URLComponents()
        components.percentEncodedQuery = String(decoding: body, as: UTF8.self)
        asked.with { $0.append(fields(components)) }
        let (status, text) = answers.with { $0 }
        return AccountAnswer(status: status, body: Data(text.utf8))
    }
}

private func fields(_ components: URLComponents?) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (components?.queryItems ?? []).map { ($0.name, $0.value ?? "") })
}

private func back(_ page: URL, _ said: String) -> URL? {
    let state = fields(URLComponents(url: page, resolvingAgainstBaseURL: false))["state"] ?? ""
    return URL(string: "com.example.help:/signed-in?\(said)&state=\(state)")
}

/// Storage that takes its time once: until it is let go, or two seconds.
private final class SlowStorage: SecureStorage {
    let isAsked = Locked(false)
    let goes = DispatchSemaphore(value: 0)
    let wasLetGo = Locked(false)
    private let kept: MemoryStorage

    init(_ text: String) { kept = MemoryStorage(text) }

    func load() -> String? {
        let isFirst = isAsked.with { wasAsked in
            defer { wasAsked = true }
            return !wasAsked
        }
        if isFirst {
            let isInTime = goes.wait(timeout: .now() + 2) == .success
            wasLetGo.with { $0 = isInTime }
        }
        return kept.load()
    }

    func save(_ text: String?) { kept.save(text) }
}

/// What came of it, in a line each.
@MainActor
private final class Heard {
    var lines: [String] = []

    func take(_ news: SignIn.News) {
        switch news {
        case .token(let token): lines.append(token ?? "none")
        case .changed: lines.append("changed")
        case .failed: lines.append("failed")
        }
    }
}

@MainActor
@Suite(.timeLimit(.minutes(1))) struct SignInTests {
    private let outside = Outside()
    private let heard = Heard()

    private func customerWithAccounts() -> Customer {
        var surroundings = Desk().surroundings()
        surroundings.accounts = outside.accounts
        return Customer(
            Operator(name: "Help", hosts: ["help.example.com"], signIn: settings), sentences: Ids(),
            surroundings: surroundings)
    }

    private func signIn(_ outside: Outside? = nil) -> SignIn {
        SignIn(settings, (outside ?? self.outside).accounts, tell: heard.take)
    }

    @Test func theBrowserIsSentThereWithAProofAndWhatItBringsIsExchangedForATokenOnce() async throws {
        let signIn = signIn()
        await signIn.begin()
        #expect(heard.lines == ["changed", "a1"])
        #expect(signIn.isSignedIn)
        let page = try #require(outside.pages.first)
        let sent = fields(URLComponents(url: page, resolvingAgainstBaseURL: false))
        #expect(sent["x"] == "1", "what the server's address held already stays")
        #expect(sent["client_id"] == "help-app")
        #expect(sent["redirect_uri"] == "com.example.help:/signed-in")
        #expect(sent["scope"] == "openid offline_access")
        let asked = outside.server.asked.with { $0 }
        #expect(asked.count == 1)
        #expect(asked[0]["code"] == "one")
        let verifier = try #require(asked[0]["code_verifier"])
        let proof = Data(verifier.utf8.reversed()).base64EncodedString()
        let inAddress = proof.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
        #expect(sent["code_challenge"] == inAddress.replacingOccurrences(of: "=", with: ""))
        #expect(verifier.count == 43)
    }

    @Test(
        arguments: [
            ("they went back", nil), ("they were refused", "error=access_denied"),
        ] as [(String, String?)])
    func whoGoesBackOrIsRefusedGoesOnWithoutAnAccount(_ what: String, _ said: String?) async {
        outside.leads = { page in said.flatMap { back(page, $0) } }
        await signIn().begin()
        #expect(heard.lines == ["none"])
        #expect(outside.server.asked.with { $0 }.isEmpty)
    }

    @Test(arguments: [
        "com.example.help:/signed-in?code=theirs&state=made-up", "com.example.help:/signed-in?code=theirs",
        "com.example.help:/signed-in",
    ])
    func anAnswerThatSomebodyMadeUpIsNotExchanged(_ address: String) async {
        outside.leads = { _ in URL(string: address) }
        await signIn().begin()
        #expect(heard.lines == ["failed", "none"])
        #expect(outside.server.asked.with { $0 }.isEmpty)
    }

    @Test func anAnswerOfAnotherIssuerIsNotExchanged() async {
        outside.leads = { back($0, "code=one&iss=https://evil.example") }
        await signIn().begin()
        #expect(heard.lines == ["failed", "none"])
        outside.server.issuer.with { $0 = "https://evil.example" }
        await signIn().begin()
        #expect(heard.lines == ["failed", "none", "failed", "none"])
        #expect(outside.pages.count == 1, "nobody is sent to a server that calls itself something else")
    }

    @Test func withoutAServerTheCustomerIsToldAndTheCallGoesOn() async {
        outside.server.isOff.with { $0 = true }
        await signIn().begin()
        #expect(heard.lines == ["failed", "none"])
    }

    @Test func whoSignedInOnceStaysSoOverAStartAndIsAskedNothing() async {
        await signIn().begin()
        outside.server.answers.with { $0 = (200, #"{"access_token":"a2","token_type":"Bearer"}"#) }
        let again = signIn()
        await again.start()
        await again.refresh(mayAsk: true)
        #expect(again.isSignedIn)
        #expect(heard.lines == ["changed", "a1", "changed", "a2", "a2"])
        #expect(outside.pages.count == 1)
        #expect(outside.server.asked.with { $0.last }?["refresh_token"] == "r1")
    }

    @Test func aRefreshTokenThatIsGoodForNothingIsForgottenAndOneThatCouldNotBeAskedForIsKept() async {
        await signIn().begin()
        outside.server.answers.with { $0 = (503, "") }
        let again = signIn()
        await again.start()
        #expect(again.isSignedIn)
        outside.server.answers.with { $0 = (400, #"{"error":"invalid_grant"}"#) }
        await again.refresh(mayAsk: false)
        #expect(!again.isSignedIn)
        #expect(heard.lines.suffix(2) == ["changed", "none"])
        #expect((try? outside.storage.load()) == .some(nil))
    }

    @Test func whoSignsOutIsForgottenAndOutOfTheBackgroundNobodyIsLedIntoABrowser() async {
        let signIn = signIn()
        await signIn.begin()
        signIn.forget()
        await signIn.refresh(mayAsk: false)
        #expect(heard.lines == ["changed", "a1", "changed", "none", "none"])
        #expect(outside.pages.count == 1)
    }

    /// The system's alerts make a scene inactive, and so does the customer who pulls something down over it.
    @Test(arguments: [(AppPhase.active, 1), (.inactive, 1), (.background, 0)])
    func whoIsInFrontIsLedToTheBrowserEvenBehindAQuestionOfTheSystems(_ phase: AppPhase, _ pages: Int) async throws {
        let customer = customerWithAccounts()
        let pager = Pager(customer)
        await customer.start()
        try await pager.awaits("start")
        customer.entered(.active)
        customer.entered(phase)
        customer.perform(.freshAccessToken)
        for _ in 0..<1_000 where outside.pages.count < 1 {
            await Task.yield()
        }
        #expect(outside.pages.count == pages)
    }

    /// Seconds may pass until a keychain answers.
    @Test func whatWasKeptIsReadAwayFromTheMainThreadAndMeanwhileNobodyIsLedIntoABrowser() async {
        let storage = SlowStorage("r1")
        let slow = Outside(storage)
        let signIn = signIn(slow)
        let starting = Task { await signIn.start() }
        while !storage.isAsked.with({ $0 }) {
            await Task.yield()
        }
        await signIn.refresh(mayAsk: true)
        storage.goes.signal()
        await starting.value
        #expect(storage.wasLetGo.with { $0 }, "the main thread stood still for as long as the storage did")
        #expect(slow.pages.isEmpty)
        #expect(heard.lines == ["changed", "a1"])
    }

    @Test func thePagesBeforeTheKnockOfferItAndSayWhenItDidNotWork() async throws {
        outside.server.isOff.with { $0 = true }
        let customer = customerWithAccounts()
        let pager = Pager(customer)
        await customer.start()
        try await pager.awaits("start") { $0.offers(.signIn) }
        customer.act(.signIn)
        let failed = try await pager.awaits("start") { $0.says(.signInFailed) }
        #expect(failed.offers(.signIn))
        outside.server.isOff.with { $0 = false }
        customer.act(.signIn)
        let signedIn = try await pager.awaits("start") { $0.offers(.signOut) }
        #expect(!signedIn.says(.signInFailed))
        customer.act(.signOut)
        try await pager.awaits("start") { $0.offers(.signIn) }
    }

    @Test func nobodyIsOfferedToSignInWhereTheOperatorHasNoAccounts() async {
        let customer = Customer(
            Operator(name: "Help", hosts: ["help.example.com"]), sentences: Ids(), surroundings: Desk().surroundings())
        await customer.start()
        #expect(customer.page.others.allSatisfy { $0.action != .signIn })
    }
}

extension Page {
    fileprivate func offers(_ action: Action) -> Bool { others.contains { $0.action == action } }
    fileprivate func says(_ label: AppLabel) -> Bool { lines.contains { $0.text == label.rawValue } }
}
