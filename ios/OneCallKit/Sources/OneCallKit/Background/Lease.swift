import Foundation
import OneCallCore

extension Screen {
    /// How long a sleeping phone keeps its place, in seconds, where the screen says so.
    var lease: TimeInterval? {
        guard case .waiting(let waiting) = self, let lease = waiting.leaseMs else { return nil }
        return TimeInterval(lease) / 1_000
    }

    /// A start further away than a quarter of an hour is not waited for with the app open, as on Android.
    var isFarOff: Bool {
        guard case .waiting(let waiting) = self, let startsInMs = waiting.startsInMs else { return false }
        return startsInMs > 900_000
    }
}
