import OneCallCore
import Testing

@testable import OneCallKit

@Suite struct PresenceTests {
    private func presence(_ whereabouts: Whereabouts, lease: Double? = nil) -> Presence {
        var presence = Presence()
        _ = presence.step(.whereabouts(whereabouts, lease: lease))
        return presence
    }

    @Test func whoWaitsIsRemindedBeforeThePlaceIsLost() {
        var presence = presence(.lobby)
        #expect(
            presence.step(.phase(.background)) == [.beginBackgroundTime, .sleep, .post(.placeEndsSoon, after: 480)])
        #expect(presence.step(.phase(.active)) == [.withdrawNotices, .wake, .endBackgroundTime])
    }

    @Test func whoWasToldToComeBackIsNotRemindedOfAPlaceThatNobodyKeeps() {
        var presence = Presence()
        _ = presence.step(.whereabouts(.farTooEarly))
        #expect(presence.step(.phase(.background)) == [.beginBackgroundTime, .sleep])
    }

    @Test func ofAShortLeaseHalfIsLeft() {
        var presence = presence(.lobby, lease: 60)
        #expect(presence.step(.phase(.background)).last == .post(.placeEndsSoon, after: 30))
    }

    @Test func whoIsInTheCallIsRemindedByTheLeaseThatTheLobbySaid() {
        var presence = presence(.lobby, lease: 1_800)
        _ = presence.step(.whereabouts(.call))
        #expect(presence.step(.phase(.background)).last == .post(.callWaits, after: 1_680))
    }

    @Test func aScreenOfTheLobbySaysItsLease() {
        func waiting(_ leaseMs: UInt64?) -> Screen {
            .waiting(
                Waiting(
                    reason: .noticed, matchPhrase: "", message: nil, startsInMs: nil, wasAsleep: false,
                    reconnecting: false, leaseMs: leaseMs))
        }
        #expect(waiting(nil).lease == nil)
        #expect(waiting(90_500).lease == 90.5)
        #expect(Screen.start.lease == nil)
    }

    @Test func whoIsLetInWhileAwayIsToldAtOnce() {
        var presence = presence(.lobby)
        _ = presence.step(.phase(.background))
        #expect(presence.step(.whereabouts(.letIn)) == [.withdrawNotices, .post(.letIn, after: 0)])
    }

    @Test func whatIsOverRemindsNobody() {
        var presence = presence(.lobby)
        _ = presence.step(.phase(.background))
        #expect(presence.step(.whereabouts(.nowhere)) == [.withdrawNotices])
    }

    @Test func withoutAPlaceNoTimeIsAskedForAndNothingTold() {
        var presence = presence(.nowhere)
        #expect(presence.step(.phase(.background)) == [.sleep])
        #expect(presence.step(.phase(.active)) == [.withdrawNotices, .wake])
    }

    @Test func aPhaseThatIsToldTwiceIsOne() {
        var presence = presence(.call)
        _ = presence.step(.phase(.background))
        #expect(presence.step(.phase(.background)) == [])
        #expect(presence.step(.phase(.inactive)) == [])
    }

    @Test func timeThatIsUsedUpIsGivenBackOnce() {
        var presence = presence(.lobby)
        _ = presence.step(.phase(.background))
        #expect(presence.step(.backgroundTimeIsOver) == [.endBackgroundTime])
        #expect(presence.step(.backgroundTimeIsOver) == [])
        #expect(presence.step(.phase(.active)) == [.withdrawNotices, .wake])
    }

    @Test func theLobbyAsksOnceWhetherToRemind() {
        var presence = Presence()
        #expect(presence.step(.whereabouts(.lobby)) == [])
        #expect(presence.step(.waits) == [.askForNotices])
        #expect(presence.step(.waits) == [])
    }

    @Test func whoIsAwayIsAskedInTheLobbyOnceTheyAreBack() {
        var presence = presence(.lobby)
        _ = presence.step(.phase(.background))
        #expect(presence.step(.waits) == [])
        _ = presence.step(.phase(.active))
        #expect(presence.step(.waits) == [.askForNotices])
    }
}
