package org.onecall.android.signin

import android.net.Uri
import android.util.Base64
import java.security.MessageDigest
import java.security.SecureRandom

/**
 * One way to the account's server and back, by the authorization-code flow with a proof key (RFC 7636, RFC 8252). Who
 * sees the code on its way back, or makes one up, lacks the verifier or the state.
 */
internal class Attempt(val state: String, val verifier: String) {
    /** Where the browser is sent. */
    fun address(endpoint: String, settings: SignInSettings): Uri = Uri.parse(endpoint).buildUpon()
        .appendQueryParameter("response_type", "code")
        .appendQueryParameter("client_id", settings.clientId)
        .appendQueryParameter("redirect_uri", settings.redirect)
        .appendQueryParameter("scope", settings.scope)
        .appendQueryParameter("state", state)
        .appendQueryParameter("code_challenge", encoded(sha256(verifier)))
        .appendQueryParameter("code_challenge_method", "S256")
        .build()

    /** What came back from the browser; nothing if it is not the answer to this attempt. */
    fun answer(returned: Uri, settings: SignInSettings): Returned? {
        val said = { name: String -> returned.getQueryParameters(name).singleOrNull() }
        val isOurs = said("state") == state && (said("iss") ?: settings.issuer) == settings.issuer
        val code = said("code")
        return when {
            !isOurs -> null
            code != null && said("error") == null -> Returned.Code(code)
            else -> Returned.Refused
        }
    }

    companion object {
        fun make() = Attempt(random(), random())

        /** 256 bits, as text that an address may hold. */
        private fun random() = encoded(ByteArray(32).also(SecureRandom()::nextBytes))

        private fun sha256(text: String) = MessageDigest.getInstance("SHA-256").digest(text.encodeToByteArray())

        private fun encoded(bytes: ByteArray): String =
            Base64.encodeToString(bytes, Base64.URL_SAFE or Base64.NO_PADDING or Base64.NO_WRAP)
    }
}

/** What the customer comes back with. */
internal sealed interface Returned {
    class Code(val code: String) : Returned

    /** They went back, or have no account there. */
    data object Refused : Returned
}
