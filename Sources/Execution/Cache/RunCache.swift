import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// Runs notes, and takes what an earlier run gave where nothing that decides it has changed.
///
/// The key of a run is the program, the options, the note's path, its seed and prelude, and its cells with their
/// options; what stands between the cells decides nothing. Beside the run stands what the note read from its folder,
/// with the answers, and the lines of its cells where the result names one. A run that read the clock or drew its
/// own seed is not kept.
package struct RunCache: Sendable {
    private let folder: CacheFolder
    private let program: String
    /// Seconds that cells must have taken for the state behind them to be kept; 0 for every state.
    var leastSeconds = StateKeeping.usualLeast

    /// Nil where the program cannot be told from another build.
    package init?(_ folder: CacheFolder) {
        guard let program = CacheKey.program() else { return nil }
        self.folder = folder
        self.program = program
    }

    /// The note's run: an earlier one, or a new one from the first changed cell on, which is kept.
    package func run(
        _ notebook: Notebook, options: SessionOptions,
        progress: @escaping @Sendable (SessionProgress) -> Void = { _ in }
    ) -> NoteRun {
        run(notebook, options: options) {
            guard !options.seed.isRandom else {
                return NotebookSession.record(notebook, options: options, progress: progress)
            }
            return CellCache(
                folder, name: Self.baseName(of: notebook, options), program: program, notebook,
                options, least: leastSeconds
            ).run(progress: progress)
        }
    }

    /// The note's run: an earlier one, or what `execute` gives, which is kept.
    package func run(
        _ notebook: Notebook, options: SessionOptions, execute: () -> NoteRun
    ) -> NoteRun {
        let key = key(of: notebook, options)
        let name = Self.baseName(of: notebook, options) + ".run"
        if let saved = saved(key, as: name, notebook) { return saved }
        let run = execute()
        if run.isRepeatable, let payload = try? JSONEncoder().encode(SavedRun(run)) {
            folder.save([UInt8](payload), as: name, key: key)
        }
        return run
    }

    private func saved(_ key: [UInt8], as name: String, _ notebook: Notebook) -> NoteRun? {
        guard let payload = folder.entry(name, key: key),
            let run = try? JSONDecoder().decode(SavedRun.self, from: Data(payload)),
            run.reads.allSatisfy(\.isCurrent), run.lines.map({ $0 == notebook.cellLines }) ?? true
        else { return nil }
        var result = NoteRun(
            note: run.note(of: notebook), reads: run.reads, seesLines: run.lines != nil,
            isRepeatable: true)
        result.isSaved = true
        result.savedCells = run.runs.count
        return result
    }

    /// Everything but the files and the lines that decides what a run gives.
    private func key(of notebook: Notebook, _ options: SessionOptions) -> [UInt8] {
        let note = notebook.frontMatter
        var key = KeyBytes()
        for text in [
            program, options.key, notebook.source.name, "\(note.seed as UInt64?)",
            "\(note.prelude as Bool?)",
        ] { key.add(text.utf8) }
        for cell in notebook.cells {
            key.add("\(cell.prompt as Int?) \(cell.options)".utf8)
            key.add(cell.source.utf8)
        }
        return key.bytes
    }

    /// What the entries of a note and its options are called: a changed note replaces its own.
    private static func baseName(of notebook: Notebook, _ options: SessionOptions) -> String {
        CacheKey.name("\(options.key)\n\(notebook.source.name)")
    }
}

/// An executed note as it is saved, without the note itself.
private struct SavedRun: Codable {
    let runs: [CellRun]
    let variables: [VariableSummary]
    let prelude: [String]
    let diagnostics: [Diagnostic]
    let reads: [FileRead]
    /// Where the cells' lines stood; nil where nothing in the run tells.
    let lines: [[SourcePosition]]?
    /// What the cells wrote, by its path.
    let files: [String: Data]

    init(_ run: NoteRun) {
        runs = run.note.runs
        variables = run.note.variables
        prelude = run.note.prelude
        // What the reading of the note has to say is said again when it is read again.
        diagnostics = Array(
            run.note.diagnostics.dropFirst(run.note.notebook.diagnostics.count))
        reads = run.reads
        lines = run.seesLines ? run.note.notebook.cellLines : nil
        files = Dictionary(run.note.files.map { ($0.path, Data($0.bytes)) }) { $1 }
    }

    func note(of notebook: Notebook) -> ExecutedNotebook {
        var note = ExecutedNotebook(
            notebook: notebook, runs: runs, variables: variables, prelude: prelude,
            diagnostics: notebook.diagnostics + diagnostics)
        note.files = files.sorted { $0.key < $1.key }.map {
            WrittenFile(path: $0.key, bytes: [UInt8]($0.value))
        }
        return note
    }
}

extension Notebook {
    /// Where the lines of each cell stand in the file.
    fileprivate var cellLines: [[SourcePosition]] { cells.map { $0.source.origin?.lines ?? [] } }
}
