/// Floats in hexadecimal: `0x1.8p+3`.
enum FloatHex {
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return value.pythonText }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return sign + "0x0.0p+0" }
        let exponent = value.isNormal ? Int(value.exponentBitPattern) - 1023 : -1022
        let digits = Quoting.hex(value.significandBitPattern, 13)
        return sign + (value.isNormal ? "0x1." : "0x0.") + digits + "p"
            + (exponent < 0 ? "" : "+") + String(exponent)
    }

    enum Result { case value(Double), malformed, tooLarge }

    /// Reads what `float.fromhex` accepts.
    static func parse(_ text: String) -> Result {
        var rest = FloatText.trimmed(Array(text.utf8))
        var isNegative = false
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = rest.removeFirst() == UInt8(ascii: "-")
        }
        switch String(decoding: rest.map(\.lowercased), as: UTF8.self) {
        case "inf", "infinity": return .value(isNegative ? -.infinity : .infinity)
        case "nan": return .value(.nan)
        default: break
        }
        guard let number = HexNumber(rest) else { return .malformed }
        let magnitude = number.value
        guard magnitude.isFinite else { return .tooLarge }
        return .value(isNegative ? -magnitude : magnitude)
    }
}

/// The digits and the exponent of a hexadecimal number.
private struct HexNumber {
    private var mantissa: UInt64 = 0
    /// The mantissa's own exponent of two.
    private var exponent = 0
    /// Whether digits that found no place were not all zero.
    private var isInexact = false

    init?(_ text: ArraySlice<UInt8>) {
        var rest = text
        if rest.count >= 2, rest.first == UInt8(ascii: "0"),
            rest[rest.startIndex + 1] | 32 == UInt8(ascii: "x")
        {
            rest = rest.dropFirst(2)
        }
        var digitCount = 0
        var seenPoint = false
        while let byte = rest.first {
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if let digit = byte.digitValue, digit < 16 {
                take(digit, isFraction: seenPoint)
                digitCount += 1
            } else {
                break
            }
            rest.removeFirst()
        }
        guard digitCount > 0 else { return nil }
        if rest.isEmpty { return }
        guard rest.removeFirst() | 32 == UInt8(ascii: "p"),
            let power = Int(String(decoding: rest, as: UTF8.self)), rest.first != nil
        else { return nil }
        exponent = Int(clamping: min(max(power, -100_000), 100_000) + exponent)
    }

    private mutating func take(_ digit: Int, isFraction: Bool) {
        if mantissa >> 56 == 0 {
            mantissa = mantissa << 4 | UInt64(digit)
            if isFraction { exponent -= 4 }
        } else {
            isInexact = isInexact || digit != 0
            if !isFraction { exponent += 4 }
        }
    }

    /// The nearest double, halves to even.
    var value: Double {
        if mantissa == 0 { return 0 }
        // At least two bits beyond the 53 that count: the last one remembers what was cut off.
        var bits = mantissa
        var power = exponent
        let room = bits.leadingZeroBitCount
        bits <<= UInt64(room)
        power -= room
        if isInexact { bits |= 1 }
        // The lowest exponent of the last bit is −1074: below, more bits are cut off at once.
        let cut = max(11, -1074 - power)
        guard cut < 66 else { return 0 }
        let kept = cut >= 64 ? 0 : bits >> UInt64(cut)
        let rest = cut >= 64 ? bits : bits & (1 << UInt64(cut) - 1)
        let half: UInt64 = cut > 64 ? .max : 1 << UInt64(cut - 1)
        let isUp = rest > half || (rest == half && kept & 1 == 1)
        return Double(
            sign: .plus, exponent: power + cut, significand: Double(isUp ? kept + 1 : kept))
    }
}
