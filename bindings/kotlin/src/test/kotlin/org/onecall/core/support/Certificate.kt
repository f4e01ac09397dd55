package org.onecall.core.support

import java.net.ServerSocket
import java.nio.file.Path
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

private const val PASSWORD = "not-a-secret"

/** A certificate that nobody but its maker knows, for an address; made by the JDK's own tool. */
class Certificate(folder: Path, address: String) {
    private val store: KeyStore = folder.resolve("certificate-for-$address.p12").let { file ->
        val keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString()
        val made = ProcessBuilder(
            keytool, "-genkeypair", "-alias", "service", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=service",
            "-ext", "san=ip:$address", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString(),
        ).inheritIO().start()
        check(made.waitFor() == 0) { "keytool made no certificate" }
        KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())
    }

    /** In DER. */
    val der: ByteArray = store.getCertificate("service").encoded

    /**
     * Listens with this certificate on every address of this machine: on one that is only this machine's own the phone
     * would speak without TLS.
     */
    fun listen(): ServerSocket {
        val keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm())
        keys.init(store, PASSWORD.toCharArray())
        val context = SSLContext.getInstance("TLS")
        context.init(keys.keyManagers, null, null)
        return context.serverSocketFactory.createServerSocket(0)
    }
}
