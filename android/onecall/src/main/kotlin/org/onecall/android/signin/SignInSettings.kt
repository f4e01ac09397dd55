package org.onecall.android.signin

/** Where the operator's customers have their accounts: made from `operator.toml`. */
class SignInSettings(
    /** The address that `/.well-known/openid-configuration` stands below. */
    val issuer: String,
    /** Under which this app is registered there, as a public client without a secret. */
    val clientId: String,
    /** What the access token is asked for. */
    val scope: String,
    /** Where the browser comes back to: a scheme of this app alone. */
    val redirect: String,
)
