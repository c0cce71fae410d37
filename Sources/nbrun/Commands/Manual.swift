import ArgumentParser
import Foundation

/// `nbrun manual`: prints the manual page, for those who install the program.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the manual page in the macros of mdoc(7).", shouldDisplay: false)

    func run() throws {
        let description = try JSONDecoder().decode(
            ToolDescription.self, from: Data(NBRun._dumpHelp().utf8))
        print(
            ManualPage(description, usual: Run._commandName, version: Version.text).text,
            terminator: "")
    }
}
