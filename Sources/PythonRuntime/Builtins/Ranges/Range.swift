import BigInt

extension Builtins {
    /// `range`.
    static func defineRange(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.range, in: m.python)
        t.documents(
            "range(start, stop=None, step=1, /)\n\nIntegers from a start up to a stop, a step apart."
        )
        t.variadic(.new) { python, _, arguments -> Value in
            guard arguments.keywords.isEmpty else {
                throw python.typeError("range() takes no keyword arguments")
            }
            return .object(try python.range(arguments.positional))
        }
        t.makesCompleteInstances()
        t.type.isSequencePattern = true
        t.unary(.repr) { (_: Interpreter, range: AnyRange) in range.description }
        t.unary(.len) { (python: Interpreter, value: Value) -> Int in
            if let range = value.object as? RangeObject { return range.count }
            let range = try AnyRange.from(value, in: python)
            guard let count = Int(exactly: range.count) else {
                throw python.error(
                    "OverflowError", "Python int too large to convert to C ssize_t")
            }
            return count
        }
        t.unary(.bool) { (_: Interpreter, range: AnyRange) in range.count != 0 }
        t.unary(.hash) { (python: Interpreter, range: AnyRange) in range.hash(in: python) }
        t.unary(.iter) { (python: Interpreter, range: AnyRange) in range.iterator(in: python) }
        t.unary(.reversed) { (python: Interpreter, range: AnyRange) in
            range.reversed.iterator(in: python)
        }
        for special in [Special.eq, .ne] {
            t.binary(special) { (python: Interpreter, range: AnyRange, other: Value) -> Value in
                guard let other = AnyRange(other) else { return python.notImplemented }
                return .bool(range.isEqual(to: other) == (special == .eq))
            }
        }
        rangeItems(t)
        rangeMethods(t)
    }

    private static func rangeItems(_ t: TypeBuilder) {
        t.binary(.getitem) { (python: Interpreter, value: Value, key: Value) -> Value in
            if let range = value.object as? RangeObject, case .int(let index) = key {
                let position = index < 0 ? index + range.count : index
                if position >= 0, position < range.count { return .int(range[position]) }
            }
            let range = try AnyRange.from(value, in: python)
            if let slice = key.object as? SliceObject {
                return .object(try range.slice(slice, in: python).object(in: python))
            }
            guard
                key.integer != nil || key.object is BigIntegerObject
                    || python.type(of: key).special(.index) != nil
            else {
                throw python.typeError(
                    "range indices must be integers or slices, not \(python.typeName(key))")
            }
            let index = try python.bigIndex(key)
            let position = index < 0 ? index + range.count : index
            guard position >= 0, position < range.count else {
                throw python.error("IndexError", "range object index out of range")
            }
            return python.integer(range.start + position * range.step)
        }
        t.binary(.contains) { (python: Interpreter, range: Value, value: Value) -> Bool in
            if let range = range.object as? RangeObject, case .int(let number) = value {
                return range.contains(number)
            }
            return try AnyRange.from(range, in: python).position(of: value, in: python) != nil
        }
        t.property("start") { (python, value) -> BigInt in
            try AnyRange.from(value, in: python).start
        }
        t.property("stop") { (python, value) -> BigInt in try AnyRange.from(value, in: python).stop
        }
        t.property("step") { (python, value) -> BigInt in try AnyRange.from(value, in: python).step
        }
    }

    private static func rangeMethods(_ t: TypeBuilder) {
        t.def("index(self, value, /)\n\nThe position of a value.") {
            (python: Interpreter, range: AnyRange, value: Value) -> BigInt in
            guard let position = try range.position(of: value, in: python) else {
                throw python.valueError(
                    value.integer != nil || value.object is BigIntegerObject
                        ? "\(try python.repr(value)) is not in range"
                        : "sequence.index(x): x not in sequence")
            }
            return position
        }
        t.def("count(self, value, /)\n\nHow many items equal a value: none or one.") {
            (python: Interpreter, range: AnyRange, value: Value) in
            try range.position(of: value, in: python) == nil ? 0 : 1
        }
    }
}

extension Interpreter {
    /// `range(stop)`, `range(start, stop)`, `range(start, stop, step)`.
    fileprivate func range(_ arguments: [Value]) throws -> Object {
        guard !arguments.isEmpty else {
            throw typeError("range expected at least 1 argument, got 0")
        }
        guard arguments.count <= 3 else {
            throw typeError("range expected at most 3 arguments, got \(arguments.count)")
        }
        if let short = shortRange(arguments) { return short }
        let bounds = try arguments.map { try bigIndex($0) }
        let step = bounds.count == 3 ? bounds[2] : 1
        guard step != 0 else { throw valueError("range() arg 3 must not be zero") }
        let isLong = bounds.count > 1
        return AnyRange(
            start: isLong ? bounds[0] : 0, stop: isLong ? bounds[1] : bounds[0], step: step
        ).object(in: self)
    }

    /// A range whose bounds are small integers, as they nearly always are.
    private func shortRange(_ arguments: [Value]) -> RangeObject? {
        var bounds = (start: 0, stop: 0, step: 1)
        for (index, argument) in arguments.enumerated() {
            guard case .int(let value) = argument, value.magnitude < UInt(Int.max / 4) else {
                return nil
            }
            switch (index, arguments.count) {
            case (0, 1), (1, _): bounds.stop = value
            case (0, _): bounds.start = value
            default: bounds.step = value
            }
        }
        guard bounds.step != 0 else { return nil }
        return RangeObject(start: bounds.start, stop: bounds.stop, step: bounds.step, in: self)
    }
}

extension RangeObject {
    /// Whether an integer is one of the values.
    fileprivate func contains(_ value: Int) -> Bool {
        let inside = step > 0 ? value >= start && value < stop : value <= start && value > stop
        return inside && (value - start) % step == 0
    }
}
