import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What is asked of the accounts' server, and what its answers mean.
@MainActor
final class AccountServer {
    struct Endpoints {
        let authorization: String
        let token: String
    }

    enum Answer {
        case tokens(access: String, refresh: String?)
        /// The code or the refresh token is good for nothing any more.
        case refused
        case unreachable
    }

    private static let patience: TimeInterval = 10

    private let settings: SignInSettings
    private let asking: any AccountAsking
    private var known: Endpoints?

    init(_ settings: SignInSettings, _ asking: any AccountAsking) {
        self.settings = settings
        self.asking = asking
    }

    /// Where the server wants to be asked; nothing if it cannot be reached or is another one.
    func endpoints() async -> Endpoints? {
        if let known { return known }
        let answer = await ask("\(settings.issuer)/.well-known/openid-configuration")
        guard let answer, answer.status == 200, let said = read(Discovery.self, answer.body) else { return nil }
        guard said.issuer == settings.issuer, isAllowed(said.authorizationEndpoint), isAllowed(said.tokenEndpoint)
        else { return nil }
        known = Endpoints(authorization: said.authorizationEndpoint, token: said.tokenEndpoint)
        return known
    }

    /// Tokens for the code that the browser brought.
    func redeem(_ code: String, verifier: String) async -> Answer {
        await tokens([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirect),
            ("code_verifier", verifier),
        ])
    }

    func renew(_ refreshToken: String) async -> Answer {
        await tokens([("grant_type", "refresh_token"), ("refresh_token", refreshToken)])
    }

    private func tokens(_ fields: [(String, String)]) async -> Answer {
        guard let endpoint = await endpoints()?.token else { return .unreachable }
        guard let answer = await ask(endpoint, fields + [("client_id", settings.clientId)]) else { return .unreachable }
        // Asked too often (429) is no answer.
        if (400..<429).contains(answer.status) { return .refused }
        guard answer.status == 200 else { return .unreachable }
        guard let said = read(Tokens.self, answer.body), !said.accessToken.isEmpty,
            said.tokenType.lowercased() == "bearer"
        else { return .refused }
        return .tokens(access: said.accessToken, refresh: said.refreshToken)
    }

    private func ask(_ address: String, _ fields: [(String, String)]? = nil) async -> AccountAnswer? {
        guard let url = URL(string: address) else { return nil }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: Self.patience)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let fields {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(form(fields).utf8)
        }
        return await asking.ask(request)
    }

    /// Nothing that the server says leads to where its own address would not be trusted.
    private func isAllowed(_ endpoint: String) -> Bool {
        guard let url = URL(string: endpoint), let own = URL(string: settings.issuer) else { return false }
        return url.scheme == own.scheme && url.host?.isEmpty == false
    }

    private func read<T: Decodable>(_ type: T.Type, _ body: Data) -> T? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return body.count > AccountAnswer.longest ? nil : try? decoder.decode(type, from: body)
    }

    private struct Discovery: Decodable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
    }

    private struct Tokens: Decodable {
        let accessToken: String
        let tokenType: String
        let refreshToken: String?
    }
}
