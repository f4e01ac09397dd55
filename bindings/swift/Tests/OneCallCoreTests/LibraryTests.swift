import Testing

@testable import OneCallCore

@Suite("The library on the path")
struct LibraryTests {
    @Test("the library and this package have one version")
    func version() {
        #expect(coreVersion() == "0.1.0")
    }
}
