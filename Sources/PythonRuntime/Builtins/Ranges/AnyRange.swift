import BigInt

/// The bounds of a `range`, whatever their size.
struct AnyRange: CustomStringConvertible {
    let start: BigInt
    let stop: BigInt
    let step: BigInt
    let count: BigInt

    init(start: BigInt, stop: BigInt, step: BigInt) {
        self.start = start
        self.stop = stop
        self.step = step
        if step > 0 {
            count = start < stop ? (stop - start - 1) / step + 1 : 0
        } else {
            count = start > stop ? (start - stop - 1) / -step + 1 : 0
        }
    }

    /// The range that a value is; nil for anything else.
    init?(_ value: Value) {
        if let range = value.object as? RangeObject {
            self.init(
                start: BigInt(range.start), stop: BigInt(range.stop), step: BigInt(range.step))
        } else if let long = value.object as? LongRangeObject {
            self = long.range
        } else {
            return nil
        }
    }

    /// The range as Python has it. Ranges near the ends of 64 bits take the long form too, so that the short
    /// one's arithmetic never overflows.
    func object(in python: Interpreter) -> Object {
        let limit = BigInt(Int.max / 4)
        let fits = [start, stop, step].allSatisfy { -limit < $0 && $0 < limit }
        guard fits, let start = Int(exactly: start), let stop = Int(exactly: stop),
            let step = Int(exactly: step)
        else { return LongRangeObject(self, in: python) }
        return RangeObject(start: start, stop: stop, step: step, in: python)
    }

    var description: String {
        step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))"
    }

    /// The same values from the last to the first.
    var reversed: AnyRange {
        guard count > 0 else { return AnyRange(start: 0, stop: 0, step: -step) }
        let last = start + (count - 1) * step
        return AnyRange(start: last, stop: start - step, step: -step)
    }

    func iterator(in python: Interpreter) -> IteratorObject {
        if let range = object(in: python) as? RangeObject {
            return RangeIterator(range, in: python)
        }
        return LongRangeIterator(self, in: python)
    }

    /// Ranges are equal when they have the same values.
    func isEqual(to other: AnyRange) -> Bool {
        guard count == other.count else { return false }
        if count == 0 { return true }
        return start == other.start && (count == 1 || step == other.step)
    }

    func hash(in python: Interpreter) -> Int {
        let none = NumberHash.none
        if count == 0 { return NumberHash.tuple([0, none, none]) }
        let (count, start) = (NumberHash.hash(count), NumberHash.hash(start))
        if self.count == 1 { return NumberHash.tuple([count, start, none]) }
        return NumberHash.tuple([count, start, NumberHash.hash(step)])
    }

    /// The position of a value; nil where it is not in the range. Integers are not searched for.
    func position(of value: Value, in python: Interpreter) throws -> BigInt? {
        let number = value.integer.map { BigInt($0) } ?? (value.object as? BigIntegerObject)?.value
        if let number, !(value.object is BoxedObject) {
            let offset = number - start
            guard offset % step == 0 else { return nil }
            let position = offset / step
            return position >= 0 && position < count ? position : nil
        }
        let iterator = iterator(in: python)
        var position = BigInt(0)
        while let item = try iterator.next(python) {
            if try python.isEqual(item, value) { return position }
            position += 1
        }
        return nil
    }

    /// The values that a slice selects.
    func slice(_ slice: SliceObject, in python: Interpreter) throws -> AnyRange {
        let length = Int(exactly: count) ?? Int.max / 4
        let selected = try slice.bounds(length, in: python)
        return AnyRange(
            start: start + BigInt(selected.start) * step,
            stop: start + BigInt(selected.stop) * step, step: step * BigInt(selected.step))
    }
}

extension AnyRange: FromPython {
    static func from(_ value: Value, in python: Interpreter) throws -> AnyRange {
        if let range = AnyRange(value) { return range }
        throw python.typeError(
            "descriptor requires a 'range' object but received a '\(python.typeName(value))'")
    }
}
