// swift-tools-version: 6.0

// The Swift package of the core, at the repository's root, where SwiftPM looks. See bindings/swift/README.md.

import PackageDescription

/// Where the compiled core comes from, by what the environment says:
///
/// - `ONECALL_LIBRARY_PATH`: the folder of a `libonecall` built for this machine (`cargo xtask test` says so).
/// - `ONECALL_XCFRAMEWORK_URL` with `ONECALL_XCFRAMEWORK_CHECKSUM`: an XCFramework that was published.
/// - neither: on a Mac the XCFramework that `cargo xtask package ios` makes, elsewhere the library that the linker finds.
let library = Context.environment["ONECALL_LIBRARY_PATH"]
let published = Context.environment["ONECALL_XCFRAMEWORK_URL"]
let checksum = Context.environment["ONECALL_XCFRAMEWORK_CHECKSUM"]

#if os(macOS)
    let isMac = true
#else
    let isMac = false
#endif

let header = "bindings/swift/Sources/OneCallCoreFFI/generated"
let core: Target
if library != nil || !isMac {
    core = .systemLibrary(name: "OneCallCoreFFI", path: header)
} else if let published, let checksum {
    core = .binaryTarget(name: "OneCallCoreFFI", url: published, checksum: checksum)
} else {
    core = .binaryTarget(name: "OneCallCoreFFI", path: "target/package/ios/OneCallCoreFFI.xcframework")
}

let linked: [LinkerSetting]
if let library {
    linked = [
        .linkedLibrary("onecall"),
        .unsafeFlags(["-L", library, "-Xlinker", "-rpath", "-Xlinker", library]),
    ]
} else {
    linked = isMac ? [] : [.linkedLibrary("onecall")]
}

let package = Package(
    name: "OneCallCore",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [
        .library(name: "OneCallCore", targets: ["OneCallCore"])
    ],
    targets: [
        core,
        .target(
            name: "OneCallCore",
            dependencies: ["OneCallCoreFFI"],
            path: "bindings/swift/Sources/OneCallCore",
            linkerSettings: linked
        ),
        .testTarget(
            name: "OneCallCoreTests",
            dependencies: ["OneCallCore"],
            path: "bindings/swift/Tests/OneCallCoreTests"
        ),
    ],
    swiftLanguageModes: [.v6]
)
