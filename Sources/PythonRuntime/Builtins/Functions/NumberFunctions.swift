import BigInt
import PythonSyntax

extension Builtins {
    /// Functions of numbers and characters: `abs`, `round`, `chr`, …
    static func defineNumberFunctions(_ m: ModuleBuilder) {
        m.def("abs(x, /)\n\nThe absolute value of a number.") {
            (python: Interpreter, value: Value) -> Value in
            guard let result = try python.applySpecial(.abs, value) else {
                throw python.typeError(
                    "bad operand type for abs(): '\(python.typeName(value))'")
            }
            return result
        }
        m.def("divmod(x, y, /)\n\nThe whole quotient and the remainder.") {
            (python: Interpreter, a: Value, b: Value) in try python.divmod(a, b)
        }
        m.def("pow(base, exp, mod=None)\n\nThe power, or its remainder modulo a number.") {
            (python: Interpreter, base: Value, exponent: Value, modulus: Value) in
            try python.power(base, exponent, modulus)
        }
        m.def("round(number, ndigits=None)\n\nThe number rounded to decimals, halves to even.") {
            (python: Interpreter, number: Value, digits: Value) -> Value in
            guard let method = python.type(of: number).special(.round) else {
                throw python.typeError(
                    "type \(python.typeName(number)) doesn't define __round__ method")
            }
            return digits.isNone
                ? try python.apply(method, .round, number)
                : try python.apply(method, .round, number, digits)
        }
        m.def("hash(obj, /)\n\nAn integer that is equal for equal values.") {
            (python: Interpreter, value: Value) in try python.hash(value)
        }
        for (name, prefix, radix) in [("bin", "0b", 2), ("oct", "0o", 8), ("hex", "0x", 16)] {
            m.def("\(name)(number, /)\n\nAn integer as text in base \(radix).") {
                (python: Interpreter, value: Value) -> String in
                let number = try python.bigIndex(value)
                return (number.sign == .minus ? "-" : "") + prefix
                    + String(number.magnitude, radix: radix)
            }
        }
    }

    /// Functions between values and texts: `chr`, `ord`, `ascii`, `format`.
    static func defineTextFunctions(_ m: ModuleBuilder) {
        m.def("chr(i, /)\n\nThe character of a code point.") {
            (python: Interpreter, number: BigInt) -> String in
            guard let small = Int32(exactly: number) else {
                throw python.error("OverflowError", "Python int too large to convert to C int")
            }
            guard let value = UInt32(exactly: small), value < 0x110000 else {
                throw python.valueError("chr() arg not in range(0x110000)")
            }
            return String(Unicode.Scalar(codePoint: value))
        }
        m.def("ord(c, /)\n\nThe code point of a character.") {
            (python: Interpreter, value: Value) -> Int in try python.codePoint(value)
        }
        m.def("ascii(obj, /)\n\nLike `repr`, with everything beyond ASCII escaped.") {
            (python: Interpreter, value: Value) in python.ascii(try python.repr(value))
        }
        m.def("format(value, format_spec='', /)\n\nA value as text, as a specification says.") {
            (python: Interpreter, value: Value, specification: Value) in
            try python.format(value, python.text(specification, "format() argument 2").string)
        }
    }
}

extension Interpreter {
    fileprivate func codePoint(_ value: Value) throws -> Int {
        if let text = value.stringObject {
            guard text.count == 1 else { throw notCharacter(text.count) }
            return Int(text.scalar(at: 0).codePoint)
        }
        guard let bytes = value.bytesLike else {
            throw typeError("ord() expected string of length 1, but \(typeName(value)) found")
        }
        guard bytes.count == 1 else { throw notCharacter(bytes.count) }
        return Int(bytes[0])
    }

    private func notCharacter(_ count: Int) -> PythonError {
        typeError("ord() expected a character, but string of length \(count) found")
    }

    /// `divmod(a, b)`.
    package func divmod(_ a: Value, _ b: Value) throws -> Value {
        for (special, receiver, argument) in [(Special.divmod, a, b), (.rdivmod, b, a)] {
            guard let method = type(of: receiver).special(special) else { continue }
            let result = try apply(method, special, receiver, argument)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        throw unsupported("divmod()", a, b)
    }

    /// `pow(base, exponent, modulus)`.
    package func power(_ base: Value, _ exponent: Value, _ modulus: Value) throws -> Value {
        if modulus.isNone { return try binary(.power, base, exponent) }
        if let method = type(of: base).special(.pow) {
            let result = try apply(method, .pow, base, exponent, modulus)
            if !result.isIdentical(to: notImplemented) { return result }
        }
        for operand in [base, exponent, modulus] {
            if type(of: operand).isSubtype(of: types.float) { throw modularPowerOfFloats() }
            if type(of: operand).isSubtype(of: types.complex) {
                throw valueError("complex modulo")
            }
        }
        throw typeError(
            "unsupported operand type(s) for ** or pow(): '\(typeName(base))', '\(typeName(exponent))', '\(typeName(modulus))'"
        )
    }
}
