import Foundation

/// One way to the accounts' server and back, by the authorization-code flow with a proof key (RFC 7636, RFC 8252). Who
/// sees the code on its way back, or makes one up, lacks the verifier or the state.
struct Attempt {
    let state = Attempt.random()
    let verifier = Attempt.random()

    /// Where the browser is sent.
    func page(at endpoint: String, _ settings: SignInSettings, sha256: (Data) -> Data) -> URL? {
        guard var page = URLComponents(string: endpoint) else { return nil }
        let challenge = Self.encoded(sha256(Data(verifier.utf8)))
        let asked = [
            ("response_type", "code"), ("client_id", settings.clientId), ("redirect_uri", settings.redirect),
            ("scope", settings.scope), ("state", state), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ]
        let query = [page.percentEncodedQuery, form(asked)].compactMap { $0 }.joined(separator: "&")
        page.percentEncodedQuery = query
        return page.url
    }

    /// What came back from the browser; nothing if it is not the answer to this attempt.
    func answer(_ returned: URL, _ settings: SignInSettings) -> Returned? {
        let items = URLComponents(url: returned, resolvingAgainstBaseURL: false)?.queryItems ?? []
        func said(_ name: String) -> String? {
            let found = items.filter { $0.name == name }
            return found.count == 1 ? found.first?.value : nil
        }
        guard said("state") == state, said("iss") ?? settings.issuer == settings.issuer else { return nil }
        guard let code = said("code"), said("error") == nil else { return .refused }
        return .code(code)
    }

    /// 256 bits of the system's, as text that an address may hold.
    private static func random() -> String {
        var system = SystemRandomNumberGenerator()
        return encoded(Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &system) }))
    }

    private static func encoded(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}

/// What the customer comes back with.
enum Returned: Equatable {
    case code(String)
    /// They went back, or have no account there.
    case refused
}

/// As `application/x-www-form-urlencoded` wants it, and an address bears it: everything but letters, digits and `-._~`
/// in percent.
func form(_ fields: [(String, String)]) -> String {
    var allowed = CharacterSet(charactersIn: "-._~")
    allowed.formUnion(CharacterSet(charactersIn: "0123456789"))
    allowed.formUnion(CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return fields.map { name, value in
        "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }.joined(separator: "&")
}
