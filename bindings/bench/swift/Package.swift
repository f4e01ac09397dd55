// swift-tools-version: 6.0

// What the door costs from Swift: `cargo xtask bench door` writes Sources/Emptiest and Sources/EmptiestFFI, and says in
// the environment where the libraries are.

import PackageDescription

let libraries = Context.environment["ONECALL_LIBRARY_PATH"] ?? "."

let package = Package(
    name: "DoorBench",
    platforms: [.macOS(.v12)],
    dependencies: [.package(name: "onecall", path: "../../..")],
    targets: [
        .systemLibrary(name: "EmptiestFFI"),
        .target(
            name: "Emptiest",
            dependencies: ["EmptiestFFI"],
            linkerSettings: [.linkedLibrary("onecall_bench_fixture"), .unsafeFlags(["-L", libraries])]
        ),
        .executableTarget(
            name: "DoorBench",
            dependencies: ["Emptiest", .product(name: "OneCallCore", package: "onecall")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
