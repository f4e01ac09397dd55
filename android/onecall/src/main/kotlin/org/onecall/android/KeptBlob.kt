package org.onecall.android

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * A secret text, such as the one blob that the core asks to keep: encrypted with a key of its own that never leaves the
 * Android Keystore, in a file that no backup takes along.
 *
 * What cannot be read (another device's, a lost key, a half-written file) is as good as none. What cannot be encrypted
 * is not kept: a customer then loses their place when the app is killed, and nobody else finds it.
 */
class KeptBlob(context: Context, name: String = "journey") {
    private val file = AtomicFile(File(context.noBackupFilesDir, name))
    private val alias = "onecall-$name"

    @Synchronized
    fun read(): String? = try {
        val bytes = file.readFully()
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.DECRYPT_MODE, key(), GCMParameterSpec(TAG_BITS, bytes, 0, IV_BYTES))
        cipher.doFinal(bytes, IV_BYTES, bytes.size - IV_BYTES).decodeToString()
    } catch (_: IOException) {
        null
    } catch (_: GeneralSecurityException) {
        forgotten()
    } catch (_: IllegalArgumentException) {
        forgotten()
    } catch (_: ProviderException) {
        // The keystore is out of order, which says nothing of the file.
        null
    }

    /** Keeps this instead of what was kept before; null keeps nothing. */
    @Synchronized
    fun write(blob: String?) {
        try {
            if (blob == null) file.delete() else replace(encrypted(blob))
        } catch (_: GeneralSecurityException) {
            // What was kept is older than what is known: of no use, and the core would go back in time.
            file.delete()
        } catch (_: ProviderException) {
            file.delete()
        } catch (_: IOException) {
            file.delete()
        }
    }

    private fun encrypted(blob: String): ByteArray {
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.ENCRYPT_MODE, key())
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

    private fun key(): SecretKey {
        val store = KeyStore.getInstance(PROVIDER).apply { load(null) }
        return store.getKey(alias, null) as? SecretKey ?: newKey()
    }

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
