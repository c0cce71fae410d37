import Diagnostics
import Foundation

/// The notes that the command line names, folders opened.
struct NoteList {
    let notes: [String]

    private static let endings: Set<String> = ["md", "markdown", "ipynb"]

    /// Throws a `Diagnostic` for what is not there.
    init(_ names: [String]) throws {
        var notes: [String] = []
        for name in names { notes += try Self.notes(of: name) }
        self.notes = notes
    }

    private static func notes(of name: String) throws -> [String] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { return [name] }
        let files =
            (FileManager.default.enumerator(atPath: name)?.compactMap { $0 as? String } ?? [])
            .filter { file in
                endings.contains(PathParts.ending(of: file).lowercased())
                    && !file.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .sorted()
        guard !files.isEmpty else {
            throw Diagnostic(
                .error, "there are no notes in \(name)",
                hints: ["a note's name ends in .md, .markdown or .ipynb"])
        }
        return files.map { name.hasSuffix("/") ? name + $0 : name + "/" + $0 }
    }
}
