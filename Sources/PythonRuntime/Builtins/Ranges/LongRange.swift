import BigInt

/// A `range` with a bound or a length beyond 64 bits.
package final class LongRangeObject: Object {
    let range: AnyRange

    init(_ range: AnyRange, in python: Interpreter) {
        self.range = range
        super.init(type: python.types.range)
    }
}

/// An iterator over a range beyond 64 bits.
package final class LongRangeIterator: IteratorObject {
    private let range: AnyRange
    private var position: BigInt = 0

    init(_ range: AnyRange, in python: Interpreter) {
        self.range = range
        super.init(type: python.types.containers.longRangeIterator)
    }

    package override func next(_ python: Interpreter) -> Value? {
        guard position < range.count else { return nil }
        defer { position += 1 }
        return python.integer(range.start + position * range.step)
    }

    package override var remaining: Int? { Int(exactly: range.count - position) ?? Int.max }
}
