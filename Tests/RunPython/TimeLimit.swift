import Foundation
import PythonRuntime

/// Interrupts what runs after some time, unless it has ended before.
final class TimeLimit: Sendable {
    private let ended = DispatchSemaphore(value: 0)
    private let stopped = DispatchSemaphore(value: 0)

    init(seconds: Double, _ interruption: Interruption) {
        Thread.detachNewThread { [self] in
            if ended.wait(timeout: .now() + seconds) == .timedOut {
                interruption.request(.time)
                ended.wait()
                interruption.clear()
            }
            stopped.signal()
        }
    }

    func end() {
        ended.signal()
        stopped.wait()
    }
}
