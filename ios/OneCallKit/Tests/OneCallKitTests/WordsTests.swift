import Foundation
import OneCallCore
import Testing

@testable import OneCallKit

private let languages = ["en", "de", "es", "fr", "ja"]

@Suite struct WordsTests {
    @Test(arguments: languages) func everyLabelOfTheAppHasItsWords(language: String) throws {
        let sentences = try #require(BundledSentences(language: language))
        for label in AppLabel.allCases {
            #expect(sentences.label(label) != label.rawValue, "\(language): \(label.rawValue)")
        }
    }

    @Test(arguments: zip(["en", "de", "es", "fr", "ja"], ["November", "November", "noviembre", "novembre", "11月"]))
    func aDayIsNamedInTheLanguageOfTheSentences(language: String, month: String) throws {
        let sentences = try #require(BundledSentences(language: language))
        let said = sentences.moment(Date(timeIntervalSince1970: 1_699_971_300))
        #expect(said.contains(month), "\(said)")
    }

    @Test func argumentsStandWhereTheLanguagePutsThem() {
        #expect(filled("%2$llu of %1$@, 100 %%", with: ["a", "7"]) == "7 of a, 100 %")
        #expect(filled("100 % %1$@", with: []) == "100 % %1$@")
    }

    @Test func whatSomebodyWroteIsNoFormat() {
        #expect(filled("“%1$@”", with: ["%2$@ %n %@"]) == "“%2$@ %n %@”")
        #expect(filled("%9$@ %", with: ["a"]) == "9$@ ")
    }

    @Test func aWordChoosesTheSentenceAndAnUnknownOneTheGeneralSentence() throws {
        let english = try #require(BundledSentences(language: "en"))
        let say = { word in
            english.say(Message(id: "link-error-not-joinable", arguments: [Named(name: "what", value: .word(word))]))
        }
        #expect(say("chat").contains("a chat"))
        #expect(say("of-tomorrow").contains("another page"))
    }

    @Test func aNumberBendsTheSentence() throws {
        let english = try #require(BundledSentences(language: "en"))
        let say = { number in
            english.say(
                Message(id: "link-error-truncated", arguments: [Named(name: "missing", value: .number(number))]))
        }
        #expect(say(1).contains("1 character is"))
        #expect(say(2).contains("2 characters are"))
    }

    @Test(arguments: languages) func whatTheCoreSaysOfANameIsWhole(language: String) throws {
        let sentences = try #require(BundledSentences(language: language))
        guard case .problem(_, let says) = checkName(typed: String(repeating: "a", count: 70)) else {
            Issue.record("a name of 70 characters was taken")
            return
        }
        let said = sentences.say(says)
        #expect(said.contains("64") && said.contains("6") && !said.contains("%") && !said.contains("$"), "\(said)")
    }
}
