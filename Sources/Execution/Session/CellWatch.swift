import Foundation
import PythonRuntime

/// Watches a running cell from a thread of its own and interrupts it at its limits.
final class CellWatch: @unchecked Sendable {
    private let limits: CellLimits
    private let interruption: Interruption
    private let condition = NSCondition()
    private var hasEnded = false
    private var reached: Interruption.Reason?
    private var thread: pthread_t?

    /// Seconds between looks at the memory: what a cell can fill in between fits beside the limit.
    private static let interval = 0.05

    init(_ limits: CellLimits, interrupting interruption: Interruption) {
        self.limits = limits
        self.interruption = interruption
        guard limits.seconds != nil || limits.bytes != nil else { return }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<CellWatch>.fromOpaque(argument).takeRetainedValue().watch()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        // Without a thread of its own nobody watches the cell; it runs all the same.
        if status == 0 { self.thread = thread } else { Unmanaged.passUnretained(self).release() }
    }

    /// Ends watching: nothing of it runs on. The request that was made, if any, is taken back.
    func end() {
        condition.lock()
        hasEnded = true
        condition.signal()
        let reached = reached
        condition.unlock()
        if let thread { pthread_join(thread, nil) }
        thread = nil
        if reached != nil { interruption.clear() }
    }

    /// What to do about the limit that was reached; nil where none was.
    var hint: String? {
        condition.lock()
        defer { condition.unlock() }
        return switch reached {
        case .time: "the limit is \(limits.seconds ?? 0) s; --timeout sets another"
        case .memory: "the limit is \((limits.bytes ?? 0) >> 20) MiB; --max-memory sets another"
        default: nil
        }
    }

    private func watch() {
        let start = Date()
        condition.lock()
        defer { condition.unlock() }
        while !hasEnded {
            _ = condition.wait(until: Date(timeIntervalSinceNow: Self.interval))
            guard !hasEnded else { return }
            if let seconds = limits.seconds, Date().timeIntervalSince(start) > seconds {
                reached = .time
            } else if let bytes = limits.bytes, ResidentMemory.bytes > bytes {
                reached = .memory
            }
            if let reached { interruption.request(reached) }
        }
    }
}

/// The memory that the process holds.
enum ResidentMemory {
    /// Bytes; 0 where the system does not say.
    static var bytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
            return 0
        }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
