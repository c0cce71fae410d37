import Foundation
import Notebooks
import PythonRuntime
import Tensors

/// A process that runs a note's cells and stays behind, as it is, before each of them: to run the note from there once
/// more, however the cells from there on have changed.
///
/// Before a cell the process makes a copy of itself. The copy runs the cell and goes on; the process itself waits.
/// Whatever the cells before could have changed — values and what they share, generators and random numbers half
/// used, layers, optimizers, counters of names — is memory of the process, and the system copies all of it. A
/// process that waits hands on what is meant for one further along; when the way to it is closed, it ends, and
/// with it those that it made.
package final class CheckpointProcess {
    private var input: MessageSocket
    private let output: MessageSocket

    /// Serves the process that started this one, over its standard input and output.
    ///
    /// Everything happens on one thread: a copy of a process has no other.
    package static func serve() {
        WorkSplit.noteOriginal()
        // Ctrl-C is for the process that serves: when it ends, so does this one.
        signal(SIGINT, SIG_IGN)
        InterpreterThread.run {
            CheckpointProcess(
                input: MessageSocket(descriptor: STDIN_FILENO),
                output: MessageSocket(descriptor: STDOUT_FILENO)
            ).run()
        }
    }

    private init(input: MessageSocket, output: MessageSocket) {
        (self.input, self.output) = (input, output)
    }

    private func run() {
        guard let request = input.receive(RunRequest.self),
            var notebook = try? request.notebook()
        else { return }
        let session = NotebookSession(notebook, options: request.options)
        session.begin()
        var index = 0
        while true {
            if let request = wait(before: index) {
                // A note that cannot be read was never sent: the original sees this process end badly.
                guard let changed = try? request.notebook() else { _exit(1) }
                notebook = changed
                session.take(notebook)
            }
            guard index < notebook.cells.count else {
                output.send(RunEvent.end(session.endEvent))
                _exit(0)
            }
            output.send(RunEvent.cell(session.event(of: notebook.cells[index])))
            index += 1
        }
    }

    /// Stays behind before a cell. Returns in copies of this process only: in the first one nil, for going on with
    /// what is known, and in later ones what they are asked for.
    private func wait(before index: Int) -> RunRequest? {
        var request: RunRequest?
        while true {
            let copy: ProcessCopy.Original
            switch ProcessCopy.make() {
            case .original(let made): copy = made
            case .copy(let socket):
                input.close()
                input = socket
                return request
            // Without room for a copy the process goes on itself.
            case nil: return request
            }
            request = nextRequest(at: index, handingOnTo: copy)
            copy.end()
            if request == nil { _exit(0) }
        }
    }

    /// Waits for what is to be run from here; nil when nothing will be any more.
    private func nextRequest(at index: Int, handingOnTo copy: ProcessCopy.Original) -> RunRequest? {
        var isCopyAlive = true
        while true {
            var ends = [
                pollfd(fd: input.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: copy.socket.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&ends, isCopyAlive ? 2 : 1, -1) > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            // A copy says nothing to its original: it can only have ended.
            if isCopyAlive, ends[1].revents != 0 {
                isCopyAlive = false
                if !copy.hasEndedWell { output.send(RunEvent.failed) }
            }
            guard ends[0].revents != 0 else { continue }
            guard let request = input.receive(RunRequest.self) else { return nil }
            if request.first == index { return request }
            guard request.first > index, isCopyAlive, copy.socket.send(request) else {
                output.send(RunEvent.failed)
                continue
            }
        }
    }
}
