import BigInt

extension Interpreter {
    /// `int(x, base)`.
    func makeInteger(_ value: Value, base: Value) throws -> Value {
        if isMissing(value) {
            guard isMissing(base) else { throw typeError("int() missing string argument") }
            return .int(0)
        }
        guard isMissing(base) else { return try makeInteger(value, explicitBase: base) }
        switch value {
        case .int: return value
        case .bool(let value): return .int(value ? 1 : 0)
        case .float(let value): return try integer(truncating: value)
        default: break
        }
        if let converted = try convertedInteger(value) { return converted }
        if let text = value.stringObject { return try integer(text: text, base: 10) }
        if let bytes = value.bytesLike { return try integer(bytes: bytes, of: value, base: 10) }
        throw typeError(
            "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'"
        )
    }

    /// The number that a value says it is: `__int__`, `__index__`, `__trunc__`.
    private func convertedInteger(_ value: Value) throws -> Value? {
        let type = type(of: value)
        for special in [Special.int, .index, .trunc] {
            guard let method = type.special(special) else { continue }
            let result = try apply(method, special, value)
            if Numbers.isInteger(result) { return result.plainInteger }
            if special == .trunc, let method = self.type(of: result).special(.index) {
                return try apply(method, .index, result).plainInteger
            }
            throw typeError("\(special.name) returned non-int (type \(typeName(result)))")
        }
        return nil
    }

    private func makeInteger(_ value: Value, explicitBase: Value) throws -> Value {
        let base = try sliceIndexInteger(explicitBase)
        guard base == 0 || (2...36).contains(base) else {
            throw valueError("int() base must be >= 2 and <= 36, or 0")
        }
        if let text = value.stringObject { return try integer(text: text, base: base) }
        if let bytes = value.bytesLike { return try integer(bytes: bytes, of: value, base: base) }
        throw typeError("int() can't convert non-string with explicit base")
    }

    /// An integer of any size as one of 64 bits, the nearest where it does not fit.
    private func sliceIndexInteger(_ value: Value) throws -> Int {
        if let small = value.integer { return small }
        return Int(clamping: try bigIndex(value))
    }

    private func integer(text: StringObject, base: Int) throws -> Value {
        let ascii = text.isASCII ? text.utf8 : DecimalText.ascii(text.string)
        return try integer(ascii, base: base) {
            // CPython cuts what it shows off at 200.
            String(Quoting.repr(text.string).unicodeScalars.prefix(200))
        }
    }

    private func integer(bytes: [UInt8], of value: Value, base: Int) throws -> Value {
        try integer(bytes, base: base) { try self.repr(.bytes(bytes, in: self)) }
    }

    private func integer(_ text: [UInt8], base: Int, _ shown: () throws -> String) throws -> Value {
        guard let literal = IntegerLiteralText(text, base: base) else {
            throw valueError("invalid literal for int() with base \(base): \(try shown())")
        }
        if let small = literal.small { return .int(small) }
        try checkDigitCount(literal.digits.count, base: literal.base)
        return integer(literal.big)
    }

    /// The integer nearest to zero from a float.
    func integer(truncating value: Double) throws -> Value {
        if value.isNaN { throw valueError("cannot convert float NaN to integer") }
        if value.isInfinite {
            throw error("OverflowError", "cannot convert float infinity to integer")
        }
        if let small = Int(exactly: value.rounded(.towardZero)) { return .int(small) }
        return integer(BigInt(value))
    }
}

/// Texts of numbers in any script.
enum DecimalText {
    /// The text with white space as blanks and digits as ASCII digits; `?` for anything else beyond ASCII.
    static func ascii(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value) }
            if ScalarClass.isSpace(scalar) { return UInt8(ascii: " ") }
            return ScalarClass.decimalValue(scalar).map { UInt8($0) + 48 } ?? UInt8(ascii: "?")
        }
    }
}
