import BigInt

/// A Swift type that a native function may take: how a Python value becomes one, or the error that says why not.
package protocol FromPython {
    static func from(_ value: Value, in python: Interpreter) throws -> Self
}

/// A Swift type that a native function may give back.
package protocol ToPython {
    func value(in python: Interpreter) throws -> Value
}

extension Value: FromPython, ToPython {
    package static func from(_ value: Value, in python: Interpreter) -> Value { value }
    package func value(in python: Interpreter) -> Value { self }
}

extension Int: FromPython, ToPython {
    /// Anything with `__index__` that fits 64 bits.
    package static func from(_ value: Value, in python: Interpreter) throws -> Int {
        try python.index(value)
    }

    package func value(in python: Interpreter) -> Value { .int(self) }
}

extension Double: FromPython, ToPython {
    /// Any real number: `float`, or what has `__float__` or `__index__`.
    package static func from(_ value: Value, in python: Interpreter) throws -> Double {
        try python.double(value)
    }

    package func value(in python: Interpreter) -> Value { .float(self) }
}

extension Bool: FromPython, ToPython {
    /// The truth of any value.
    package static func from(_ value: Value, in python: Interpreter) throws -> Bool {
        try python.isTrue(value)
    }

    package func value(in python: Interpreter) -> Value { .bool(self) }
}

extension String: FromPython, ToPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> String {
        guard let text = value.text else {
            throw python.typeError("expected str, got \(python.typeName(value))")
        }
        return text
    }

    package func value(in python: Interpreter) -> Value { .string(self, in: python) }
}

extension BigInt: FromPython, ToPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> BigInt {
        try python.bigIndex(value)
    }

    package func value(in python: Interpreter) -> Value { python.integer(self) }
}

extension Optional: FromPython where Wrapped: FromPython {
    /// nil for an argument that was not given (a default of `...` in the literal), and for None unless any
    /// value is asked for.
    package static func from(_ value: Value, in python: Interpreter) throws -> Wrapped? {
        if python.isMissing(value) { return nil }
        if value.isNone, Wrapped.self != Value.self { return nil }
        return try Wrapped.from(value, in: python)
    }
}

extension Optional: ToPython where Wrapped: ToPython {
    package func value(in python: Interpreter) throws -> Value {
        try self?.value(in: python) ?? .none
    }
}

extension Array: FromPython where Element: FromPython {
    /// The items of any iterable.
    package static func from(_ value: Value, in python: Interpreter) throws -> [Element] {
        try python.list(value).map { try Element.from($0, in: python) }
    }
}

extension Array: ToPython where Element: ToPython {
    package func value(in python: Interpreter) throws -> Value {
        .list(try map { try $0.value(in: python) }, in: python)
    }
}

extension Object: ToPython {
    package func value(in python: Interpreter) -> Value { .object(self) }
}
