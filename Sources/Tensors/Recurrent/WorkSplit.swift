import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Divides independent rows among the cores. No sum runs across parts, so that however many there are, the
/// results are the same.
package enum WorkSplit {
    /// The multiply-adds that are worth a part of their own: some twenty microseconds, several times what it
    /// takes to wake a thread.
    private static let workPerPart = 4_000_000

    /// More parts would be smaller than is worth waking a thread for at the sizes that notes have.
    private static let parts = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Fewer rows than this leave a tile of the matrix products unfilled.
    static let fewRows = 12

    /// The process that this program was started as.
    private static let original = getpid()

    /// Whether the process is a copy of another: the threads that share work stayed there.
    private static var isCopy: Bool { getpid() != original }

    /// Notes which process is no copy, before any is made.
    package static func noteOriginal() { _ = original }

    /// Calls `body` for ranges that cover the rows; `work` is the number of multiply-adds of all of them.
    ///
    /// Denormal floats count as zero in all of them.
    static func forEachPart(of rows: Int, work: Int, _ body: @Sendable (Range<Int>) -> Void) {
        let wished = min(parts, work / workPerPart, rows / 2)
        guard wished > 1, !isCopy else {
            return flushingDenormals(of: .float32) { body(0..<rows) }
        }
        // Tiles take rows by four where there are enough.
        let grain = rows < 2 * fewRows ? 1 : 4
        let size = ((rows + wished - 1) / wished + grain - 1) / grain * grain
        let parts = (rows + size - 1) / size
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            flushingDenormals(of: .float32) {
                body(part * size..<min(rows, (part + 1) * size))
            }
        }
    }
}
