import ArgumentParser
import Execution

/// What a preview starts for a note that is being written; nothing for a person to call.
struct RunCells: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: LiveNote.command,
        abstract: "Run cells for another nbrun process.", shouldDisplay: false)

    func run() { CheckpointProcess.serve() }
}
