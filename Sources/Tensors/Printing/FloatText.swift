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

    /// Which digits are written.
    package struct Digits: Sendable {
        /// At most so many digits; nil for as many as there are.
        package var precision: Int?
        /// Whether to stop where the number is told from all others of its type.
        package var isUnique = true
        /// At least so many digits, for unique ones.
        package var minimum: Int?
        /// What becomes of zeros at the end.
        package var trim = Trim.keep

        /// Digits chosen like this.
        package init(
            precision: Int? = nil, isUnique: Bool = true, minimum: Int? = nil, trim: Trim = .keep
        ) {
            self.precision = precision
            self.isUnique = isUnique
            self.minimum = minimum
            self.trim = trim
        }
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

    /// `nan`, `inf` and `-inf`; nil for other numbers.
    static func special<Real: PrintableReal>(_ x: Real) -> String? {
        if x.isNaN { return "nan" }
        return x.isInfinite ? (x < 0 ? "-inf" : "inf") : nil
    }

    /// `np.format_float_positional`. Unless `countsFraction`, precision and minimum count all
    /// significant digits, not those behind the point.
    package static func positional<Real: PrintableReal>(
        _ x: Real, _ choice: Digits = Digits(), countsFraction: Bool = true,
        showsPlus: Bool = false, padLeft: Int = 0, padRight: Int? = nil
    ) -> String {
        if let special = special(x) { return (x == .infinity && showsPlus ? "+" : "") + special }
        let digits = digits(of: x, choice) { digits, count in
            countsFraction ? digits.point + count : count
        }
        let integer = sign(x, showsPlus) + digits.integerText
        let wanted = choice.isUnique ? choice.minimum : choice.precision
        let places = wanted.map { countsFraction ? $0 : $0 - digits.integerText.utf8.count }
        // Of a number too small to be seen all places are zeros that were looked at.
        let isTooSmall = digits.isZero && x != 0 && countsFraction
        let seen = isTooSmall ? zeros(choice.precision ?? 0) : digits.fractionText
        let fraction = finished(seen, places: places ?? 0, choice.trim)
        return padded(integer, left: padLeft) + fraction + rightPadding(fraction, padRight)
    }

    /// `np.format_float_scientific`.
    package static func scientific<Real: PrintableReal>(
        _ x: Real, _ choice: Digits = Digits(), showsPlus: Bool = false, padLeft: Int = 0,
        exponentDigits: Int = 2
    ) -> String {
        if let special = special(x) { return (x == .infinity && showsPlus ? "+" : "") + special }
        let digits = digits(of: x, choice) { _, count in count + 1 }
        let integer = sign(x, showsPlus) + digits.text.prefix(1)
        let places = choice.isUnique ? choice.minimum : choice.precision
        let fraction = finished(
            String(digits.text.dropFirst()), places: places ?? 0, choice.trim)
        return padded(integer, left: padLeft) + fraction
            + exponentText(digits.exponent, digits: exponentDigits)
    }

    /// C's `%.{digits}g`: so many significant digits, without trailing zeros, and with an exponent where
    /// the number is large or small.
    package static func general<Real: PrintableReal>(_ x: Real, digits: Int) -> String {
        if x.isNaN { return x.sign == .minus ? "-nan" : "nan" }
        if let special = special(x) { return special }
        let rounded = x.exactDigits.rounded(toDigits: digits)
        let isPositional = (-4..<digits).contains(rounded.exponent)
        let choice = Digits(
            precision: isPositional ? digits : digits - 1, isUnique: false, trim: .zerosAndPoint)
        return isPositional
            ? positional(x, choice, countsFraction: false) : scientific(x, choice)
    }

    /// `e-05`: the sign and at least `digits` digits.
    static func exponentText(_ exponent: Int, digits: Int) -> String {
        let text = String(abs(exponent))
        return (exponent < 0 ? "e-" : "e+") + zeros(digits - text.utf8.count) + text
    }

    /// The digits of the magnitude; `limit` turns a count of digits as the caller means it into one of
    /// significant digits.
    private static func digits<Real: PrintableReal>(
        of x: Real, _ choice: Digits, _ limit: (DecimalDigits, Int) -> Int
    ) -> DecimalDigits {
        guard choice.isUnique else {
            let exact = x.exactDigits
            return choice.precision.map { exact.rounded(toDigits: limit(exact, $0)) } ?? exact
        }
        let shortest = x.shortestDigits
        let length = shortest.digits.count
        let cut = choice.precision.flatMap { limit(shortest, $0) < length ? $0 : nil }
        let extended = choice.minimum.flatMap { limit(shortest, $0) > length ? $0 : nil }
        guard let count = cut ?? extended else { return shortest }
        let exact = x.exactDigits
        return exact.rounded(toDigits: limit(exact, count))
    }

    /// The point and the fraction, filled up with zeros or rid of them.
    private static func finished(_ fraction: String, places: Int, _ trim: Trim) -> String {
        let digits = fraction.utf8.count
        if trim == .keep {
            return "." + fraction + zeros(places - digits)
        }
        let zeros = fraction.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        let trimmed = String(fraction.utf8.dropLast(zeros)) ?? fraction
        if !trimmed.isEmpty { return "." + trimmed }
        return trim == .zeros ? "." : trim == .allButOne ? ".0" : ""
    }

    private static func sign<Real: PrintableReal>(_ x: Real, _ showsPlus: Bool) -> String {
        x.sign == .minus ? "-" : showsPlus ? "+" : ""
    }

    private static func zeros(_ count: Int) -> String {
        String(repeating: "0", count: max(count, 0))
    }

    private static func padded(_ integer: String, left width: Int) -> String {
        String(repeating: " ", count: max(width - integer.utf8.count, 0)) + integer
    }

    /// Spaces up to `width` characters behind the point; a missing point counts too.
    private static func rightPadding(_ fraction: String, _ width: Int?) -> String {
        guard let width else { return "" }
        return String(repeating: " ", count: max(width + 1 - fraction.utf8.count, 0))
    }
}
