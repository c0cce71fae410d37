import Foundation

/// One end of a connection between two processes, over which values go as JSON behind their length.
struct MessageSocket {
    let descriptor: Int32

    /// Longer messages are no messages of ours.
    private static let mostBytes = 1 << 31

    /// Two ends of a new connection, which no other program inherits.
    static func pair() -> (MessageSocket, MessageSocket)? {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        return (MessageSocket(descriptor: ends[0]), MessageSocket(descriptor: ends[1]))
    }

    func close() { Glibc.close(descriptor) }

    /// False where nobody reads any more.
    @discardableResult
    func send(_ message: some Encodable) -> Bool {
        guard let body = try? JSONEncoder().encode(message) else { return false }
        var bytes = withUnsafeBytes(of: UInt64(body.count).bigEndian) { [UInt8]($0) }
        bytes += body
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The next message; nil where the other end is closed or says something else.
    func receive<Message: Decodable>(_: Message.Type) -> Message? {
        guard let head = read(8) else { return nil }
        let length = head.reduce(0) { $0 << 8 | UInt64($1) }
        guard length < Self.mostBytes, let body = read(Int(length)) else { return nil }
        return try? JSONDecoder().decode(Message.self, from: Data(body))
    }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes[filled...].withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}
