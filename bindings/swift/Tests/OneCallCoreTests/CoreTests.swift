import Testing

@testable import OneCallCore

/// Every test of this package, one after the other: some count the threads of the process or its memory.
@Suite(.serialized)
enum Core {
    @Suite("The library on the path")
    struct Library {
        @Test("the library loads and its checksums are those of the bindings")
        func checksums() {
            // Ends the process with what differs, if anything does.
            uniffiEnsureOnecallInitialized()
        }

        @Test("the library and this package have one version")
        func version() {
            #expect(coreVersion() == packageVersion)
        }
    }
}

/// The version of the core that this package is for.
let packageVersion = "0.1.0"
