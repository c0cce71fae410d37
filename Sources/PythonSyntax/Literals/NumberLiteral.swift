import Diagnostics

/// What a number in a text stands for.
enum NumberLiteral {
    /// The most decimal digits that CPython converts, against texts made to take quadratic time.
    private static let maximumDigits = 4300

    /// The value of the characters of a number token.
    static func value(
        of text: ArraySlice<UInt8>, at span: SourceSpan
    ) throws(SyntaxFault) -> Expression.Kind {
        let bytes = text.filter { $0 != UInt8(ascii: "_") }
        let digits = String(decoding: bytes, as: UTF8.self)
        if bytes.count > 2, bytes[0] == UInt8(ascii: "0"), let base = NumberBase(bytes[1]) {
            return .integer(based(digits.lowercased(), base))
        }
        if bytes[bytes.count - 1] | 0x20 == UInt8(ascii: "j") {
            return .imaginary(double(String(digits.dropLast())))
        }
        if bytes.contains(where: { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }) {
            return .float(double(digits))
        }
        guard bytes.count <= maximumDigits else { throw tooLong(bytes.count, at: span) }
        return .integer(Int(digits).map(IntegerLiteral.small) ?? .large(digits))
    }

    private static func based(_ digits: String, _ base: NumberBase) -> IntegerLiteral {
        Int(digits.dropFirst(2), radix: base.radix).map(IntegerLiteral.small) ?? .large(digits)
    }

    /// The float a text spells; `1.` and `.5` are floats, too.
    private static func double(_ digits: String) -> Double { Double(digits) ?? .infinity }

    private static func tooLong(_ count: Int, at span: SourceSpan) -> SyntaxFault {
        let message =
            "Exceeds the limit (\(maximumDigits) digits) for integer string conversion: "
            + "value has \(count) digits; use sys.set_int_max_str_digits() to increase the limit"
            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
        return SyntaxFault(.syntaxError, message, at: span)
    }
}
