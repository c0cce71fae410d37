import Foundation
import TestSupport
import Testing

/// What clients can do to the preview.
@Suite(.serialized) struct ServeFaultTests {
    /// A preview of one small note, under a limit of `ulimit`'s.
    private final class Preview {
        let folder: TemporaryFolder
        let port: UInt16
        private let process: Process

        init(limit: String?) throws {
            folder = try TemporaryFolder()
            try folder.write("# A\n\ntext\n", to: "a.md")
            let taken = try TakenPort()
            port = taken.number
            taken.free()
            process = try Program.start(
                ["serve", ".", "--port", "\(port)", "--no-open"], in: folder, limit: limit)
            try #require(answers(within: 20))
        }

        deinit {
            process.interrupt()
            process.waitUntilExit()
        }

        /// Whether the home page comes.
        func answers(within seconds: Double) -> Bool {
            let end = Date(timeIntervalSinceNow: seconds)
            repeat {
                if let client = try? Client(port: port) {
                    client.send(
                        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
                    if client.receive().hasPrefix("HTTP/1.1 200 OK") { return true }
                }
                usleep(100_000)
            } while Date() < end
            return false
        }
    }

    @Test func aThousandSilentAndSlowClientsBlockNobody() throws {
        let preview = try Preview(limit: nil)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        // This process has a file for each, too.
        let count = min(1_000, Int(limit.rlim_cur) - 200)
        let clients = try (0..<count).map { _ in try Client(port: preview.port) }
        for client in clients.prefix(count / 2) { client.send("GET / HT") }
        #expect(preview.answers(within: 2))
        withExtendedLifetime(clients) {}
    }

    @Test func moreClientsThanFilesEndNothing() throws {
        let preview = try Preview(limit: "-n 64")
        do {
            let clients = (0..<150).compactMap { _ in try? Client(port: preview.port) }
            usleep(300_000)
            withExtendedLifetime(clients) {}
        }
        #expect(preview.answers(within: 10))
    }

    @Test func nonsenseEndsNothing() throws {
        let preview = try Preview(limit: nil)
        for text in [
            "\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "POST / HTTP/1.1\r\n\r\n",
            "GET /%00%ff%2e%2e%2f HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: -1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
            "GET " + String(repeating: "/a", count: 100_000) + " HTTP/1.1\r\n\r\n",
            String(repeating: "X: y\r\n", count: 50_000),
        ] {
            let client = try Client(port: preview.port)
            client.send(text)
        }
        #expect(preview.answers(within: 5))
    }
}

/// A connection to this machine.
private final class Client {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        var patience = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func receive() -> String {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
