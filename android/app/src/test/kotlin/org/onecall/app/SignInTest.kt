package org.onecall.app

import android.content.Intent
import android.net.Uri
import java.time.Duration
import java.util.concurrent.CountDownLatch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLog
import org.robolectric.shadows.ShadowToast

/** Signing in to the operator's accounts, through a browser that the tests play. */
@RunWith(RobolectricTestRunner::class)
class SignInTest {
    @Test
    fun `the browser is sent to the accounts' server with a proof key, and what it brings back is exchanged once`() =
        withIssuer { customer, issuer ->
            customer.start()
            val page = customer.opensSignIn()
            assertEquals("${Issuer.ISSUER}/authorize", page.buildUpon().clearQuery().build().toString())
            assertEquals("code", page.getQueryParameter("response_type"))
            assertEquals("onecall-tests", page.getQueryParameter("client_id"))
            assertEquals("openid offline_access", page.getQueryParameter("scope"))
            assertEquals("S256", page.getQueryParameter("code_challenge_method"))

            val back = issuer.approves(page)
            customer.tapLink(back.toString())
            customer.seesLabel("app_button_sign_out")
            val asked = issuer.asked.single()
            assertEquals("authorization_code", asked["grant_type"])
            assertEquals(Issuer.CODE, asked["code"])
            assertEquals(page.getQueryParameter("redirect_uri"), asked["redirect_uri"])
            assertEquals(page.getQueryParameter("code_challenge"), Issuer.challengeOf(asked.getValue("code_verifier")))
            // The same answer again, out of the browser's history.
            customer.tapLink(back.toString())
            customer.seesLabel("app_button_sign_out")
            assertEquals(1, issuer.asked.size)
        }

    @Test
    fun `every attempt has a state and a key of its own`() = withIssuer { customer, _ ->
        customer.start()
        val (first, second) = customer.opensSignIn() to customer.opensSignIn()
        for (name in listOf("state", "code_challenge")) {
            assertNotEquals(first.getQueryParameter(name), second.getQueryParameter(name))
            assertTrue(checkNotNull(first.getQueryParameter(name)).length >= 43)
        }
    }

    @Test
    fun `an answer that nobody asked for is dropped, and ends neither the attempt nor what is shown`() =
        withIssuer { customer, issuer ->
            customer.start()
            val page = customer.opensSignIn()
            val right = issuer.approves(page).toString()
            val state = checkNotNull(page.getQueryParameter("state"))
            for (wrong in listOf(right.replace(state, "guessed"), right.substringBefore('?'), right.replace("iss=", "iss=https://evil.example/"))) {
                customer.tapLink(wrong)
                customer.seesLabel("app_start_without_scan")
            }
            assertTrue(issuer.asked.isEmpty())
            customer.tapLink(right)
            customer.seesLabel("app_button_sign_out")
        }

    @Test
    fun `whoever goes back from the sign-in page is as before`() = withIssuer { customer, issuer ->
        customer.start()
        customer.tapLink(issuer.refuses(customer.opensSignIn()).toString())
        customer.seesLabel("app_button_sign_in")
        customer.seesLabel("app_start_without_scan")
        assertTrue(issuer.asked.isEmpty())
    }

    @Test
    fun `the browser's answer is known again though the process was ended meanwhile`() = withIssuer { customer, issuer ->
        customer.start()
        val page = customer.opensSignIn()
        customer.killAndReopen()
        customer.tapLink(issuer.approves(page).toString())
        customer.seesLabel("app_button_sign_out")
    }

    @Test
    fun `the browser waits until the attempt is kept, and nothing else waits with it`() = withIssuer { customer, issuer ->
        customer.start()
        customer.seesLabel("app_button_sign_in")
        FakeKeystore.isWanted = false
        FakeKeystore.opens = CountDownLatch(1)
        customer.tap("app_button_sign_in")
        customer.awaits("the keystore is wanted") { FakeKeystore.isWanted }
        customer.passes(Duration.ofMillis(300))
        assertNull(shadowOf(RuntimeEnvironment.getApplication()).peekNextStartedActivity())
        customer.seesLabel("app_start_without_scan")
        FakeKeystore.opens.countDown()
        customer.tapLink(issuer.approves(customer.awaitsPage()).toString())
        customer.seesLabel("app_button_sign_out")
    }

    @Test
    fun `where the accounts' server cannot be reached, or takes nothing, the customer is told and may go on`() =
        withCustomer { customer ->
            customer.start()
            customer.tap("app_button_sign_in")
            customer.awaits("a word about it") { ShadowToast.showedToast(customer.label("app_sign_in_failed")) }
            ShadowToast.reset()
            Issuer().use { issuer ->
                issuer.refuses = true
                customer.tapLink(issuer.approves(customer.opensSignIn()).toString())
                customer.awaits("a word about it") { ShadowToast.showedToast(customer.label("app_sign_in_failed")) }
                customer.seesLabel("app_button_sign_in")
            }
        }

    @Test
    fun `the token goes with the knock, and a fresh one is fetched when it is not taken`() = withIssuer { customer, issuer ->
        StrangeService().use { service ->
            service.takesOnly = "access-2"
            customer.start()
            customer.tapLink(issuer.approves(customer.opensSignIn()).toString())
            customer.seesLabel("app_button_sign_out")
            customer.tapLink(StrangeService.LINK)
            customer.goesOnAs("Maria")
            customer.sees(StrangeService.SENTENCE)
            assertEquals(listOf("access-1", "access-2"), service.tokens)
            val asked = issuer.asked.last()
            assertEquals("refresh_token" to "refresh-1", asked["grant_type"] to asked["refresh_token"])
        }
    }

    @Test
    fun `who is not signed in is led to the sign-in page when the service insists`() = withIssuer { customer, issuer ->
        StrangeService().use { service ->
            service.takesOnly = "access-1"
            customer.tapLink(StrangeService.LINK)
            customer.seesLabel("app_button_sign_in")
            customer.goesOnAs("Maria")
            customer.tapLink(issuer.approves(customer.awaitsPage()).toString())
            customer.sees(StrangeService.SENTENCE)
            assertEquals(listOf("", "access-1"), service.tokens)
        }
    }

    @Test
    fun `whoever signed in is signed in again after the process was ended, and not after signing out`() =
        withIssuer { customer, issuer ->
            customer.start()
            customer.tapLink(issuer.approves(customer.opensSignIn()).toString())
            customer.seesLabel("app_button_sign_out")
            customer.killAndReopen()
            customer.seesLabel("app_button_sign_out")
            customer.awaits("a renewal") { issuer.asked.last()["refresh_token"] == "refresh-1" }
            customer.tap("app_button_sign_out")
            customer.seesLabel("app_button_sign_in")
            customer.killAndReopen()
            customer.seesLabel("app_button_sign_in")
            assertEquals(2, issuer.asked.size)
        }

    @Test
    fun `an account that the server does not know any more is signed out`() = withIssuer { customer, issuer ->
        customer.start()
        customer.tapLink(issuer.approves(customer.opensSignIn()).toString())
        customer.seesLabel("app_button_sign_out")
        issuer.refuses = true
        customer.killAndReopen()
        customer.seesLabel("app_button_sign_in")
    }

    @Test
    fun `no token, code or key is in the log or in a file that can be read`() = withIssuer { customer, issuer ->
        customer.start()
        val page = customer.opensSignIn()
        customer.tapLink(issuer.approves(page).toString())
        customer.seesLabel("app_button_sign_out")
        val verifier = issuer.asked.single().getValue("code_verifier")
        val secrets = listOf("access-1", "refresh-1", Issuer.CODE, verifier, checkNotNull(page.getQueryParameter("state")))
        val logged = ShadowLog.getLogs().joinToString("\n") { it.msg }
        val data = checkNotNull(RuntimeEnvironment.getApplication().dataDir)
        val written = data.walk().filter { it.isFile }.joinToString("\n") { it.readText(Charsets.ISO_8859_1) }
        assertTrue("the account is kept", written.isNotEmpty())
        for (secret in secrets) assertTrue("a secret is to be read", secret !in logged && secret !in written)
    }

    private fun withIssuer(scene: (Customer, Issuer) -> Unit) =
        Issuer().use { issuer -> withCustomer { customer -> scene(customer, issuer) } }

    private fun Customer.opensSignIn(): Uri {
        assertNull(shadowOf(RuntimeEnvironment.getApplication()).peekNextStartedActivity())
        tap("app_button_sign_in")
        return awaitsPage()
    }

    private fun Customer.awaitsPage(): Uri {
        val application = shadowOf(RuntimeEnvironment.getApplication())
        awaits("the browser") { application.peekNextStartedActivity() != null }
        val opened = application.nextStartedActivity
        assertEquals(Intent.ACTION_VIEW, opened.action)
        return checkNotNull(opened.data)
    }
}
