import Diagnostics
import Foundation
import Notebooks
import PythonModules
import PythonRuntime

/// Runs the cells of one notebook in order, in one interpreter.
package final class NotebookSession {
    private(set) var notebook: Notebook
    let options: SessionOptions
    package let python: Interpreter
    private let recorder: OutputRecorder
    var listing: VariableListing
    let history: ResultHistory
    private let channel: DisplayChannel
    private let blockMagics: BlockMagics
    var number = 0
    /// The number of each cell that has run, by where its lines stand.
    var numbers: [LineOrigin: Int] = [:]
    /// What was said about the cells that have run.
    var diagnostics: [Diagnostic] = []
    var prelude: [String] = []
    /// Whether a failure ended the note, so that the cells behind it do not run.
    var hasStopped = false
    private var hasReadClock = false
    /// What modules had to say about the cell that runs.
    private var remarks: [String] = []

    /// Runs a notebook on a thread of its own.
    package static func run(
        _ notebook: Notebook, options: SessionOptions = SessionOptions(),
        progress: @escaping @Sendable (SessionProgress) -> Void = { _ in }
    ) -> ExecutedNotebook {
        record(notebook, options: options, progress: progress).note
    }

    /// Runs a notebook on a thread of its own, and tells what else decided the result.
    package static func record(
        _ notebook: Notebook, options: SessionOptions,
        progress: @escaping @Sendable (SessionProgress) -> Void = { _ in }
    ) -> NoteRun {
        InterpreterThread.run {
            let python = Interpreter()
            // The session goes first: what it holds are values of the interpreter.
            defer { python.close() }
            return record(notebook, options: options, in: python, progress: progress)
        }
    }

    /// Runs a notebook in an interpreter of its own, and holds nothing of it afterwards.
    static func record(
        _ notebook: Notebook, options: SessionOptions, in python: Interpreter,
        progress: (SessionProgress) -> Void
    ) -> NoteRun {
        let session = NotebookSession(notebook, options: options, in: python)
        let note = session.run(progress)
        return NoteRun(
            note: note, reads: FileRead.all(of: python),
            seesLines: session.seesLines || !session.mistakes.isEmpty,
            isRepeatable: !session.hasReadClock && !options.seed.isRandom
                && !python.interruption.wasRequested)
    }

    init(_ notebook: Notebook, options: SessionOptions, in python: Interpreter = Interpreter()) {
        self.python = python
        self.notebook = notebook
        self.options = options
        recorder = OutputRecorder(python)
        blockMagics = BlockMagics(python, recorder)
        listing = VariableListing(python)
        history = ResultHistory(python)
        InteractiveFunctions.define(in: python)
        channel = DisplayChannel.of(python)
        let seed = notebook.frontMatter.seed.map(SeedPolicy.fixed) ?? options.seed
        PythonModules.install(
            in: python, seed: seed, folder: NoteFolder(of: notebook.source.name).path,
            syntheticData: options.syntheticData)
        channel.publish = { [recorder] in recorder.display($0) }
        channel.clear = { [recorder] in recorder.clear(waits: $0) }
        channel.remark = { [unowned self] remark in
            if !remarks.contains(remark) { remarks.append(remark) }
        }
        python.runForeignLine = { [weak self] in try self?.blockMagics.run($0) ?? false }
        channel.plainText = { try PrettyPrinter.text(of: $0, in: $1) }
    }

    private func run(_ progress: (SessionProgress) -> Void) -> ExecutedNotebook {
        begin()
        let count = notebook.cells.count
        let runs = notebook.cells.map { cell in
            progress(SessionProgress(cell: cell.index + 1, count: count))
            return step(cell)
        }
        progress(SessionProgress(cell: count + 1, count: count))
        var executed = ExecutedNotebook(
            notebook: notebook, runs: runs, variables: listing.all(),
            prelude: prelude + options.parameters.lines,
            diagnostics: notebook.diagnostics + mistakes + diagnostics)
        executed.files = NoteFolderAccess.of(python).written.map {
            WrittenFile(path: $0.path, bytes: $0.bytes)
        }
        return executed
    }

    /// Does what is to be done before the first cell.
    func begin() {
        options.onStart?(python.interruption)
        prelude = importPrelude()
        if parametersCell == nil { setParameters() }
    }

    /// The cell in whose place the parameters of the command line stand.
    private var parametersCell: Int? {
        notebook.cells.first(where: \.options.isParameters)?.index
    }

    /// Runs a cell, or skips it.
    private func step(_ cell: Cell) -> CellRun {
        let run = hasStopped || !cell.options.eval ? skip(cell) : self.run(cell)
        if cell.index == parametersCell { setParameters() }
        if run.status == .failed, options.stopsOnError || isInterrupted(run) { hasStopped = true }
        return run
    }

    private var mistakes: [Diagnostic] { options.parameters.mistakes(in: notebook) }

    /// Whether something in the result says on which lines of the file the cells stand.
    private var seesLines: Bool { python.hasReadLines || !diagnostics.isEmpty }

    // MARK: Cell by cell

    /// Goes on with another state of the note, in which the cells that have run are the same.
    func take(_ notebook: Notebook) { self.notebook = notebook }

    /// Runs a cell, and tells what the run depends on.
    func event(of cell: Cell) -> CellEvent {
        let said = diagnostics.count
        let run = step(cell)
        return CellEvent(
            run: run, diagnostics: Array(diagnostics[said...]), reads: FileRead.all(of: python),
            hasReadClock: hasReadClock, wasInterrupted: python.interruption.wasRequested,
            seesLines: seesLines)
    }

    /// What is known when all cells have run.
    var endEvent: EndEvent {
        let files = NoteFolderAccess.of(python).written.map { ($0.path, Data($0.bytes)) }
        return EndEvent(
            variables: listing.all(), prelude: prelude + options.parameters.lines,
            diagnostics: mistakes, files: Dictionary(files) { $1 })
    }

    // MARK: Prelude

    private func importPrelude() -> [String] {
        guard options.prelude, notebook.frontMatter.prelude != false else { return [] }
        let imports = Prelude.imports(for: notebook.cells)
        for line in imports {
            try? python.run(SourceText(name: "<prelude>", text: line))
        }
        return imports
    }

    private func setParameters() {
        for line in options.parameters.lines {
            try? python.run(SourceText(name: "<parameters>", text: line))
        }
    }

    // MARK: Cells

    private func skip(_ cell: Cell) -> CellRun {
        CellRun(number: cell.prompt ?? number, status: .skipped)
    }

    private func run(_ cell: Cell) -> CellRun {
        number = cell.prompt ?? number + 1
        if let origin = cell.source.origin { numbers[origin] = number }
        let clock = ContinuousClock()
        let start = clock.now
        recorder.begin()
        history.begin(cell.source.text, number: number)
        let magic = MagicCell(cell.source)
        let watch = CellWatch(options.limits, interrupting: python.interruption)
        var assignments: [Assignment] = []
        var failure: PythonError?
        do {
            for part in magic.parts { try run(part, of: cell.source, &assignments) }
            watch.end()
            try showResult(isSilent: magic.isSilent)
        } catch {
            watch.end()
            failure = python.pythonError(error)
        }
        if let failure {
            if let hint = watch.hint { failure.exception.hints.append(hint) }
            recorder.fail(report(failure))
        }
        showOpenFigures(after: &failure)
        takeRemarks(on: cell.source)
        let duration = clock.now - start
        return CellRun(
            number: number, status: status(of: failure, in: cell), outputs: recorder.end(),
            variables: listing.changed(assigned: assignments.map(\.name)),
            shapeNotes: ShapeNotes(python).notes(for: assignments, in: magic.source),
            duration: seconds(duration), sources: sources())
    }

    private func takeRemarks(on source: SourceText) {
        let place = Diagnostic.Place(SourceSpan(0, 1), in: source)
        for remark in remarks { diagnostics.append(Diagnostic(.note, remark, at: place)) }
        remarks = []
    }

    private func sources() -> [VaryingSource] {
        hasReadClock = hasReadClock || python.hasReadClock
        return python.takeVaryingCalls().map {
            VaryingSource(
                kind: $0.kind == .clock ? .clock : .random, call: $0.call, line: $0.position.line)
        }
    }

    /// Whether somebody ended the cell by hand, and means the rest of the note too.
    private func isInterrupted(_ run: CellRun) -> Bool {
        run.outputs.contains {
            if case .error(let report) = $0 { report.name == "KeyboardInterrupt" } else { false }
        }
    }

    /// Runs Python of a cell, or does what a magic line asks for.
    private func run(
        _ part: MagicCell.Part, of cell: SourceText, _ assignments: inout [Assignment]
    ) throws {
        var made: [Assignment] = []
        defer { assignments += made }
        func execute(_ code: SourceText) throws {
            let result = python.runCell(code, shownAs: cell)
            diagnostics += blockMagics.takeDiagnostics()
            made += result.assignments
            if let failure = result.failure { throw failure }
        }
        switch part {
        case .python(let code): try execute(code)
        case .magic(let line, let number, let code):
            python.displayed = nil
            let start = cell.lineStarts[number - 1]
            let span = SourceSpan(start, start + cell.line(number).utf8.count)
            var runner = MagicRunner(python, recorder, run: execute)
            defer { diagnostics += runner.diagnostics }
            do {
                try runner.perform(line, code: code, at: Diagnostic.Place(span, in: cell))
            } catch let failure as PythonError where failure.exception.trace.isEmpty {
                failure.exception.trace = [
                    TraceEntry(source: cell, function: "<module>", span: span)
                ]
                throw failure
            }
        }
    }

    private func status(of failure: PythonError?, in cell: Cell) -> CellRun.Status {
        guard failure != nil else { return .succeeded }
        return cell.options.error ? .failedAsExpected : .failed
    }

    private func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    private func showResult(isSilent: Bool) throws {
        guard let value = python.displayed, !value.isNone, !isSilent else { return }
        python.displayed = nil
        var bundle = try channel.representations(of: value, in: python)
        bundle["text/plain"] = try PrettyPrinter.text(of: value, in: python)
        recorder.result(bundle)
        history.remember(value, number: number)
    }

    /// What a cell has drawn and not shown stands below it, even where the cell failed.
    private func showOpenFigures(after failure: inout PythonError?) {
        do {
            try channel.endCell()
        } catch {
            guard failure == nil else { return }
            let drawing = python.pythonError(error)
            recorder.fail(report(drawing))
            failure = drawing
        }
    }

    private func report(_ failure: PythonError) -> ErrorReport {
        ErrorReporter(python, numbers: numbers).report(failure.exception)
    }
}
