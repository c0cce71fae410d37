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
        let executed = NotebookSession.run(notebook, options: session) { progress.update($0) }
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
        report(executed, diagnostics, ContinuousClock().now - start)
        return !executed.runs.contains { $0.status == .failed }
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
        _ executed: ExecutedNotebook, _ diagnostics: [Diagnostic], _ duration: Duration
    ) {
        for diagnostic in diagnostics { reporter.show(diagnostic) }
        for run in executed.runs where run.status == .failed {
            for case .error(let report) in run.outputs {
                reporter.show(Self.diagnostic(of: report))
            }
        }
        if !executed.prelude.isEmpty {
            reporter.say(
                "\(job.note): set for the note: \(executed.prelude.joined(separator: "; "))")
        }
        reporter.say(summary(of: executed, duration))
    }

    /// A cell's error in one diagnostic, at the innermost place that is in the note.
    private static func diagnostic(of report: ErrorReport) -> Diagnostic {
        let frame = report.frames.last
        let place = frame.map {
            Diagnostic.Place(file: $0.file, position: $0.position, excerpt: $0.excerpt)
        }
        let message = report.value.isEmpty ? report.name : "\(report.name): \(report.value)"
        return Diagnostic(.error, message, at: place, hints: report.hints)
    }

    private func summary(of executed: ExecutedNotebook, _ duration: Duration) -> String {
        let count = executed.runs.count
        let failed = executed.runs.filter { $0.status == .failed }.count
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        let cells =
            "\(count) cell\(count == 1 ? "" : "s")" + (failed == 0 ? "" : ", \(failed) failed")
        let target = options.inline ? job.note : job.page
        return "\(job.note) → \(target): \(cells), \(milliseconds) ms"
    }
}
