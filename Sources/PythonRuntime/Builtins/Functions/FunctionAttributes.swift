extension Builtins {
    /// Functions written in Python, as objects.
    static func defineFunctionAttributes(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.function, in: m.python)
        t.type.hasInstanceDictionary = true
        t.unary(.repr) { (python: Interpreter, function: FunctionObject) in
            "<function \(function.qualifiedName) at \(python.address(.object(function)))>"
        }
        t.variadic(.call) { python, function, arguments in try python.call(function, arguments) }
        t.variadic(.get) { python, function, arguments -> Value in
            let receiver = arguments.positional.first ?? .none
            if receiver.isNone { return function }
            return .object(BoundMethodObject(function, receiver: receiver, in: python))
        }
        functionNames(t)
        functionParameters(t)
        t.property("__code__") { (python, value) -> Value in
            .object(CodeView(try FunctionObject.from(value, in: python).code, in: python))
        }
        t.property("__closure__") { (python, value) -> Value in
            let cells = try FunctionObject.from(value, in: python).closure
            return cells.isEmpty ? .none : .tuple(cells.map { .object($0) }, in: python)
        }
        t.property("__globals__") { python, value in
            python.namespaceDictionary(
                try FunctionObject.from(value, in: python).code.namespace)
        }
        t.property("__builtins__") { python, _ in python.namespaceDictionary(python.builtins) }
    }

    private static func functionNames(_ t: TypeBuilder) {
        t.property(
            "__name__",
            set: { python, value, new in
                guard let name = new.text else {
                    throw python.typeError("__name__ must be set to a string object")
                }
                try FunctionObject.from(value, in: python).name = name
            }
        ) { python, value in try FunctionObject.from(value, in: python).name }
        t.property(
            "__qualname__",
            set: { python, value, new in
                guard let name = new.text else {
                    throw python.typeError("__qualname__ must be set to a string object")
                }
                try FunctionObject.from(value, in: python).qualifiedName = name
            }
        ) { python, value in try FunctionObject.from(value, in: python).qualifiedName }
        t.property(
            "__doc__",
            set: { python, value, new in
                try FunctionObject.from(value, in: python).documentation = new
            }
        ) { python, value in try FunctionObject.from(value, in: python).documentation }
        t.property(
            "__module__",
            set: { python, value, new in
                try FunctionObject.from(value, in: python).moduleName = new
            }
        ) { python, value in try FunctionObject.from(value, in: python).moduleName }
    }

    private static func functionParameters(_ t: TypeBuilder) {
        t.property(
            "__defaults__",
            set: { python, value, new in
                let defaults = new.isNone ? [] : try TupleObject.from(new, in: python).items
                try FunctionObject.from(value, in: python).defaults = defaults
            }
        ) { (python, value) -> Value in
            let defaults = try FunctionObject.from(value, in: python).defaults
            return defaults.isEmpty ? .none : .tuple(defaults, in: python)
        }
        t.property(
            "__kwdefaults__",
            set: { python, value, new in
                var defaults: [String: Value] = [:]
                if !new.isNone {
                    for (key, value) in try DictionaryObject.from(new, in: python).items {
                        if let name = key.text { defaults[name] = value }
                    }
                }
                try FunctionObject.from(value, in: python).keywordDefaults = defaults
            }
        ) { (python, value) -> Value in
            let function = try FunctionObject.from(value, in: python)
            guard !function.keywordDefaults.isEmpty else { return .none }
            let dictionary = DictionaryObject(in: python)
            for name in function.signature.keywordOnly {
                dictionary[name] = function.keywordDefaults[name]
            }
            return .object(dictionary)
        }
        t.property(
            "__annotations__",
            set: { python, value, new in
                let function = try FunctionObject.from(value, in: python)
                guard new.isNone || new.object is DictionaryObject else {
                    throw python.typeError("__annotations__ must be set to a dict object")
                }
                function.annotationDictionary =
                    new.object as? DictionaryObject ?? DictionaryObject(in: python)
            }
        ) { python, value in
            try FunctionObject.from(value, in: python).annotationsShared(in: python)
        }
    }
}

extension FunctionObject {
    /// `__annotations__`: the same dictionary each time.
    fileprivate func annotationsShared(in python: Interpreter) -> DictionaryObject {
        if let annotationDictionary { return annotationDictionary }
        let dictionary = DictionaryObject(in: python)
        for (name, value) in annotations { dictionary[name] = value }
        annotationDictionary = dictionary
        return dictionary
    }
}
