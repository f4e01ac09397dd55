package org.onecall.core.support

import java.nio.file.Path
import org.junit.jupiter.api.io.TempDir

/** A test with a service of its own. */
abstract class WithService {
    @TempDir
    lateinit var data: Path

    /** Returns nothing on purpose: JUnit passes over a test that returns something without a word. */
    protected fun withService(work: (Service) -> Unit) = Service(data).use(work)
}
