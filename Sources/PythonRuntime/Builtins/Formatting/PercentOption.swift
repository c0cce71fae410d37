/// The flags, width and precision of a `%` conversion.
struct PercentOption {
    var isLeft = false
    private var hasPlus = false
    private var hasBlank = false
    private var isAlternate = false
    private var isZeroFilled = false
    var width = 0
    var precision: Int?

    var isPlain: Bool {
        !isLeft && !hasPlus && !hasBlank && !isAlternate && !isZeroFilled && width == 0
            && precision == nil
    }

    /// Reads flags as long as `take` finds one.
    mutating func readFlags(_ take: (Unicode.Scalar) -> Bool) {
        while true {
            if take("-") {
                isLeft = true
            } else if take("+") {
                hasPlus = true
            } else if take(" ") {
                hasBlank = true
            } else if take("#") {
                isAlternate = true
            } else if take("0") {
                isZeroFilled = true
            } else {
                return
            }
        }
    }

    private func sign(isNegative: Bool) -> String {
        isNegative ? "-" : hasPlus ? "+" : hasBlank ? " " : ""
    }

    /// The parts of an integer; a precision is the least number of digits.
    func integer(_ value: Value, _ type: Unicode.Scalar, in python: Interpreter) throws
        -> NumberParts
    {
        var text = try python.integerText(value, type)
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        if isNegative { text.removeFirst() }
        if let precision, precision > text.utf8.count {
            try python.checkSize(1, times: precision)
            text = String(repeating: "0", count: precision - text.utf8.count) + text
        }
        var parts = NumberParts(sign: sign(isNegative: isNegative), digits: text)
        if isAlternate, "oxX".unicodeScalars.contains(type) { parts.prefix = "0" + String(type) }
        return parts
    }

    func float(_ value: Value, _ type: Unicode.Scalar, in python: Interpreter) throws
        -> NumberParts
    {
        let number = try python.double(value)
        var specification = FormatSpecification(alignment: .right)
        specification.type = type
        specification.precision = precision ?? -1
        specification.isAlternate = isAlternate
        let (isNegative, text) = try python.floatLayout(specification).text(number)
        let isUpper = "EFG".unicodeScalars.contains(type)
        return NumberParts(
            sign: sign(isNegative: isNegative), digits: isUpper ? text.uppercased() : text)
    }

    /// A text of at most so many code points.
    func cut(_ text: String) -> String {
        guard let precision, precision < text.utf8.count else { return text }
        return String(text.unicodeScalars.prefix(precision))
    }

    /// The parts filled up to the width.
    func pad(_ parts: NumberParts, in python: Interpreter, zeros: Bool = true) throws -> String {
        let head = parts.sign + parts.prefix
        let text = head + parts.digits
        guard width > text.utf8.count || width > text.unicodeScalars.count else { return text }
        try python.checkSize(1, times: width)
        let blanks = max(width - text.unicodeScalars.count, 0)
        if isLeft { return text + String(repeating: " ", count: blanks) }
        if isZeroFilled, zeros {
            return head + String(repeating: "0", count: blanks) + parts.digits
        }
        return String(repeating: " ", count: blanks) + text
    }
}

/// What a `%` conversion made, before it is filled up.
struct NumberParts {
    var sign = ""
    var prefix = ""
    var digits: String
}
