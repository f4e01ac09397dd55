import Foundation

/// What a phone takes for the service: it accepts every connection, and answers with these bytes or with nothing.
final class Deaf: Sendable {
    /// `ADDRESS:PORT` for the phone.
    let host: String

    private let listening: Int32
    private let connections: AsyncStream<Void>

    init(answering answer: String? = nil) throws {
        #if os(Linux)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let socket = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(socket, generic, length) == 0, listen(socket, 64) == 0,
                    getsockname(socket, generic, &length) == 0
                else { throw Missing("a port to listen on") }
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
        listening = socket
        host = "127.0.0.1:\(port)"
        let (connections, connected) = AsyncStream.makeStream(of: Void.self)
        self.connections = connections
        Thread.detachNewThread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { break }
                connected.yield()
                if let answer {
                    // The request first, or the answer to it would be torn.
                    var request = [UInt8](repeating: 0, count: 64 * 1024)
                    _ = recv(connection, &request, request.count, 0)
                    _ = answer.withCString { send(connection, $0, strlen($0), 0) }
                    close(connection)
                }
            }
            connected.finish()
        }
    }

    deinit {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
    }

    /// Returns when somebody has connected.
    func awaitsConnection() async throws {
        for await _ in connections {
            return
        }
        throw Missing("a connection")
    }
}
