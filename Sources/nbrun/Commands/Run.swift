import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebooks
import PythonModules
import Rendering

/// `nbrun [run] NOTE…`: runs notes and writes their pages.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run notes and write their pages (the usual command).")

    @Argument(help: "Markdown notes, folders of notes, or - for standard input.")
    var notes: [String] = []

    @Option(
        name: .shortAndLong,
        help: "Where to write: a file for one note, else a folder; - for standard output.")
    var output: String?

    @Option(help: "What to write: \(OutputFormats.all.map(\.name).joined(separator: " or ")).")
    var to: String = OutputFormats.all[0].name

    @Flag(help: "Write the outputs into the notes themselves, behind their cells, and no pages.")
    var inline = false

    @Option(
        help:
            "Keep the files that cells write in this folder; without it they are gone with the run."
    )
    var allowWrite: String?

    @Option(help: "A folder whose page.mustache, style.css … replace the built-in ones.")
    var template: String?

    @OptionGroup var cells: CellArguments

    @Flag(
        inversion: .prefixedNo, help: "Show the shapes that assignments produced beside the code.")
    var shapes = true

    @Flag(
        inversion: .prefixedNo,
        help: "Keep results in .nbrun/cache beside the note, and run nothing that has not changed.")
    var cache = true

    @Flag(help: "Skip the cells behind the first one that fails.")
    var stopOnError = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(help: "Colours on the terminal: auto, always or never.")
    var color: ColorArgument = .auto

    func validate() throws {
        guard OutputFormats.named(to) != nil else {
            let names = OutputFormats.all.map(\.name)
            let hint = Spelling.nearest(to: to, among: names).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError(
                "There is no format '\(to)'; there are \(names.joined(separator: " and ")).\(hint)")
        }
        guard !inline || output == nil else {
            throw ValidationError("--inline writes into the notes; it takes no --output.")
        }
        guard !notes.isEmpty else {
            throw ValidationError("Name a note, a folder of notes, or - for standard input.")
        }
    }

    func run() throws {
        let reporter = Reporter(
            color: color, isQuiet: quiet, usesStandardOutput: output == "-" || notes == ["-"])
        do {
            let jobs = try JobList(
                notes: notes, output: output,
                format: OutputFormats.named(to) ?? OutputFormats.all[0])
            let templates = try TemplateSet(directory: template)
            var failed = false
            Interrupts.shared.listen()
            for job in jobs.jobs where !Interrupts.shared.wasPressed {
                failed =
                    try !NoteRunner(
                        job: job, options: self, templates: templates, reporter: reporter
                    ).run() || failed
            }
            if let index = jobs.index, !inline {
                try IndexPage(jobs.jobs, at: index, templates: templates).write()
            }
            if Interrupts.shared.wasPressed { throw ExitCode(Interrupts.status) }
            if failed { throw ExitCode(1) }
        } catch let diagnostic as Diagnostic {
            reporter.show(diagnostic)
            throw ExitCode(2)
        }
    }
}

/// `--seed`.
struct SeedArgument: ExpressibleByArgument {
    let policy: SeedPolicy

    init(policy: SeedPolicy) { self.policy = policy }

    init?(argument: String) {
        if argument == "random" {
            policy = .random
        } else if let seed = UInt64(argument) {
            policy = .fixed(seed)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { "\(SeedPolicy.usual)" }
}

/// `--color`.
enum ColorArgument: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

extension Parameters.Assignment: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
