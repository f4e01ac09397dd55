import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// An agent's open console.
final class Console {
    /// Something has changed; several changes are one.
    private let changes: AsyncStream<Void>
    private let changed: AsyncStream<Void>.Continuation
    private let session: URLSession

    /// Opens it: when this returns, the service knows that the agent is there.
    init(_ request: URLRequest) async throws {
        (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        var request = request
        request.setValue("text/event-stream", forHTTPHeaderField: "Accept")
        // The stream stays open for as long as a test may take.
        request.timeoutInterval = 600
        // The listener is not this object: a session holds its own until it is ended.
        session = URLSession(configuration: .ephemeral, delegate: Listener(changed), delegateQueue: nil)
        session.dataTask(with: request).resume()
        for await _ in changes {
            return
        }
        throw Missing("an open console")
    }

    deinit {
        session.invalidateAndCancel()
    }

    /// Asks until there is an answer, each time that something has changed.
    func awaits<T>(_ what: String, _ ask: () async throws -> T?) async throws -> T {
        if let answer = try await ask() {
            return answer
        }
        for await _ in changes {
            if let answer = try await ask() {
                return answer
            }
        }
        throw Missing("what the agent does not see: \(what)")
    }

    private final class Listener: NSObject, URLSessionDataDelegate {
        private let changed: AsyncStream<Void>.Continuation

        init(_ changed: AsyncStream<Void>.Continuation) {
            self.changed = changed
        }

        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            changed.yield()
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            changed.finish()
        }
    }
}
