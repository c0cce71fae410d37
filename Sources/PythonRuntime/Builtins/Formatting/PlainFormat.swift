/// A format specification of the kinds that programs write most: `.4f`, `5d`, `05.1f`, `>8`, `<10s`.
struct PlainFormat {
    private var alignment: UInt8?
    private var isZeroFilled = false
    private var width = 0
    private var precision: Int?
    private var type: UInt8?

    /// Nil for any other specification.
    init?(_ bytes: TextBytes) {
        var place = 0
        func takes(_ byte: UInt8) -> Bool {
            guard place < bytes.count, bytes[place] == byte else { return false }
            place += 1
            return true
        }
        if takes(0x3C) { alignment = 0x3C } else if takes(0x3E) { alignment = 0x3E }
        if takes(UInt8(ascii: "0")) {
            guard alignment == nil else { return nil }
            isZeroFilled = true
        }
        width = Self.number(bytes, &place) ?? 0
        if takes(UInt8(ascii: ".")) {
            guard let digits = Self.number(bytes, &place) else { return nil }
            precision = digits
        }
        if place < bytes.count {
            type = bytes[place]
            place += 1
        }
        guard place == bytes.count, width < Self.limit, precision ?? 0 < Self.limit else {
            return nil
        }
    }

    /// Wider texts are left to code that asks for the memory.
    private static var limit: Int { 100 }

    private static func number(_ bytes: TextBytes, _ place: inout Int) -> Int? {
        var result: Int?
        while place < bytes.count, bytes[place].isASCIIDigit, result ?? 0 < limit {
            result = (result ?? 0) * 10 + Int(bytes[place]) - 48
            place += 1
        }
        return result
    }

    /// The text of an integer, a float or a text; nil where the specification means something else for it.
    func text(_ value: Value) -> String? {
        switch value {
        case .int(let number):
            guard precision == nil, type == nil || type == UInt8(ascii: "d") else {
                return type == UInt8(ascii: "f") && number.magnitude < 1 << 53
                    ? fixed(Double(number)) : nil
            }
            let digits = String(number.magnitude)
            return filled(digits, count: digits.utf8.count, isNegative: number < 0)
        case .float(let number): return type == UInt8(ascii: "f") ? fixed(number) : nil
        case .object(let object) where object.kind == .string:
            guard type == nil || type == UInt8(ascii: "s"), precision == nil, !isZeroFilled else {
                return nil
            }
            let text = unsafeDowncast(object, to: StringObject.self)
            return aligned(text.string, count: text.count, default: 0x3C)
        default: return nil
        }
    }

    private func fixed(_ number: Double) -> String? {
        guard number.isFinite,
            let text = DecimalDigits.fixedText(number.magnitude, decimals: precision ?? 6)
        else { return nil }
        return filled(text, count: text.utf8.count, isNegative: number.sign == .minus)
    }

    private func filled(_ digits: String, count: Int, isNegative: Bool) -> String {
        let sign = isNegative ? "-" : ""
        guard isZeroFilled else {
            return aligned(sign + digits, count: count + sign.utf8.count, default: 0x3E)
        }
        let zeros = max(width - count - sign.utf8.count, 0)
        return sign + String(repeating: "0", count: zeros) + digits
    }

    private func aligned(_ text: String, count: Int, default side: UInt8) -> String {
        guard count < width else { return text }
        let blanks = String(repeating: " ", count: width - count)
        return (alignment ?? side) == 0x3C ? text + blanks : blanks + text
    }
}
