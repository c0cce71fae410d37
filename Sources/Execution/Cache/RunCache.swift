import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// Runs notes, and takes what an earlier run gave where nothing that decides it has changed.
///
/// The key of a run is the program, the options, the note's path and all its bytes; beside it stands what the note read
/// from its folder, and the answers. A run that read the clock or drew its own seed is not kept.
package struct RunCache: Sendable {
    private let folder: CacheFolder
    private let program: String

    /// Nil where the program cannot be told from another build.
    package init?(_ folder: CacheFolder) {
        guard let program = CacheKey.program() else { return nil }
        self.folder = folder
        self.program = program
    }

    /// The note's run: an earlier one, or a new one that is kept.
    package func run(
        _ notebook: Notebook, options: SessionOptions,
        progress: @escaping @Sendable (SessionProgress) -> Void = { _ in }
    ) -> NoteRun {
        let key = key(of: notebook, options)
        let name = Self.name(of: notebook, options)
        if let saved = saved(key, as: name, notebook) { return saved }
        let run = NotebookSession.record(notebook, options: options, progress: progress)
        if run.isRepeatable, let payload = try? JSONEncoder().encode(SavedRun(run)) {
            folder.save([UInt8](payload), as: name, key: key)
        }
        return run
    }

    private func saved(_ key: [UInt8], as name: String, _ notebook: Notebook) -> NoteRun? {
        guard let payload = folder.entry(name, key: key),
            let run = try? JSONDecoder().decode(SavedRun.self, from: Data(payload)),
            run.reads.allSatisfy(\.isCurrent)
        else { return nil }
        return NoteRun(
            note: run.note(of: notebook), reads: run.reads, isRepeatable: true, isSaved: true)
    }

    /// Everything but the files that decides what a run gives.
    private func key(of notebook: Notebook, _ options: SessionOptions) -> [UInt8] {
        Array("\(program)\n\(options.key)\n\(notebook.source.name)\n".utf8) + notebook.source.utf8
    }

    /// One entry for each note and its options: a changed note replaces its own.
    private static func name(of notebook: Notebook, _ options: SessionOptions) -> String {
        CacheKey.name("\(options.key)\n\(notebook.source.name)") + ".run"
    }
}

/// An executed note as it is saved, without the note itself.
private struct SavedRun: Codable {
    let runs: [CellRun]
    let variables: [VariableSummary]
    let prelude: [String]
    let diagnostics: [Diagnostic]
    let reads: [FileRead]
    /// What the cells wrote, by its path.
    let files: [String: Data]

    init(_ run: NoteRun) {
        runs = run.note.runs
        variables = run.note.variables
        prelude = run.note.prelude
        diagnostics = run.note.diagnostics
        reads = run.reads
        files = Dictionary(run.note.files.map { ($0.path, Data($0.bytes)) }) { $1 }
    }

    func note(of notebook: Notebook) -> ExecutedNotebook {
        var note = ExecutedNotebook(
            notebook: notebook, runs: runs, variables: variables, prelude: prelude,
            diagnostics: diagnostics)
        note.files = files.sorted { $0.key < $1.key }.map {
            WrittenFile(path: $0.key, bytes: [UInt8]($0.value))
        }
        return note
    }
}
