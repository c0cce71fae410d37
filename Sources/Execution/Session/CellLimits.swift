import Glibc

/// What one cell may take of the machine.
package struct CellLimits: Sendable, Codable {
    /// Seconds; nil for as long as it takes.
    package var seconds: Double?
    /// Bytes that the whole program may hold; nil for as many as there are.
    package var bytes: Int?

    package init(seconds: Double? = nil, bytes: Int? = CellLimits.usualBytes) {
        self.seconds = seconds
        self.bytes = bytes
    }

    /// Three quarters of the machine's memory: beyond, it begins to swap and everything on it suffers.
    package static var usualBytes: Int {
        sysconf(Int32(_SC_PHYS_PAGES)) / 4 * 3 * sysconf(Int32(_SC_PAGESIZE))
    }
}
