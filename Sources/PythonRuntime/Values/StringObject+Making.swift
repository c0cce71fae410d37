// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// Texts made of others, each written once into its place.
extension StringObject {
    /// The texts in slots, all of which are strings, one behind the other with a separator between.
    convenience init(
        joining slots: UnsafeMutablePointer<Slot>, count: Int, separator: Slot = .undefined,
        in python: borrowing Interpreter
    ) {
        var size = 0
        var isASCII = true
        if separator.isObject {
            separator.with(StringObject.self) {
                size = $0.byteCount * max(count - 1, 0)
                isASCII = $0.isASCII
            }
        }
        for index in 0..<count {
            slots[index].with(StringObject.self) {
                size += $0.byteCount
                isASCII = isASCII && $0.isASCII
            }
        }
        self.init(byteCount: size, isASCII: isASCII, in: python) { target in
            var target = target
            for index in 0..<count {
                if index > 0, separator.isObject {
                    separator.with(StringObject.self) { target = $0.write(to: target) }
                }
                slots[index].with(StringObject.self) { target = $0.write(to: target) }
            }
        }
    }

    /// Two texts, one behind the other.
    convenience init(
        _ left: borrowing StringObject, _ right: borrowing StringObject,
        in python: borrowing Interpreter
    ) {
        let isASCII = left.isASCII && right.isASCII
        self.init(byteCount: left.byteCount + right.byteCount, isASCII: isASCII, in: python) {
            _ = right.write(to: left.write(to: $0))
        }
    }

    /// A text so many times, once or more.
    convenience init(_ text: borrowing StringObject, times: Int, in python: borrowing Interpreter) {
        self.init(byteCount: text.byteCount * times, isASCII: text.isASCII, in: python) { target in
            var target = target
            for _ in 0..<times { target = text.write(to: target) }
        }
    }

    /// An ASCII text byte by byte.
    @inline(__always)
    convenience init(
        _ text: borrowing StringObject, mapping: (UInt8) -> UInt8, in python: borrowing Interpreter
    ) {
        self.init(byteCount: text.byteCount, isASCII: true, in: python) { target in
            text.withUTF8 { source in
                for index in source.indices { target[index] = mapping(source[index]) }
            }
        }
    }

    /// An integer in decimal.
    convenience init(decimal number: Int, in python: borrowing Interpreter) {
        let sign = number < 0 ? 1 : 0
        let count = sign + Self.digitCount(number.magnitude)
        self.init(byteCount: count, isASCII: true, in: python) { target in
            if number < 0 { target[0] = UInt8(ascii: "-") }
            var rest = number.magnitude
            var place = count
            repeat {
                place &-= 1
                target[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
        }
    }

    private static func digitCount(_ number: UInt) -> Int {
        var count = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            count &+= 1
        }
        return count
    }
}
