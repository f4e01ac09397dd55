package org.onecall.android

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * A secret text, such as the one blob that the core asks to keep: encrypted with a key of its own that never leaves the
 * Android Keystore, in a file that no backup takes along.
 *
 * What can never be read again (another device's, a lost key, a half-written file) is as good as none. A Keystore that
 * fails now may work at the next start, so that nothing is thrown away for it.
 */
class KeptBlob(context: Context, name: String = "journey") {
    private val file = AtomicFile(File(context.noBackupFilesDir, name))
    private val alias = "onecall-$name"

    /** What could not be kept when it was to be. */
    private var pending: String? = null

    @Synchronized
    fun read(): String? = try {
        val bytes = file.readFully()
        val key = if (bytes.size < IV_BYTES + TAG_BITS / Byte.SIZE_BITS) null else keyIn(keystore())
        if (key == null) forgotten() else decrypted(bytes, key)
    } catch (_: AEADBadTagException) {
        forgotten()
    } catch (_: KeyPermanentlyInvalidatedException) {
        forgotten()
    } catch (_: IOException) {
        null
    } catch (_: GeneralSecurityException) {
        null
    } catch (_: ProviderException) {
        null
    }

    /** Keeps this instead of what was kept before; null keeps nothing. */
    @Synchronized
    fun write(blob: String?) {
        pending = null
        try {
            if (blob == null) file.delete() else replace(encrypted(blob))
        } catch (_: GeneralSecurityException) {
            failed(blob)
        } catch (_: ProviderException) {
            failed(blob)
        } catch (_: IOException) {
            failed(blob)
        }
    }

    /** Keeps what could not be kept before, if there is something: the Keystore and the disk may have recovered. */
    @Synchronized
    fun retry() {
        pending?.let(::write)
    }

    private fun failed(blob: String?) {
        // What was kept is older than what is known: of no use, and the core would go back in time.
        file.delete()
        pending = blob
    }

    private fun decrypted(bytes: ByteArray, key: SecretKey): String {
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, bytes, 0, IV_BYTES))
        return cipher.doFinal(bytes, IV_BYTES, bytes.size - IV_BYTES).decodeToString()
    }

    private fun encrypted(blob: String): ByteArray {
        val store = keystore()
        val cipher = Cipher.getInstance(TRANSFORMATION)
        try {
            cipher.init(Cipher.ENCRYPT_MODE, keyIn(store) ?: newKey())
        } catch (_: KeyPermanentlyInvalidatedException) {
            store.deleteEntry(alias)
            cipher.init(Cipher.ENCRYPT_MODE, newKey())
        }
        return cipher.iv + cipher.doFinal(blob.encodeToByteArray())
    }

    private fun replace(bytes: ByteArray) {
        val stream = file.startWrite()
        try {
            stream.write(bytes)
            file.finishWrite(stream)
        } catch (error: IOException) {
            file.failWrite(stream)
            throw error
        }
    }

    private fun forgotten(): String? {
        file.delete()
        return null
    }

    private fun keystore(): KeyStore = KeyStore.getInstance(PROVIDER).apply { load(null) }

    private fun keyIn(store: KeyStore): SecretKey? = store.getKey(alias, null) as? SecretKey

    private fun newKey(): SecretKey {
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER)
        generator.init(
            KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(KEY_BITS)
                .build(),
        )
        return generator.generateKey()
    }

    private companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val TRANSFORMATION = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val IV_BYTES = 12
        const val TAG_BITS = 128
    }
}
