/// `repr`, `str` and `format`.
extension Interpreter {
    package func repr(_ value: Value) throws -> String {
        if let text = numberText(value) { return text }
        guard let method = type(of: value).special(.repr) else { return defaultRepr(value) }
        return try text(of: apply(method, .repr, value), method: "__repr__")
    }

    package func str(_ value: Value) throws -> String {
        if case .object(let object) = value, object.kind == .string {
            return unsafeDowncast(object, to: StringObject.self).string
        }
        if let text = numberText(value) { return text }
        guard let method = type(of: value).special(.str) else { return try repr(value) }
        return try text(of: apply(method, .str, value), method: "__str__")
    }

    private func numberText(_ value: Value) -> String? {
        switch value {
        case .int(let number): String(number)
        case .float(let number): number.pythonText
        default: nil
        }
    }

    private func text(of value: Value, method: String) throws -> String {
        guard let text = value.text else {
            throw typeError("\(method) returned non-string (type \(typeName(value)))")
        }
        return text
    }

    /// `format(value, specification)`.
    package func format(_ value: Value, _ specification: String) throws -> String {
        if specification.isEmpty {
            if let text = numberText(value) { return text }
        } else if let format = specification.withBytes({ PlainFormat($0) }),
            let text = format.text(Slot(borrowing: value), in: self)
        {
            return text.string
        }
        if let method = type(of: value).special(.format) {
            let result = try apply(method, .format, value, .string(specification, in: self))
            guard let text = result.text else {
                throw typeError("__format__ must return a str, not \(typeName(result))")
            }
            return text
        }
        guard specification.isEmpty else {
            throw typeError("unsupported format string passed to \(typeName(value)).__format__")
        }
        return try str(value)
    }

    /// `<__main__.Note object at 0x7f…>`.
    package func defaultRepr(_ value: Value) -> String {
        let type = type(of: value)
        let module = type.moduleName == "builtins" ? "" : type.moduleName + "."
        return "<\(module)\(type.qualifiedName) object at \(address(value))>"
    }

    /// `0x7f…`: the number that `id` gives, in hexadecimal.
    package func address(_ value: Value) -> String {
        "0x" + String(identity(value), radix: 16)
    }

    /// All that `id` can give.
    package static let identityRange = 0x7c00_0000_0000...0x7fff_ffff_ffff

    /// `id(value)`.
    package func identity(_ value: Value) -> Int {
        switch value {
        case .object(let object): identities.number(of: object)
        case .none: 0x7e00_0000_0000
        case .bool(let value): value ? 0x7e00_0000_0040 : 0x7e00_0000_0020
        case .int(let value): 0x7d00_0000_0000 &+ (value & 0xFFFF_FFFF) &* 32
        case .float(let value):
            0x7c00_0000_0000 &+ Int(truncatingIfNeeded: value.bitPattern >> 20) &* 16
        }
    }

    /// Runs a body that may call itself through Python code again, one level deeper; throws where that is too
    /// deep.
    package func descending<R>(_ body: () throws -> R) throws -> R {
        try machine.nesting("", body)
    }

    /// Runs a body that prints a container, unless that container is being printed further out.
    package func guardingRecursion(_ value: Value, _ body: () throws -> String) throws -> String? {
        guard let object = value.object else { return try body() }
        guard printing.insert(ObjectIdentifier(object)).inserted else { return nil }
        defer { printing.remove(ObjectIdentifier(object)) }
        // Lists that hold one list twice, which holds one twice, print what no memory holds.
        try checkInterrupt()
        let text = try machine.nesting(" while getting the repr of an object") { try body() }
        try checkSize(text.utf8.count, times: 1)
        return text
    }
}
