import Foundation

/// What answers a connection, on a thread of its own. When it is done, the connection ends.
struct Answer: Sendable {
    let give: @Sendable (Socket) -> Void

    init(_ give: @escaping @Sendable (Socket) -> Void) {
        self.give = give
    }

    static let nothing = Answer { _ in }

    /// Takes every request and never answers.
    static let silence = Answer { socket in
        // Until the phone, or the test, has enough of it.
        while !socket.read().isEmpty {}
    }

    /// Passes everything on to this service.
    static func passOn(to service: Service) -> Answer {
        let host = service.host
        return Answer { near in
            guard let far = try? Socket.connected(to: host) else { return }
            join(near, far)
        }
    }

    /// Answers every request with this head and body, and closes.
    static func says(_ head: String, _ body: String = "") -> Answer {
        Answer { socket in
            readRequest(socket)
            _ = socket.write(Array("HTTP/1.1 \(head)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
        }
    }

    /// Answers before it was asked, and closes.
    static func speaksFirst(_ text: String) -> Answer {
        Answer { socket in
            _ = socket.write(Array(text.utf8))
        }
    }

    /// Answers every request with this head, and then with this without an end.
    static func neverEnds(_ head: String, _ more: String) -> Answer {
        Answer { socket in
            readRequest(socket)
            guard socket.write(Array(head.utf8)) else { return }
            while socket.write(Array(more.utf8)) {}
        }
    }

    /// Answers one byte after the other, each after so long that the whole never comes.
    static let tooSlow = Answer { socket in
        readRequest(socket)
        let head = String(repeating: "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n", count: 100)
        for byte in head.utf8 {
            guard socket.write([byte]) else { return }
            Thread.sleep(forTimeInterval: 0.5)
        }
    }
}

/// Passes on what both say, until either has gone.
func join(_ near: Socket, _ far: Socket) {
    Thread.detachNewThread { pump(far, near) }
    pump(near, far)
}

private func pump(_ from: Socket, _ to: Socket) {
    var bytes = from.read()
    while !bytes.isEmpty, to.write(bytes) {
        bytes = from.read()
    }
    // Neither direction outlives the other.
    from.end()
    to.end()
}

/// Reads until the end of a head; what comes with it of a body is read too.
private func readRequest(_ socket: Socket) {
    var read: [UInt8] = []
    while !String(decoding: read, as: UTF8.self).contains("\r\n\r\n") {
        let more = socket.read()
        guard !more.isEmpty else { return }
        read += more
    }
}
