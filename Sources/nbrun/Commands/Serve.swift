import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Sites

/// `nbrun serve FOLDER`: shows a site while its notes are written.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a folder of notes as a site, and follow what is written.",
        discussion: """
            The pages are shown to this machine only. When a note is saved, it is run again and the open pages show \
            the new result where they stand; what is wrong stands at their foot until it is right. Ctrl-C ends it.

              nbrun serve notebooks
            """)

    @OptionGroup var site: SiteArguments

    @Option(help: "The port to listen at.")
    var port: UInt16 = 8000

    @Option(help: "The IP address to listen at, for other machines to see the pages.")
    var host: String = Serve.loopback

    @Flag(inversion: .prefixedNo, help: "Open the home page in a browser.")
    var open = true

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(help: "Colours on the terminal: auto, always or never.")
    var color: ColorArgument = .auto

    static let loopback = "127.0.0.1"

    func run() throws {
        let reporter = Reporter(color: color, isQuiet: quiet, usesStandardOutput: false)
        do {
            Interrupts.shared.listen()
            try SitePreview(self, reporter: reporter).run()
        } catch let diagnostic as Diagnostic {
            reporter.show(diagnostic)
            throw ExitCode(2)
        }
    }
}
