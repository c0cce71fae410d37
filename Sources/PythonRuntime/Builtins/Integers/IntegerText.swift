import BigInt

/// Integers as digits, and digits as integers.
enum IntegerText {
    /// Digits in one step of a conversion: the largest power of ten that fits 64 bits.
    private static var chunk: (digits: Int, power: UInt) { (19, 10_000_000_000_000_000_000) }

    /// The decimal digits of a number, cut off 19 at a time.
    static func decimal(_ value: BigInt) -> String {
        var words = Array(value.magnitude.words)
        var chunks: [UInt] = []
        while let last = words.last {
            if last == 0 {
                words.removeLast()
                continue
            }
            var remainder: UInt = 0
            for index in words.indices.reversed() {
                (words[index], remainder) = chunk.power.dividingFullWidth((remainder, words[index]))
            }
            chunks.append(remainder)
        }
        var result = value.sign == .minus ? "-" : ""
        guard let first = chunks.popLast() else { return "0" }
        result += String(first)
        for part in chunks.reversed() {
            let digits = String(part)
            result += String(repeating: "0", count: chunk.digits - digits.count) + digits
        }
        return result
    }

    /// The number that digits of a base make; the bytes are digits of that base.
    static func parse(_ digits: [UInt8], base: Int) -> BigInt {
        let perStep = digitsPerStep(base)
        var words: [UInt] = []
        var start = 0
        var count = digits.count % perStep == 0 ? perStep : digits.count % perStep
        while start < digits.count {
            var factor: UInt = 1
            var carry: UInt = 0
            for digit in digits[start..<(start + count)] {
                factor *= UInt(base)
                carry = carry * UInt(base) + UInt(digit.digitValue ?? 0)
            }
            for index in words.indices {
                let (high, low) = words[index].multipliedFullWidth(by: factor)
                let (sum, overflow) = low.addingReportingOverflow(carry)
                words[index] = sum
                carry = high + (overflow ? 1 : 0)
            }
            if carry > 0 { words.append(carry) }
            start += count
            count = perStep
        }
        return BigInt(BigUInt(words: words))
    }

    /// Digits whose value always fits 63 bits.
    private static func digitsPerStep(_ base: Int) -> Int {
        var count = 0
        var power = 1
        while true {
            let (next, overflow) = power.multipliedReportingOverflow(by: base)
            if overflow { return count }
            power = next
            count += 1
        }
    }
}

/// The text of a number: a sign, and digits without prefix and underscores.
struct IntegerLiteralText {
    var isNegative = false
    var digits: [UInt8] = []
    var base: Int

    /// Reads what `int(text, base)` accepts; nil for anything else.
    init?(_ text: [UInt8], base: Int) {
        var rest = text[...]
        while let first = rest.first, first.isByteSpace || first &- 0x1C < 4 { rest.removeFirst() }
        while let last = rest.last, last.isByteSpace || last &- 0x1C < 4 { rest.removeLast() }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
            isNegative = rest.removeFirst() == UInt8(ascii: "-")
        }
        self.base = base == 0 ? 10 : base
        let prefix = IntegerLiteralText.prefixBase(rest)
        if let prefix, base == 0 || base == prefix {
            self.base = prefix
            rest = rest.dropFirst(2)
            if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
        }
        let isOctalLike = base == 0 && prefix == nil && rest.first == UInt8(ascii: "0")
        guard readDigits(rest) else { return nil }
        if isOctalLike, digits.contains(where: { $0 != UInt8(ascii: "0") }) { return nil }
    }

    private static func prefixBase(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= 2, text.first == UInt8(ascii: "0") else { return nil }
        switch text[text.startIndex + 1] | 32 {
        case UInt8(ascii: "x"): return 16
        case UInt8(ascii: "o"): return 8
        case UInt8(ascii: "b"): return 2
        default: return nil
        }
    }

    /// Digits with single underscores between them.
    private mutating func readDigits(_ text: ArraySlice<UInt8>) -> Bool {
        var followsDigit = false
        for byte in text {
            if byte == UInt8(ascii: "_") {
                guard followsDigit else { return false }
                followsDigit = false
            } else {
                guard let value = byte.digitValue, value < base else { return false }
                digits.append(byte)
                followsDigit = true
            }
        }
        return followsDigit
    }

    /// The number where it fits 63 bits without a closer look; nil where it may not.
    var small: Int? {
        guard digits.count <= 12 else { return nil }
        let value = digits.reduce(0) { $0 * base + ($1.digitValue ?? 0) }
        return isNegative ? -value : value
    }

    var big: BigInt {
        let value = IntegerText.parse(digits, base: base)
        return isNegative ? -value : value
    }
}

extension Interpreter {
    /// Digits of an integer that may be read or written, as in CPython: more take quadratic time.
    var integerDigitLimit: Int { state(IntegerDigitLimit.self) { _ in IntegerDigitLimit() }.digits }

    /// The decimal digits of an integer.
    func decimalText(_ value: Value) throws -> String {
        if let small = value.integer { return String(small) }
        let big = try bigIndex(value)
        let limit = integerDigitLimit
        // A digit takes 3.32 bits: texts that are surely too long are not made at all.
        let isSurelyLong = limit > 0 && big.magnitude.bitWidth > limit * 10 / 3 + 10
        let text = isSurelyLong ? "" : IntegerText.decimal(big)
        let digits = text.utf8.count - (big.sign == .minus ? 1 : 0)
        guard !isSurelyLong, limit == 0 || digits <= limit else {
            throw valueError(
                "Exceeds the limit (\(limit) digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
            )
        }
        return text
    }

    /// Checks the digits of a text that is to become an integer. Bases of powers of two have no limit.
    func checkDigitCount(_ count: Int, base: Int) throws {
        let limit = integerDigitLimit
        guard limit > 0, count > limit, base & (base - 1) != 0 else { return }
        throw valueError(
            "Exceeds the limit (\(limit) digits) for integer string conversion: value has \(count) digits; use sys.set_int_max_str_digits() to increase the limit"
        )
    }
}

/// What `sys.set_int_max_str_digits` sets; zero for no limit.
package final class IntegerDigitLimit {
    /// CPython's own default.
    package var digits = 4300

    package init() {}
}
