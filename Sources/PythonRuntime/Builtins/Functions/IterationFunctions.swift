extension Builtins {
    /// The types and functions that make iterators.
    static func defineIterationFunctions(_ m: ModuleBuilder) {
        let types = m.python.types.containers
        for type in [types.reversed, types.enumerate, types.zip, types.map, types.filter] {
            TypeBuilder(type, in: m.python).makesCompleteInstances()
            m.module.namespace[type.name] = .object(type)
        }
        let enumerate = TypeBuilder(types.enumerate, in: m.python)
        enumerate.constructor("enumerate(iterable, start=0)\n\nPairs of a counter and an item.") {
            python, _, given in
            let start = python.integer(try python.bigIndex(given[1]))
            return .object(
                EnumerateIterator(try python.iterator(given[0]), from: start, in: python))
        }
        let filter = TypeBuilder(types.filter, in: m.python)
        filter.constructor(
            "filter(function, iterable, /)\n\nThe items for which a function is true."
        ) { python, _, given in
            .object(FilterIterator(given[0], try python.iterator(given[1]), in: python))
        }
        let reversed = TypeBuilder(types.reversed, in: m.python)
        reversed.documents("reversed(sequence, /)\n\nThe items from the last to the first.")
        reversed.variadic(.new) { python, _, arguments -> Value in
            guard arguments.positional.count == 1 else {
                throw python.typeError(
                    "reversed expected 1 argument, got \(arguments.positional.count)")
            }
            return try python.reversed(arguments.positional[0])
        }
        types.map.setSpecial(.new, .variadic { python, _, given in try python.map(given) })
        types.zip.setSpecial(.new, .variadic { python, _, given in try python.zip(given) })
        iteratorFunctions(m)
    }

    private static func iteratorFunctions(_ m: ModuleBuilder) {
        m.def(
            "iter(object, sentinel=..., /)\n\nAn iterator over an object, or over calls up to a value."
        ) { (python: Interpreter, object: Value, sentinel: Value?) -> Value in
            guard let sentinel else { return try python.iterator(object) }
            guard python.isCallable(object) else {
                throw python.typeError("iter(v, w): v must be callable")
            }
            return .object(CallableIterator(object, until: sentinel, in: python))
        }
        m.def(
            "next(iterator, default=..., /)\n\nThe next item, or a default after the last one."
        ) { (python: Interpreter, iterator: Value, other: Value?) -> Value in
            guard let other else { return try python.nextOrStop(iterator) }
            return try python.next(iterator) ?? other
        }
        m.raw(
            """
            sorted(iterable, /, *, key=None, reverse=False)

            A new list with the items in ascending order.

            >>> sorted([3, 1, 2], reverse=True)
            [3, 2, 1]
            """
        ) { python, arguments in try python.sorted(arguments) }
    }
}

extension Interpreter {
    /// The next value of an iterator; at its end `StopIteration` with what a generator returned.
    func nextOrStop(_ iterator: Value) throws -> Value {
        if let object = iterator.object, object.kind == .instance,
            let method = object.type.special(.next)
        {
            return try apply(method, .next, iterator)
        }
        if let value = try next(iterator) { return value }
        throw stopIteration(iterator.object is GeneratorObject ? machine.returned : .none)
    }

    /// `sorted`, which hands its options on to `list.sort`.
    fileprivate func sorted(_ arguments: Arguments) throws -> Value {
        guard arguments.positional.count == 1 else {
            throw typeError("sorted expected 1 argument, got \(arguments.positional.count)")
        }
        var (key, reverse) = (Value.none, Value.bool(false))
        for (name, value) in arguments.keywords {
            switch name {
            case "key": key = value
            case "reverse": reverse = value
            default: throw typeError("'\(name)' is an invalid keyword argument for sort()")
            }
        }
        var items = try boundedList(arguments.positional[0])
        try sort(&items, by: key, descending: index(reverse) != 0)
        return .list(items, in: self)
    }

    /// `reversed(sequence)`.
    fileprivate func reversed(_ sequence: Value) throws -> Value {
        let type = type(of: sequence)
        if let method = type.special(.reversed), !method.isNone {
            return try apply(method, .reversed, sequence)
        }
        guard type.special(.reversed) == nil, type.special(.getitem) != nil,
            !(sequence.object is DictionaryObject)
        else { throw typeError("'\(type.name)' object is not reversible") }
        return .object(ReversedIterator(sequence, count: try length(sequence), in: self))
    }

    fileprivate func map(_ arguments: Arguments) throws -> Value {
        guard arguments.keywords.isEmpty else {
            throw typeError("map() takes no keyword arguments")
        }
        guard arguments.positional.count >= 2 else {
            throw typeError("map() must have at least two arguments.")
        }
        let iterators = try arguments.positional.dropFirst().map { try iterator($0) }
        return .object(MapIterator(arguments.positional[0], iterators, in: self))
    }

    fileprivate func zip(_ arguments: Arguments) throws -> Value {
        var isStrict = false
        for (name, value) in arguments.keywords {
            guard name == "strict" else {
                throw typeError("'\(name)' is an invalid keyword argument for zip()")
            }
            isStrict = try isTrue(value)
        }
        let iterators = try arguments.positional.map { try iterator($0) }
        return .object(ZipIterator(iterators, strict: isStrict, in: self))
    }
}
