import Foundation
import OneCallCore
import Testing

@testable import OneCallKit

private func message(_ id: String, _ arguments: [Named] = []) -> Message {
    Message(id: id, arguments: arguments)
}

private func shown(_ kind: String, _ screen: Screen, _ lines: [Message]? = nil) -> Shown {
    Shown(kind: kind, screen: screen, whereabouts: .nowhere, lines: lines ?? [message("screen-\(kind)")])
}

private let waiting = Waiting(
    reason: .noticed, matchPhrase: "calm otter", message: nil, startsInMs: nil, wasAsleep: false, reconnecting: false)

private let choices = [
    InvitationChoice(text: "call.example.org", end: "CD3E\u{A0}5H1Z"), InvitationChoice(text: "123 456 782"),
]

private let nobody = features(
    measurement: Measurement(system: .absent, camera: .granted, simulated: false), signedIn: false,
    agent: .desktopBrowser)

/// Every screen that the core knows, in every form that matters for a button.
private let screens: [(Shown, actions: [Action])] = [
    (shown("start", .start), [.paste, .scan]),
    (shown("link-problem", .linkProblem(error: .mistyped)), [.dismiss]),
    (shown("choose", .choose(choices: choices, whereabouts: .nowhere)), [.dismiss]),
    (shown("ask-name", .askName(suggestion: "", problem: nil, notTaken: false)), [.dismiss]),
    (shown("rehearse", .rehearse(camera: .notAsked)), [.allowCamera, .goOn]),
    (shown("rehearse", .rehearse(camera: .denied)), [.openSettings, .goOn]),
    (shown("rehearse", .rehearse(camera: .missing)), [.goOn, .dismiss]),
    (shown("rehearse", .rehearse(camera: .granted)), [.goOn, .dismiss]),
    (shown("knocking", .knocking(unreachableRetryInMs: nil)), [.leave]),
    (shown("waiting", .waiting(waiting)), [.leave]),
    (shown("admitted", .admitted(agent: "Ada")), [.leave]),
    (
        shown(
            "in-call",
            .inCall(agent: "Ada", agentPresent: true, mode: .stills, features: nobody, reconnecting: false)), [.leave]
    ),
    (shown("teams-client", .teamsClient(url: "https://teams.microsoft.com/x")), [.open, .dismiss]),
    (shown("in-meeting", .inMeeting), [.leave]),
    (shown("ask", .ask(.endCall)), [.confirm(true), .confirm(false)]),
    (shown("ask", .ask(.leaveMeeting)), [.confirm(true), .confirm(false)]),
    (shown("ask", .ask(.leaveForNewInvitation)), [.confirm(true), .confirm(false)]),
    (shown("over", .over(reason: .callOver, mayKnockAgain: false)), [.dismiss]),
    (shown("over", .over(reason: .sleptTooLong, mayKnockAgain: true)), [.knockAgain, .dismiss]),
    (shown("fallback", .fallback(sentence: "New.", mayKnockAgain: false, phase: .lobby)), [.leave]),
    (shown("fallback", .fallback(sentence: "New.", mayKnockAgain: false, phase: .call)), [.leave]),
    (shown("fallback", .fallback(sentence: "New.", mayKnockAgain: false, phase: .over)), [.dismiss]),
    (shown("fallback", .fallback(sentence: "New.", mayKnockAgain: true, phase: .over)), [.knockAgain, .dismiss]),
    (shown("update-required", .updateRequired(store: nil)), [.dismiss]),
    (shown("update-required", .updateRequired(store: "https://apps.apple.com/app/id1")), [.open, .dismiss]),
]

/// Names that Apple's symbols have had since iOS 13, or 14 for the arrow out of an app. The app is for iOS 15; a name
/// that is younger is drawn as nothing there, without a word.
private let knownSymbols: Set = [
    "arrow.down.circle", "arrow.up.forward.app", "camera.fill", "checkmark.circle", "clock", "doc.on.clipboard",
    "exclamationmark.triangle", "link", "person.2", "person.crop.circle", "phone.down.fill", "qrcode.viewfinder",
    "video.slash.fill",
]

@Suite struct PagesTests {
    private let pages = Pages(sentences: Ids())

    @Test func everyScreenSaysSomethingAndOffersAWayOn() {
        for (shown, actions) in screens {
            let page = pages.page(shown)
            #expect(page.kind == shown.kind)
            #expect(page.heading == "screen-\(shown.kind)")
            let buttons = [page.primary].compactMap { $0 } + page.others
            #expect(buttons.map(\.action) == actions, "\(shown.kind)")
            #expect(Set(buttons.map(\.label)).count == buttons.count, "\(shown.kind): two buttons look alike")
        }
    }

    @Test(arguments: Art.allCases) func everySymbolIsKnownToTheOldestSystem(art: Art) {
        #expect(knownSymbols.contains(art.symbol), "\(art.symbol)")
    }

    @Test func whatCannotBeTakenBackLooksSo() {
        let page = pages.page(shown("ask", .ask(.endCall)))
        #expect(page.primary?.weight == .final)
        #expect(page.others.first?.weight == .normal)
    }

    @Test func theTwoWordsAreToBeReadOut() {
        let phrase = message("waiting-match-phrase", [Named(name: "phrase", value: .text("calm otter"))])
        let page = pages.page(shown("waiting", .waiting(waiting), [message("waiting-noticed"), phrase]))
        let line = Line(text: "waiting-match-phrase", look: .readOut, spoken: "calm otter", more: "app-read-out")
        #expect(page.lines.first == line)
    }

    @Test func whoWaitsForTheStartIsToldTheTimeByTheirOwnClock() {
        let early = Waiting(
            reason: .tooEarly, matchPhrase: "calm otter", message: nil, startsInMs: 725_000, wasAsleep: false,
            reconnecting: false)
        let lines = [message("waiting-too-early"), message("waiting-starts-in-minutes")]
        let pages = Pages(sentences: Ids(), since: Date(timeIntervalSince1970: 1_000_000))
        let page = pages.page(shown("waiting", .waiting(early), lines))
        #expect(page.lines.first == Line(text: "waiting-starts-in-minutes", more: "app-starts-at\n1000740"))
    }

    @Test func whoComesFarTooEarlyReadsWhenToComeBackAndEverybodyElseToKeepTheAppOpen() {
        for (whereabouts, told) in [
            (Whereabouts.farTooEarly, "app-come-back-then"), (.lobby, "app-ios-keep-open"),
        ] {
            let waits = Shown(
                kind: "waiting", screen: .waiting(waiting), whereabouts: whereabouts,
                lines: [message("waiting-noticed")])
            #expect(pages.page(waits).lines.last?.text == told)
        }
    }

    @Test func linesAreInTheOrderOfTheCore() {
        let ids = ["screen-reconnecting", "screen-in-call", "call-mode-ar"]
        let lines = ids.map { message($0) }
        let call = Screen.inCall(agent: "Ada", agentPresent: true, mode: .ar, features: nobody, reconnecting: true)
        let page = pages.page(shown("in-call", call, lines))
        #expect([page.heading] + page.lines.map(\.text) == ids)
    }

    @Test func whoInvitesIsNamedBeforeTheCall() {
        let named = Pages(sentences: Ids(), operatorName: "Example Help")
        let from = screens.filter { named.page($0.0).from == "Example Help" }.map { $0.0.kind }
        #expect(from == ["start", "ask-name", "knocking", "waiting", "fallback"])
    }

    @Test func aNameThatWasBeingTypedIsThereAgain() {
        let asked = shown("ask-name", .askName(suggestion: "Maria", problem: .empty, notTaken: false))
        #expect(pages.page(asked).field?.typed == "Maria")
        #expect(pages.page(asked).field?.isWrong == true)
        #expect(Pages(sentences: Ids(), draftOfName: "Mari").page(asked).field?.typed == "Mari")
    }

    @Test func whereThereIsNoCameraNothingIsScanned() {
        let page = Pages(sentences: Ids(), canScan: false).page(shown("start", .start))
        #expect(page.others.isEmpty)
        #expect(page.heading == "app-start-without-scan")
    }

    @Test func aDeniedCameraLeadsToTheSettingsAndShowsNoBlackPicture() {
        let page = pages.scanning(.denied)
        #expect(page.heading == "app-scan-refused")
        #expect(page.primary?.action == .openSettings)
        #expect(page.picture == nil)
        #expect(pages.scanning(.granted).picture == .scanner)
    }

    @Test func everyInvitationCanBeChosenByItsPlace() {
        let page = pages.page(shown("choose", .choose(choices: choices, whereabouts: .nowhere)))
        #expect(page.choices.map(\.action) == [.choose(0), .choose(1)])
        #expect(page.choices.map(\.text) == ["call.example.org", "123 456 782"])
        #expect(page.choices.map(\.end) == ["…\u{A0}CD3E\u{A0}5H1Z", nil])
    }

    @Test func whatIsTypedArrivesAsTyped() {
        #expect(pages.page(shown("start", .start)).field?.submit("123") == .arrived(Arriving("123", from: .keyboard)))
    }
}
