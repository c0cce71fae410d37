import PythonRuntime

/// `collections.deque`: a ring of items with ends on both sides.
package final class DequeObject: InstanceObject {
    private var ring: [Value] = []
    private var start = 0
    private(set) var count = 0
    /// The longest it may be; nil without a bound.
    let limit: Int?
    /// Changes with every change of length: iterators watch it.
    private(set) var version = 0

    init(limit: Int?, type: TypeObject) {
        self.limit = limit
        super.init(type: type, kind: .other)
    }

    private func place(_ index: Int) -> Int { (start + index) % ring.count }

    subscript(index: Int) -> Value {
        get { ring[place(index)] }
        set { ring[place(index)] = newValue }
    }

    var items: [Value] { (0..<count).map { self[$0] } }

    func append(_ value: Value) {
        if count == limit {
            guard count > 0 else { return }
            _ = removeFirst()
        }
        growIfFull()
        ring[place(count)] = value
        count += 1
        version &+= 1
    }

    func prepend(_ value: Value) {
        if count == limit {
            guard count > 0 else { return }
            _ = removeLast()
        }
        growIfFull()
        start = (start + ring.count - 1) % ring.count
        ring[start] = value
        count += 1
        version &+= 1
    }

    func removeFirst() -> Value? {
        guard count > 0 else { return nil }
        defer { (start, count, version) = (place(1), count - 1, version &+ 1) }
        let value = ring[start]
        ring[start] = .none
        return value
    }

    func removeLast() -> Value? {
        guard count > 0 else { return nil }
        count -= 1
        version &+= 1
        let value = self[count]
        self[count] = .none
        return value
    }

    func replaceAll(_ items: [Value]) {
        (ring, start, count, version) = (items, 0, items.count, version &+ 1)
    }

    private func growIfFull() {
        guard count == ring.count else { return }
        ring = items + Array(repeating: .none, count: max(count, 8))
        start = 0
    }
}

extension DequeObject: FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> DequeObject {
        try python.receiver(value, "collections.deque")
    }
}
