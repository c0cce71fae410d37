import CMachine
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Divides independent rows among the cores. No sum runs across parts, so that however many there are, the
/// results are the same.
package enum WorkSplit {
    /// The multiply-adds that are worth a part of their own: some ten microseconds, several times what it
    /// takes to hand work to a thread that is awake.
    private static let workPerPart = 1_000_000

    /// More parts would be smaller than is worth waking a thread for at the sizes that notes have.
    private static let parts = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Fewer rows than this leave a tile of the matrix products unfilled.
    static let fewRows = 12

    /// Half of fewer rows than this are multiplied at half the speed.
    static let rowsOfTwoTiles = 16

    /// The process that this program was started as.
    private static let original = getpid()

    /// Whether the process is a copy of another: the threads that share work stayed there.
    private static var isCopy: Bool { getpid() != original }

    /// The second thread of a program that has no more than two at once.
    nonisolated(unsafe) private static let companion = parts > 1 ? machine_companion_new() : nil

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
        @Sendable func run(_ part: Int) {
            flushingDenormals(of: .float32) {
                body(part * size..<min(rows, (part + 1) * size))
            }
        }
        if parts == 2, withCompanion(machine_companion_share, run) { return }
        DispatchQueue.concurrentPerform(iterations: parts, execute: run)
    }

    /// Calls `body` for the sides 0 and 1 at once, which may meet on the way; false, with nothing done, where that
    /// does not pay or the second thread does not come.
    static func joined(work: Int, _ body: @Sendable (_ side: Int, Meeting) -> Void) -> Bool {
        guard work >= 2 * workPerPart, parts > 1, !isCopy, let companion else { return false }
        let shared = Meeting.Companion(pointer: companion)
        return withCompanion(machine_companion_join) { side in
            flushingDenormals(of: .float32) { body(side, Meeting(companion: shared, side: side)) }
        }
    }

    /// Where the two threads of a joined work wait for each other.
    struct Meeting {
        struct Companion: @unchecked Sendable {
            let pointer: OpaquePointer
        }

        fileprivate let companion: Companion
        fileprivate let side: Int

        /// Waits until the other side has met this one as often, and sees what it has written.
        func meet() { machine_companion_meet(companion.pointer, Int32(side)) }
    }

    private typealias Work = @Sendable (Int) -> Void
    private typealias CompanionCall = (
        OpaquePointer?, (@convention(c) (UnsafeMutableRawPointer?, Int32) -> Void)?,
        UnsafeMutableRawPointer?
    ) -> Int32

    /// Whether the companion did its side of the work.
    private static func withCompanion(_ call: CompanionCall, _ work: Work) -> Bool {
        guard let companion else { return false }
        return withoutActuallyEscaping(work) { work in
            withUnsafePointer(to: work) { place in
                call(
                    companion,
                    { context, side in
                        context?.assumingMemoryBound(to: Work.self).pointee(Int(side))
                    }, UnsafeMutableRawPointer(mutating: place)) != 0
            }
        }
    }
}
