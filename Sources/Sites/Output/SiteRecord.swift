import Diagnostics
import Execution
import Foundation

/// What a build read, wrote and said, so that the next one can see at a glance that nothing has changed.
///
/// A file counts as unchanged when the system says so: its size, and when it and its entry were last changed. Only a
/// file that was changed right before the build was recorded is not believed, because the clock may not tell.
package struct SiteRecord: Codable, Sendable {
    private let key: String
    private let inputs: [String: FileStamp]
    private let outputs: [String: FileStamp]
    package let diagnostics: [Diagnostic]
    package let noteCount: Int
    package let hasFailed: Bool

    /// Nil where a note depends on more than files, so that it must be looked at again, and where a file may have
    /// changed since the build began.
    package init?(_ site: Site, key: String, started: Date, outputs: [String]) {
        guard !site.hasReads else { return nil }
        self.key = key
        inputs = FileStamp.stamps(of: Array(site.inputs))
        self.outputs = FileStamp.stamps(of: outputs)
        diagnostics = site.diagnostics
        noteCount = site.noteCount
        hasFailed = site.hasFailed
        let time = started.timeIntervalSince1970
        guard inputs.values.allSatisfy({ $0.isOlder(than: time) }) else { return nil }
    }

    /// Whether a build with this key would give what stands there.
    package func isCurrent(key: String) -> Bool {
        self.key == key && inputs.allSatisfy { $1 == FileStamp(of: $0) }
            && outputs.allSatisfy { $1 == FileStamp(of: $0) }
    }

    /// What must be the same beside the files: the program, the options, and which notes there are. Nil where the
    /// program cannot be told from another.
    package static func key(of source: SiteSource, _ options: BuildOptions) -> String? {
        guard let program = CacheKey.program(), !options.session.seed.isRandom else { return nil }
        let files = [source.folder, source.configuration ?? "", source.home ?? ""] + source.notes
        return ([program, options.session.key, options.looks] + files).joined(separator: "\n")
    }

    // MARK: Keeping

    package init?(in folder: CacheFolder, for output: String) {
        guard let payload = folder.entry(Self.name(of: output), key: []),
            let record = try? JSONDecoder().decode(SiteRecord.self, from: Data(payload))
        else { return nil }
        self = record
    }

    package func save(in folder: CacheFolder, for output: String) {
        guard let payload = try? JSONEncoder().encode(self) else { return }
        folder.save([UInt8](payload), as: Self.name(of: output), key: [])
    }

    private static func name(of output: String) -> String {
        CacheKey.name(URL(fileURLWithPath: output).standardizedFileURL.path) + ".site"
    }
}

/// What the system knows of a file, short of its content.
struct FileStamp: Codable, Sendable, Hashable {
    private var size: Int64 = -1
    private var node: UInt64 = 0
    private var changed: [Int64] = []

    /// The stamp of a path where nothing is differs from all others.
    init(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        size = Int64(status.st_size)
        node = UInt64(status.st_ino)
        changed = [
            Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
            Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
        ]
    }

    static func stamps(of paths: [String]) -> [String: FileStamp] {
        Dictionary(paths.map { ($0, FileStamp(of: $0)) }) { first, _ in first }
    }

    /// The coarsest clock of a file system that is in use, in seconds, is far below this.
    private static let resolution = 0.05

    func isOlder(than time: Double) -> Bool {
        guard changed.count == 4 else { return true }
        return Double(changed[2]) + Double(changed[3]) * 1e-9 < time - Self.resolution
    }
}
