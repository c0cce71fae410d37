import PythonRuntime

/// Nested structures as `tf.nest` sees them: lists, tuples and dictionaries hold, everything else is held.
enum Nest {
    /// Whether a value holds others.
    static func isNested(_ value: Value) -> Bool {
        value.object is ListObject || value.object is TupleObject
            || value.object is DictionaryObject
    }

    /// What a structure holds, from left to right, dictionaries in the order of their keys.
    static func flatten(_ value: Value, in python: Interpreter) throws -> [Value] {
        switch value.object {
        case let list as ListObject:
            return try list.items.flatMap { try flatten($0, in: python) }
        case let tuple as TupleObject:
            return try tuple.items.flatMap { try flatten($0, in: python) }
        case let dictionary as DictionaryObject:
            return try sortedKeys(dictionary, python).flatMap { key in
                try flatten(dictionary.get(key, in: python) ?? .none, in: python)
            }
        default: return [value]
        }
    }

    /// The leaves in the nesting of another structure.
    static func pack(
        _ leaves: some Collection<Value>, like model: Value, in python: Interpreter
    ) throws -> Value {
        var rest = Array(leaves)[...]
        return try map(model, in: python) { _ in rest.popFirst() ?? .none }
    }

    /// A structure of the same nesting with every leaf replaced.
    static func map(
        _ value: Value, in python: Interpreter, _ body: (Value) throws -> Value
    ) throws -> Value {
        switch value.object {
        case let list as ListObject:
            return .list(try list.items.map { try map($0, in: python, body) }, in: python)
        case let tuple as TupleObject:
            let items = try tuple.items.map { try map($0, in: python, body) }
            if tuple.type === python.types.tuple { return .tuple(items, in: python) }
            return .object(TupleObject(items, type: tuple.type, in: python))
        case let dictionary as DictionaryObject:
            let result = DictionaryObject(in: python)
            var replaced: [(key: Value, value: Value)] = []
            for key in try sortedKeys(dictionary, python) {
                let old = try dictionary.get(key, in: python) ?? .none
                replaced.append((key, try map(old, in: python, body)))
            }
            // The entries keep the order in which they were put in.
            for key in dictionary.keys { try result.set(key, .none, in: python) }
            for entry in replaced { try result.set(entry.key, entry.value, in: python) }
            return .object(result)
        default: return try body(value)
        }
    }

    private static func sortedKeys(
        _ dictionary: DictionaryObject, _ python: Interpreter
    ) throws -> [Value] {
        var keys = dictionary.keys
        var failure: (any Error)?
        keys.sort { a, b in
            do { return try python.isLess(a, b) } catch {
                failure = failure ?? error
                return false
            }
        }
        if failure != nil {
            throw python.typeError("'<' not supported between the keys of a nested dictionary")
        }
        return keys
    }

    /// Refuses structures of different nesting, in TensorFlow's words.
    static func requireSame(_ a: Value, _ b: Value, in python: Interpreter) throws {
        guard let difference = try difference(a, b, python) else { return }
        throw python.valueError(
            """
            The two structures don't have the same nested structure.

            First structure: \(try described(a, python))

            Second structure: \(try described(b, python))

            More specifically: \(difference)
            Entire first structure:
            \(try outline(a, python))
            Entire second structure:
            \(try outline(b, python))
            """)
    }

    private static func difference(
        _ a: Value, _ b: Value, _ python: Interpreter
    ) throws -> String? {
        if isNested(a) != isNested(b) {
            let (inner, outer) = isNested(a) ? (a, b) : (b, a)
            return "Substructure \"\(try described(inner, python))\" is a sequence, while "
                + "substructure \"\(try described(outer, python))\" is not"
        }
        guard isNested(a) else { return nil }
        let (left, right) = (try children(a, python), try children(b, python))
        guard left.count == right.count else {
            return "The two structures don't have the same number of elements. First structure: "
                + "\(try described(a, python)). Second structure: \(try described(b, python))"
        }
        for (a, b) in zip(left, right) {
            if let found = try difference(a, b, python) { return found }
        }
        return nil
    }

    private static func children(_ value: Value, _ python: Interpreter) throws -> [Value] {
        guard let dictionary = value.object as? DictionaryObject else {
            return try python.list(value)
        }
        return try sortedKeys(dictionary, python).map {
            try dictionary.get($0, in: python) ?? .none
        }
    }

    private static func described(_ value: Value, _ python: Interpreter) throws -> String {
        "type=\(python.typeName(value)) str=\(try python.str(value))"
    }

    /// The structure with points for its leaves.
    private static func outline(_ value: Value, _ python: Interpreter) throws -> String {
        let points = try map(value, in: python) { _ in .string(".", in: python) }
        return try python.str(points).filter { $0 != "'" }
    }

    /// `tf.nest`.
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("tensorflow.nest", pythonWording: true, in: python)
        m.def("flatten(structure, expand_composites=False)\n\nWhat a structure holds, as a list.") {
            (python: Interpreter, structure: Value, _: Value) in
            try flatten(structure, in: python)
        }
        m.def("is_nested(structure)") { (_: Interpreter, structure: Value) in isNested(structure) }
        m.def("pack_sequence_as(structure, flat_sequence, expand_composites=False)") {
            (python: Interpreter, structure: Value, leaves: [Value], _: Value) -> Value in
            let wanted = try flatten(structure, in: python).count
            guard wanted == leaves.count else {
                throw python.valueError(
                    "Could not pack sequence. Structure had \(wanted) atoms, but flat_sequence had "
                        + "\(leaves.count) items. Structure: \(try python.str(structure)), "
                        + "flat_sequence: \(try python.str(.list(leaves, in: python))).")
            }
            return try pack(leaves, like: structure, in: python)
        }
        m.def("assert_same_structure(nest1, nest2, check_types=True, expand_composites=False)") {
            (python: Interpreter, a: Value, b: Value, _: Value, _: Value) -> Value in
            try requireSame(a, b, in: python)
            return .none
        }
        m.raw("map_structure(func, *structure, **kwargs)") { python, arguments in
            guard let function = arguments.positional.first, arguments.positional.count > 1 else {
                throw python.valueError("Must provide at least one structure")
            }
            let structures = Array(arguments.positional.dropFirst())
            for other in structures.dropFirst() {
                try requireSame(structures[0], other, in: python)
            }
            let columns = try structures.map { try flatten($0, in: python) }
            let results = try columns[0].indices.map { place in
                try python.call(function, columns.map { $0[place] })
            }
            return try pack(results, like: structures[0], in: python)
        }
        return m.module
    }
}
