import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// A note that is run again and again while it is written, each time from the first cell on that has changed.
///
/// What is left standing before that cell is a process (`CheckpointProcess`) in which the cells before it have run.
/// They are not run again while the same program runs them, from the same beginning, at the same lines, and while
/// the files that they read have not changed; a cell that read the clock is run again every time.
package final class LiveNote {
    private let program: String
    private var worker: WorkerProcess?
    /// What decides the state before the first cell.
    private var beginning = ""
    private var cells: [KeptCell] = []
    private var end: EndEvent?

    /// `program` is the path of `nbrun`.
    package init(program: String) { self.program = program }

    deinit { worker?.end() }

    /// The note's run, and the first cell that was executed for it; nil where no process can run it.
    package func run(_ notebook: Notebook, options: SessionOptions) -> (run: NoteRun, first: Int)? {
        let beginning = NoteBeginning.text(of: notebook, options)
        if worker == nil || beginning != self.beginning { restart(beginning) }
        let keys = notebook.cells.map(CellKey.init)
        let first = min(reusableCount(for: keys), keys.count)
        let isSame = first == keys.count && cells.count == keys.count && end != nil
        if !isSame {
            cells.removeLast(cells.count - first)
            guard execute(notebook, options, from: first, keys) else {
                restart("")
                return nil
            }
        }
        guard let end else { return nil }
        return (result(of: notebook, options, end, isSaved: isSame), first)
    }

    private func restart(_ beginning: String) {
        worker?.end()
        worker = nil
        (cells, end, self.beginning) = ([], nil, beginning)
    }

    /// How many cells from the first on need not run again.
    private func reusableCount(for keys: [CellKey]) -> Int {
        var known: [FileRead: Bool] = [:]
        for (index, (kept, key)) in zip(cells, keys).enumerated() {
            let event = kept.event
            let isCurrent = event.reads.allSatisfy { read in
                let answer = known[read] ?? read.isCurrent
                known[read] = answer
                return answer
            }
            if kept.key != key || event.hasReadClock || event.wasInterrupted || !isCurrent {
                return index
            }
        }
        return min(cells.count, keys.count)
    }

    private func execute(
        _ notebook: Notebook, _ options: SessionOptions, from first: Int, _ keys: [CellKey]
    ) -> Bool {
        end = nil
        if worker == nil { worker = WorkerProcess(program) }
        guard let socket = worker?.socket,
            socket.send(RunRequest(notebook, options: options, first: first))
        else { return false }
        while let event = socket.receive(RunEvent.self) {
            switch event {
            case .cell(let event):
                guard cells.count < keys.count else { return false }
                cells.append(KeptCell(key: keys[cells.count], event: event))
            case .end(let event):
                end = event
                return cells.count == keys.count
            case .failed: return false
            }
        }
        return false
    }

    private func result(
        of notebook: Notebook, _ options: SessionOptions, _ end: EndEvent, isSaved: Bool
    ) -> NoteRun {
        var run = NoteRun(notebook, options, cells.map(\.event), end)
        run.isSaved = isSaved
        return run
    }

    private struct KeptCell {
        let key: CellKey
        let event: CellEvent
    }
}

/// A process of this program that runs one note.
private final class WorkerProcess {
    let socket: MessageSocket
    private let number: pid_t

    init?(_ program: String) {
        guard let (here, there) = MessageSocket.pair() else { return nil }
        defer { there.close() }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for end in [STDIN_FILENO, STDOUT_FILENO] {
            posix_spawn_file_actions_adddup2(&actions, there.descriptor, end)
        }
        let arguments: [UnsafeMutablePointer<CChar>?] = [
            strdup(program), strdup(LiveNote.command), nil,
        ]
        defer { for argument in arguments { free(argument) } }
        var number: pid_t = 0
        guard posix_spawn(&number, program, &actions, nil, arguments, environ) == 0 else {
            here.close()
            return nil
        }
        (socket, self.number) = (here, number)
    }

    /// The processes behind it end by themselves when the way to them is closed.
    func end() {
        socket.close()
        var status: Int32 = 0
        waitpid(number, &status, 0)
    }
}

extension LiveNote {
    /// The command with which `nbrun` becomes a `CheckpointProcess`.
    package static let command = "run-cells"
}
