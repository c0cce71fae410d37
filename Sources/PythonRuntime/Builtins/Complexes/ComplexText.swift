/// Complex numbers as text.
enum ComplexText {
    /// `(1+2j)`, or `2j` without a real part.
    static func repr(_ number: ComplexNumber) -> String {
        let imaginary = part(number.imaginary)
        if number.real == 0, number.real.sign == .plus { return imaginary + "j" }
        let sign = imaginary.hasPrefix("-") ? "" : "+"
        return "(" + part(number.real) + sign + imaginary + "j)"
    }

    /// Whole parts without `.0`.
    private static func part(_ value: Double) -> String {
        let text = value.pythonText
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// What `complex(text)` accepts; nil for anything else.
    static func parse(_ text: [UInt8]) -> ComplexNumber? {
        var rest = FloatText.trimmed(text)
        if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
            rest = FloatText.trimmed(Array(rest.dropFirst().dropLast()))
        } else if rest.first == UInt8(ascii: "(") || rest.last == UInt8(ascii: ")") {
            return nil
        }
        guard let last = rest.last else { return nil }
        guard last | 32 == UInt8(ascii: "j") else {
            return FloatText.parse(rest).map { ComplexNumber($0) }
        }
        rest.removeLast()
        let split = imaginaryStart(rest)
        guard let imaginary = imaginaryPart(rest[split...]) else { return nil }
        if split == rest.startIndex { return ComplexNumber(0, imaginary) }
        return FloatText.parse(rest[..<split]).map { ComplexNumber($0, imaginary) }
    }

    /// Where the last sign that belongs to no exponent stands; the beginning without one.
    private static func imaginaryStart(_ text: ArraySlice<UInt8>) -> Int {
        for index in text.indices.reversed() where index > text.startIndex {
            let isSign = text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-")
            if isSign, text[index - 1] | 32 != UInt8(ascii: "e") { return index }
        }
        return text.startIndex
    }

    /// A signed number; a sign alone and nothing at all stand for one.
    private static func imaginaryPart(_ text: ArraySlice<UInt8>) -> Double? {
        switch String(decoding: text, as: UTF8.self) {
        case "", "+": 1
        case "-": -1
        default: FloatText.parse(text)
        }
    }
}

extension Interpreter {
    /// `complex(real, imag)`.
    func makeComplex(_ real: Value, _ imaginary: Value) throws -> ComplexNumber {
        if let text = real.stringObject {
            guard isMissing(imaginary) else {
                throw typeError("complex() can't take second arg if first is a string")
            }
            let ascii = text.isASCII ? text.utf8 : DecimalText.ascii(text.string)
            guard let number = ComplexText.parse(ascii) else {
                throw valueError(
                    ascii.contains(UInt8(ascii: "_"))
                        ? "could not convert string to complex: \(Quoting.repr(text.string))"
                        : "complex() arg is a malformed string")
            }
            return number
        }
        guard imaginary.stringObject == nil else {
            throw typeError("complex() second arg can't be a string")
        }
        let first =
            try isMissing(real)
            ? ComplexNumber(0)
            : complexArgument(real) {
                "complex() first argument must be a string or a number, not '\($0)'"
            }
        guard !isMissing(imaginary) else { return first }
        let second = try complexArgument(imaginary, usesSpecial: false) {
            "complex() second argument must be a number, not '\($0)'"
        }
        let isReal = imaginary.unboxed.object as? ComplexObject == nil
        // Adding a zero would lose the sign of another.
        return ComplexNumber(
            isReal ? first.real : first.real - second.imaginary,
            first.imaginary == 0 && first.imaginary.sign == .plus
                ? second.real : first.imaginary + second.real)
    }

    private func complexArgument(
        _ value: Value, usesSpecial: Bool = true, _ message: (String) -> String
    ) throws -> ComplexNumber {
        if let number = try complexOperand(value) { return number }
        if usesSpecial, let result = try applySpecial(.complex, value) {
            guard let complex = result.object as? ComplexObject else {
                throw typeError("__complex__ returned non-complex (type \(typeName(result)))")
            }
            return complex.number
        }
        let type = type(of: value)
        guard type.special(.float) != nil || type.special(.index) != nil else {
            throw typeError(message(type.name))
        }
        return ComplexNumber(try double(value))
    }
}
