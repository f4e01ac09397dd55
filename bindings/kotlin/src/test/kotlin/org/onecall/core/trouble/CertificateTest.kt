package org.onecall.core.trouble

import kotlin.test.Test
import kotlin.test.assertEquals
import org.onecall.core.Source
import org.onecall.core.support.Call
import org.onecall.core.support.Certificate
import org.onecall.core.support.Phone
import org.onecall.core.support.Relay
import org.onecall.core.support.WithService
import org.onecall.core.support.config
import org.onecall.core.support.passOn

/** Every address of this machine; Linux takes it for this machine's own, the core for one of the world's. */
private const val HERE = "0.0.0.0"

/** Somebody stands between the phone and the service, or seems to. */
class CertificateTest : WithService() {
    @Test
    fun `with a certificate that nobody knows the service is not reached, and hears nothing`() = withService { service ->
        val certificate = Certificate(data, HERE)
        Relay(passOn(service), certificate.listen()).use { relay ->
            val call = service.createCall()
            Phone(relay.host).use { phone ->
                phone.call.text(link(call, relay), Source.LINK)
                phone.says("screen-ask-name")
                phone.call.name("Maria")
                phone.says("screen-unreachable")
                relay.awaitConnection()
                assertEquals(emptyList(), service.knocks(call))
            }
        }
    }

    @Test
    fun `with a certificate of another address the service is not reached, though its maker is known`() =
        withService { service ->
            val certificate = Certificate(data, "192.0.2.1")
            Relay(passOn(service), certificate.listen()).use { relay ->
                val call = service.createCall()
                Phone(config(relay.host).copy(extraRoots = listOf(certificate.der))).use { phone ->
                    phone.call.text(link(call, relay), Source.LINK)
                    phone.says("screen-ask-name")
                    phone.call.name("Maria")
                    phone.says("screen-unreachable")
                    assertEquals(emptyList(), service.knocks(call))
                }
            }
        }

    @Test
    fun `with the same certificate among the app's own roots the service is reached`() = withService { service ->
        val certificate = Certificate(data, HERE)
        Relay(passOn(service), certificate.listen()).use { relay ->
            val call = service.createCall()
            Phone(config(relay.host).copy(extraRoots = listOf(certificate.der))).use { phone ->
                phone.knocks(link(call, relay))
                assertEquals(1, service.knocks(call).size)
            }
        }
    }

    private fun link(call: Call, relay: Relay) = "https://${relay.host}/j/${call.link.substringAfterLast('/')}"
}
