import Execution
import Foundation

extension FuzzTarget {
    /// An entry of the cache that somebody damaged.
    static let cache = FuzzTarget(name: "cache") { bytes in
        let parent = FileManager.default.temporaryDirectory.path + "/nbrun-fuzz-\(getpid())"
        let folder = CacheFolder(beside: parent)
        let key = Array("key".utf8)
        folder.save(bytes, as: "entry", key: key)
        guard folder.entry("entry", key: key) == bytes else {
            fatalError("a saved entry was not found again")
        }
        let path = parent + "/.nbrun/cache/entry"
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        if folder.entry("entry", key: key) != nil {
            fatalError("damaged bytes were taken for an entry")
        }
    }
}
