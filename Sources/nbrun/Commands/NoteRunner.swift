import Diagnostics
import Execution
import Foundation
import Notebooks
import Rendering

/// Takes one note from its file to its page.
struct NoteRunner {
    let job: Job
    let options: Run
    let templates: TemplateSet
    let reporter: Reporter

    /// Runs the note and writes its page; false when a cell failed unexpectedly.
    func run() throws -> Bool {
        let start = ContinuousClock().now
        let source = try NoteFile.read(job.note)
        if source.utf8.allSatisfy({ $0 <= UInt8(ascii: " ") }) {
            reporter.show(
                Diagnostic(.warning, "\(job.note) is empty", hints: ["the page has no content"]))
        }
        let notebook = try NotebookFile.notebook(of: source)
        var render = try RenderOptions(
            templates: templates, resources: NoteFile.resources(of: job.note))
        render.showsShapes = options.shapes
        // Formulas are set beside the cells.
        if job.format.name == "html", !options.inline { render.typesetter.prepare(notebook) }
        let progress = ProgressLine(note: job.note, reporter: reporter)
        var session = options.cells.session
        session.stopsOnError = options.stopOnError
        let run =
            cache?.run(notebook, options: session) { progress.update($0) }
            ?? NotebookSession.record(notebook, options: session) { progress.update($0) }
        let executed = run.note
        var diagnostics = executed.diagnostics
        if options.inline {
            diagnostics += try record(executed)
        } else {
            let page = try job.format.render(executed, options: render)
            try write(page)
            diagnostics += page.diagnostics
        }
        if let folder = options.allowWrite { try keep(executed.files, in: folder) }
        progress.finish()
        report(run, diagnostics, ContinuousClock().now - start)
        return !executed.runs.contains { $0.status == .failed }
    }

    /// What earlier runs gave, beside the note; nothing is kept for standard input.
    private var cache: RunCache? {
        guard options.cache, job.note != "-" else { return nil }
        return RunCache(CacheFolder(beside: PathParts.folder(of: job.note)))
    }

    private func write(_ page: Page) throws {
        if job.page == "-" {
            FileHandle.standardOutput.write(Data(page.bytes))
        } else {
            try WholeFile.write(page.bytes, to: job.page)
        }
    }

    /// Puts what the cells wrote into a folder, at the paths they gave.
    private func keep(_ files: [WrittenFile], in folder: String) throws {
        for file in files { try WholeFile.write(file.bytes, to: folder + "/" + file.path) }
    }

    /// Writes what the cells show behind them.
    private func record(_ executed: ExecutedNotebook) throws -> [Diagnostic] {
        let ran = executed.runs.indices.filter { executed.runs[$0].status != .skipped }
        return try NoteWriting(executed, at: job.note, cells: Set(ran), isDryRun: false).news
    }

    private func report(
        _ run: NoteRun, _ diagnostics: [Diagnostic], _ duration: Duration
    ) {
        let executed = run.note
        for diagnostic in diagnostics { reporter.show(diagnostic) }
        for run in executed.runs where run.status == .failed {
            for case .error(let report) in run.outputs {
                reporter.show(report.diagnostic)
            }
        }
        if !executed.prelude.isEmpty {
            reporter.say(
                "\(job.note): set for the note: \(executed.prelude.joined(separator: "; "))")
        }
        if let reason = run.reason { reporter.say("\(job.note): \(reason)") }
        reporter.say(summary(of: run, duration))
    }

    private func summary(of run: NoteRun, _ duration: Duration) -> String {
        let count = run.note.runs.count
        let failed = run.note.runs.filter { $0.status == .failed }.count
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        let cells =
            "\(count) cell\(count == 1 ? "" : "s")" + (failed == 0 ? "" : ", \(failed) failed")
        let target = options.inline ? job.note : job.page
        let executed = count - run.savedCells - run.savedBehind
        let saved =
            run.isSaved ? ", nothing executed" : executed < count ? ", \(executed) executed" : ""
        return "\(job.note) → \(target): \(cells)\(saved), \(milliseconds) ms"
    }
}
