import Glibc

/// A finite number in decimal: `0.d₁d₂d₃… × 10^point`.
struct DecimalDigits {
    var isNegative: Bool
    /// ASCII digits, the first and the last not zero; empty for zero.
    var digits: [UInt8]
    var point: Int

    var isZero: Bool { digits.isEmpty }

    /// The fewest digits that read back as the same number.
    init(shortest value: Double) {
        self.init(parsing: value.description)
    }

    /// So many digits, rounded once from the exact value, halves to even.
    init(_ value: Double, significant count: Int) {
        // No double has more than 767 significant digits.
        let text = DecimalDigits.print("%.*e", min(count, 770) - 1, value)
        self.init(parsing: text)
    }

    /// So many digits behind the point, rounded once from the exact value, halves to even.
    init(_ value: Double, decimals count: Int) {
        if let fast = DecimalDigits(fast: value, decimals: count) {
            self = fast
        } else {
            // No double has digits behind the 1074th decimal.
            self.init(parsing: DecimalDigits.print("%.*f", min(count, 1075), value))
        }
    }

    private init?(fast value: Double, decimals count: Int) {
        guard let rounded = DecimalDigits.scaled(value.magnitude, decimals: count) else {
            return nil
        }
        isNegative = value < 0
        digits = []
        point = -count
        if rounded == 0 { return }
        digits =
            UInt64(exactly: rounded).map { Array(String($0).utf8) }
            ?? Array(
                String(rounded).utf8)
        point = digits.count - count
        trimZeros()
    }

    /// A number times a power of ten, rounded to a whole one, halves to even: exact integer arithmetic in 128
    /// bits for everyday numbers, nil for others.
    private static func scaled(_ magnitude: Double, decimals count: Int) -> UInt128? {
        guard count <= 20, magnitude < 0x1p63, magnitude >= 0x1p-60 else { return nil }
        // magnitude = mantissa · 2^-shift
        let exponent = Int(magnitude.exponentBitPattern) - 1075
        let mantissa = UInt128(magnitude.significandBitPattern | 1 << 52)
        guard exponent <= 0 else { return nil }
        let shift = UInt128(-exponent)
        let scaled = mantissa * powersOfTen[count]
        var rounded = scaled >> shift
        let rest = scaled - rounded << shift
        let half: UInt128 = shift == 0 ? 0 : 1 << (shift - 1)
        if shift > 0, rest > half || (rest == half && rounded & 1 == 1) { rounded += 1 }
        return rounded
    }

    /// Calls a body with the text of an everyday number, zero or more, with so many decimals; nil for others.
    static func withFixedText<Result>(
        _ magnitude: Double, decimals: Int, _ body: (TextBytes) -> Result
    ) -> Result? {
        guard let scaled = magnitude == 0 ? 0 : scaled(magnitude, decimals: decimals),
            decimals <= 20, var rest = UInt64(exactly: scaled)
        else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { bytes in
            var place = bytes.count
            func write(_ byte: UInt8) {
                place -= 1
                bytes[place] = byte
            }
            for _ in 0..<decimals {
                write(48 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            }
            if decimals > 0 { write(UInt8(ascii: ".")) }
            repeat {
                write(48 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0
            return body(TextBytes(rebasing: bytes[place...]))
        }
    }

    private static let powersOfTen: [UInt128] = (0...20).map { count in
        (0..<count).reduce(1) { power, _ in power * 10 }
    }

    private static func print(_ format: String, _ precision: Int, _ value: Double) -> String {
        withVaList([Int32(precision), value]) { arguments in
            // 309 digits before the point, 1075 behind it.
            String(capacity: 1400) { buffer in
                buffer.withMemoryRebound(to: CChar.self) {
                    Int(vsnprintf($0.baseAddress, $0.count, format, arguments))
                }
            }
        }
    }

    /// Reads `-12.5`, `1e-05`, `0.001`.
    private init(parsing text: String) {
        isNegative = false
        digits = []
        var integerDigits = 0
        var seenPoint = false
        var exponent = 0
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"):
                exponent = Int(String(rest) ?? "") ?? 0
                rest = rest[rest.endIndex...]
            default:
                digits.append(byte)
                if !seenPoint { integerDigits += 1 }
            }
        }
        point = integerDigits + exponent
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        point -= zeros
        trimZeros()
    }

    private mutating func trimZeros() {
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }

    /// The digits rounded to a place left of the point, halves to even; the digits must be exact.
    func rounded(toTens places: Int) -> DecimalDigits {
        var result = self
        let kept = point - places
        guard kept < digits.count else { return self }
        guard kept >= 0 else {
            result.digits = []
            return result
        }
        let cut = digits[kept...]
        result.digits = Array(digits[..<kept])
        let isHalf = cut.first == UInt8(ascii: "5") && cut.count == 1
        let isUp =
            isHalf ? (result.digits.last ?? 48) & 1 == 1 : cut.first ?? 48 > UInt8(ascii: "4")
        if isUp { result.increment() }
        result.trimZeros()
        return result
    }

    private mutating func increment() {
        var index = digits.count - 1
        while index >= 0 {
            if digits[index] < UInt8(ascii: "9") {
                digits[index] += 1
                return
            }
            digits[index] = UInt8(ascii: "0")
            index -= 1
        }
        digits.insert(UInt8(ascii: "1"), at: 0)
        point += 1
    }

    /// The nearest double.
    var double: Double {
        if isZero { return isNegative ? -0.0 : 0.0 }
        let text = (isNegative ? "-." : ".") + String(decoding: digits, as: UTF8.self) + "e\(point)"
        return Double("0" + text.drop { $0 == "-" }).map { isNegative ? -$0 : $0 } ?? .infinity
    }
}
