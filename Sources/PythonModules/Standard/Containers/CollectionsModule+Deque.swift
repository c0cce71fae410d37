import PythonRuntime
import PythonSyntax

extension CollectionsModule {
    static func defineDeque(_ t: TypeBuilder) {
        t.constructor("deque(iterable=(), maxlen=None)\n\nA list with two quick ends.") {
            python, type, values in
            guard
                values[1].isNone || values[1].integer != nil
                    || values[1].object is BigIntegerObject
            else {
                throw python.typeError("an integer is required")
            }
            let limit = try values[1].isNone ? nil : python.index(values[1])
            if let limit, limit < 0 { throw python.valueError("maxlen must be non-negative") }
            let deque = DequeObject(limit: limit, type: type)
            try python.forEach(values[0]) { deque.append($0) }
            return .object(deque)
        }
        t.type.hasInstanceDictionary = true
        t.type.messageName = "collections.deque"
        t.type.setTypeAttribute("__hash__", .none)
        t.acceptsTypeArguments()
        defineEnds(t)
        defineItems(t)
        defineSearch(t)
        defineOperators(t)
    }

    private static func empty(_ python: Interpreter) -> PythonError {
        python.error("IndexError", "pop from an empty deque")
    }

    private static func defineEnds(_ t: TypeBuilder) {
        t.procedure("append(self, item, /)") { (_: Interpreter, d: DequeObject, item: Value) in
            d.append(item)
        }
        t.procedure("appendleft(self, item, /)") { (_: Interpreter, d: DequeObject, item: Value) in
            d.prepend(item)
        }
        t.def("pop(self, /)") { (python: Interpreter, d: DequeObject) -> Value in
            guard let item = d.removeLast() else { throw empty(python) }
            return item
        }
        t.def("popleft(self, /)") { (python: Interpreter, d: DequeObject) -> Value in
            guard let item = d.removeFirst() else { throw empty(python) }
            return item
        }
        t.procedure("extend(self, iterable, /)") {
            (_: Interpreter, d: DequeObject, items: [Value]) in items.forEach(d.append)
        }
        t.procedure("extendleft(self, iterable, /)") {
            (_: Interpreter, d: DequeObject, items: [Value]) in items.forEach(d.prepend)
        }
        t.procedure("clear(self, /)") { (_: Interpreter, d: DequeObject) in d.replaceAll([]) }
        t.procedure("rotate(self, n=1, /)") { (_: Interpreter, d: DequeObject, steps: Int) in
            guard d.count > 1 else { return }
            let items = d.items
            let shift = (d.count - steps % d.count) % d.count
            d.replaceAll(Array(items[shift...] + items[..<shift]))
        }
        t.procedure("reverse(self, /)") { (_: Interpreter, d: DequeObject) in
            d.replaceAll(d.items.reversed())
        }
        for name in ["copy(self, /)", "__copy__(self, /)"] {
            t.def(name) { (_: Interpreter, d: DequeObject) -> Value in
                let copy = DequeObject(limit: d.limit, type: d.type)
                d.items.forEach(copy.append)
                return .object(copy)
            }
        }
        t.property("maxlen") { python, value in try DequeObject.from(value, in: python).limit }
    }

    private static func place(_ index: Value, _ d: DequeObject, _ python: Interpreter) throws -> Int
    {
        guard try python.isIndex(index) else {
            throw python.typeError(
                "sequence index must be integer, not '\(python.typeName(index))'")
        }
        var place = try python.index(index)
        if place < 0 { place += d.count }
        guard place >= 0, place < d.count else {
            throw python.error("IndexError", "deque index out of range")
        }
        return place
    }

    private static func defineItems(_ t: TypeBuilder) {
        t.unary(.len) { (_: Interpreter, d: DequeObject) in d.count }
        t.unary(.bool) { (_: Interpreter, d: DequeObject) in d.count > 0 }
        t.binary(.getitem) { (python: Interpreter, d: DequeObject, index: Value) -> Value in
            d[try place(index, d, python)]
        }
        t.ternary(.setitem) { (python: Interpreter, d: DequeObject, index: Value, item: Value) in
            d[try place(index, d, python)] = item
        }
        t.binary(.delitem) { (python: Interpreter, d: DequeObject, index: Value) -> Value in
            var items = d.items
            items.remove(at: try place(index, d, python))
            d.replaceAll(items)
            return .none
        }
        t.unary(.iter) { (python: Interpreter, d: DequeObject) in
            iterator(d, backwards: false, python)
        }
        t.unary(.reversed) { (python: Interpreter, d: DequeObject) in
            iterator(d, backwards: true, python)
        }
    }

    private static func iterator(_ d: DequeObject, backwards: Bool, _ python: Interpreter)
        -> ClosureIterator
    {
        let version = d.version
        var index = 0
        return ClosureIterator(type: python.types.iterator) {
            guard d.version == version else {
                throw python.error("RuntimeError", "deque mutated during iteration")
            }
            guard index < d.count else { return nil }
            defer { index += 1 }
            return d[backwards ? d.count - 1 - index : index]
        }
    }

    private static func defineSearch(_ t: TypeBuilder) {
        t.def("count(self, value, /)") {
            (python: Interpreter, d: DequeObject, value: Value) -> Int in
            try d.items.count { try python.isEqual($0, value) }
        }
        t.def("index(self, value, start=0, stop=9223372036854775807, /)") {
            (python: Interpreter, d: DequeObject, value: Value, start: Int, stop: Int) -> Int in
            let first = max(start < 0 ? start + d.count : start, 0)
            let last = min(stop < 0 ? stop + d.count : stop, d.count)
            for index in stride(from: first, to: last, by: 1)
            where try python.isEqual(d[index], value) { return index }
            throw python.valueError("\(try python.repr(value)) is not in deque")
        }
        t.procedure("remove(self, value, /)") {
            (python: Interpreter, d: DequeObject, value: Value) in
            var items = d.items
            guard let index = try items.firstIndex(where: { try python.isEqual($0, value) }) else {
                throw python.valueError("\(try python.repr(value)) is not in deque")
            }
            items.remove(at: index)
            d.replaceAll(items)
        }
        t.def("insert(self, index, value, /)") {
            (python: Interpreter, d: DequeObject, index: Int, value: Value) -> Value in
            guard d.count != d.limit else {
                throw python.error("IndexError", "deque already at its maximum size")
            }
            var items = d.items
            let place = index < 0 ? max(index + items.count, 0) : min(index, items.count)
            items.insert(value, at: place)
            d.replaceAll(items)
            return .none
        }
    }

    private static func defineOperators(_ t: TypeBuilder) {
        t.unary(.repr) { (python: Interpreter, d: DequeObject) -> String in
            let text = try python.guardingRecursion(.object(d)) {
                try python.repr(.list(d.items, in: python))
            }
            guard let text else { return "[...]" }
            let end = d.limit.map { ", maxlen=\($0)" } ?? ""
            return "\(d.type.name)(\(text)\(end))"
        }
        let comparisons: [(Special, ComparisonOperator)] = [
            (.eq, .equal), (.ne, .notEqual), (.lt, .less), (.le, .lessEqual), (.gt, .greater),
            (.ge, .greaterEqual),
        ]
        for (special, operation) in comparisons {
            t.binary(special) { (python: Interpreter, d: DequeObject, other: Value) -> Value in
                guard let other = other.object as? DequeObject else { return python.notImplemented }
                return try python.compare(
                    operation, .list(d.items, in: python), .list(other.items, in: python))
            }
        }
        func made(_ items: [Value], like d: DequeObject) -> Value {
            let result = DequeObject(limit: d.limit, type: d.type)
            items.forEach(result.append)
            return .object(result)
        }
        t.binary(.add) { (python: Interpreter, d: DequeObject, other: Value) -> Value in
            guard let other = other.object as? DequeObject else {
                throw python.typeError(
                    "can only concatenate deque (not \"\(python.typeName(other))\") to deque")
            }
            return made(d.items + other.items, like: d)
        }
        t.binary(.iadd) { (python: Interpreter, d: DequeObject, other: Value) -> Value in
            try python.list(other).forEach(d.append)
            return .object(d)
        }
        t.binary(.mul) { (python: Interpreter, d: DequeObject, times: Value) -> Value in
            let count = max(try python.index(times), 0)
            return made(Array(repeating: d.items, count: count).flatMap { $0 }, like: d)
        }
    }
}
