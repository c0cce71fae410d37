/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
    enum Alignment: UInt8 {
        case left = 0x3C, right = 0x3E, center = 0x5E, afterSign = 0x3D
    }

    enum Grouping: UInt8 {
        case comma = 0x2C, underscore = 0x5F
    }

    var fill: Unicode.Scalar = " "
    var alignment: Alignment
    /// `+`, `-` or a blank; nil where none was given.
    var sign: Unicode.Scalar?
    var dropsNegativeZero = false
    var isAlternate = false
    var width = -1
    var grouping: Grouping?
    var precision = -1
    var type: Unicode.Scalar?

    /// Whether zeros between the sign and the digits fill the width, which thousands separators go through.
    var isZeroFilled: Bool { fill == "0" && alignment == .afterSign }
}

/// Reads a format specification.
struct FormatSpecificationParser {
    private let text: String
    private var rest: Substring.UnicodeScalarView
    private let typeName: String
    private let python: Interpreter

    /// `typeName`: whose values are formatted, for messages.
    static func parse(
        _ text: String, default alignment: FormatSpecification.Alignment, for typeName: String,
        in python: Interpreter
    ) throws -> FormatSpecification {
        var parser = FormatSpecificationParser(
            text: text, rest: Substring(text).unicodeScalars, typeName: typeName, python: python)
        return try parser.specification(alignment)
    }

    private mutating func specification(_ defaultAlignment: FormatSpecification.Alignment) throws
        -> FormatSpecification
    {
        var result = FormatSpecification(alignment: defaultAlignment)
        let hasFill = readAlignment(&result)
        let hasAlignment = hasFill.alignment
        if let sign = rest.first, sign == "+" || sign == "-" || sign == " " {
            result.sign = sign
            rest.removeFirst()
        }
        result.dropsNegativeZero = take("z")
        result.isAlternate = take("#")
        if !hasFill.fill, take("0") {
            result.fill = "0"
            if !hasAlignment, defaultAlignment == .right { result.alignment = .afterSign }
        }
        if let width = try integer() { result.width = width }
        try readGrouping(&result)
        if take(".") {
            guard let precision = try integer() else {
                throw python.valueError("Format specifier missing precision")
            }
            result.precision = precision
        }
        guard rest.count <= 1 else {
            throw python.valueError(
                "Invalid format specifier '\(text)' for object of type '\(typeName)'")
        }
        result.type = rest.first
        try checkGrouping(result)
        return result
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    /// A fill character stands before an alignment only.
    private mutating func readAlignment(_ result: inout FormatSpecification) -> (
        fill: Bool, alignment: Bool
    ) {
        func alignment(_ scalar: Unicode.Scalar?) -> FormatSpecification.Alignment? {
            scalar.flatMap { UInt8(exactly: $0.value) }.flatMap {
                FormatSpecification.Alignment(rawValue: $0)
            }
        }
        if let found = alignment(rest.dropFirst().first), let fill = rest.first {
            (result.fill, result.alignment) = (fill, found)
            rest.removeFirst(2)
            return (true, true)
        }
        guard let found = alignment(rest.first) else { return (false, false) }
        result.alignment = found
        rest.removeFirst()
        return (false, true)
    }

    private mutating func integer() throws -> Int? {
        var result: Int?
        while let digit = rest.first.flatMap(ScalarClass.decimalValue) {
            let (product, overflow) = (result ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            guard !overflow, !carry else {
                throw python.valueError("Too many decimal digits in format string")
            }
            result = sum
            rest.removeFirst()
        }
        return result
    }

    private mutating func readGrouping(_ result: inout FormatSpecification) throws {
        if take(",") { result.grouping = .comma }
        if rest.first == "_" {
            guard result.grouping == nil else {
                throw python.valueError("Cannot specify both ',' and '_'.")
            }
            result.grouping = .underscore
            rest.removeFirst()
        }
        if rest.first == ",", result.grouping == .underscore {
            throw python.valueError("Cannot specify both ',' and '_'.")
        }
    }

    private func checkGrouping(_ result: FormatSpecification) throws {
        guard let grouping = result.grouping, let type = result.type else { return }
        switch type {
        case "d", "e", "f", "g", "E", "G", "%", "F": return
        case "b", "o", "x", "X": if grouping == .underscore { return }
        default: break
        }
        let mark = String(Unicode.Scalar(grouping.rawValue))
        throw python.valueError("Cannot specify '\(mark)' with '\(python.shownCode(type))'.")
    }
}

extension Interpreter {
    /// A type letter in a message: itself, or its number.
    func shownCode(_ type: Unicode.Scalar) -> String {
        type.value > 32 && type.value < 128 ? String(type) : "\\x" + String(type.value, radix: 16)
    }

    func unknownCode(_ type: Unicode.Scalar, for typeName: String) -> PythonError {
        valueError("Unknown format code '\(shownCode(type))' for object of type '\(typeName)'")
    }
}
