import Foundation

/// A value of JSON.
enum Json: Equatable, Sendable, Codable {
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([Json])
    case object([String: Json])

    init(from decoder: Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Json].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Json].self))
        }
    }

    init(_ text: String) throws {
        self = try JSONDecoder().decode(Json.self, from: Data(text.utf8))
    }

    func encode(to encoder: Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try value.encode(flag)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .object(let object): try value.encode(object)
        }
    }

    func text() throws -> String {
        guard case .text(let text) = self else { throw Missing("a text, and not \(self)") }
        return text
    }

    func list() throws -> [Json] {
        guard case .list(let list) = self else { throw Missing("a list, and not \(self)") }
        return list
    }

    func object() throws -> [String: Json] {
        guard case .object(let object) = self else { throw Missing("an object, and not \(self)") }
        return object
    }
}
