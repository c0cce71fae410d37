import Foundation

/// Runs a body with as much room for recursion as a program's main thread has, which test threads lack.
package func withDeepStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let box = ResultBox<Result>()
    let thread = Thread { box.fill(body()) }
    thread.stackSize = 64 << 20
    thread.start()
    return box.wait()
}

private final class ResultBox<Result: Sendable>: @unchecked Sendable {
    private let filled = DispatchSemaphore(value: 0)
    private var result: [Result] = []

    func fill(_ value: Result) {
        result = [value]
        filled.signal()
    }

    func wait() -> Result {
        filled.wait()
        return result[0]
    }
}
