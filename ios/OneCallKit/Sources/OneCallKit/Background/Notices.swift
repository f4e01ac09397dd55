import Foundation

/// What the customer is told while the app is not in front.
public enum Notice: String, Sendable, CaseIterable {
    /// The place in the lobby is kept only for a little while longer.
    case placeEndsSoon = "place-ends-soon"
    /// The agent lets them in; they enter by opening the app.
    case letIn = "let-in"
    /// They are in a call that goes on without them.
    case callWaits = "call-waits"

    var title: AppLabel {
        switch self {
        case .placeEndsSoon: .noticePlaceEndsTitle
        case .letIn: .noticeLetInTitle
        case .callWaits: .noticeCallWaitsTitle
        }
    }

    var text: AppLabel {
        switch self {
        case .placeEndsSoon: .noticePlaceEndsText
        case .letIn: .noticeLetInText
        case .callWaits: .noticeCallWaitsText
        }
    }
}

/// A notice in words, ready for the system. It names nobody: it is shown on a locked screen.
public struct NoticeInWords: Equatable, Sendable {
    /// The same notice replaces itself.
    public let id: String
    public let title: String
    public let text: String
}

/// Tells the customer something while the app is not in front. `OneCallPhone` has the one of the notification centre.
@MainActor
public protocol NoticePosting {
    /// Whether the customer was asked whether they may be told.
    func wasAsked() async -> Bool
    /// Has the system ask; returns when they have answered.
    func ask() async
    /// Tells this after so many seconds; at once for 0. The system drops it if the customer does not want to be told.
    func post(_ notice: NoticeInWords, after seconds: TimeInterval)
    /// Takes everything back, what was told and what was to be.
    func withdrawAll()
}

/// Time that the system gives an app that has left the front. `OneCallPhone` has the one of UIKit.
@MainActor
public protocol BackgroundTime {
    /// Asks for it; `expired` is called when it is used up, shortly before the app is suspended.
    func begin(expired: @escaping @MainActor () -> Void)
    /// Gives it back. Nothing, if there is none.
    func end()
}
