import Foundation

/// A site that stays in memory, for a server to show.
package final class SiteMemory: SiteOutput {
    private let lock = NSLock()
    nonisolated(unsafe) private var files: [String: [UInt8]] = [:]

    package init() {}

    package func write(_ bytes: [UInt8], to path: String) {
        lock.withLock { files[path] = bytes }
    }

    package func file(_ path: String) -> [UInt8]? { lock.withLock { files[path] } }
}
