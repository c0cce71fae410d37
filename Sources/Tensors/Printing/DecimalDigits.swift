/// A number's decimal digits: 0.d₁d₂d₃… × 10^point, without leading zeros. Zero has no digits.
package struct DecimalDigits: Hashable, Sendable {
    /// The digits 0 to 9, most significant first.
    package private(set) var digits: [UInt8]
    /// How many of the digits stand before the decimal point; below zero, zeros follow the point.
    package private(set) var point: Int

    /// The number of these digits; leading zeros are dropped.
    init(_ digits: some Sequence<UInt8>, point: Int) {
        let all = Array(digits)
        let zeros = all.firstIndex { $0 != 0 } ?? all.count
        self.digits = Array(all[zeros...])
        self.point = self.digits.isEmpty ? 0 : point - zeros
    }

    /// Whether the number is zero.
    package var isZero: Bool { digits.isEmpty }

    /// The power of ten of the first digit.
    package var exponent: Int { isZero ? 0 : point - 1 }

    /// The digits behind the decimal point, not counting trailing zeros.
    var fractionCount: Int {
        max((digits.lastIndex { $0 != 0 } ?? -1) + 1 - point, 0)
    }

    /// The number rounded to `count` digits, ties to the even digit. Rounding up drops the nines it
    /// carries over.
    func rounded(toDigits count: Int) -> DecimalDigits {
        guard count < digits.count else { return self }
        guard count >= 0 else { return DecimalDigits([], point: 0) }
        return cut(toDigits: count, upwards: roundsUp(after: count))
    }

    /// The number with the digits after the first `count` left out, the last one raised if `upwards`;
    /// there must be more digits.
    func cut(toDigits count: Int, upwards: Bool) -> DecimalDigits {
        let kept = Array(digits[..<min(count, digits.count)])
        guard upwards else { return DecimalDigits(kept, point: point) }
        guard let last = kept.lastIndex(where: { $0 != 9 }) else {
            return DecimalDigits([1], point: point + 1)
        }
        return DecimalDigits(kept[..<last] + [kept[last] + 1], point: point)
    }

    /// The number rounded to `places` digits behind the decimal point.
    func rounded(toPlaces places: Int) -> DecimalDigits {
        rounded(toDigits: point + places)
    }

    private func roundsUp(after count: Int) -> Bool {
        let next = digits[count]
        if next != 5 { return next > 5 }
        if digits[(count + 1)...].contains(where: { $0 != 0 }) { return true }
        return count > 0 && digits[count - 1] % 2 == 1
    }

    /// The digits before the decimal point, at least one.
    var integerText: String {
        guard point > 0 else { return "0" }
        return Self.text(digits.prefix(point))
            + String(repeating: "0", count: max(point - digits.count, 0))
    }

    /// The digits behind the decimal point, with the trailing zeros that are among the digits.
    var fractionText: String {
        String(repeating: "0", count: max(-point, 0)) + Self.text(digits.dropFirst(max(point, 0)))
    }

    /// All digits.
    var text: String { isZero ? "0" : Self.text(digits[...]) }

    private static func text(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}

extension DecimalDigits: CustomStringConvertible {
    /// As a number that can be read back: `0.123e4`.
    package var description: String { "0.\(text)e\(point)" }
}
