// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// Texts made of others, each written once into its place.
extension StringObject {
    /// The texts in slots, all of which are strings, one behind the other with a separator between.
    static func make(
        joining slots: UnsafeMutablePointer<Slot>, count: Int, separator: Slot = .undefined,
        in python: borrowing Interpreter
    ) -> StringObject {
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
        return make(byteCount: size, isASCII: isASCII, in: python) { target in
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
    static func make(
        _ left: borrowing StringObject, _ right: borrowing StringObject,
        in python: borrowing Interpreter
    ) -> StringObject {
        let isASCII = left.isASCII && right.isASCII
        return make(byteCount: left.byteCount + right.byteCount, isASCII: isASCII, in: python) {
            _ = right.write(to: left.write(to: $0))
        }
    }

    /// A text so many times, once or more.
    static func make(
        _ text: borrowing StringObject, times: Int, in python: borrowing Interpreter
    ) -> StringObject {
        make(byteCount: text.byteCount * times, isASCII: text.isASCII, in: python) { target in
            var target = target
            for _ in 0..<times { target = text.write(to: target) }
        }
    }

    /// An ASCII text byte by byte.
    @inline(__always)
    static func make(
        _ text: borrowing StringObject, mapping: (UInt8) -> UInt8, in python: borrowing Interpreter
    ) -> StringObject {
        make(byteCount: text.byteCount, isASCII: true, in: python) { target in
            text.withUTF8 { source in
                for index in source.indices { target[index] = mapping(source[index]) }
            }
        }
    }

    /// An integer in decimal.
    static func make(decimal number: Int, in python: borrowing Interpreter) -> StringObject {
        let sign = number < 0 ? 1 : 0
        let count = sign + DecimalBytes.count(number.magnitude)
        return make(byteCount: count, isASCII: true, in: python) { target in
            if number < 0 { target[0] = UInt8(ascii: "-") }
            DecimalBytes.write(number.magnitude, before: target + count)
        }
    }
}

/// Integers in decimal, digit by digit.
enum DecimalBytes {
    /// How many digits a number has.
    static func count(_ number: UInt) -> Int {
        var count = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            count &+= 1
        }
        return count
    }

    /// Writes a number so that it ends before a place.
    static func write(_ number: UInt, before end: UnsafeMutablePointer<UInt8>) {
        var rest = number
        var place = end
        repeat {
            place -= 1
            place.pointee = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }
}
