import CKernels
import Dispatch

/// The multiply-adds that two cores do when nothing has to be fetched: what a product of matrices can at most
/// reach.
enum MachinePeak {
    /// Floating-point operations a second, two for each multiply-add; the best of some tries.
    static var measured: Double {
        let rounds = 2_000_000
        var best = 0.0
        for _ in 0..<9 {
            let clock = ContinuousClock()
            let start = clock.now
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                _ = kernel_multiply_adds_f32(rounds)
            }
            let (seconds, attoseconds) = (clock.now - start).components
            let operations = 2 * Double(threads * rounds * kernel_multiply_adds_in_a_round())
            best = max(best, operations / (Double(seconds) + Double(attoseconds) / 1e18))
        }
        return best
    }

    /// What everything in these tables is allowed.
    private static var threads: Int { min(2, Machine.cores) }
}
