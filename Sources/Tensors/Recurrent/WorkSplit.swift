import Dispatch

/// Divides independent rows among threads. How many parts there are depends on the amount of work alone, never
/// on the machine, and no sum runs across parts, so that results are the same everywhere.
enum WorkSplit {
    /// The multiply-adds that are worth a part of their own: some twenty microseconds, several times what it
    /// takes to wake a thread.
    private static let workPerPart = 4_000_000

    /// More parts would be smaller than a core's share on the machines this is for.
    private static let mostParts = 8

    /// Calls `body` for ranges that cover the rows; `work` is the number of multiply-adds of all of them.
    ///
    /// Ranges begin at multiples of `grain`. Denormal floats count as zero in all of them.
    static func forEachPart(
        of rows: Int, work: Int, grain: Int = 4, _ body: @Sendable (Range<Int>) -> Void
    ) {
        let wished = min(mostParts, work / workPerPart, rows / max(1, 2 * grain))
        guard wished > 1 else {
            return flushingDenormals(of: .float32) { body(0..<rows) }
        }
        let size = ((rows + wished - 1) / wished + grain - 1) / grain * grain
        let parts = (rows + size - 1) / size
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            flushingDenormals(of: .float32) {
                body(part * size..<min(rows, (part + 1) * size))
            }
        }
    }
}
