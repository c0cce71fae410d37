import Foundation

/// What a note wrote: files that lie over its folder while it runs, in memory, and are gone afterwards.
struct ScratchLayer {
    private enum Entry {
        case file(ScratchFile)
        case folder
        case removed
    }

    /// By absolute paths below the note's folder.
    private var entries: [String: Entry] = [:]

    /// Whether a path holds a folder (true), a file (false), or nothing (nil); the outer nil where only the
    /// note's real folder knows.
    func kind(_ path: String) -> Bool?? {
        switch entries[path] {
        case .file: .some(false)
        case .folder: .some(true)
        case .removed: .some(nil)
        case nil: nil
        }
    }

    func file(_ path: String) -> ScratchFile? {
        if case .file(let file) = entries[path] { file } else { nil }
    }

    mutating func add(_ file: ScratchFile, at path: String) { entries[path] = .file(file) }
    mutating func addFolder(_ path: String) { entries[path] = .folder }
    mutating func remove(_ path: String) { entries[path] = .removed }

    /// The names in a folder, given those on the disk.
    func names(in folder: String, onDisk: [String]) -> [String] {
        var names = Set(onDisk)
        for (path, entry) in entries {
            guard let name = Self.name(of: path, in: folder) else { continue }
            if case .removed = entry { names.remove(name) } else { names.insert(name) }
        }
        return names.sorted()
    }

    private static func name(of path: String, in folder: String) -> String? {
        guard path.hasPrefix(folder + "/") else { return nil }
        let name = path.dropFirst(folder.count + 1)
        return name.contains("/") ? nil : String(name)
    }

    /// The layer as it can be written down: files with their bytes, folders, and nothing for what was removed.
    struct Stored: Codable {
        let path: String
        let isFolder: Bool
        let bytes: Data?
    }

    var stored: [Stored] {
        get {
            entries.sorted { $0.key < $1.key }.map { path, entry in
                switch entry {
                case .file(let file): Stored(path: path, isFolder: false, bytes: Data(file.bytes))
                case .folder: Stored(path: path, isFolder: true, bytes: nil)
                case .removed: Stored(path: path, isFolder: false, bytes: nil)
                }
            }
        }
        set {
            entries = [:]
            for entry in newValue {
                entries[entry.path] =
                    entry.isFolder
                    ? .folder : entry.bytes.map { .file(ScratchFile([UInt8]($0))) } ?? .removed
            }
        }
    }

    /// The files, in the order of their paths.
    var files: [(path: String, file: ScratchFile)] {
        entries.compactMap { path, entry in
            if case .file(let file) = entry { (path, file) } else { nil }
        }.sorted { $0.path < $1.path }
    }
}

/// A file that a note wrote.
final class ScratchFile {
    private var stored: [UInt8]
    /// The stream that is writing the file and may hold text that is not stored yet.
    weak var writer: (any ScratchWriter)?

    init(_ bytes: [UInt8] = []) { stored = bytes }

    /// What was written so far.
    var bytes: [UInt8] {
        get {
            writer?.store()
            return stored
        }
        set { stored = newValue }
    }

    /// Replaces the content; for the writer itself.
    func replace(_ bytes: [UInt8]) { stored = bytes }
}

/// A stream that writes a file of the scratch layer.
protocol ScratchWriter: AnyObject {
    /// Puts everything written so far into the file.
    func store()
}
