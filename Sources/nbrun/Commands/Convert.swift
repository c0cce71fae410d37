import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebooks
import Recordings
import Rendering

/// `nbrun convert NOTE -o FILE`: turns one form of a note into another without running it.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Turn a note into Markdown, a transcript or a Jupyter notebook, without running it.",
        discussion: """
            The recorded outputs come along. What the new form cannot hold is said.

              nbrun convert notes.md -o notes.ipynb
              nbrun convert notes.ipynb -o notes.md
              nbrun convert notes.md --to transcript -o -
            """)

    @Argument(help: "A note, or - for standard input.")
    var note: String

    @Option(name: .shortAndLong, help: "The file to write; - for standard output.")
    var output: String

    @Option(help: "The form: markdown, transcript or ipynb; the output's ending says it otherwise.")
    var to: NoteForm?

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(help: "Colours on the terminal: auto, always or never.")
    var color: ColorArgument = .auto

    func run() throws {
        let reporter = Reporter(color: color, isQuiet: quiet, usesStandardOutput: output == "-")
        do {
            let notebook = try NotebookFile.notebook(of: try NoteFile.read(note))
            let (bytes, losses) = try converted(notebook)
            for loss in losses {
                reporter.show(Diagnostic(.warning, "\(note): lost on the way: \(loss)"))
            }
            if output == "-" {
                FileHandle.standardOutput.write(Data(bytes))
            } else {
                try WholeFile.write(bytes, to: output)
            }
        } catch let diagnostic as Diagnostic {
            reporter.show(diagnostic)
            throw ExitCode(2)
        }
    }

    private var form: NoteForm { to ?? (output.hasSuffix(".ipynb") ? .ipynb : .markdown) }

    private func converted(_ notebook: Notebook) throws -> (bytes: [UInt8], losses: [String]) {
        if notebook.jupyter == nil { return try converted(markdown: notebook) }
        if form == .ipynb { return (notebook.source.utf8, []) }
        let note = try MarkdownOfNotebook(notebook)
        guard form == .transcript else { return (Array(note.text.utf8), note.losses) }
        let again = NotebookReader.read(SourceText(name: notebook.source.name, text: note.text))
        let forms = CellForms.transcript(in: again)
        return (forms.bytes, note.losses + forms.losses)
    }

    private func converted(
        markdown notebook: Notebook
    ) throws -> (bytes: [UInt8], losses: [String]) {
        switch form {
        case .markdown:
            let forms = CellForms.fences(in: notebook)
            return (forms.bytes, forms.losses)
        case .transcript:
            let forms = CellForms.transcript(in: notebook)
            return (forms.bytes, forms.losses)
        case .ipynb:
            let options = try RenderOptions(templates: TemplateSet(directory: nil))
            let page = try OutputFormats.named("ipynb")?.render(
                ExecutedNotebook(recordedIn: notebook), options: options)
            return (page?.bytes ?? [], [])
        }
    }
}

/// `--to` of `convert`.
enum NoteForm: String, ExpressibleByArgument, CaseIterable {
    case markdown, transcript, ipynb
}
