import Foundation

/// A connection, or what listens for them. Closed when nobody holds it any more; before that, ``end()`` wakes whoever
/// waits for it.
final class Socket: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) throws {
        guard descriptor >= 0 else { throw Missing("a socket") }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Listens on a free port of this address, and says which one it is.
    static func listening(on address: String) throws -> (Socket, port: UInt16) {
        let socket = try Socket(stream())
        var name = try ipv4(address, 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = try withUnsafeMutablePointer(to: &name) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(socket.descriptor, generic, length) == 0, listen(socket.descriptor, 512) == 0,
                    getsockname(socket.descriptor, generic, &length) == 0
                else { throw Missing("a port to listen on") }
            }
            return UInt16(bigEndian: pointer.pointee.sin_port)
        }
        return (socket, port)
    }

    /// Connected to this `ADDRESS:PORT`.
    static func connected(to host: String) throws -> Socket {
        let parts = host.split(separator: ":")
        guard parts.count == 2, let port = UInt16(parts[1]) else { throw Missing("an address and a port: \(host)") }
        let socket = try Socket(stream())
        var name = try ipv4(String(parts[0]), port)
        let connected = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Missing("a connection to \(host)") }
        return socket
    }

    /// The next connection to what listens.
    func accepted() throws -> Socket {
        try Socket(accept(descriptor, nil, nil))
    }

    /// What came; nothing at its end.
    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16 * 1024)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(count, 0)))
    }

    /// Says whether all of it went.
    func write(_ bytes: [UInt8]) -> Bool {
        // A connection that has ended is not to end this process.
        #if os(Linux)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Nothing comes or goes from here on, for neither side.
    func end() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private static func stream() -> Int32 {
        #if os(Linux)
            let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let made = socket(AF_INET, SOCK_STREAM, 0)
            var yes: Int32 = 1
            setsockopt(made, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return made
    }

    private static func ipv4(_ address: String, _ port: UInt16) throws -> sockaddr_in {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        guard inet_pton(AF_INET, address, &name.sin_addr) == 1 else { throw Missing("an address: \(address)") }
        return name
    }
}
