plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

android {
    namespace = "org.onecall.android"
    compileSdk = libs.versions.compile.sdk.get().toInt()

    defaultConfig {
        minSdk = libs.versions.min.sdk.get().toInt()
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.toVersion(libs.versions.java.get())
        targetCompatibility = JavaVersion.toVersion(libs.versions.java.get())
    }
    sourceSets["main"].apply {
        // The binding is written once, for the JVM and for phones.
        kotlin.srcDir("../../bindings/kotlin/src/main/kotlin")
        // The libraries of the three processors, as `cargo xtask package android` leaves them.
        jniLibs.srcDir("../../target/package/android/jni")
    }
}

// Without the Android NDK compilers stand in: what they make shows that all of it builds.
val librariesForShipping = tasks.register("librariesForShipping") {
    val warning = layout.projectDirectory.file("../../target/package/android/NOT-FOR-SHIPPING").asFile
    doLast {
        if (warning.exists()) {
            throw GradleException("the libraries are not for shipping: set ANDROID_NDK_HOME and run `cargo xtask package android` again")
        }
    }
}
tasks.matching { it.name == "preReleaseBuild" }.configureEach { dependsOn(librariesForShipping) }

kotlin {
    compilerOptions.allWarningsAsErrors = true
}

dependencies {
    api(libs.coroutines.android)
    implementation("${libs.jna.get()}@aar")
    implementation(libs.install.referrer)
    implementation(libs.arcore)
}
