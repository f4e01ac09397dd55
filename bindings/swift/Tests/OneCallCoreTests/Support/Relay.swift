import Foundation

/// What a phone takes for the service: passes on to the real one, or answers by itself, or not at all.
final class Relay: Sendable {
    /// `ADDRESS:PORT` for the phone.
    let host: String

    private let listening: Socket
    private let open: Open
    private let connections: AsyncStream<Int>

    init(_ answer: Answer, on address: String = "127.0.0.1") throws {
        let (listening, port) = try Socket.listening(on: address)
        let (connections, connected) = AsyncStream.makeStream(of: Int.self)
        let open = Open(answer)
        (self.listening, self.open, self.connections) = (listening, open, connections)
        host = "\(address):\(port)"
        // It knows nothing of this object, which ends it.
        Thread.detachNewThread {
            while let socket = try? listening.accepted() {
                let (answer, turn) = open.add(socket)
                connected.yield(turn)
                Thread.detachNewThread {
                    answer.give(socket)
                    socket.end()
                    open.forget(socket)
                }
            }
            connected.finish()
        }
    }

    deinit {
        listening.end()
        open.turn(to: .nothing)
    }

    /// From here on connections are answered like this; those that are open end.
    func answers(_ other: Answer) {
        open.turn(to: other)
    }

    /// The network is gone: what is open breaks, what is tried fails.
    func goesAway() {
        answers(.nothing)
    }

    /// Whether nobody has connected since the answer was changed.
    var isUntouched: Bool { open.isUntouched }

    /// Returns when somebody has connected since the answer was changed.
    func awaitsConnection() async throws {
        for await turn in connections where turn == open.turn {
            return
        }
        throw Missing("a connection")
    }

    /// The open connections, and what new ones are answered.
    private final class Open: @unchecked Sendable {
        private let lock = NSLock()
        private var answer: Answer
        private var sockets: [ObjectIdentifier: Socket] = [:]
        private var turns = 0
        private var count = 0

        init(_ answer: Answer) {
            self.answer = answer
        }

        var turn: Int { lock.withLock { turns } }

        var isUntouched: Bool { lock.withLock { count == 0 } }

        func add(_ socket: Socket) -> (Answer, Int) {
            lock.withLock {
                sockets[ObjectIdentifier(socket)] = socket
                count += 1
                return (answer, turns)
            }
        }

        func forget(_ socket: Socket) {
            _ = lock.withLock { sockets.removeValue(forKey: ObjectIdentifier(socket)) }
        }

        func turn(to other: Answer) {
            lock.withLock {
                answer = other
                turns += 1
                count = 0
                for socket in sockets.values {
                    socket.end()
                }
            }
        }
    }
}

extension Call {
    /// A link to the same call through the relay.
    func through(_ relay: Relay, _ service: Service) -> String {
        link.replacingOccurrences(of: service.host, with: relay.host)
    }
}
