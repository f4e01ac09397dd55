import Foundation
import OneCallCore

/// How the customer stands, as far as it matters when they put the phone away.
enum Standing: Equatable, Sendable, CaseIterable {
    /// Nothing is lost.
    case noPlace
    /// On the way into the lobby, or in it.
    case inLobby
    /// Let in, and not yet there: the core enters once the app is in front.
    case letIn
    /// In the call or the meeting.
    case inCall

    init(_ screen: Screen) {
        self =
            switch screen {
            case .knocking, .waiting: .inLobby
            case .admitted: .letIn
            // A question is asked only of somebody who is in a call.
            case .inCall, .inMeeting, .ask: .inCall
            case .fallback(_, _, .lobby): .inLobby
            case .fallback(_, _, .call): .inCall
            case .start, .linkProblem, .choose, .askName, .rehearse, .teamsClient, .over, .fallback, .updateRequired:
                .noPlace
            }
    }
}

extension Screen {
    /// How long a sleeping phone keeps its place, in seconds, where the screen says so.
    var lease: TimeInterval? {
        guard case .waiting(let waiting) = self, let lease = waiting.leaseMs else { return nil }
        return TimeInterval(lease) / 1_000
    }
}
