import PythonRuntime

/// `itertools.count`: a number and the steps after it.
package final class CountIterator: Object, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> CountIterator {
        try python.receiver(value, "itertools.count")
    }

    private var current: Value
    private let step: Value

    private init(from start: Value, step: Value, type: TypeObject) {
        current = start
        self.step = step
        super.init(type: type)
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("count(start=0, step=1)") { python, type, values in
            guard try values.allSatisfy({ try python.isNumber($0) }) else {
                throw python.typeError("a number is required")
            }
            var start = values[0]
            if case .bool(let flag) = start, case .int(1) = values[1] { start = .int(flag ? 1 : 0) }
            return .object(CountIterator(from: start, step: values[1], type: type))
        }
        t.unary(.iter) { (_: Interpreter, iterator: CountIterator) in iterator }
        t.unary(.next) { (python: Interpreter, iterator: CountIterator) -> Value in
            let value = iterator.current
            iterator.current = try python.binary(.add, value, iterator.step)
            return value
        }
        t.unary(.repr) { (python: Interpreter, iterator: CountIterator) -> String in
            let current = try python.repr(iterator.current)
            if iterator.step.integer == 1 { return "count(\(current))" }
            return "count(\(current), \(try python.repr(iterator.step)))"
        }
    }
}

extension Interpreter {
    /// Whether a value says that it is a number.
    fileprivate func isNumber(_ value: Value) throws -> Bool {
        switch value {
        case .int, .float, .bool: return true
        case .none: return false
        case .object:
            return try ["__index__", "__int__", "__float__"].contains {
                try lookUpAttribute(.object(type(of: value)), $0) != nil
            } || type(of: value).isSubtype(of: types.complex)
        }
    }
}

/// `itertools.repeat`: the same value, endlessly or some times.
package final class RepeatIterator: Object, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> RepeatIterator {
        try python.receiver(value, "itertools.repeat")
    }

    private let item: Value
    /// How often it still comes; nil without an end.
    private var left: Int?

    private init(_ item: Value, times: Int?, type: TypeObject) {
        self.item = item
        left = times
        super.init(type: type)
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("repeat(object, times=...)") { python, type, values in
            let times = python.isMissing(values[1]) ? nil : max(try python.index(values[1]), 0)
            return .object(RepeatIterator(values[0], times: times, type: type))
        }
        t.unary(.iter) { (_: Interpreter, iterator: RepeatIterator) in iterator }
        t.unary(.next) { (python: Interpreter, iterator: RepeatIterator) -> Value in
            if let left = iterator.left {
                guard left > 0 else { throw python.stopIteration() }
                iterator.left = left - 1
            }
            return iterator.item
        }
        t.unary(.repr) { (python: Interpreter, iterator: RepeatIterator) -> String in
            let left = iterator.left.map { ", \($0)" } ?? ""
            return "repeat(\(try python.repr(iterator.item))\(left))"
        }
    }
}
