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
    func text(_ value: Slot, in python: Interpreter) -> StringObject? {
        if value.isInt { return text(value.int, in: python) }
        if value.isFloat { return type == UInt8(ascii: "f") ? fixed(value.float, in: python) : nil }
        guard value.isKind(.string) else { return nil }
        return value.with(StringObject.self) { text($0, in: python) }
    }

    private func text(_ number: Int, in python: Interpreter) -> StringObject? {
        guard precision == nil, type == nil || type == UInt8(ascii: "d") else {
            return type == UInt8(ascii: "f") && number.magnitude < 1 << 53
                ? fixed(Double(number), in: python) : nil
        }
        let magnitude = number.magnitude
        let count = DecimalBytes.count(magnitude)
        return laidOut(count, isNegative: number < 0, in: python) {
            DecimalBytes.write(magnitude, before: $0 + count)
        }
    }

    private func fixed(_ number: Double, in python: Interpreter) -> StringObject? {
        guard number.isFinite else { return nil }
        return DecimalDigits.withFixedText(number.magnitude, decimals: precision ?? 6) { digits in
            laidOut(digits.count, isNegative: number.sign == .minus, in: python) { target in
                guard let source = digits.baseAddress else { return }
                target.update(from: source, count: digits.count)
            }
        }
    }

    /// A number whose digits a body writes.
    private func laidOut(
        _ count: Int, isNegative: Bool, in python: Interpreter,
        _ write: (UnsafeMutablePointer<UInt8>) -> Void
    ) -> StringObject {
        let needed = count + (isNegative ? 1 : 0)
        let fill = max(width - needed, 0)
        let isLeft = alignment == 0x3C
        return .make(byteCount: needed + fill, isASCII: true, in: python) { start in
            var target = start
            func fillUp(_ byte: UInt8) {
                target.update(repeating: byte, count: fill)
                target += fill
            }
            if !isLeft, !isZeroFilled { fillUp(0x20) }
            if isNegative {
                target.pointee = UInt8(ascii: "-")
                target += 1
            }
            if isZeroFilled { fillUp(0x30) }
            write(target)
            target += count
            if isLeft { fillUp(0x20) }
        }
    }

    private func text(_ text: StringObject, in python: Interpreter) -> StringObject? {
        guard type == nil || type == UInt8(ascii: "s"), precision == nil, !isZeroFilled else {
            return nil
        }
        let fill = max(width - text.count, 0)
        let isRight = alignment == 0x3E
        return .make(byteCount: text.byteCount + fill, isASCII: text.isASCII, in: python) {
            if isRight { $0.update(repeating: 0x20, count: fill) }
            let end = text.write(to: isRight ? $0 + fill : $0)
            if !isRight { end.update(repeating: 0x20, count: fill) }
        }
    }
}
