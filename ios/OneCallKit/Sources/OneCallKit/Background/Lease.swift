import Foundation
import OneCallCore

extension Screen {
    /// How long a sleeping phone keeps its place, in seconds, where the screen says so.
    var lease: TimeInterval? {
        guard case .waiting(let waiting) = self, let lease = waiting.leaseMs else { return nil }
        return TimeInterval(lease) / 1_000
    }
}
