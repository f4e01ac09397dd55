import Foundation

/// The current screen, and everybody who watches it.
///
/// Its lock is held while a screen is passed on, so that nobody is told of two screens in the wrong order. An iPhone
/// with iOS 15 has no newer lock than this one, which is why the compiler must be told that it is kept.
final class Screens: @unchecked Sendable {
    private let lock = NSLock()
    private var current: Shown?
    private var watchers: [UUID: AsyncStream<Shown>.Continuation] = [:]
    private var hasEnded = false

    /// A stream of its own: the current screen, then the latest.
    func stream() -> AsyncStream<Shown> {
        // Who is slow is shown the latest screen and none of those between.
        let (stream, watcher) = AsyncStream.makeStream(of: Shown.self, bufferingPolicy: .bufferingNewest(1))
        let id = UUID()
        watcher.onTermination = { [weak self] _ in self?.forget(id) }
        let isOver = lock.withLock {
            if let current {
                watcher.yield(current)
            }
            if !hasEnded {
                watchers[id] = watcher
            }
            return hasEnded
        }
        if isOver {
            watcher.finish()
        }
        return stream
    }

    func show(_ shown: Shown) {
        lock.withLock {
            current = shown
            for watcher in watchers.values {
                watcher.yield(shown)
            }
        }
    }

    /// Ends every stream. Who asks for one afterwards is shown the last screen.
    func end() {
        let watching = lock.withLock {
            hasEnded = true
            defer { watchers = [:] }
            return watchers.values
        }
        // Not under the lock: each of them calls `forget`.
        for watcher in watching {
            watcher.finish()
        }
    }

    private func forget(_ id: UUID) {
        // Dropped outside of the lock, since what goes with it is not ours to know.
        _ = lock.withLock { watchers.removeValue(forKey: id) }
    }
}
