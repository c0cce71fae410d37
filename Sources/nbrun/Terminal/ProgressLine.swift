import Execution
import Foundation

/// One line on a terminal that follows a note's cells; nothing where the output is piped.
final class ProgressLine: Sendable {
    private let note: String
    private let reporter: Reporter
    private let start = ContinuousClock().now

    init(note: String, reporter: Reporter) {
        self.note = note
        self.reporter = reporter
    }

    func update(_ progress: SessionProgress) {
        guard reporter.isInteractive, progress.cell <= progress.count else { return }
        let (seconds, attoseconds) = (ContinuousClock().now - start).components
        let tenths = attoseconds / 100_000_000_000_000_000
        reporter.write(
            "\r\u{1B}[K\(note): cell \(progress.cell) of \(progress.count), \(seconds).\(tenths) s")
    }

    /// Clears the line.
    func finish() {
        if reporter.isInteractive { reporter.write("\r\u{1B}[K") }
    }
}
