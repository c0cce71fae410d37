import PythonSyntax

extension Builtins {
    /// Functions that make one value of many.
    static func defineReductions(_ m: ModuleBuilder) {
        m.def("all(iterable, /)\n\nWhether every item is true.") {
            (python: Interpreter, items: Value) -> Bool in
            var result = true
            try python.forEachSlot(in: items) { item in
                result = try python.machine.isTrue(item)
                return result
            }
            return result
        }
        m.def("any(iterable, /)\n\nWhether an item is true.") {
            (python: Interpreter, items: Value) -> Bool in
            var result = false
            try python.forEachSlot(in: items) { item in
                result = try python.machine.isTrue(item)
                return !result
            }
            return result
        }
        m.def("sum(iterable, /, start=0)\n\nThe sum of the items and a start.") {
            (python: Interpreter, items: Value, start: Value) in
            try python.sum(items, from: start)
        }
        m.raw("min(*args, key=None, default=...)\n\nThe smallest argument or item.") {
            python, arguments in try python.extreme("min", .less, arguments)
        }
        m.raw("max(*args, key=None, default=...)\n\nThe largest argument or item.") {
            python, arguments in try python.extreme("max", .greater, arguments)
        }
    }
}

extension Interpreter {
    fileprivate func sum(_ items: Value, from start: Value) throws -> Value {
        if start.text != nil || start.bytesLike != nil { _ = try iterator(items) }
        if start.text != nil {
            throw typeError("sum() can't sum strings [use ''.join(seq) instead]")
        }
        if start.object is ByteArrayObject {
            throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]")
        }
        if start.object is BytesObject {
            throw typeError("sum() can't sum bytes [use b''.join(seq) instead]")
        }
        var total = Slot(counting: start)
        do {
            try forEachSlot(in: items) { item in
                total = try sum(total, item)
                return true
            }
        } catch {
            total.release()
            throw error
        }
        defer { total.release() }
        return total.value
    }

    /// The sum of a total, whose count the result takes over, and an item.
    @inline(__always)
    private func sum(_ total: Slot, _ item: Slot) throws -> Slot {
        if total.tag | item.tag == Slot.intTag {
            let (sum, overflows) = total.int.addingReportingOverflow(item.int)
            if !overflows { return .int(sum) }
        } else if total.isFloat, item.isFloat {
            return .float(total.float + item.float)
        }
        let sum = Slot(taking: try binary(.add, total.value, item.value))
        total.release()
        return sum
    }

    /// `min` and `max`: the first of the values that no other comes before.
    fileprivate func extreme(
        _ name: String, _ comparison: ComparisonOperator, _ arguments: Arguments
    ) throws -> Value {
        var key = Value.none
        var other: Value?
        for (keyword, value) in arguments.keywords {
            switch keyword {
            case "key": key = value
            case "default": other = value
            default:
                throw typeError("'\(keyword)' is an invalid keyword argument for \(name)()")
            }
        }
        let given = arguments.positional
        guard let first = given.first else {
            throw typeError("\(name) expected at least 1 argument, got 0")
        }
        guard given.count == 1 || other == nil else {
            throw typeError(
                "Cannot specify a default for \(name)() with multiple positional arguments")
        }
        let items = given.count == 1 ? first : .tuple(given, in: self)
        if let best = try extreme(comparison, items, key) ?? other { return best }
        throw valueError("\(name)() arg is an empty sequence")
    }

    private func extreme(_ comparison: ComparisonOperator, _ items: Value, _ key: Value) throws
        -> Value?
    {
        var best: (item: Value, key: Value)?
        try forEach(in: items) { item in
            let itemKey = key.isNone ? item : try call(key, with: item)
            guard let known = best else {
                best = (item, itemKey)
                return true
            }
            if try precedes(itemKey, known.key, comparison) { best = (item, itemKey) }
            return true
        }
        return best?.item
    }

    private func precedes(_ a: Value, _ b: Value, _ comparison: ComparisonOperator) throws -> Bool {
        switch (a, b) {
        case (.int(let a), .int(let b)): comparison == .less ? a < b : a > b
        case (.float(let a), .float(let b)): comparison == .less ? a < b : a > b
        default: try isTrue(compare(comparison, a, b))
        }
    }
}
