import Glibc

/// Looks whether a port can be listened at.
package enum FreePort {
    /// Ports that are tried behind one that is taken.
    private static let reach = 200

    /// Whether somebody else listens at the port.
    package static func isTaken(_ port: UInt16, address: String) -> Bool {
        let isWide = address.contains(":")
        let descriptor = socket(isWide ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var reuse: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        let status = isWide ? bind6(descriptor, port, address) : bind4(descriptor, port, address)
        return status != 0 && errno == EADDRINUSE || status == 0 && listen(descriptor, 1) != 0
    }

    /// The first free port behind one; nil where none is near.
    package static func next(after port: UInt16, address: String) -> UInt16? {
        (1...reach).lazy.compactMap { UInt16(exactly: Int(port) + $0) }
            .first { !isTaken($0, address: address) }
    }

    private static func bind4(_ descriptor: Int32, _ port: UInt16, _ address: String) -> Int32 {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        inet_pton(AF_INET, address, &name.sin_addr)
        return bound(descriptor, &name)
    }

    private static func bind6(_ descriptor: Int32, _ port: UInt16, _ address: String) -> Int32 {
        var name = sockaddr_in6()
        name.sin6_family = sa_family_t(AF_INET6)
        name.sin6_port = port.bigEndian
        inet_pton(AF_INET6, address, &name.sin6_addr)
        return bound(descriptor, &name)
    }

    private static func bound<Name>(_ descriptor: Int32, _ name: inout Name) -> Int32 {
        withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<Name>.size))
            }
        }
    }
}
