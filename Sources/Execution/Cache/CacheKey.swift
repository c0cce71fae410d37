import Foundation

/// What must be the same for a saved result to be this one's.
package enum CacheKey {
    /// The running program: another build of it may give other results. Nil where it cannot be told.
    package static func program() -> String? {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return nil }
        // No two builds share all of these: the system sets the time of the last change itself.
        return [
            "\(status.st_dev)", "\(status.st_ino)", "\(status.st_size)",
            "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)",
            "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)",
        ].joined(separator: " ")
    }

    /// A file name for an entry: sixteen hexadecimal digits.
    package static func name(_ text: String) -> String {
        let digits = String(checksum(text.utf8), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// FNV-1a: it notices damage and tells names apart, and protects from no forger.
    package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// A key made of parts, each behind its length, so that no two lists of parts look alike.
struct KeyBytes {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ part: some Collection<UInt8>) {
        bytes += "\(part.count):".utf8
        bytes += part
    }
}
