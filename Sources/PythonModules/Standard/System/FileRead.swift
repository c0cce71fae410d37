import Foundation
import PythonRuntime

/// What a note asked about a file below its folder, and a fingerprint of the answer.
package struct FileRead: Hashable, Sendable, Codable {
    /// What can be asked about a path.
    enum Question: String, Codable { case kind, contents, names, attributes }

    /// The path on the disk.
    let path: String
    let question: Question
    /// Nil where nothing was found.
    let answer: UInt64?

    /// What an interpreter's note has asked so far.
    package static func all(of python: Interpreter) -> [FileRead] {
        NoteFolderAccess.of(python).reads.sorted {
            ($0.path, $0.question.rawValue) < ($1.path, $1.question.rawValue)
        }
    }

    /// Whether the question would be answered in the same way now.
    package var isCurrent: Bool { NoteDisk(path).answer(to: question) == answer }
}

/// What stands on the disk under a path.
struct NoteDisk {
    private let path: String

    /// The program's own folder beside the notes, which they don't see.
    private static let ownFolder = ".nbrun"

    init(_ path: String) { self.path = path }

    /// Whether there is a folder (true), a file (false) or nothing.
    var isFolder: Bool? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return nil
        }
        return isFolder.boolValue
    }

    var contents: [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
            $0 != Self.ownFolder
        }
    }

    /// The size in bytes and the time of the last change.
    var attributes: (size: Int, changed: Double)? {
        guard let found = try? FileManager.default.attributesOfItem(atPath: path) else {
            return nil
        }
        let date = found[.modificationDate] as? Date
        return ((found[.size] as? Int) ?? 0, date?.timeIntervalSince1970 ?? 0)
    }

    func answer(to question: FileRead.Question) -> UInt64? {
        switch question {
        case .kind: isFolder.map { $0 ? 1 : 0 }
        case .contents: contents.map(Self.fingerprint)
        case .names: Self.fingerprint(names.sorted().joined(separator: "/").utf8)
        case .attributes: attributes.map { Self.fingerprint("\($0)".utf8) }
        }
    }

    /// FNV-1a: it tells files apart that nobody made to look alike.
    private static func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
