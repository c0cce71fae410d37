import Foundation

/// Does independent work on several threads.
package enum Parallel {
    /// The results in the order of the items.
    package static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ body: @escaping @Sendable (Item) -> Result
    ) -> [Result] {
        guard jobs > 1, items.count > 1 else { return items.map(body) }
        let results = Results<Result>(count: items.count)
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = jobs
        for (index, item) in items.enumerated() {
            queue.addOperation { results.set(body(item), at: index) }
        }
        queue.waitUntilAllOperationsAreFinished()
        return results.all
    }
}

/// Results as they arrive.
private final class Results<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result?]

    init(count: Int) { results = Array(repeating: nil, count: count) }

    func set(_ result: Result, at index: Int) {
        lock.withLock { results[index] = result }
    }

    var all: [Result] { lock.withLock { results.compactMap { $0 } } }
}
