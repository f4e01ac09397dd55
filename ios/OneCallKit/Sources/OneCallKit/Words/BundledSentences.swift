import Foundation
import OneCallCore

/// The sentences that come with this package, made from `locales/`.
public struct BundledSentences: Sentences {
    private let bundle: Bundle
    /// Of the sentences: around the day and the time they stand in no other language.
    private let locale: Locale

    /// In the language that the system chose for the app among those that the package has.
    public init() {
        bundle = .module
        let language = Bundle.module.preferredLocalizations.first ?? "en"
        locale = Locale.current.identifier.hasPrefix(language) ? .current : Locale(identifier: language)
    }

    /// In this language; nothing if the package does not have it.
    public init?(language: String) {
        guard let path = Bundle.module.path(forResource: language, ofType: "lproj"), let bundle = Bundle(path: path)
        else { return nil }
        self.bundle = bundle
        locale = Locale(identifier: language)
    }

    public func say(_ message: Message) -> String {
        if StringTable.plurals.contains(message.id) {
            return bundle.plural(message.id, message.number)
        }
        return filled(string(key(of: message)), with: message.arguments.map(\.value.text))
    }

    public func label(_ label: AppLabel) -> String {
        string(label.rawValue)
    }

    public func moment(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = locale
        let isToday = Calendar.current.isDateInToday(date)
        formatter.setLocalizedDateFormatFromTemplate(isToday ? "jmm" : "EEEEdMMMMjmm")
        return formatter.string(from: date)
    }

    /// What is bundled is held against the core by `cargo xtask strings`; of a key that is missing all the same, the
    /// key is better than nothing.
    private func string(_ key: String) -> String {
        bundle.localizedString(forKey: key, value: key, table: nil)
    }

    private func key(of message: Message) -> String {
        guard let fallback = StringTable.defaultWords[message.id] else { return message.id }
        let word = message.word ?? fallback
        let key = "\(message.id)__\(word)"
        return StringTable.strings.contains(key) ? key : "\(message.id)__\(fallback)"
    }
}

/// Puts arguments into a format: `%1$@`, `%2$llu`, `%%`. A text without arguments is none, and is taken as it is.
///
/// Foundation's own is not used: what stands in an argument, a name or an agent's message, must never be a format.
func filled(_ format: String, with arguments: [String]) -> String {
    guard !arguments.isEmpty else { return format }
    var text = ""
    var rest = Substring(format)
    while let percent = rest.firstIndex(of: "%") {
        text += rest[..<percent]
        rest = rest[rest.index(after: percent)...]
        if rest.first == "%" {
            text += "%"
            rest = rest.dropFirst()
        } else if let end = rest.firstIndex(where: { $0 == "@" || $0 == "u" }),
            let place = Int(rest[..<end].prefix { $0.isNumber }), arguments.indices.contains(place - 1)
        {
            text += arguments[place - 1]
            rest = rest[rest.index(after: end)...]
        }
    }
    return text + rest
}

extension Message {
    fileprivate var number: UInt64 {
        for argument in arguments {
            if case .number(let number) = argument.value { return number }
        }
        return 0
    }

    fileprivate var word: String? {
        for argument in arguments {
            if case .word(let word) = argument.value { return word }
        }
        return nil
    }
}

extension Argument {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .word(let word): word
        }
    }
}

extension Bundle {
    #if canImport(Darwin)
        /// The system knows which form a number takes in which language.
        fileprivate func plural(_ key: String, _ number: UInt64) -> String {
            String(format: localizedString(forKey: key, value: key, table: nil), locale: .current, number)
        }
    #else
        /// Elsewhere than on Apple's systems nobody reads `Localizable.stringsdict`: enough of it for tests.
        fileprivate func plural(_ key: String, _ number: UInt64) -> String {
            guard let url = url(forResource: "Localizable", withExtension: "stringsdict"),
                let data = try? Data(contentsOf: url),
                let all = try? PropertyListSerialization.propertyList(from: data, format: nil) as? [String: Any],
                let forms = (all[key] as? [String: Any])?["number"] as? [String: String],
                let form = (number == 1 ? forms["one"] : nil) ?? forms["other"]
            else { return key }
            return form.replacingOccurrences(of: "%llu", with: String(number))
        }
    #endif
}
