import Foundation
import Testing

/// A port of this machine that somebody listens at.
final class TakenPort {
    let number: UInt16
    private var descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                // Port 0 is any that is free.
                bind(descriptor, $0, size) + listen(descriptor, 1)
                    + getsockname(descriptor, $0, &size)
            }
        }
        try #require(status == 0)
        number = UInt16(bigEndian: name.sin_port)
    }

    /// Leaves the port to others.
    func free() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    deinit { free() }
}
