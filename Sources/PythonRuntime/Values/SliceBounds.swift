/// The items that a slice takes of a sequence of known length.
package struct SliceBounds {
    package let start: Int
    package let step: Int
    package let count: Int
    /// The end as `slice.indices` gives it, which an assignment of another length needs.
    package let stop: Int

    /// The places of the items in the slice's order.
    package var indices: some Sequence<Int> {
        (0..<count).lazy.map { [start, step] in start + $0 * step }
    }

    /// The items as a range, for steps of one.
    package var range: Range<Int> { start..<(start + count) }
}

extension SliceObject {
    /// What the slice takes of a sequence of `length` items.
    package func bounds(_ length: Int, in python: Interpreter) throws -> SliceBounds {
        let step = try python.sliceIndex(step) ?? 1
        guard step != 0 else { throw python.valueError("slice step cannot be zero") }
        let (lowest, highest) = step > 0 ? (0, length) : (-1, length - 1)
        func place(_ index: Int?, _ missing: Int) -> Int {
            guard let index else { return missing }
            return index < 0 ? max(index &+ length, lowest) : min(index, highest)
        }
        let start = place(try python.sliceIndex(start), step > 0 ? lowest : highest)
        let stop = place(try python.sliceIndex(stop), step > 0 ? highest : lowest)
        let distance = step > 0 ? stop - start : start - stop
        let count = distance > 0 ? (distance - 1) / Int(clamping: step.magnitude) + 1 : 0
        return SliceBounds(start: start, step: step, count: count, stop: stop)
    }
}

extension Interpreter {
    /// An index in a slice: nil for None, the nearest 64-bit integer for a larger one.
    package func sliceIndex(_ value: Value) throws -> Int? {
        if value.isNone { return nil }
        if let index = value.integer { return index }
        guard value.object is BigIntegerObject || type(of: value).special(.index) != nil else {
            throw typeError("slice indices must be integers or None or have an __index__ method")
        }
        return Int(clamping: try bigIndex(value))
    }

    /// The place of an item of a sequence of `count` items, negative indices from its end; nil where there
    /// is none.
    package func place(_ key: Value, of count: Int) throws -> Int? {
        guard let index = try key.integer ?? Int(exactly: bigIndex(key)) else {
            throw error(
                "IndexError", "cannot fit '\(typeName(key))' into an index-sized integer")
        }
        let place = index < 0 ? index &+ count : index
        return place >= 0 && place < count ? place : nil
    }

    /// The range of `[start:end]`, as methods like `find` take it; nil where it begins behind its end.
    package func range(_ start: Value, _ end: Value, of length: Int) throws -> Range<Int>? {
        var first = try sliceIndex(start) ?? 0
        var last = try sliceIndex(end) ?? length
        if last > length { last = length }
        if last < 0 { last = max(last &+ length, 0) }
        if first < 0 { first = max(first &+ length, 0) }
        return first <= last ? first..<last : nil
    }
}
