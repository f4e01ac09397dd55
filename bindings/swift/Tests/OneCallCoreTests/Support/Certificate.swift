#if os(Linux)
    import Foundation

    /// A certificate that nobody but its maker knows, for an address; made by the tool of OpenSSL. A Mac's tool of that
    /// name is another one.
    final class Certificate: Sendable {
        /// In DER.
        let der: Data

        private let folder: URL

        init(for address: String) throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(randomId())
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // A certificate of a service, and not of an authority, as the tool makes it otherwise.
            let wanted = """
                [req]
                distinguished_name = name
                x509_extensions = more
                prompt = no
                [name]
                CN = service
                [more]
                subjectAltName = IP:\(address)
                """
            try wanted.write(to: folder.appendingPathComponent("wanted"), atomically: true, encoding: .utf8)
            let path = folder.path
            let making = openssl([
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-config", "\(path)/wanted", "-keyout", "\(path)/key", "-out", "\(path)/certificate",
            ])
            let end = Pipe()
            making.standardOutput = end
            try making.run()
            // It says nothing there, and this ends with it; `waitUntilExit()` would turn a run loop.
            _ = end.fileHandleForReading.readDataToEndOfFile()
            let pem = try String(contentsOfFile: "\(path)/certificate", encoding: .utf8)
            let lines = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }
            guard let der = Data(base64Encoded: lines.joined()) else { throw Missing("a certificate") }
            self.der = der
        }

        deinit {
            try? FileManager.default.removeItem(at: folder)
        }

        /// Speaks TLS with this certificate, and passes on to the service what is inside.
        func before(_ service: Service) -> Answer {
            let host = service.host
            return Answer { [self] phone in
                guard let far = try? Socket.connected(to: host), let tls = try? Tls(folder.path) else { return }
                Thread.detachNewThread {
                    var said = tls.said.availableData
                    while !said.isEmpty, far.write(Array(said)) {
                        said = tls.said.availableData
                    }
                    far.end()
                }
                Thread.detachNewThread {
                    var heard = far.read()
                    while !heard.isEmpty, (try? tls.heard.write(contentsOf: Data(heard))) != nil {
                        heard = far.read()
                    }
                    phone.end()
                }
                join(phone, tls.outside)
                far.end()
            }
        }
    }

    /// OpenSSL's server for one connection: what is said inside is on its output, what it hears on its input goes back.
    private final class Tls: Sendable {
        let outside: Socket
        let said: FileHandle
        let heard: FileHandle

        private let process: Process

        init(_ folder: String) throws {
            // Written to after its end, a pipe would end this process.
            signal(SIGPIPE, SIG_IGN)
            let host = "127.0.0.1:\(try Self.freePort())"
            let (input, output) = (Pipe(), Pipe())
            let process = openssl([
                "s_server", "-quiet", "-naccept", "1", "-accept", host, "-cert", "\(folder)/certificate", "-key",
                "\(folder)/key",
            ])
            (process.standardInput, process.standardOutput) = (input, output)
            try process.run()
            (said, heard) = (output.fileHandleForReading, input.fileHandleForWriting)
            var connected: Socket?
            while connected == nil {
                // It does not say when it listens.
                guard process.isRunning else { throw Missing("a server of TLS") }
                connected = try? Socket.connected(to: host)
            }
            guard let connected else { throw Missing("a connection") }
            (outside, self.process) = (connected, process)
        }

        deinit {
            kill(process.processIdentifier, SIGKILL)
        }

        private static func freePort() throws -> UInt16 {
            try Socket.listening(on: "127.0.0.1").port
        }
    }

    private func openssl(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        return process
    }
#endif
