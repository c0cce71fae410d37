import Diagnostics
import Execution
import Foundation

/// A folder that holds a site and nothing old: what an earlier build wrote and this one did not goes away.
package final class SiteFolder: SiteOutput {
    private let folder: String
    private let lock = NSLock()
    nonisolated(unsafe) private var written: Set<String> = []
    private let earlier: Set<String>

    /// The list of what was written, in the folder itself.
    private static let manifest = ".nbrun-site"
    private static let signature =
        "Written by nbrun; it removes what no longer belongs to the site.\n"

    package init(_ folder: String) {
        self.folder = folder
        earlier = Self.list(in: folder)
    }

    private static func list(in folder: String) -> Set<String> {
        guard let data = FileManager.default.contents(atPath: folder + "/" + manifest),
            case let text = String(decoding: data, as: UTF8.self), text.hasPrefix(signature)
        else { return [] }
        return Set(
            text.dropFirst(signature.count).split(separator: "\n").map(String.init).filter {
                !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..")
            })
    }

    /// Writes a file where it is not there with the same content already.
    package func write(_ bytes: [UInt8], to path: String) throws {
        lock.withLock { _ = written.insert(path) }
        let file = folder + "/" + path
        if let data = FileManager.default.contents(atPath: file), data.elementsEqual(bytes) {
            return
        }
        try WholeFile.write(bytes, to: file)
    }

    /// Removes what only the earlier builds wrote, and remembers what belongs to this one.
    package func finish() throws {
        let files = FileManager.default
        for path in earlier.subtracting(written) {
            try? files.removeItem(atPath: folder + "/" + path)
            removeEmptyFolders(above: path)
        }
        let list = written.sorted().joined(separator: "\n") + "\n"
        try WholeFile.write(Array((Self.signature + list).utf8), to: folder + "/" + Self.manifest)
    }

    private func removeEmptyFolders(above path: String) {
        var parts = path.split(separator: "/").dropLast()
        while !parts.isEmpty, rmdir(folder + "/" + parts.joined(separator: "/")) == 0 {
            parts = parts.dropLast()
        }
    }

    /// The files of the site as they stand in the folder.
    package var files: [String] { lock.withLock { written.map { folder + "/" + $0 } } }
}
