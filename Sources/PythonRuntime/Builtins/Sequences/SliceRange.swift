import BigInt

/// The positions that a slice selects in a sequence: `count` of them from `start`, `step` apart.
package struct SliceRange {
    package let start: Int
    /// Where the slice ends, exclusively, as `slice.indices` gives it.
    package let stop: Int
    package let step: Int

    package var count: Int {
        if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
        return start > stop ? (start - stop - 1) / -step + 1 : 0
    }

    package subscript(position: Int) -> Int { start + position * step }

    /// The same positions in ascending order.
    package var ascending: SliceRange {
        guard step < 0, count > 0 else { return self }
        return SliceRange(start: self[count - 1], stop: start + 1, step: -step)
    }
}

extension SliceObject {
    /// The positions in a sequence of `count` items.
    package func resolved(_ count: Int, in python: Interpreter) throws -> SliceRange {
        let step = try bound(self.step, in: python) ?? 1
        guard step != 0 else { throw python.valueError("slice step cannot be zero") }
        // `-step` must exist.
        let safe = max(step, -Int.max)
        let low = safe < 0 ? -1 : 0
        let high = safe < 0 ? count - 1 : count
        func clamped(_ value: Int) -> Int {
            let index = value < 0 ? value + count : value
            return min(max(index, low), high)
        }
        let start = try bound(self.start, in: python).map(clamped) ?? (safe < 0 ? high : low)
        let stop = try bound(self.stop, in: python).map(clamped) ?? (safe < 0 ? low : high)
        return SliceRange(start: start, stop: stop, step: safe)
    }

    /// A bound of the slice; nil for None. Bounds beyond 64 bits are clamped, as no sequence is as long.
    private func bound(_ value: Value, in python: Interpreter) throws -> Int? {
        if value.isNone { return nil }
        if let small = value.integer { return max(small, Int.min + 1) }
        guard value.object is BigIntegerObject || python.type(of: value).special(.index) != nil
        else {
            throw python.typeError(
                "slice indices must be integers or None or have an __index__ method")
        }
        let big = try python.bigIndex(value)
        return Int(exactly: big) ?? (big.sign == .minus ? Int.min + 1 : Int.max)
    }
}
