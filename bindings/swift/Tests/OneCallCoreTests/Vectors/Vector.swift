import Foundation
import Testing

/// One case of a file of vectors, named as it is in every language.
struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    fileprivate let json: [String: Json]

    var testDescription: String { name }

    /// Runs a test with what the case says: one that leaves a key unread has not understood it.
    func read(_ run: (Vector) async throws -> Void) async throws {
        let vector = Vector(json)
        _ = try vector.text("name")
        try await run(vector)
        vector.expectAllWasRead()
    }
}

/// Every case of a file; a file that cannot be read is a case that fails.
func cases(_ file: String) -> [Case] {
    do {
        let json = try Data(contentsOf: repository.appendingPathComponent("tests/vectors/\(file).json"))
        let cases = try JSONDecoder().decode([String: [[String: Json]]].self, from: json)["cases"] ?? []
        guard !cases.isEmpty else { throw Missing("no cases") }
        return try cases.map { json in Case(name: try json["name"]?.text() ?? "", json: json) }
    } catch {
        return [Case(name: "\(file).json cannot be read: \(error)", json: [:])]
    }
}

/// Where the package, its README and the vectors are.
let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// An object of the vectors.
final class Vector {
    private let json: [String: Json]
    private var unread: Set<String>

    init(_ json: [String: Json]) {
        self.json = json
        unread = Set(json.keys)
    }

    func has(_ key: String) -> Bool { json[key] != nil }

    func element(_ key: String) throws -> Json {
        guard let element = json[key] else { throw Missing("\(key) in \(json)") }
        unread.remove(key)
        return element
    }

    func text(_ key: String) throws -> String { try element(key).text() }

    func textIfAny(_ key: String) throws -> String? { has(key) ? try text(key) : nil }

    func texts(_ key: String) throws -> [String] { try element(key).list().map { try $0.text() } }

    func number(_ key: String) throws -> Int {
        guard case .number(let number) = try element(key) else { throw Missing("\(key) as a number") }
        return number
    }

    func flag(_ key: String) throws -> Bool {
        guard case .flag(let flag) = try element(key) else { throw Missing("\(key) as yes or no") }
        return flag
    }

    func flagOrFalse(_ key: String) throws -> Bool { has(key) ? try flag(key) : false }

    func vector(_ key: String) throws -> Vector { Vector(try element(key).object()) }

    /// A text, as often as "times" says.
    func repeated(_ key: String) throws -> String {
        String(repeating: try text(key), count: has("times") ? try number("times") : 1)
    }

    /// All that has not been read yet: what is expected.
    func rest() -> [String: Json] {
        defer { unread = [] }
        return json.filter { unread.contains($0.key) }
    }

    func expectAllWasRead() {
        #expect(unread.isEmpty, "keys that this test does not know")
    }
}

/// The word for a case of an enum in the vectors.
func word(_ value: some Any) -> Json {
    var word = ""
    for letter in String(describing: value) {
        word += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
    // A name of a product, and one word.
    return .text(word.replacingOccurrences(of: "holo-lens", with: "hololens"))
}

/// The case that a word names, whatever hyphens each language writes.
func named<E: CaseIterable>(_ word: String, _: E.Type = E.self) throws -> E {
    func plain(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
    guard let found = E.allCases.first(where: { plain(String(describing: $0)) == plain(word) }) else {
        throw Missing("a case of \(E.self) named \(word)")
    }
    return found
}
