import Foundation

/// A bar on a terminal that fills with the notes that are done; nothing where the output is piped.
final class SiteProgress: Sendable {
    private let reporter: Reporter
    private let start = ContinuousClock().now

    /// Characters between the ends of the bar.
    private static let width = 30

    init(_ reporter: Reporter) { self.reporter = reporter }

    func update(_ done: Int, _ total: Int) {
        guard reporter.isInteractive, total > 0 else { return }
        let filled = Self.width * done / total
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.width - filled)
        let (seconds, attoseconds) = (ContinuousClock().now - start).components
        let tenths = attoseconds / 100_000_000_000_000_000
        reporter.write("\r\u{1B}[K\(bar) \(done) of \(total) notes, \(seconds).\(tenths) s")
    }

    /// Clears the line.
    func finish() {
        if reporter.isInteractive { reporter.write("\r\u{1B}[K") }
    }
}
