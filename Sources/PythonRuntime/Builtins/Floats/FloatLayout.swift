/// How the digits of a finite number are laid out as text.
struct FloatLayout {
    enum Style {
        /// The fewest digits; an exponent from 10¹⁶ on and below 10⁻⁴.
        case shortest
        /// `1.5e+00`.
        case exponent
        /// `1.50`.
        case fixed
        /// So many significant digits; an exponent where that is shorter.
        case general
    }

    var style: Style
    var precision = 6
    /// A point even where no digit follows, and the zeros of `general`.
    var keepsPoint = false
    /// `.0` behind a whole number.
    var addsPointZero = false
    /// `0.0` for a number that rounds to negative zero.
    var dropsNegativeZero = false

    /// Zeros behind a number's digits take a second to write beyond so many, and nobody reads them.
    static var precisionLimit: Int { 1 << 28 }

    /// The text without a sign, and whether a minus belongs before it.
    func text(_ value: Double) -> (isNegative: Bool, text: String) {
        if value.isNaN { return (false, "nan") }
        if value.isInfinite { return (value < 0, "inf") }
        if style == .fixed, !keepsPoint, !dropsNegativeZero,
            let text = DecimalDigits.withFixedText(
                value.magnitude, decimals: precision, { String(decoding: $0, as: UTF8.self) })
        {
            return (value.sign == .minus, text)
        }
        let digits = digits(of: value)
        let isNegative = value.sign == .minus && !(dropsNegativeZero && digits.isZero)
        return (isNegative, layOut(digits))
    }

    private func digits(of value: Double) -> DecimalDigits {
        switch style {
        case .shortest: DecimalDigits(shortest: value)
        case .exponent: DecimalDigits(value, significant: precision + 1)
        case .fixed: DecimalDigits(value, decimals: precision)
        case .general: DecimalDigits(value, significant: max(precision, 1))
        }
    }

    private func layOut(_ digits: DecimalDigits) -> String {
        // Zero counts as one digit before the point.
        let point = digits.isZero && style != .fixed ? 1 : digits.point
        let usesExponent = usesExponent(point)
        let shownPoint = usesExponent ? 1 : point
        var end = max(digits.digits.count, 0)
        switch style {
        case .shortest: break
        case .exponent: end = precision + 1
        case .fixed: end = point + precision
        case .general: if keepsPoint { end = max(precision, 1) }
        }
        if addsPointZero, !usesExponent {
            end = max(end, shownPoint + 1)
        } else {
            end = max(end, shownPoint)
        }
        var result = number(digits.digits, point: shownPoint, end: end)
        if usesExponent { result += exponent(point - 1) }
        return result
    }

    private func usesExponent(_ point: Int) -> Bool {
        switch style {
        case .shortest: point <= -4 || point > 16
        case .exponent: true
        case .fixed: false
        case .general: point <= -4 || point > max(precision, 1) - (addsPointZero ? 1 : 0)
        }
    }

    /// Digits up to a place behind the first one, with the point where it belongs.
    private func number(_ digits: [UInt8], point: Int, end: Int) -> String {
        let decimals = point..<max(end, point)
        let hasPoint = !decimals.isEmpty || keepsPoint
        let size = max(point, 1) + (hasPoint ? 1 : 0) + decimals.count
        return String(capacity: size) { buffer in
            var place = 0
            func append(_ byte: UInt8) {
                buffer[place] = byte
                place += 1
            }
            func append(_ range: Range<Int>) {
                for index in range {
                    append(index >= 0 && index < digits.count ? digits[index] : 48)
                }
            }
            if point <= 0 { append(48) } else { append(0..<point) }
            if hasPoint { append(UInt8(ascii: ".")) }
            append(decimals)
            return place
        }
    }

    private func exponent(_ value: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "e-" : "e+") + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}

extension Double {
    /// What `repr` shows: the fewest digits that read back as the same number.
    package var pythonText: String {
        let magnitude = abs(self)
        // Swift writes an exponent from 2⁵³ on, Python from 10¹⁶ on; all else is the same.
        if magnitude < 0x1p53 || magnitude >= 1e16 { return description }
        if isNaN { return "nan" }
        let (isNegative, text) = FloatLayout(style: .shortest, addsPointZero: true).text(
            self)
        return isNegative ? "-" + text : text
    }
}
