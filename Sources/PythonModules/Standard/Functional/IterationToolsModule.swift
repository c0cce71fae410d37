import PythonRuntime
import PythonSyntax

/// `itertools`.
enum IterationToolsModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("itertools", in: python)
        defineEndless(m)
        defineJoining(m)
        defineSelecting(m)
        defineGrouping(m)
        defineCombinations(m)
        return m.module
    }

    /// Defines a class of iterators: a call is bound to the literal and gives the body that makes the items.
    static func define(
        _ m: ModuleBuilder, _ literal: String,
        _ make: @escaping (Interpreter, [Value]) throws -> () throws -> Value?
    ) {
        m.type(String(literal.prefix { $0 != "(" })) { t in
            t.constructor(literal) { python, type, values in
                .object(ClosureIterator(type: type, try make(python, values)))
            }
            t.definesIterator()
        }
    }

    private static func defineEndless(_ m: ModuleBuilder) {
        m.type("count") { CountIterator.define($0) }
        m.type("repeat") { RepeatIterator.define($0) }
        define(m, "cycle(iterable, /)") { python, values in
            let source = try python.iterator(values[0])
            var (saved, index, isSaved): ([Value], Int, Bool) = ([], 0, false)
            return {
                if !isSaved {
                    if let item = try python.next(source) {
                        saved.append(item)
                        return item
                    }
                    isSaved = true
                }
                guard !saved.isEmpty else { return nil }
                defer { index = (index + 1) % saved.count }
                return saved[index]
            }
        }
    }

    private static func defineJoining(_ m: ModuleBuilder) {
        define(m, "chain(*iterables)") { python, values in
            chain(try python.iterator(values[0]), python)
        }
        if let chainType = m.module.namespace["chain"]?.object as? TypeObject {
            TypeBuilder(chainType, in: m.python).classMethod(
                "from_iterable(cls, iterable, /)",
                .two { python, type, sources in
                    let type = type.object as? TypeObject ?? chainType
                    return .object(
                        ClosureIterator(type: type, chain(try python.iterator(sources), python)))
                })
        }
        define(m, "zip_longest(*iterables, fillvalue=None)") { python, values in
            var iterators = try python.items(values[0]).map { Optional(try python.iterator($0)) }
            return {
                var items: [Value] = []
                for index in iterators.indices {
                    let item = try iterators[index].flatMap { try python.next($0) }
                    if item == nil { iterators[index] = nil }
                    items.append(item ?? values[1])
                }
                return iterators.contains { $0 != nil } ? .tuple(items, in: python) : nil
            }
        }
        define(m, "starmap(function, iterable, /)") { python, values in
            let source = try python.iterator(values[1])
            return { try python.next(source).map { try python.call(values[0], python.list($0)) } }
        }
    }

    private static func chain(_ sources: Value, _ python: Interpreter) -> () throws -> Value? {
        var current: Value?
        return {
            while true {
                if let active = current {
                    if let item = try python.next(active) { return item }
                    current = nil
                }
                guard let next = try python.next(sources) else { return nil }
                current = try python.iterator(next)
            }
        }
    }

    private static func defineSelecting(_ m: ModuleBuilder) {
        define(m, "compress(data, selectors)") { python, values in
            let (data, selectors) = (try python.iterator(values[0]), try python.iterator(values[1]))
            return {
                while let item = try python.next(data), let chosen = try python.next(selectors) {
                    if try python.isTrue(chosen) { return item }
                }
                return nil
            }
        }
        define(m, "dropwhile(predicate, iterable, /)") { python, values in
            let source = try python.iterator(values[1])
            var drops = true
            return {
                while let item = try python.next(source) {
                    if drops, try python.isTrue(python.call(values[0], [item])) { continue }
                    drops = false
                    return item
                }
                return nil
            }
        }
        define(m, "takewhile(predicate, iterable, /)") { python, values in
            let source = try python.iterator(values[1])
            return {
                guard let item = try python.next(source),
                    try python.isTrue(python.call(values[0], [item]))
                else { return nil }
                return item
            }
        }
        define(m, "filterfalse(function, iterable, /)") { python, values in
            let source = try python.iterator(values[1])
            return {
                while let item = try python.next(source) {
                    let test = try values[0].isNone ? item : python.call(values[0], [item])
                    if try !python.isTrue(test) { return item }
                }
                return nil
            }
        }
        defineSlicing(m)
    }

    private static func defineSlicing(_ m: ModuleBuilder) {
        define(m, "islice(iterable, start, stop=..., step=..., /)") { python, values in
            let onlyStop = python.isMissing(values[2])
            let stopMessage =
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            let indexMessage =
                "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            func bound(_ value: Value, _ missing: Int, _ message: String) throws -> Int {
                if value.isNone || python.isMissing(value) { return missing }
                guard let number = value.integer, number >= 0 else {
                    // One that is an integer, and not the sign of a mistake.
                    let isIndex = message == stopMessage && (value.integer ?? -1) < -1
                    throw python.valueError(isIndex ? indexMessage : message)
                }
                return number
            }
            let stop = try bound(onlyStop ? values[1] : values[2], .max, stopMessage)
            let start = try onlyStop ? 0 : bound(values[1], 0, indexMessage)
            let step = try bound(
                values[3], 1, "Step for islice() must be a positive integer or None.")
            guard step > 0 else {
                throw python.valueError("Step for islice() must be a positive integer or None.")
            }
            let source = try python.iterator(values[0])
            var (next, position) = (start, 0)
            return {
                while position < min(next, stop) {
                    guard try python.next(source) != nil else { return nil }
                    position += 1
                }
                guard next < stop, let item = try python.next(source) else { return nil }
                position += 1
                next = next > Int.max - step ? .max : next + step
                return item
            }
        }
        define(m, "pairwise(iterable, /)") { python, values in
            let source = try python.iterator(values[0])
            var previous = try python.next(source)
            return {
                guard let first = previous, let second = try python.next(source) else { return nil }
                previous = second
                return .tuple([first, second], in: python)
            }
        }
        define(m, "accumulate(iterable, func=None, *, initial=None)") { python, values in
            let source = try python.iterator(values[0])
            var total: Value?
            var initial = values[2].isNone ? nil : Optional(values[2])
            return {
                if let first = initial {
                    (total, initial) = (first, nil)
                    return first
                }
                guard let item = try python.next(source) else { return nil }
                guard let sum = total else {
                    total = item
                    return item
                }
                let new =
                    try values[1].isNone
                    ? python.binary(.add, sum, item) : python.call(values[1], [sum, item])
                total = new
                return new
            }
        }
    }
}
