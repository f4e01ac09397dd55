// swift-tools-version: 6.0

// What an iPhone app needs around the core: see README.md.

import PackageDescription

var targets: [Target] = [
    .target(
        name: "OneCallKit",
        dependencies: [.product(name: "OneCallCore", package: "onecall")],
        resources: [.process("Resources")]
    ),
    .testTarget(name: "OneCallKitTests", dependencies: ["OneCallKit"]),
]
var products: [Product] = [.library(name: "OneCallKit", targets: ["OneCallKit"])]

// Elsewhere there are no frameworks of Apple's to stand on.
#if os(macOS)
    targets.append(
        .target(
            name: "OneCallPhone",
            dependencies: ["OneCallKit", .product(name: "OneCallCore", package: "onecall")]
        ))
    products.append(.library(name: "OneCallPhone", targets: ["OneCallPhone"]))
#endif

let package = Package(
    name: "OneCallKit",
    defaultLocalization: "en",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: products,
    dependencies: [.package(name: "onecall", path: "../..")],
    targets: targets,
    swiftLanguageModes: [.v6]
)
