import ArgumentParser
import Foundation

/// `nbrun`: one command for each thing a note's author wants done.
@main
struct NBRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nbrun",
        abstract: "Runs Markdown notes with Python cells and writes finished pages.",
        discussion: """
            Every cell runs in a Python of nbrun's own, with tensors, Keras layers and NumPy: no Python, \
            TensorFlow or Jupyter is needed, and nothing is loaded from the network.

              nbrun notes.md                    writes notes.html beside the note
              nbrun notes.md -o page.html       writes where you say
              nbrun notebooks -o site           every note of a folder, with an index page
              nbrun notes.md --to ipynb         a Jupyter notebook with the outputs
              cat notes.md | nbrun -            from standard input to standard output
              nbrun notes.md --inline           writes the outputs into the note itself
              nbrun test notes.md               holds a note to the outputs recorded in it
              nbrun build notebooks -o site     a site with navigation and search
              nbrun serve notebooks             the same while you write, in the browser
              nbrun convert notes.md -o n.ipynb turns one form into another without running

            The exit status is 0 when every cell ended as it should, 1 when a cell failed (unless it says \
            `#| error: true`), and 2 when nbrun was called wrongly.
            """,
        version: Version.text,
        subcommands: [
            Run.self, Test.self, Convert.self, Build.self, Serve.self, RunCells.self, Manual.self,
        ],
        defaultSubcommand: Run.self)

    /// The status of a call that names no note, an unknown option or an impossible value.
    private static let usageStatus: Int32 = 2

    static func main() {
        // A file that may not grow is a mistake to be told, not a reason to die in the middle of it.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch  where exitCode(for: error) == .validationFailure {
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(usageStatus)
        } catch {
            exit(withError: error)
        }
    }
}
