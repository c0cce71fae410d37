extension FloatText {
    /// Which digits of a number are written.
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

        /// Which digits precision and minimum count.
        enum Counted {
            /// Those behind the decimal point.
            case fraction
            /// Those behind the first digit.
            case mantissa
            /// All, from the first that is not zero.
            case significant
        }

        /// The digits of the magnitude of `x`.
        func digits<Real: PrintableReal>(of x: Real, _ counted: Counted) -> DecimalDigits {
            guard isUnique else {
                let exact = x.exactDigits
                return precision.map { round(exact, $0, counted) } ?? exact
            }
            let shortest = x.shortestDigits
            let length = shortest.digits.count
            if let precision, limit(shortest, precision, counted) < length {
                return round(x.exactDigits, precision, counted)
            }
            if let minimum, limit(shortest, minimum, counted) > length {
                return round(x.exactDigits, minimum, counted)
            }
            return shortest
        }

        /// The places behind the point to fill up with zeros.
        var filledPlaces: Int { (isUnique ? minimum : precision) ?? 0 }

        private func round(_ digits: DecimalDigits, _ count: Int, _ counted: Counted)
            -> DecimalDigits
        {
            digits.rounded(toDigits: limit(digits, count, counted))
        }

        private func limit(_ digits: DecimalDigits, _ count: Int, _ counted: Counted) -> Int {
            switch counted {
            case .fraction: digits.point + count
            case .mantissa: count + 1
            case .significant: count
            }
        }
    }

    /// Where the digits of one number stand around the decimal point.
    struct PositionalLayout {
        /// Digits before the point, at least one.
        let integerCount: Int
        /// Digits behind the point.
        private let fractionCount: Int
        private let hasPoint: Bool

        /// The layout of `digits`; `isTooSmall` if they are zero only because all are beyond the
        /// precision.
        init(
            _ digits: DecimalDigits, _ choice: Digits, countsFraction: Bool, isTooSmall: Bool
        ) {
            integerCount = max(digits.point, 1)
            if choice.trim == .keep {
                let seen = isTooSmall && countsFraction ? choice.precision ?? 0 : 0
                let filled = choice.filledPlaces - (countsFraction ? 0 : integerCount)
                fractionCount = max(digits.digits.count - digits.point, seen, filled, 0)
                hasPoint = true
            } else {
                let needed = max(digits.significantCount - digits.point, 0)
                fractionCount = needed == 0 && choice.trim == .allButOne ? 1 : needed
                hasPoint = needed > 0 || choice.trim != .zerosAndPoint
            }
        }

        /// The characters from the point on.
        var pointedCount: Int { fractionCount + (hasPoint ? 1 : 0) }

        /// Adds the number, with zeros where the digits do not reach.
        func append(_ digits: DecimalDigits, to text: inout TextBytes) {
            let integer = digits.digits.prefix(max(digits.point, 0))
            text.append(digits: integer)
            text.append("0", count: integerCount - integer.count)
            if hasPoint { text.append(".") }
            let zeros = min(max(-digits.point, 0), fractionCount)
            let fraction = digits.digits.dropFirst(integer.count).prefix(fractionCount - zeros)
            text.append("0", count: zeros)
            text.append(digits: fraction)
            text.append("0", count: fractionCount - zeros - fraction.count)
        }
    }
}
