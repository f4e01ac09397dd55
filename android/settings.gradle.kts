pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
    }
}

// The versions are in gradle/libs.versions.toml, which `cargo xtask` reads too.
rootProject.name = "onecall-android"
include(":onecall", ":app")
