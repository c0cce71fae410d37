import PythonRuntime

/// The native part of `collections`: `deque`, `defaultdict` and the counting behind `Counter`.
enum CollectionsModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("collections", in: python)
        m.type("defaultdict", base: python.types.dict) { defineDefaultDictionary($0) }
        let deque = m.type("deque") { defineDeque($0) }
        deque.isSequencePattern = true
        m.action("_count_elements(mapping, iterable, /)\n\nCounts the items into a dictionary.") {
            (python: Interpreter, mapping: Value, items: Value) in
            try count(items, into: mapping, python)
        }
        m.type("_tuplegetter") { TupleItem.define($0) }
        return m.module
    }

    private static func count(_ items: Value, into mapping: Value, _ python: Interpreter) throws {
        guard let dictionary = mapping.object as? DictionaryObject else {
            throw python.typeError("a Counter is a dict")
        }
        try python.forEach(items) { item in
            switch try dictionary.get(item, in: python) {
            case .int(let known)?: try dictionary.set(item, .int(known + 1), in: python)
            case let known?:
                try dictionary.set(item, python.binary(.add, known, .int(1)), in: python)
            case nil: try dictionary.set(item, .int(1), in: python)
            }
        }
    }

    private static func defineDefaultDictionary(_ t: TypeBuilder) {
        t.type.hasInstanceDictionary = true
        t.type.messageName = "collections.defaultdict"
        t.variadic(.`init`) { python, value, arguments -> Value in
            let factory = arguments.positional.first ?? .none
            guard factory.isNone || python.isCallable(factory) else {
                throw python.typeError("first argument must be callable or None")
            }
            (value.object as? InstanceObject)?.setAttribute("default_factory", factory)
            guard let update = python.types.dict.special(.`init`) else { return .none }
            let rest = Arguments(
                Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            return try python.apply(update, .`init`, value, rest)
        }
        t.binary(.missing) { python, value, key -> Value in
            let factory = (value.object as? InstanceObject)?.attribute("default_factory") ?? .none
            if factory.isNone { throw python.keyError(key) }
            let made = try python.call(factory)
            try python.setItem(value, key, made)
            return made
        }
        t.unary(.repr) { python, value -> String in
            let factory = (value.object as? InstanceObject)?.attribute("default_factory") ?? .none
            guard let plain = python.types.dict.special(.repr) else { return "" }
            let entries = try python.apply(plain, .repr, value).text ?? ""
            return "\(python.type(of: value).name)(\(try python.repr(factory)), \(entries))"
        }
        t.binary(.or) { python, value, other -> Value in
            guard other.object is DictionaryObject else { return python.notImplemented }
            let copy = try python.callMethod(value, "copy")
            _ = try python.callMethod(copy, "update", [other])
            return copy
        }
        for name in ["copy(self, /)", "__copy__(self, /)"] {
            t.def(name) { (python: Interpreter, value: Value) -> Value in
                let factory = (value.object as? InstanceObject)?.attribute("default_factory")
                return try python.construct(
                    python.type(of: value), Arguments([factory ?? .none, value]))
            }
        }
    }
}
