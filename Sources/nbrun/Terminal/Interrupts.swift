import Foundation
import PythonRuntime

/// Ctrl-C: once ends the cells that run, and their pages are still written; twice ends the program.
final class Interrupts: @unchecked Sendable {
    /// The process has one terminal, and one handler of its signals.
    static let shared = Interrupts()

    private let lock = NSLock()
    private var running: [Interruption] = []
    private var count = 0
    private var source: (any DispatchSourceSignal)?

    /// The status of a program that a signal ended, as shells count it.
    static let status: Int32 = 128 + SIGINT

    /// Whether Ctrl-C was pressed.
    var wasPressed: Bool { lock.withLock { count > 0 } }

    /// Begins to listen; without it, Ctrl-C ends the program at once.
    func listen() {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [self] in press() }
        source.resume()
        self.source = source
    }

    /// Lets Ctrl-C interrupt a session too.
    func add(_ interruption: Interruption) {
        lock.withLock {
            running.append(interruption)
            if count > 0 { interruption.request(.keyboard) }
        }
    }

    private func press() {
        lock.withLock {
            count += 1
            for interruption in running { interruption.request(.keyboard) }
        }
        if count > 1 { _exit(Self.status) }
    }
}
