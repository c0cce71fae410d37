/// Ends what an interpreter is running; may be asked from any thread.
package final class Interruption: @unchecked Sendable {
    /// Why a run is to end.
    package enum Reason: Int32 {
        /// Somebody pressed Ctrl-C: `KeyboardInterrupt`, which the code may catch.
        case keyboard = 1
        /// The cell took longer than it may. No code can catch it.
        case time
        /// The cell used more memory than it may. No code can catch it.
        case memory
    }

    /// Read by the machine at loops and calls; zero while nothing is asked for. It lives as long as this object,
    /// which the machine and whoever may interrupt it share.
    let flag: UnsafeMutablePointer<Int32>

    init() {
        flag = .allocate(capacity: 1)
        flag.initialize(to: 0)
    }

    deinit { flag.deallocate() }

    /// Whether anything was ever asked for: what runs did not run as its code alone says.
    package private(set) var wasRequested = false

    package func request(_ reason: Reason) {
        wasRequested = true
        flag.pointee = reason.rawValue
    }

    /// Takes the request back, so that the next cell can run.
    package func clear() { flag.pointee = 0 }
}

extension Machine {
    /// The exception that the request asks for. A request that no code may catch stands until it is cleared:
    /// were native code to drop the exception, the next loop or call would raise it again.
    func interrupted() -> PythonError {
        let reason = Interruption.Reason(rawValue: interrupt.pointee) ?? .keyboard
        switch reason {
        case .keyboard:
            interrupt.pointee = 0
            return python.error(python.types.exception("KeyboardInterrupt"), [])
        case .time:
            return final("TimeoutError", "the cell ran longer than it may")
        case .memory:
            return final("MemoryError", "the cell used more memory than it may")
        }
    }

    private func final(_ type: String, _ message: String) -> PythonError {
        let failure = python.error(type, message)
        failure.exception.isFinal = true
        return failure
    }
}
