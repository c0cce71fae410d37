import Diagnostics
import Execution
import Foundation
import Notebooks
import PythonModules
import PythonRuntime
import Recordings

/// Runs notes, compares, reports, and records where that is asked for.
struct NoteTester {
    let options: Test
    let reporter: Reporter

    /// Tests all notes; false when one differs from its recorded outputs.
    func test() throws -> Bool {
        let notes = try notes()
        let results = Parallel.map(notes, jobs: options.jobs) { note in
            Result { try tested(note) }
        }
        var verdicts: [NoteVerdict] = []
        for result in results {
            let tested = try result.get()
            verdicts.append(tested.verdict)
            report(tested)
        }
        if verdicts.count > 1 { reporter.say(text.total(of: verdicts), end: "") }
        try writeReports(verdicts)
        return verdicts.allSatisfy(\.failures.isEmpty)
    }

    private func notes() throws -> [String] {
        let found = try NoteList(options.notes).notes
        let named = found.filter { note in options.only.map { note.contains($0) } ?? true }
        let wanted = named.isEmpty ? found : named
        return options.shard?.part(of: wanted) ?? wanted
    }

    // MARK: One note

    /// A tested note and what was said about writing it.
    private struct Tested: Sendable {
        var verdict: NoteVerdict
        let source: SourceText
        var news: [Diagnostic] = []
        /// Why cells ran that had not changed.
        let reason: RunReason?
    }

    private func tested(_ path: String) throws -> Tested {
        let notebook = try NotebookFile.notebook(of: NoteFile.read(path))
        let run = run(notebook, seed: options.cells.seed.policy)
        let executed = run.note
        let check = NoteCheck(
            CheckOptions(
                mode: options.mode.mode,
                tolerance: Tolerance(relative: options.rtol, absolute: options.atol),
                identities: Interpreter.identityRange))
        let verdict = check.verdict(on: executed) {
            // Any other seed will do; one that is fixed gives the same verdict on every run.
            self.run(notebook, seed: .fixed(~SeedPolicy.usual)).note
        }
        var tested = Tested(
            verdict: options.only.map(verdict.only) ?? verdict, source: notebook.source,
            reason: run.reason)
        tested.news = executed.diagnostics.filter { $0.severity == .error }
        if options.accept { try accept(executed, at: path, &tested) }
        return tested
    }

    private func run(_ notebook: Notebook, seed: SeedPolicy) -> NoteRun {
        var session = options.cells.session
        session.seed = seed
        let path = notebook.source.name
        guard options.cache, path != "-",
            let cache = RunCache(CacheFolder(beside: PathParts.folder(of: path)))
        else { return NotebookSession.record(notebook, options: session) }
        return cache.run(notebook, options: session)
    }

    // MARK: Recording

    private func accept(
        _ executed: ExecutedNotebook, at path: String, _ tested: inout Tested
    ) throws {
        let changed = tested.verdict.cells.filter(\.isAcceptable)
        guard !changed.isEmpty else { return }
        let writing = try NoteWriting(
            executed, at: path, cells: Set(changed.map(\.cell.index)), isDryRun: options.dryRun)
        tested.news += writing.news
        if !options.dryRun { tested.verdict = tested.verdict.accepting(writing.written) }
    }

    // MARK: Reports

    private var text: TextReport { TextReport(colored: reporter.isColored) }

    private func report(_ tested: Tested) {
        let all = text.text(of: tested.verdict, source: tested.source)
        if !options.quiet || !tested.verdict.failures.isEmpty { reporter.write(all) }
        for diagnostic in tested.news { reporter.show(diagnostic) }
        if let reason = tested.reason { reporter.say("\(tested.source.name): \(reason)") }
        if ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true" {
            FileHandle.standardOutput.write(Data(AnnotationReport.text(of: tested.verdict).utf8))
        }
    }

    private func writeReports(_ verdicts: [NoteVerdict]) throws {
        if let path = options.junit {
            try WholeFile.write(Array(JUnitReport.text(of: verdicts).utf8), to: path)
        }
        guard let path = options.json else { return }
        let bytes = Array(JSONReport.text(of: verdicts).utf8)
        if path == "-" {
            FileHandle.standardOutput.write(Data(bytes))
        } else {
            try WholeFile.write(bytes, to: path)
        }
    }
}
