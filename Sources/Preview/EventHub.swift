import Foundation

/// Tells every page that listens what is new; one that is slow gets only the newest.
final class EventHub: Sendable {
    private struct State {
        var listeners: [UUID: AsyncStream<Data>.Continuation] = [:]
        var last: Data?
        var isClosed = false
    }

    private let lock = NSLock()
    nonisolated(unsafe) private var state = State()

    /// The news from now on, the last one first.
    func listen() -> AsyncStream<Data> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Data.self, bufferingPolicy: .bufferingNewest(1))
        let identity = UUID()
        lock.withLock {
            guard !state.isClosed else { return continuation.finish() }
            state.listeners[identity] = continuation
            if let last = state.last { continuation.yield(last) }
        }
        continuation.onTermination = { [weak self] _ in self?.forget(identity) }
        return stream
    }

    func publish(_ news: Data) {
        lock.withLock {
            state.last = news
            for listener in state.listeners.values { listener.yield(news) }
        }
    }

    /// Ends all listening.
    func close() {
        let listeners = lock.withLock {
            state.isClosed = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    var count: Int { lock.withLock { state.listeners.count } }

    private func forget(_ identity: UUID) {
        lock.withLock { _ = state.listeners.removeValue(forKey: identity) }
    }
}
