/// One screen, in words: what it says and what can be done. Every screen of the app is one of these and is drawn by the
/// same view, so that a heading that changes is the same heading to VoiceOver.
public struct Page: Equatable, Sendable {
    /// The screen's name in logs and tests.
    public let kind: String
    public let art: Art
    public let heading: String
    /// The organisation that invites.
    public var from: String?
    public var lines: [Line] = []
    /// Something is on its way and needs nothing from the customer: what VoiceOver says of it.
    public var busy: String?
    public var field: Field?
    public var choices: [Choice] = []
    /// The one thing to do next.
    public var primary: Button?
    /// What else can be done: seldom more than one.
    public var others: [Button] = []
    /// Takes the room between words and buttons.
    public var picture: Picture?
}

/// A sentence below the heading.
public struct Line: Equatable, Sendable {
    public let text: String
    public var look = Look.plain
    /// The part of `text` that is to be read out.
    public var spoken: String?
    /// What the app adds to the core's sentence.
    public var more: String?

    public enum Look: Sendable {
        case plain
        /// Somebody else's words.
        case quoted
        /// What the customer reads out to the agent.
        case readOut
    }
}

/// Where something is typed.
public struct Field: Equatable, Sendable {
    public let label: String
    /// What is in it already.
    public let typed: String
    /// What was typed is not right; the heading says why.
    public let isWrong: Bool
    public let kind: Kind
    public let submitLabel: String

    public enum Kind: Sendable {
        /// Digits mostly, and sometimes a link.
        case code
        case name
    }

    /// What to do with what was typed.
    public func submit(_ text: String) -> Action {
        switch kind {
        case .code: .arrived(Arriving(text, from: .keyboard))
        case .name: .name(text)
        }
    }
}

/// One of several invitations: where it leads, and by what it is told from the others.
public struct Choice: Equatable, Sendable, Identifiable {
    public let id: UInt32
    public let text: String
    public var end: String?

    public var action: Action { .choose(id) }
}

public struct Button: Equatable, Sendable, Identifiable {
    public let label: String
    public let action: Action
    public var weight = Weight.normal
    public var art: Art?

    public var id: String { label }

    public enum Weight: Sendable {
        case normal
        /// What cannot be taken back.
        case final
    }
}

/// What an app puts between words and buttons.
public enum Picture: Sendable {
    /// The camera looking for a code.
    case scanner
    /// The picture of the call.
    case call
    /// The meeting, as the call client shows it.
    case meeting
}

/// What the customer does: one tap, and one input of the core or one errand of the platform, whose result comes back to
/// the core as an input. Each may come twice.
public enum Action: Equatable, Sendable {
    /// Read the pasteboard; what was on it arrives.
    case paste
    case scan
    case stopScanning
    case arrived(Arriving)
    case name(String)
    /// Have the system ask for the camera.
    case allowCamera
    /// Show the system's settings of this app, where a refused camera is allowed.
    case openSettings
    case goOn
    case choose(UInt32)
    case leave
    case confirm(Bool)
    case knockAgain
    case dismiss
    /// Go where the screen leads: to Microsoft Teams, to the store.
    case open
    /// To the operator's accounts, through the system's browser.
    case signIn
    case signOut
    /// Try to start once more.
    case startAgain
}

/// The picture that stands for a screen or on a button.
public enum Art: Sendable, CaseIterable {
    case link, code, paste, person, camera, cameraOff, door, clock, check, handset, warning, window, update

    /// Its name among Apple's symbols: one that iOS 15 has, where a younger one is drawn as nothing.
    public var symbol: String {
        switch self {
        case .link: "link"
        case .code: "qrcode.viewfinder"
        case .paste: "doc.on.clipboard"
        case .person: "person.crop.circle"
        case .camera: "camera.fill"
        case .cameraOff: "video.slash.fill"
        case .door: "person.2"
        case .clock: "clock"
        case .check: "checkmark.circle"
        case .handset: "phone.down.fill"
        case .warning: "exclamationmark.triangle"
        case .window: "arrow.up.forward.app"
        case .update: "arrow.down.circle"
        }
    }
}
