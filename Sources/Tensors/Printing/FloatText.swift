/// Floating-point numbers as text, in the manners of Python and NumPy.
package enum FloatText {
    /// What becomes of zeros at a fraction's end, as NumPy's `trim=` says.
    package enum Trim: String, Sendable {
        /// They stay.
        case keep = "k"
        /// They go, the decimal point stays.
        case zeros = "."
        /// They go, but for one zero behind the point.
        case allButOne = "0"
        /// They go, and the point with them.
        case zerosAndPoint = "-"
    }

    /// `repr(x)` of a Python float or NumPy scalar: the shortest digits, with an exponent from 10¹⁶ on
    /// and below 10⁻⁴.
    package static func repr<Real: PrintableReal>(_ x: Real) -> String {
        if let special = special(x) { return special }
        // NumPy compares the number itself, so that float32's 0.0001, a little less, has an exponent.
        if x == 0 || (Double(x.magnitude) >= 1e-4 && Double(x.magnitude) < 1e16) {
            return positional(x, Digits(trim: .allButOne))
        }
        return scientific(x, Digits(trim: .zerosAndPoint))
    }

    /// `np.format_float_positional`. Unless `countsFraction`, precision and minimum count all
    /// significant digits, not those behind the point.
    package static func positional<Real: PrintableReal>(
        _ x: Real, _ choice: Digits = Digits(), countsFraction: Bool = true,
        showsPlus: Bool = false, padLeft: Int = 0, padRight: Int? = nil
    ) -> String {
        if let special = special(x) { return (x == .infinity && showsPlus ? "+" : "") + special }
        let digits = choice.digits(of: x, countsFraction ? .fraction : .significant)
        let layout = PositionalLayout(
            digits, choice, countsFraction: countsFraction, isTooSmall: digits.isZero && x != 0)
        let sign = sign(x, showsPlus)
        var text = TextBytes()
        text.append(" ", count: padLeft - sign.utf8.count - layout.integerCount)
        text.append(sign)
        layout.append(digits, to: &text)
        // A missing point counts as a place too.
        if let padRight { text.append(" ", count: padRight + 1 - layout.pointedCount) }
        return text.string
    }

    /// `np.format_float_scientific`.
    package static func scientific<Real: PrintableReal>(
        _ x: Real, _ choice: Digits = Digits(), showsPlus: Bool = false, padLeft: Int = 0,
        exponentDigits: Int = 2
    ) -> String {
        if let special = special(x) { return (x == .infinity && showsPlus ? "+" : "") + special }
        let digits = choice.digits(of: x, .mantissa)
        let sign = sign(x, showsPlus)
        var text = TextBytes()
        text.append(" ", count: padLeft - sign.utf8.count - 1)
        text.append(sign)
        // One digit before the point, whatever the power of ten.
        let mantissa = DecimalDigits(digits.digits, point: 1)
        PositionalLayout(mantissa, choice, countsFraction: true, isTooSmall: false)
            .append(mantissa, to: &text)
        let exponent = String(abs(digits.exponent))
        text.append(digits.exponent < 0 ? "e-" : "e+")
        text.append("0", count: exponentDigits - exponent.utf8.count)
        text.append(exponent)
        return text.string
    }

    /// C's `%.{digits}g`: so many significant digits, without trailing zeros, and with an exponent where
    /// the number is large or small.
    package static func general<Real: PrintableReal>(_ x: Real, digits: Int) -> String {
        if x.isNaN { return x.sign == .minus ? "-nan" : "nan" }
        if let special = special(x) { return special }
        let exponent = x.exactDigits.rounded(toDigits: digits).exponent
        let isPositional = (-4..<digits).contains(exponent)
        let choice = Digits(
            precision: isPositional ? digits : digits - 1, isUnique: false, trim: .zerosAndPoint)
        return isPositional
            ? positional(x, choice, countsFraction: false) : scientific(x, choice)
    }

    /// `nan`, `inf` and `-inf`; nil for other numbers.
    private static func special<Real: PrintableReal>(_ x: Real) -> String? {
        if x.isNaN { return "nan" }
        return x.isInfinite ? (x < 0 ? "-inf" : "inf") : nil
    }

    private static func sign<Real: PrintableReal>(_ x: Real, _ showsPlus: Bool) -> String {
        x.sign == .minus ? "-" : showsPlus ? "+" : ""
    }
}
