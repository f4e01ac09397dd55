/// Where the operator's customers have their accounts: made from `operator.toml`.
public struct SignInSettings: Equatable, Sendable {
    /// The address that `/.well-known/openid-configuration` stands below.
    public let issuer: String
    /// Under which this app is registered there, as a public client without a secret.
    public let clientId: String
    /// What the access token is asked for.
    public let scope: String
    /// Where the browser comes back to: `SCHEME:/signed-in`, a scheme of this app alone.
    public let redirect: String

    public init(issuer: String, clientId: String, scope: String, redirect: String) {
        self.issuer = issuer
        self.clientId = clientId
        self.scope = scope
        self.redirect = redirect
    }

    var scheme: String { String(redirect.prefix { $0 != ":" }) }
}
