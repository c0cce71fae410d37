/// Numbers as text.
enum Decimal {
    /// A number with a fixed count of digits behind the point, rounded to even as `printf` does.
    static func text(_ value: Double, decimals: Int, minus: String = "\u{2212}") -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "\(minus)inf" : "inf" }
        let decimals = min(max(decimals, 0), 300)
        let digits = exact(abs(value), decimals)
        let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
        return (value < 0 && !isZero ? minus : "") + digits
    }

    private static func exact(_ value: Double, _ decimals: Int) -> String {
        let whole = value.rounded(.down)
        // Beyond that there are no digits behind the point.
        guard value < 0x1p53 else {
            return integer(value) + (decimals > 0 ? "." + zeros(decimals) : "")
        }
        var digits: [UInt8] = []
        var rest = value - whole
        for _ in 0..<decimals {
            // Each step is exact to the last bit that a label can show.
            rest *= 10
            let digit = rest.rounded(.down)
            digits.append(UInt8(min(digit, 9)))
            rest -= digit
        }
        var carry = rest > 0.5 || rest == 0.5 && (digits.last ?? UInt8(UInt64(whole) & 1)) % 2 == 1
        for index in digits.indices.reversed() where carry {
            carry = digits[index] == 9
            digits[index] = carry ? 0 : digits[index] + 1
        }
        let text = String(UInt64(whole) + (carry ? 1 : 0))
        guard decimals > 0 else { return text }
        return text + "." + digits.map { String($0) }.joined()
    }

    private static func integer(_ value: Double) -> String {
        let text = shortest(value)
        guard let mark = text.firstIndex(of: "e"), let power = Int(text[text.index(after: mark)...])
        else { return text }
        let digits = text[..<mark].filter(\.isNumber)
        return digits + zeros(power + 1 - digits.count)
    }

    private static func zeros(_ count: Int) -> String {
        String(repeating: "0", count: max(count, 0))
    }

    /// `1e3`, `1.25e5`; without a power below ten.
    static func scientific(_ value: Double) -> String {
        guard value != 0, value.isFinite else { return shortest(value) }
        let exponent = Int(Logarithm.ten(abs(value)).rounded(.down))
        let digits = (value / Logarithm.ten(to: exponent) * 1e10).rounded() / 1e10
        return shortest(digits) + (exponent == 0 ? "" : "e\(exponent)")
    }

    /// As few digits as tell the number, without a trailing `.0`.
    static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        return text.replacingEnding
    }
}

extension String {
    /// `1.0e+16` as `1e16`.
    fileprivate var replacingEnding: String {
        guard let mark = firstIndex(of: "e") else { return self }
        var head = String(self[..<mark])
        if head.hasSuffix(".0") { head.removeLast(2) }
        let power = self[index(after: mark)...].filter { $0 != "+" }
        return head + "e" + power
    }
}
