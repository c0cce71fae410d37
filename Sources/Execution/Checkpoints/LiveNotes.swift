import Foundation
import Notebooks

/// The notes that somebody is writing: a note that is run a second time is kept ready for the third.
package final class LiveNotes: @unchecked Sendable {
    private let lock = NSLock()
    private let program: String
    private var seen: Set<String> = []
    /// The notes that are ready, the one that was run last at the end.
    private var ready: [(name: String, note: LiveNote)] = []

    /// Somebody writes one note, and perhaps another beside it.
    private static let mostReady = 2

    /// Nil where the running program is not known.
    package init?() {
        guard
            let program = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe")
        else { return nil }
        self.program = program
    }

    /// The note's run, from the first changed cell on where it is known.
    package func run(_ notebook: Notebook, options: SessionOptions) -> NoteRun {
        note(named: notebook.source.name, options)?.run(notebook, options: options)?.run
            ?? NotebookSession.record(notebook, options: options)
    }

    private func note(named name: String, _ options: SessionOptions) -> LiveNote? {
        lock.lock()
        defer { lock.unlock() }
        guard !seen.insert(name).inserted, !options.seed.isRandom else { return nil }
        let known = ready.first { $0.name == name }?.note ?? LiveNote(program: program)
        ready.removeAll { $0.name == name }
        ready.append((name, known))
        if ready.count > Self.mostReady { ready.removeFirst() }
        return known
    }
}
