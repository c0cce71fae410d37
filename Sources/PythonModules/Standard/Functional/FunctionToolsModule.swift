import PythonRuntime
import PythonSyntax

/// The native part of `functools`: `reduce`, `partial`, `lru_cache` and `cmp_to_key`.
enum FunctionToolsModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("functools", in: python)
        m.def("reduce(function, iterable, initial=..., /)\n\nThe items joined from left to right.")
        {
            (python: Interpreter, function: Value, items: Value, initial: Value?) -> Value in
            guard try python.attributeIfAny(.object(python.type(of: items)), "__iter__") != nil
            else { throw python.typeError("reduce() arg 2 must support iteration") }
            var total = initial
            try python.forEach(items) { item in
                total = try total.map { try python.call(function, [$0, item]) } ?? item
            }
            guard let total else {
                throw python.typeError("reduce() of empty iterable with no initial value")
            }
            return total
        }
        let partial = m.type("partial") { definePartial($0) }
        partial.hasInstanceDictionary = true
        let cached = m.type("_lru_cache_wrapper") { defineCache($0) }
        cached.hasInstanceDictionary = true
        let key = m.type("KeyWrapper") { defineKey($0) }
        m.def("cmp_to_key(mycmp)") { (python: Interpreter, compare: Value) -> Value in
            .object(
                NativeFunction(
                    "K(obj)", module: "functools",
                    .one { python, object in .object(KeyObject(compare, object, type: key)) },
                    in: python))
        }
        return m.module
    }

    // MARK: partial

    private static func definePartial(_ t: TypeBuilder) {
        t.variadic(.new) { python, type, arguments -> Value in
            guard let function = arguments.positional.first else {
                throw python.typeError("type 'partial' takes at least one argument")
            }
            guard python.isCallable(function) else {
                throw python.typeError("the first argument must be callable")
            }
            let rest = Arguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            let type = type.object as? TypeObject ?? python.types.object
            guard let inner = function.object as? PartialObject else {
                return .object(PartialObject(function, rest, type: type))
            }
            return .object(PartialObject(inner.function, inner.joined(with: rest), type: type))
        }
        t.variadic(.`init`) { _, _, _ -> Value in .none }
        t.variadic(.call) { python, value, arguments -> Value in
            let partial = try PartialObject.from(value, in: python)
            return try python.call(partial.function, partial.joined(with: arguments))
        }
        t.property("func") { python, value in try PartialObject.from(value, in: python).function }
        t.property("args") { python, value -> Value in
            .tuple(try PartialObject.from(value, in: python).arguments.positional, in: python)
        }
        t.property("keywords") { python, value -> Value in
            let keywords = DictionaryObject(in: python)
            for (name, value) in try PartialObject.from(value, in: python).arguments.keywords {
                keywords[name] = value
            }
            return .object(keywords)
        }
        t.unary(.repr) { (python: Interpreter, partial: PartialObject) -> String in
            let texts =
                try [python.repr(partial.function)]
                + partial.arguments.positional.map { try python.repr($0) }
                + partial.arguments.keywords.map { "\($0.name)=\(try python.repr($0.value))" }
            return "functools.partial(\(texts.joined(separator: ", ")))"
        }
    }

    // MARK: lru_cache

    private static func defineCache(_ t: TypeBuilder) {
        t.constructor("_lru_cache_wrapper(user_function, maxsize, typed, cache_info_type)") {
            python, type, values in
            let limit = try values[1].isNone ? nil : max(python.index(values[1]), 0)
            return .object(
                CachedFunction(
                    values[0], limit: limit, isTyped: try python.isTrue(values[2]),
                    information: values[3], type: type, in: python))
        }
        // Each instance gets its function's own.
        t.type.setTypeAttribute("__doc__", .none)
        t.variadic(.call) { python, value, arguments -> Value in
            try CachedFunction.from(value, in: python).call(arguments, in: python)
        }
        t.ternary(.get) { python, value, receiver, _ -> Value in
            receiver.isNone
                ? value : .object(BoundMethodObject(value, receiver: receiver, in: python))
        }
        t.def("cache_info(self)\n\nHits, misses, the greatest size and the size.") {
            (python: Interpreter, cached: CachedFunction) in
            try python.call(
                cached.information,
                [
                    .int(cached.hits), .int(cached.misses), cached.limit.map(Value.int) ?? .none,
                    .int(cached.results.count),
                ])
        }
        t.procedure("cache_clear(self)\n\nForgets all results.") {
            (_: Interpreter, cached: CachedFunction) in cached.clear()
        }
        t.unary(.repr) { (python: Interpreter, cached: CachedFunction) -> String in
            "<functools._lru_cache_wrapper object at \(python.address(.object(cached)))>"
        }
    }

    // MARK: cmp_to_key

    private static func defineKey(_ t: TypeBuilder) {
        let comparisons: [(Special, ComparisonOperator)] = [
            (.lt, .less), (.gt, .greater), (.le, .lessEqual), (.ge, .greaterEqual), (.eq, .equal),
        ]
        for (special, operation) in comparisons {
            t.binary(special) { (python: Interpreter, key: KeyObject, other: Value) -> Value in
                guard let other = other.object as? KeyObject else {
                    throw python.typeError("other argument must be K instance")
                }
                let order = try python.call(key.compare, [key.object, other.object])
                return try python.compare(operation, order, .int(0))
            }
        }
        t.type.setTypeAttribute("__hash__", .none)
        t.property("obj") { python, value in try KeyObject.from(value, in: python).object }
    }
}

/// `functools.partial`: a function with its first arguments.
package final class PartialObject: InstanceObject, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> PartialObject {
        try python.receiver(value, "functools.partial")
    }

    let function: Value
    let arguments: Arguments

    init(_ function: Value, _ arguments: Arguments, type: TypeObject) {
        self.function = function
        self.arguments = arguments
        super.init(type: type)
    }

    /// The kept arguments with more behind them; a later keyword wins.
    func joined(with more: Arguments) -> Arguments {
        var keywords = arguments.keywords
        for (name, value) in more.keywords {
            if let index = keywords.firstIndex(where: { $0.name == name }) {
                keywords[index].value = value
            } else {
                keywords.append((name, value))
            }
        }
        return Arguments(arguments.positional + more.positional, keywords: keywords)
    }
}

/// What `lru_cache` makes of a function: one that remembers its results.
package final class CachedFunction: InstanceObject, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> CachedFunction {
        try python.receiver(value, "functools._lru_cache_wrapper")
    }

    let function: Value
    let limit: Int?
    let isTyped: Bool
    let information: Value
    private(set) var hits = 0
    private(set) var misses = 0
    /// The results, those used last at the end.
    let results: DictionaryObject

    /// Goes on counting from numbers of before.
    func restore(hits: Int, misses: Int) { (self.hits, self.misses) = (hits, misses) }

    init(
        _ function: Value, limit: Int?, isTyped: Bool, information: Value, type: TypeObject,
        in python: Interpreter
    ) {
        self.function = function
        self.limit = limit
        self.isTyped = isTyped
        self.information = information
        results = DictionaryObject(in: python)
        super.init(type: type)
    }

    func clear() {
        results.removeAll()
        (hits, misses) = (0, 0)
    }

    func call(_ arguments: Arguments, in python: Interpreter) throws -> Value {
        let key = key(of: arguments, python)
        if let known = try results.get(key, in: python) {
            hits += 1
            if limit != nil, let value = try results.remove(key, in: python) {
                try results.set(key, value, in: python)
            }
            return known
        }
        misses += 1
        let result = try python.call(function, arguments)
        guard limit != 0 else { return result }
        if let limit, results.count >= limit, let oldest = results.entry(from: 0) {
            _ = try results.remove(oldest.key, in: python)
        }
        try results.set(key, result, in: python)
        return result
    }

    private func key(of arguments: Arguments, _ python: Interpreter) -> Value {
        var parts = arguments.positional
        if !arguments.keywords.isEmpty {
            parts.append(.object(results.type))
            for (name, value) in arguments.keywords {
                parts += [.string(name, in: python), value]
            }
        }
        if isTyped {
            let values = arguments.positional + arguments.keywords.map(\.value)
            parts += values.map { .object(python.type(of: $0)) }
        } else if parts.count == 1, case .int = parts[0] {
            return parts[0]
        }
        return .tuple(parts, in: python)
    }
}

/// What `cmp_to_key` makes of a value: one that is compared by a function.
package final class KeyObject: Object, FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> KeyObject {
        try python.receiver(value, "functools.KeyWrapper")
    }

    let compare: Value
    let object: Value

    init(_ compare: Value, _ object: Value, type: TypeObject) {
        self.compare = compare
        self.object = object
        super.init(type: type)
    }
}
