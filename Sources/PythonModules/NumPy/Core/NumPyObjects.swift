import PythonRuntime

/// What NumPy's functions do where Python objects are to be elements: the arrays of these are written in Python,
/// and have functions of their own.
enum NumPyObjects {
    /// The module that has them.
    static let module = "numpy._objects"

    /// That a function of numbers has met objects.
    static func error(_ python: Interpreter) -> PythonError {
        python.error(
            NumPyTypes.of(python).objects,
            [.string("elements of this function can't be Python objects", in: python)])
    }

    /// Whether a value is an array of objects.
    static func isArray(_ object: Object, _ python: Interpreter) -> Bool {
        object.type.bases.contains { $0 === ArrayTypes.of(python).ndarray }
            && object.type.name == "ndarray"
    }

    /// What the module has under a name.
    static func value(_ name: String, in python: Interpreter) throws -> Value? {
        try python.modules.find(module, in: python)?.namespace[name]
    }

    /// After a mistake of the function `name`: if it has met objects, what the function for objects makes of the
    /// call, or what `body` makes of it with the arrays of objects as arrays of numbers.
    static func retry(
        _ mistake: any Error, _ name: String, _ call: Arguments, _ python: Interpreter,
        _ body: (Arguments) throws -> Value
    ) throws -> Value {
        guard let error = mistake as? PythonError,
            error.exception.type === NumPyTypes.of(python).objects
        else { throw mistake }
        if let table = try value("functions", in: python)?.object as? DictionaryObject,
            let function = table[name]
        {
            return try python.call(function, call)
        }
        func numbers(_ value: Value) throws -> Value {
            guard let object = value.object, isArray(object, python) else { return value }
            return try python.callMethod(value, "__array__")
        }
        return try body(
            Arguments(
                try call.positional.map(numbers),
                keywords: try call.keywords.map { ($0.name, try numbers($0.value)) }))
    }
}

extension NativeFunction.Body {
    /// The same body, handing a call with objects on.
    func handingOnObjects(of name: String) -> Self {
        func retry(
            _ mistake: any Error, _ values: [Value], _ python: Interpreter,
            _ body: ([Value]) throws -> Value
        ) throws -> Value {
            try NumPyObjects.retry(mistake, name, Arguments(values), python) {
                try body($0.positional)
            }
        }
        switch self {
        case .none: return self
        case .one(let body):
            return .one { python, a in
                do { return try body(python, a) } catch {
                    return try retry(error, [a], python) { try body(python, $0[0]) }
                }
            }
        case .two(let body):
            return .two { python, a, b in
                do { return try body(python, a, b) } catch {
                    return try retry(error, [a, b], python) { try body(python, $0[0], $0[1]) }
                }
            }
        case .three(let body):
            return .three { python, a, b, c in
                do { return try body(python, a, b, c) } catch {
                    return try retry(error, [a, b, c], python) {
                        try body(python, $0[0], $0[1], $0[2])
                    }
                }
            }
        case .bound(let body):
            return .bound { python, values in
                do { return try body(python, values) } catch {
                    return try retry(error, values, python) { try body(python, $0) }
                }
            }
        case .raw(let body):
            return .raw { python, call in
                do { return try body(python, call) } catch {
                    return try NumPyObjects.retry(error, name, call, python) {
                        try body(python, $0)
                    }
                }
            }
        }
    }
}
