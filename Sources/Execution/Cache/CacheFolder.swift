import Diagnostics
import Foundation

/// Keeps bytes between runs of the program, each under a name and with the key they belong to.
///
/// An entry that is damaged, that belongs to another key, or that another user could have written counts as missing;
/// a folder that cannot be written keeps nothing.
package struct CacheFolder: Sendable {
    private let folder: String

    /// Beside notes: `.nbrun/cache` in their folder.
    package init(beside notes: String) {
        folder = (notes.isEmpty ? "." : notes) + "/.nbrun/cache"
    }

    package func entry(_ name: String, key: [UInt8]) -> [UInt8]? {
        let path = folder + "/" + name
        guard isOurs(path), let data = FileManager.default.contents(atPath: path) else {
            return nil
        }
        return CacheEntry(bytes: [UInt8](data)).payload(of: key)
    }

    /// Saves an entry whole or not at all.
    package func save(_ payload: [UInt8], as name: String, key: [UInt8]) {
        guard makeFolder() else { return }
        let temporary = "\(folder)/.\(name).\(getpid())"
        let isWritten = FileManager.default.createFile(
            atPath: temporary, contents: Data(CacheEntry(key: key, payload: payload).bytes),
            attributes: [.posixPermissions: 0o600])
        guard isWritten else { return }
        if rename(temporary, folder + "/" + name) != 0 { unlink(temporary) }
    }

    /// Forgets an entry.
    package func remove(_ name: String) { unlink(folder + "/" + name) }

    /// Makes the folder, and keeps it out of version control.
    private func makeFolder() -> Bool {
        let files = FileManager.default
        if files.fileExists(atPath: folder) { return true }
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let parent = PathParts.folder(of: folder)
            return files.createFile(atPath: parent + "/.gitignore", contents: Data("*\n".utf8))
        } catch {
            return false
        }
    }

    /// Whether only the running user can have written the file.
    private func isOurs(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return status.st_uid == geteuid() && status.st_mode & 0o022 == 0
    }
}

/// The bytes of an entry: a signature, a checksum of the rest, the length of the key, the key, the payload.
private struct CacheEntry {
    let bytes: [UInt8]

    /// The number grows with the layout.
    private static let signature = Array("nbrun cache 1\n".utf8)
    private static let headCount = signature.count + 16

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(key: [UInt8], payload: [UInt8]) {
        let body = Self.bytes(of: UInt64(key.count)) + key + payload
        bytes = Self.signature + Self.bytes(of: CacheKey.checksum(body)) + body
    }

    /// The payload where the entry is whole and belongs to the key.
    func payload(of key: [UInt8]) -> [UInt8]? {
        let start = Self.signature.count
        let end = Self.headCount + key.count
        guard bytes.count >= end, bytes.starts(with: Self.signature),
            number(at: start + 8) == UInt64(key.count),
            bytes[Self.headCount..<end].elementsEqual(key),
            number(at: start) == CacheKey.checksum(bytes[(start + 8)...])
        else { return nil }
        return [UInt8](bytes[end...])
    }

    private func number(at start: Int) -> UInt64 {
        bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func bytes(of number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }
}
