package org.onecall.app

import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.ProviderException
import java.security.SecureRandom
import java.security.Security
import java.security.UnrecoverableKeyException
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import android.os.Looper
import android.security.keystore.KeyGenParameterSpec
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/** What a phone has in a chip and Robolectric has not: keys by name, under the name of Android's provider. */
object FakeKeystore {
    val keys: MutableMap<String, SecretKey> = Collections.synchronizedMap(mutableMapOf())

    /** How it fails; null when it works. */
    @Volatile
    var failure: Failure? = null

    /** Whoever opens it waits for this. */
    @Volatile
    var opens = CountDownLatch(0)

    /** Somebody wanted to open it. */
    @Volatile
    var isWanted = false

    enum class Failure {
        /** It cannot be opened. */
        CLOSED,

        /** It is open, and gives no key now. */
        BUSY,

        /** It is open and makes no key. */
        NO_ROOM,
    }

    fun install() {
        keys.clear()
        failure = null
        opens = CountDownLatch(0)
        isWanted = false
        if (Security.getProvider(NAME) == null) Security.addProvider(FakeProvider())
    }

    internal const val NAME = "AndroidKeyStore"
}

private class FakeProvider : Provider(FakeKeystore.NAME, "1", "keys in memory") {
    init {
        put("KeyStore.${FakeKeystore.NAME}", FakeStore::class.java.name)
        put("KeyGenerator.AES", FakeGenerator::class.java.name)
    }
}

class FakeGenerator : KeyGeneratorSpi() {
    private var alias = ""

    override fun engineInit(parameters: AlgorithmParameterSpec, random: SecureRandom?) {
        alias = (parameters as KeyGenParameterSpec).keystoreAlias
    }

    override fun engineInit(random: SecureRandom?) = Unit

    override fun engineInit(bits: Int, random: SecureRandom?) = Unit

    override fun engineGenerateKey(): SecretKey {
        // As a phone's own does: a RuntimeException, which no signature names.
        if (FakeKeystore.failure == FakeKeystore.Failure.NO_ROOM) throw ProviderException("no room")
        val plain = KeyGenerator.getInstance("AES", "SunJCE").apply { init(256) }.generateKey()
        FakeKeystore.keys[alias] = plain
        return plain
    }
}

class FakeStore : KeyStoreSpi() {
    override fun engineGetKey(alias: String, password: CharArray?): Key? {
        if (FakeKeystore.failure == FakeKeystore.Failure.BUSY) throw UnrecoverableKeyException("busy")
        return FakeKeystore.keys[alias]
    }

    override fun engineLoad(stream: InputStream?, password: CharArray?) {
        check(Looper.myLooper() != Looper.getMainLooper()) { "the thread that draws waits for no keystore" }
        FakeKeystore.isWanted = true
        FakeKeystore.opens.await(PATIENCE_S, TimeUnit.SECONDS)
        if (FakeKeystore.failure == FakeKeystore.Failure.CLOSED) throw IOException("closed")
    }

    override fun engineContainsAlias(alias: String) = alias in FakeKeystore.keys

    override fun engineIsKeyEntry(alias: String) = engineContainsAlias(alias)

    override fun engineSize() = FakeKeystore.keys.size

    override fun engineAliases(): Enumeration<String> = Collections.enumeration(FakeKeystore.keys.keys)

    override fun engineDeleteEntry(alias: String) {
        FakeKeystore.keys.remove(alias)
    }

    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

    override fun engineGetCertificate(alias: String): Certificate? = null

    override fun engineGetCreationDate(alias: String): Date? = null

    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = Unit

    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = Unit

    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = Unit

    override fun engineIsCertificateEntry(alias: String) = false

    override fun engineGetCertificateAlias(certificate: Certificate): String? = null

    override fun engineStore(stream: OutputStream?, password: CharArray?) = Unit

    private companion object {
        /** For a test that would otherwise never end. */
        const val PATIENCE_S = 10L
    }
}
