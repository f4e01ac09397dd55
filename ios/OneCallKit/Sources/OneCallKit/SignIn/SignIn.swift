import Foundation

/// The customer's account: the way to it through the system's browser, and the access token that comes of it.
///
/// The access token is handed to the core and kept nowhere; the refresh token is kept as the journey's blob is.
@MainActor
final class SignIn {
    /// What comes of it.
    enum News {
        /// For the core: nothing when nobody is signed in, or not any more.
        case token(String?)
        /// Somebody signed in or out: the page offers the other of the two.
        case changed
        /// The customer is told that it did not work, since otherwise nothing would answer their tap.
        case failed
    }

    private(set) var isSignedIn = false

    private let settings: SignInSettings
    private let accounts: Accounts
    private let server: AccountServer
    private let tell: (News) -> Void
    private var refreshToken: String?
    /// The browser is open.
    private var isAsking = false
    /// One at a time: a server may take each refresh token once, and the answer under way serves as well.
    private var isRenewing = false

    init(_ settings: SignInSettings, _ accounts: Accounts, tell: @escaping (News) -> Void) {
        self.settings = settings
        self.accounts = accounts
        self.tell = tell
        server = AccountServer(settings, accounts.server)
    }

    /// Fetches a token for whoever signed in before. Again when the app comes to the front: a phone that was not
    /// unlocked yet gives nothing.
    func start() async {
        guard await recall(), let refreshToken else { return }
        await renew(refreshToken)
    }

    /// The service wants a fresh token: out of the kept refresh token, otherwise from the customer where they can be
    /// asked.
    func refresh(mayAsk: Bool) async {
        _ = await recall()
        if let refreshToken {
            await renew(refreshToken)
        } else if mayAsk {
            await begin()
        } else {
            tell(.token(nil))
        }
    }

    /// Leads to the sign-in page and back.
    func begin() async {
        guard !isAsking else { return }
        isAsking = true
        defer { isAsking = false }
        let attempt = Attempt()
        guard let endpoints = await server.endpoints(),
            let page = attempt.page(at: endpoints.authorization, settings, sha256: accounts.sha256)
        else { return fail() }
        guard let returned = await accounts.browser.show(page, until: settings.scheme) else { return tell(.token(nil)) }
        switch attempt.answer(returned, settings) {
        case .code(let code):
            let answer = await server.redeem(code, verifier: attempt.verifier)
            if case .tokens = answer { take(answer) } else { fail() }
        case .refused: tell(.token(nil))
        // It was made up by somebody.
        case nil: fail()
        }
    }

    /// Forgets the account on this phone.
    func forget() {
        keep(nil)
        tell(.token(nil))
    }

    /// Whether a refresh token was kept that was not known yet; read away from the main thread, as the journey's blob is.
    private func recall() async -> Bool {
        guard refreshToken == nil else { return false }
        let storage = accounts.storage
        let kept = await Task.detached { (try? storage.load()) ?? nil }.value
        // They may have signed in meanwhile.
        guard refreshToken == nil, let kept else { return false }
        keep(kept)
        return true
    }

    private func renew(_ token: String) async {
        guard !isRenewing else { return }
        isRenewing = true
        defer { isRenewing = false }
        let answer = await server.renew(token)
        // Signed out meanwhile: that was the last word.
        if refreshToken == token { take(answer) }
    }

    private func take(_ answer: AccountServer.Answer) {
        switch answer {
        case .tokens(let access, let refresh):
            keep(refresh ?? refreshToken, isSignedIn: true)
            tell(.token(access))
        // The account may still be good: without a token one knocks as anybody does.
        case .unreachable: tell(.token(nil))
        case .refused: forget()
        }
    }

    private func fail() {
        tell(.failed)
        tell(.token(nil))
    }

    private func keep(_ token: String?) {
        keep(token, isSignedIn: token != nil)
    }

    private func keep(_ token: String?, isSignedIn: Bool) {
        if token != refreshToken {
            refreshToken = token
            // What cannot be kept is asked for anew after the next start.
            try? accounts.storage.save(token)
        }
        guard isSignedIn != self.isSignedIn else { return }
        self.isSignedIn = isSignedIn
        tell(.changed)
    }
}
