import Diagnostics
import Foundation

/// Reads notes and what they refer to.
enum NoteFile {
    /// The text of a note; `-` is standard input. Throws a `Diagnostic` that says why it can't be read.
    static func read(_ path: String) throws -> SourceText {
        if path == "-" {
            return SourceText(
                name: "<stdin>", utf8: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
        }
        guard FileManager.default.fileExists(atPath: path) else {
            throw Diagnostic(.error, "there is no file \(path)", hints: hint(for: path))
        }
        do {
            return SourceText(
                name: path, utf8: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        } catch {
            throw Diagnostic(.error, "\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
    }

    private static func hint(for path: String) -> [String] {
        let folder = PathParts.folder(of: path)
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
            ?? []
        let near = Spelling.nearest(to: PathParts.name(of: path), among: names.sorted())
        return near.map { ["did you mean `\(folder.isEmpty ? $0 : folder + "/" + $0)`?"] }
            ?? []
    }

    /// Reads files by their path relative to a note.
    static func resources(of note: String) -> @Sendable (String) -> [UInt8]? {
        let folder = note == "-" ? "." : PathParts.folder(of: note)
        return { path in
            guard
                let data = FileManager.default.contents(
                    atPath: folder.isEmpty ? path : folder + "/" + path)
            else { return nil }
            return [UInt8](data)
        }
    }
}
