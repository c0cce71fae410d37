/// Floats written under each other: all with or all without exponent, and as wide as the widest.
struct FloatColumn<Real: PrintableReal> {
    private let options: PrintOptions
    private var hasExponent = false
    private var exponentDigits = 2
    private var digits = FloatText.Digits(trim: .zeros)
    private var padLeft = 0
    private var padRight = 0

    /// The column of all `values` that will be shown.
    init(_ values: [Real], _ options: PrintOptions) {
        self.options = options
        let finite = values.filter(\.isFinite)
        if options.floatMode != .unique { digits.precision = options.precision }
        if options.floatMode == .fixed {
            digits.isUnique = false
            digits.trim = .keep
        }
        hasExponent = needsExponent(finite)
        if !finite.isEmpty {
            if hasExponent { measureExponents(finite) } else { measurePositions(finite) }
        }
        if options.sign == .space, !finite.contains(where: { $0.sign == .minus }) { padLeft += 1 }
        if finite.count < values.count { makeRoom(forSpecial: values) }
    }

    /// `value` as it stands in the column.
    func text(_ value: Real) -> String {
        guard value.isFinite else { return specialText(value) }
        let plus = options.sign == .plus
        return hasExponent
            ? FloatText.scientific(
                value, digits, showsPlus: plus, padLeft: padLeft, exponentDigits: exponentDigits)
            : FloatText.positional(
                value, digits, showsPlus: plus, padLeft: padLeft, padRight: padRight)
    }

    private func needsExponent(_ finite: [Real]) -> Bool {
        let magnitudes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
        guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
        if Double(largest) >= 1e8 { return true }
        return !options.suppressesExponents
            && (Double(smallest) < 0.0001 || Double(largest / smallest) > 1000)
    }

    private mutating func measureExponents(_ finite: [Real]) {
        var places = 0
        for value in finite {
            let digits = digits.digits(of: value, .mantissa)
            let isKept = self.digits.trim == .keep
            let shown = isKept ? digits.digits.count : digits.significantCount
            places = max(places, shown - 1, isKept ? self.digits.filledPlaces : 0)
            exponentDigits = max(exponentDigits, String(abs(digits.exponent)).utf8.count)
            padLeft = max(padLeft, 1 + signCount(value))
        }
        digits.precision = places
        digits.minimum = places
        digits.trim = .keep
        // Only numbers without digits of their own are as wide as this.
        padRight = exponentDigits + 2 + places
    }

    private mutating func measurePositions(_ finite: [Real]) {
        for value in finite {
            let digits = digits.digits(of: value, .fraction)
            let layout = FloatText.PositionalLayout(
                digits, self.digits, countsFraction: true,
                isTooSmall: digits.isZero && value != 0)
            padLeft = max(padLeft, layout.integerCount + signCount(value))
            padRight = max(padRight, layout.pointedCount - 1)
        }
        // All digits before the point are shown, also those that tell the number from no other.
        digits.minimum = 0
        guard options.floatMode == .fixed || options.floatMode == .maxprecEqual else { return }
        digits.precision = padRight
        digits.minimum = padRight
        digits.trim = .keep
    }

    private func signCount(_ value: Real) -> Int {
        value.sign == .minus || options.sign == .plus ? 1 : 0
    }

    private mutating func makeRoom(forSpecial values: [Real]) {
        let hasSign = options.sign != .nothing || values.contains { $0 == -.infinity }
        let infinity = options.infinityText.count + (hasSign ? 1 : 0)
        padLeft = max(padLeft, max(options.nanText.count, infinity) - (padRight + 1))
    }

    private func specialText(_ value: Real) -> String {
        let plus = options.sign == .plus ? "+" : ""
        let text =
            value.isNaN
            ? plus + options.nanText : (value < 0 ? "-" : plus) + options.infinityText
        return String(repeating: " ", count: max(padLeft + padRight + 1 - text.count, 0)) + text
    }
}
