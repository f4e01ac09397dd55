import Foundation
import OneCallCore

/// Where the app is, in the words of a scene.
public enum AppPhase: Sendable {
    /// In front.
    case active
    /// In front, behind something of the system's: a question, the list of apps.
    case inactive
    /// Out of sight; suspended before long.
    case background
}

/// What is done when the customer puts the phone away and takes it up again.
///
/// A suspended app cannot learn that it was let in. So the core is told to sleep, which keeps the place; the time that
/// the system gives is used to its end, for an admission may come in it; and a notice is left for the moment before
/// the place is lost. Pure: it takes what happened, and returns what is to be done in this order.
struct Presence {
    enum Event {
        case phase(AppPhase)
        /// Where the customer is now, and the lease of their place where it is said.
        case whereabouts(Whereabouts, lease: TimeInterval? = nil)
        /// The lobby has taken the customer: a knock that is on its way may come to something else yet.
        case waits
        case backgroundTimeIsOver
    }

    enum Command: Equatable {
        case sleep
        case wake
        case beginBackgroundTime
        case endBackgroundTime
        /// Has the system ask whether the customer may be told, unless it has done so.
        case askForNotices
        case post(Notice, after: TimeInterval)
        case withdrawNotices
    }

    /// How long a silent phone keeps its place: as the lobby said last. Whoever is in a call is there out of a lobby;
    /// only when the system ended the app meanwhile is it the service's default.
    private var lease: TimeInterval = 600

    private var whereabouts = Whereabouts.nowhere
    private var isAway = false
    private var hasBackgroundTime = false
    private var hasAsked = false

    mutating func step(_ event: Event) -> [Command] {
        switch event {
        case .phase(.background): leave()
        case .phase(.active): comeBack()
        case .phase(.inactive): []
        case .whereabouts(let whereabouts, let lease): stand(whereabouts, lease)
        case .waits: askForNotices()
        case .backgroundTimeIsOver: endBackgroundTime()
        }
    }

    private mutating func leave() -> [Command] {
        guard !isAway else { return [] }
        isAway = true
        var commands: [Command] = []
        if whereabouts != .nowhere {
            hasBackgroundTime = true
            commands.append(.beginBackgroundTime)
        }
        commands.append(.sleep)
        return commands + tell()
    }

    private mutating func comeBack() -> [Command] {
        // Also on the very first time: what an earlier process has left is of no use any more.
        let woken: [Command] = isAway ? [.wake] : []
        isAway = false
        return [.withdrawNotices] + woken + endBackgroundTime()
    }

    private mutating func stand(_ now: Whereabouts, _ lease: TimeInterval?) -> [Command] {
        self.lease = lease ?? self.lease
        guard whereabouts != now else { return [] }
        whereabouts = now
        return isAway ? [.withdrawNotices] + tell() : []
    }

    /// In the lobby it is plain what for; and who was never asked would learn nothing while away.
    private mutating func askForNotices() -> [Command] {
        guard !isAway, !hasAsked else { return [] }
        hasAsked = true
        return [.askForNotices]
    }

    /// What the customer is to be told while away.
    private func tell() -> [Command] {
        switch whereabouts {
        case .nowhere, .farTooEarly: []
        case .lobby: [.post(.placeEndsSoon, after: beforeTheLeaseEnds)]
        case .letIn: [.post(.letIn, after: 0)]
        case .call: [.post(.callWaits, after: beforeTheLeaseEnds)]
        }
    }

    /// Two minutes are enough to find the phone; of a short lease, half.
    private var beforeTheLeaseEnds: TimeInterval {
        max(lease / 2, lease - 120)
    }

    private mutating func endBackgroundTime() -> [Command] {
        guard hasBackgroundTime else { return [] }
        hasBackgroundTime = false
        return [.endBackgroundTime]
    }
}
