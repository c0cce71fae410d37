/// A number's decimal digits: 0.d₁d₂d₃… × 10^point, without leading zeros. Zero has no digits.
package struct DecimalDigits: Hashable, Sendable {
    /// The digits 0 to 9, most significant first.
    package let digits: [UInt8]
    /// How many of the digits stand before the decimal point; below zero, zeros follow the point.
    package let point: Int

    /// Zero.
    static let zero = DecimalDigits([], point: 0)

    /// The number of these digits, of which the first is not zero.
    init(_ digits: [UInt8], point: Int) {
        self.digits = digits
        self.point = digits.isEmpty ? 0 : point
    }

    /// Whether the number is zero.
    package var isZero: Bool { digits.isEmpty }

    /// The power of ten of the first digit.
    package var exponent: Int { isZero ? 0 : point - 1 }

    /// How many digits there are up to the last that is not zero.
    var significantCount: Int { (digits.lastIndex { $0 != 0 } ?? -1) + 1 }

    /// The number rounded to `count` digits, ties to the even digit. Rounding up drops the nines it
    /// carries over.
    func rounded(toDigits count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        guard count >= 0 else { return .zero }
        return cut(toDigits: count, upwards: roundsUp(after: count))
    }

    /// The number with the digits after the first `count` left out, the last one raised if `upwards`.
    func cut(toDigits count: Int, upwards: Bool) -> DecimalDigits {
        let kept = digits.prefix(count)
        guard upwards else { return DecimalDigits(Array(kept), point: point) }
        guard let last = kept.lastIndex(where: { $0 != 9 }) else {
            return DecimalDigits([1], point: point + 1)
        }
        return DecimalDigits(kept[..<last] + [kept[last] + 1], point: point)
    }

    private func roundsUp(after count: Int) -> Bool {
        let next = digits[count]
        if next != 5 { return next > 5 }
        if digits[(count + 1)...].contains(where: { $0 != 0 }) { return true }
        return count > 0 && digits[count - 1] % 2 == 1
    }
}

extension DecimalDigits: CustomStringConvertible {
    /// As a number that can be read back: `0.123e4`.
    package var description: String {
        var text = TextBytes("0.")
        text.append(digits: digits[...])
        return text.string + "e\(point)"
    }
}
