import Foundation

/// Keeps compiled programs between runs.
///
/// The engine trusts the bytecode it loads, so an entry carries a checksum, is readable by its owner only, and is
/// believed only when the running user owns it. A damaged, foreign or outdated entry counts as missing.
package struct BytecodeCache: Sendable {
    /// The first bytes of an entry; the number grows with the layout.
    private static let signature = Array("nbrun bytecode 1\n".utf8)

    private let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// The cache in the user's home; nil where there is no home.
    package static func standard(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> BytecodeCache? {
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
            return BytecodeCache(
                folder: URL(fileURLWithPath: cache).appendingPathComponent("nbrun"))
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return BytecodeCache(
            folder: URL(fileURLWithPath: home).appendingPathComponent(".cache/nbrun"))
    }

    func entry(_ name: String) -> [UInt8]? {
        let url = folder.appendingPathComponent(name)
        guard isOurs(url), let data = try? Data(contentsOf: url) else { return nil }
        let head = Self.signature.count + 8
        guard data.count > head, data.starts(with: Self.signature) else { return nil }
        let body = [UInt8](data[head...])
        let written = data[Self.signature.count..<head].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return checksum(body) == written ? body : nil
    }

    /// Saves an entry whole or not at all; a cache that cannot be written is no mistake of the user's.
    func save(_ bytes: [UInt8], as name: String) {
        let sum = checksum(bytes)
        let sumBytes = (0..<8).map { UInt8(truncatingIfNeeded: sum >> (56 - 8 * UInt64($0))) }
        let files = FileManager.default
        let temporary = folder.appendingPathComponent(
            "\(name).\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try files.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let isWritten = files.createFile(
                atPath: temporary.path, contents: Data(Self.signature + sumBytes + bytes),
                attributes: [.posixPermissions: 0o600])
            guard isWritten else { return }
            guard rename(temporary.path, folder.appendingPathComponent(name).path) == 0 else {
                try files.removeItem(at: temporary)
                return
            }
        } catch {
            return
        }
    }

    /// Whether only the running user can have written the file.
    private func isOurs(_ url: URL) -> Bool {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
            return false
        }
        let owner = (attributes[.ownerAccountID] as? NSNumber)?.uint32Value
        let mode = (attributes[.posixPermissions] as? NSNumber)?.uint16Value ?? 0o777
        return owner == geteuid() && mode & 0o022 == 0
    }
}
