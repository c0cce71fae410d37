import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebooks
import PythonModules
import Recordings

/// `nbrun test NOTE…`: holds notes to the outputs recorded in them.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold notes to the outputs recorded in them.",
        discussion: """
            An output is recorded behind its cell: in a ```output fence (or a ```text or plain one), behind the \
            prompt of a transcript, or in the outputs of an .ipynb.

            Text is compared to the letter first. Where it differs, numbers with a point may lie apart by \
            --rtol and --atol, addresses and id() values must only be equal where they were equal, durations \
            and progress bars are ignored, and ... stands for anything. Values that no seed fixes are compared by \
            their shape: nbrun runs the note again with other random numbers and sees which ones change.

            In a cell, `#| test: exact`, `close`, `shape` or `skip` and `#| rtol: 1e-3` override the options.

              nbrun test notes.md               say what differs; the exit status is 1 then
              nbrun test notes.md --accept      write what the cells show now into the note
              nbrun test notebooks --junit report.xml
            """)

    @Argument(help: "Notes, folders of notes, or - for standard input.")
    var notes: [String] = []

    @Flag(help: "Write new and changed outputs into the notes.")
    var accept = false

    @Flag(help: "With --accept: show what would be written, and write nothing.")
    var dryRun = false

    @Option(help: "For cells that say nothing: exact, close, shape or skip.")
    var mode: ModeArgument = ModeArgument(mode: .close)

    @Option(help: "How far a number may lie from the recorded one, as a part of it.")
    var rtol: Double = Tolerance.usual.relative

    @Option(help: "How far a number may lie from the recorded one in any case.")
    var atol: Double = Tolerance.usual.absolute

    @Option(
        help:
            "Report only the cells with this label or number, or the notes with this in their path."
    )
    var only: String?

    @Option(help: "Notes that are run at the same time.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "One part of the notes, as in 1/4.")
    var shard: ShardArgument?

    @Option(help: "Write a JUnit report to this file.")
    var junit: String?

    @Option(help: "Write a JSON report to this file; - for standard output.")
    var json: String?

    @Flag(help: "Test again whenever a note changes, until interrupted.")
    var watch = false

    @Flag(
        inversion: .prefixedNo,
        help: "Keep results in .nbrun/cache beside the notes, and run only what has changed.")
    var cache = true

    @OptionGroup var cells: CellArguments

    @Flag(name: .shortAndLong, help: "Say nothing but what differs.")
    var quiet = false

    @Option(help: "Colours on the terminal: auto, always or never.")
    var color: ColorArgument = .auto

    func validate() throws {
        guard !notes.isEmpty else {
            throw ValidationError("Name a note, a folder of notes, or - for standard input.")
        }
        guard rtol >= 0, atol >= 0 else { throw ValidationError("A tolerance is a number from 0.") }
        guard jobs > 0 else { throw ValidationError("--jobs is a number from 1.") }
        guard accept || !dryRun else { throw ValidationError("--dry-run belongs to --accept.") }
        guard !watch || !notes.contains("-") else {
            throw ValidationError("Standard input cannot be watched.")
        }
    }

    func run() throws {
        let reporter = Reporter(
            color: color, isQuiet: quiet, usesStandardOutput: json == "-")
        do {
            Interrupts.shared.listen()
            let tester = NoteTester(options: self, reporter: reporter)
            var passed = try tester.test()
            while watch, !Interrupts.shared.wasPressed {
                try NoteWatch(notes).waitForChange()
                passed = try tester.test()
            }
            if Interrupts.shared.wasPressed { throw ExitCode(Interrupts.status) }
            if !passed { throw ExitCode(1) }
        } catch let diagnostic as Diagnostic {
            reporter.show(diagnostic)
            throw ExitCode(2)
        }
    }
}

/// `--mode`.
struct ModeArgument: ExpressibleByArgument {
    let mode: CellOptions.TestMode

    init(mode: CellOptions.TestMode) { self.mode = mode }

    init?(argument: String) {
        guard let mode = CellOptions.TestMode(rawValue: argument) else { return nil }
        self.mode = mode
    }

    var defaultValueDescription: String { mode.rawValue }
}

/// `--shard I/N`.
struct ShardArgument: ExpressibleByArgument {
    /// From 0.
    let index: Int
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "/").map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count > 0,
            (1...count).contains(index)
        else { return nil }
        (self.index, self.count) = (index - 1, count)
    }

    /// Every `count`-th item: neighbours, which are often alike, go to different shards.
    func part<Item>(of items: [Item]) -> [Item] {
        items.enumerated().filter { $0.offset % count == index }.map(\.element)
    }
}
