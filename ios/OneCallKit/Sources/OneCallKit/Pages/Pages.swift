import Foundation
import OneCallCore

/// What is drawn for what the core shows. The only table of the app: one line a screen.
struct Pages {
    let sentences: any Sentences
    /// There is a camera that can look for a code.
    var canScan = true
    /// Somebody has probably copied a link.
    var pasteIsLikely = false
    /// What is offered of the operator's accounts, where there are any.
    var account: Account?
    /// As far as it was typed before the system ended the app.
    var draftOfName: String?
    /// The organisation that invites, by its name.
    var operatorName: String?
    /// When the core said so.
    var since = Date()

    /// How the customer stands with the operator's accounts.
    struct Account {
        var isSignedIn = false
        /// The last attempt came to nothing.
        var hasFailed = false
    }

    func page(_ shown: Shown) -> Page {
        var page = drawn(shown)
        switch shown.screen {
        case .start, .askName, .knocking, .waiting, .fallback(_, _, .lobby): page.from = operatorName
        default: break
        }
        return page
    }

    private func drawn(_ shown: Shown) -> Page {
        switch shown.screen {
        case .start: start(shown)
        case .linkProblem: page(shown, .warning, primary: button(.tryAgain, .dismiss))
        case .choose(let choices, _): page(shown, .link, choices: choices, others: [button(.noneOfThese, .dismiss)])
        case .askName(let suggestion, let problem, let notTaken):
            withAccount(
                page(
                    shown, .person, field: nameField(suggestion, isWrong: problem != nil || notTaken),
                    others: [button(.cancel, .dismiss)]))
        case .rehearse(let camera): rehearse(shown, camera)
        case .knocking: page(shown, .door, isBusy: true, others: [button(.cancel, .leave)])
        case .waiting(let waiting): lobby(shown, waiting)
        case .admitted: page(shown, .door, isBusy: true, others: [final(.endCall, .leave)])
        case .inCall: page(shown, .camera, others: [final(.endCall, .leave)], picture: .call)
        case .inMeeting: page(shown, .camera, others: [final(.leaveMeeting, .leave)], picture: .meeting)
        case .teamsClient: page(shown, .window, primary: button(.openTeams, .open), others: [button(.back, .dismiss)])
        case .ask(let question): ask(shown, question)
        case .over(let reason, let mayKnockAgain):
            over(shown, Art(reason), mayKnockAgain)
        case .fallback(_, _, .lobby): page(shown, .door, others: [button(.leaveLobby, .leave)])
        case .fallback(_, _, .call): page(shown, .door, others: [final(.endCall, .leave)])
        case .fallback(_, let mayKnockAgain, .over): over(shown, .door, mayKnockAgain)
        case .updateRequired(let store): update(shown, isInStore: store != nil)
        }
    }

    /// The camera looks for a code; stands before every screen. A camera that is denied sees none.
    func scanning(_ camera: CameraAccess) -> Page {
        if camera == .denied {
            return Page(
                kind: "scan", art: .cameraOff, heading: sentences.label(.scanRefused),
                primary: button(.openSettings, .openSettings), others: [button(.back, .stopScanning)])
        }
        return Page(
            kind: "scan", art: .code, heading: sentences.label(.scanning), others: [button(.cancel, .stopScanning)],
            picture: .scanner)
    }

    /// What was kept is being read.
    func starting() -> Page {
        Page(kind: "starting", art: .clock, heading: sentences.label(.starting), busy: sentences.label(.busy))
    }

    /// The core could not be started.
    func cannotStart(_ error: StartError) -> Page {
        switch error {
        case .System:
            Page(
                kind: "cannot-start", art: .warning, heading: sentences.label(.noSystem),
                primary: button(.tryAgain, .startAgain))
        case .NoHost, .Host, .AndroidPackage, .Root:
            // Whoever built the app is to mend it; nothing can be tried again.
            Page(kind: "cannot-start", art: .warning, heading: sentences.label(.cannotStart))
        }
    }

    private func start(_ shown: Shown) -> Page {
        let field = Field(
            label: sentences.label(.codeField), typed: "", isWrong: false, kind: .code,
            submitLabel: sentences.label(.goOn))
        var page = page(
            shown, .link, heading: canScan ? nil : sentences.label(.startWithoutScan), field: field,
            primary: button(.paste, .paste, .paste), others: canScan ? [button(.scan, .scan, .code)] : [])
        if pasteIsLikely {
            page.lines.append(Line(text: sentences.label(.pasteIsLikely)))
        }
        return withAccount(page)
    }

    /// Before the knock, with which the account's token goes.
    private func withAccount(_ page: Page) -> Page {
        guard let account else { return page }
        var page = page
        page.others.append(account.isSignedIn ? button(.signOut, .signOut) : button(.signIn, .signIn, .person))
        if account.hasFailed {
            page.lines.append(Line(text: sentences.label(.signInFailed)))
        }
        return page
    }

    private func nameField(_ suggestion: String, isWrong: Bool) -> Field {
        Field(
            label: sentences.label(.nameField), typed: draftOfName ?? suggestion, isWrong: isWrong, kind: .name,
            submitLabel: sentences.label(.goOn))
    }

    private func rehearse(_ shown: Shown, _ camera: CameraAccess) -> Page {
        switch camera {
        case .denied:
            page(
                shown, .cameraOff, primary: button(.openSettings, .openSettings),
                others: [button(.withoutCamera, .goOn)])
        case .missing:
            page(shown, .cameraOff, primary: button(.withoutCamera, .goOn), others: [button(.cancel, .dismiss)])
        // Nothing is left to be asked; the core goes on by itself.
        case .granted:
            page(shown, .camera, primary: button(.goOn, .goOn), others: [button(.cancel, .dismiss)])
        case .unknown, .notAsked:
            page(
                shown, .camera, primary: button(.allowCamera, .allowCamera, .camera),
                others: [button(.withoutCamera, .goOn)])
        }
    }

    private func lobby(_ shown: Shown, _ waiting: Waiting) -> Page {
        var page = page(
            shown, waiting.startsInMs == nil ? .door : .clock, startsInMs: waiting.startsInMs,
            others: [button(.leaveLobby, .leave)])
        page.lines.append(Line(text: sentences.label(shown.whereabouts == .farTooEarly ? .comeBackThen : .keepOpen)))
        return page
    }

    private func ask(_ shown: Shown, _ question: Question) -> Page {
        let (yes, no): (AppLabel, AppLabel) =
            switch question {
            case .endCall: (.endCallYes, .endCallNo)
            case .leaveMeeting: (.leaveMeetingYes, .leaveMeetingNo)
            case .leaveForNewInvitation: (.newCallYes, .newCallNo)
            }
        return page(
            shown, .handset, primary: final(yes, .confirm(true)), others: [button(no, .confirm(false))])
    }

    private func over(_ shown: Shown, _ art: Art, _ mayKnockAgain: Bool) -> Page {
        mayKnockAgain
            ? page(shown, art, primary: button(.knockAgain, .knockAgain, .door), others: [button(.close, .dismiss)])
            : page(shown, art, primary: button(.close, .dismiss))
    }

    private func update(_ shown: Shown, isInStore: Bool) -> Page {
        isInStore
            ? page(shown, .update, primary: button(.openStore, .open), others: [button(.close, .dismiss)])
            : page(shown, .update, primary: button(.close, .dismiss))
    }

    private func page(
        _ shown: Shown, _ art: Art, heading: String? = nil, isBusy: Bool = false, startsInMs: UInt64? = nil,
        field: Field? = nil, choices: [InvitationChoice] = [], primary: Button? = nil, others: [Button] = [],
        picture: Picture? = nil
    ) -> Page {
        Page(
            kind: shown.kind,
            art: art,
            heading: heading ?? shown.lines.first.map(sentences.say) ?? "",
            lines: shown.lines.dropFirst().map { line($0, startsInMs) },
            busy: isBusy ? sentences.label(.busy) : nil,
            field: field,
            choices: zip(0..., choices).map { Choice(id: $0, text: $1.text, end: $1.end.map { "…\u{A0}" + $0 }) },
            primary: primary,
            others: others,
            picture: picture
        )
    }

    private func line(_ message: Message, _ startsInMs: UInt64?) -> Line {
        let text = sentences.say(message)
        return switch message.id {
        case "waiting-agent-says": Line(text: text, look: .quoted)
        case "waiting-match-phrase":
            Line(text: text, look: .readOut, spoken: message.text("phrase"), more: sentences.label(.readOut))
        case "waiting-starts-in-minutes", "waiting-starts-in-hours", "waiting-starts-in-days":
            Line(text: text, more: startsInMs.map(startsAt))
        default: Line(text: text)
        }
    }

    /// For those who look at a clock rather than count: to the nearest minute.
    private func startsAt(_ startsInMs: UInt64) -> String {
        let seconds = since.timeIntervalSince1970 + Double(startsInMs) / 1000
        let minute = Date(timeIntervalSince1970: (seconds / 60).rounded() * 60)
        return "\(sentences.label(.startsAt))\n\(sentences.moment(minute))"
    }

    private func button(_ label: AppLabel, _ action: Action, _ art: Art? = nil) -> Button {
        Button(label: sentences.label(label), action: action, art: art)
    }

    private func final(_ label: AppLabel, _ action: Action) -> Button {
        Button(label: sentences.label(label), action: action, weight: .final, art: .handset)
    }
}

extension Art {
    fileprivate init(_ reason: OverReason) {
        self =
            switch reason {
            case .callOver, .youLeft, .moved, .youLeftTheLobby: .check
            case .linkDead: .link
            case .sleptTooLong, .nobodyCame, .lobbyFull: .clock
            case .meetingFailed: .warning
            case .declined, .removed, .unknown: .handset
            }
    }
}

extension Message {
    /// The text of the argument of this name.
    fileprivate func text(_ name: String) -> String? {
        for argument in arguments where argument.name == name {
            if case .text(let text) = argument.value { return text }
        }
        return nil
    }
}
