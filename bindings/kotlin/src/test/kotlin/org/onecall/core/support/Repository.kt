package org.onecall.core.support

import java.nio.file.Path

/** Where this package, the sentences and the vectors are. */
val repository: Path = Path.of(property("onecall.repository"))

fun property(name: String): String = checkNotNull(System.getProperty(name)) { "$name is given by the build" }
