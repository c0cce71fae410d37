import BigInt
import PythonSyntax

/// `format` of numbers.
extension Interpreter {
    /// `int.__format__`.
    func formatInteger(_ value: Value, _ text: String) throws -> String {
        if text.isEmpty { return try str(value) }
        let typeName = typeName(value)
        let specification = try FormatSpecificationParser.parse(
            text, default: .right, for: typeName, in: self)
        let number = value.plainInteger
        switch specification.type ?? "d" {
        case "c": return try formatCharacter(number, specification)
        case "d", "n", "b", "o", "x", "X":
            try checkIntegerOptions(specification)
            return try layOutInteger(number, specification).text(specification, in: self)
        case "e", "E", "f", "F", "g", "G", "%":
            return try formatFloat(double(number), specification)
        case let type: throw unknownCode(type, for: typeName)
        }
    }

    private func checkIntegerOptions(_ specification: FormatSpecification) throws {
        guard specification.precision < 0 else {
            throw valueError("Precision not allowed in integer format specifier")
        }
        guard !specification.dropsNegativeZero else {
            throw valueError(
                "Negative zero coercion (z) not allowed in integer format specifier")
        }
    }

    private func formatCharacter(_ value: Value, _ specification: FormatSpecification) throws
        -> String
    {
        try checkIntegerOptions(specification)
        guard specification.sign == nil else {
            throw valueError("Sign not allowed with integer format specifier 'c'")
        }
        guard !specification.isAlternate else {
            throw valueError("Alternate form (#) not allowed with integer format specifier 'c'")
        }
        guard value.integer != nil else {
            throw error("OverflowError", "Python int too large to convert to C long")
        }
        return try NumberLayout(digits: String(character(value))).text(specification, in: self)
    }

    /// The code point of an integer in `%c`.
    func character(_ value: Value) throws -> Unicode.Scalar {
        guard let number = value.integer, (0..<0x110000).contains(number) else {
            throw error("OverflowError", "%c arg not in range(0x110000)")
        }
        return Unicode.Scalar(codePoint: UInt32(number))
    }

    private func layOutInteger(_ value: Value, _ specification: FormatSpecification) throws
        -> NumberLayout
    {
        let type = specification.type ?? "d"
        var text = try integerText(value, type)
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        if isNegative { text.removeFirst() }
        var layout = NumberLayout(digits: text)
        layout.sign = specification.sign(isNegative: isNegative)
        if "boxX".unicodeScalars.contains(type) {
            if specification.isAlternate { layout.prefix = "0" + String(type) }
            layout.groupSize = 4
        }
        return layout
    }

    /// An integer in the base of a type letter, without prefix.
    func integerText(_ value: Value, _ type: Unicode.Scalar) throws -> String {
        let radix: Int
        switch type {
        case "b": radix = 2
        case "o": radix = 8
        case "x", "X": radix = 16
        default: return try decimalText(value)
        }
        if let small = value.integer { return String(small, radix: radix, uppercase: type == "X") }
        return String(try bigIndex(value), radix: radix, uppercase: type == "X")
    }

    /// `float.__format__`.
    func formatFloat(_ value: Double, of typeName: String, _ text: String) throws -> String {
        if text.isEmpty { return value.pythonText }
        let specification = try FormatSpecificationParser.parse(
            text, default: .right, for: typeName, in: self)
        switch specification.type {
        case nil, "e", "E", "f", "F", "g", "G", "n", "%":
            return try formatFloat(value, specification)
        case let type?: throw unknownCode(type, for: typeName)
        }
    }

    private func formatFloat(_ value: Double, _ specification: FormatSpecification) throws -> String
    {
        try layOutFloat(value, specification).text(specification, in: self)
    }

    private func layOutFloat(_ value: Double, _ specification: FormatSpecification) throws
        -> NumberLayout
    {
        let isPercent = specification.type == "%"
        let layout = try floatLayout(specification)
        var (isNegative, text) = layout.text(isPercent ? value * 100 : value)
        if let type = specification.type, "EFG".unicodeScalars.contains(type) {
            text = text.uppercased()
        }
        if isPercent { text += "%" }
        var result = NumberLayout(float: text, isFinite: value.isFinite)
        result.sign = specification.sign(isNegative: isNegative)
        return result
    }

    /// How a specification lays out a float; `hasPointZero`: whole numbers keep `.0` without a type letter.
    func floatLayout(_ specification: FormatSpecification, hasPointZero: Bool = true) throws
        -> FloatLayout
    {
        guard specification.precision <= Int(Int32.max) else {
            throw valueError("precision too big")
        }
        guard specification.precision <= FloatLayout.precisionLimit else { throw memoryError() }
        var layout = FloatLayout(style: .general)
        switch specification.type {
        case "e", "E": layout.style = .exponent
        case "f", "F", "%": layout.style = .fixed
        case nil:
            layout.style = specification.precision < 0 ? .shortest : .general
            layout.addsPointZero = hasPointZero
        default: break
        }
        if specification.precision >= 0 { layout.precision = specification.precision }
        layout.keepsPoint = specification.isAlternate
        layout.dropsNegativeZero = specification.dropsNegativeZero
        return layout
    }

    /// `complex.__format__`.
    func formatComplex(_ value: ComplexNumber, of typeName: String, _ text: String) throws -> String
    {
        if text.isEmpty { return ComplexText.repr(value) }
        var specification = try FormatSpecificationParser.parse(
            text, default: .right, for: typeName, in: self)
        switch specification.type {
        case nil, "e", "E", "f", "F", "g", "G", "n": break
        case let type?: throw unknownCode(type, for: typeName)
        }
        guard specification.fill != "0" else {
            throw valueError("Zero padding is not allowed in complex format specifier")
        }
        guard specification.alignment != .afterSign else {
            throw valueError("'=' alignment flag is not allowed in complex format specifier")
        }
        let parts = try complexParts(value, specification)
        specification.grouping = nil
        return try specification.aligned(parts, in: self)
    }

    private func complexParts(_ value: ComplexNumber, _ specification: FormatSpecification) throws
        -> String
    {
        var inner = specification
        inner.width = -1
        inner.fill = " "
        func part(_ number: Double, _ inner: FormatSpecification) throws -> String {
            let layout = try floatLayout(inner, hasPointZero: false)
            var (isNegative, text) = layout.text(number)
            if let type = inner.type, "EFG".unicodeScalars.contains(type) {
                text = text.uppercased()
            }
            var result = NumberLayout(float: text, isFinite: number.isFinite)
            result.sign = inner.sign(isNegative: isNegative)
            return try result.text(inner, in: self)
        }
        // Without a type letter a number looks as in `repr`: in brackets, zero left out.
        let skipsReal = inner.type == nil && value.real == 0 && value.real.sign == .plus
        var imaginary = inner
        if !skipsReal { imaginary.sign = "+" }
        let text =
            (skipsReal ? "" : try part(value.real, inner)) + (try part(value.imaginary, imaginary))
            + "j"
        return inner.type == nil && !skipsReal ? "(" + text + ")" : text
    }
}

extension NumberLayout {
    /// The parts of a float's text.
    fileprivate init(float text: String, isFinite: Bool) {
        guard isFinite else {
            self.init(digits: text, groupSize: nil)
            return
        }
        let digits = text.utf8.prefix { $0.isASCIIDigit }
        self.init(digits: String(text[..<digits.endIndex]))
        rest = String(text[digits.endIndex...])
    }
}
