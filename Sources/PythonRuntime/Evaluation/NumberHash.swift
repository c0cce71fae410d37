import BigInt

/// CPython's hash of numbers: equal numbers of any type hash alike, modulo the prime 2⁶¹ − 1.
enum NumberHash {
    private static var modulus: Int { (1 << 61) - 1 }
    /// What CPython 3.11 gives for None depends on an address; here it is fixed.
    static var none: Int { 0x0FCA_86420 }

    static func hash(_ value: Int) -> Int {
        if value >= 0, value < modulus { return value }
        if value == Int.min { return -4 }
        let result = value < 0 ? -(-value % modulus) : value % modulus
        return result == -1 ? -2 : result
    }

    static func hash(_ value: BigInt) -> Int {
        let remainder = Int(value.magnitude % BigUInt(modulus))
        let result = value.sign == .minus ? -remainder : remainder
        return result == -1 ? -2 : result
    }

    static func hash(_ value: Double) -> Int {
        if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
        if value.isNaN { return 0 }
        if value == value.rounded(.towardZero), abs(value) < 0x1p62 { return hash(Int(value)) }
        return hashFraction(value)
    }

    /// The mantissa 28 bits at a time, rotated by the exponent.
    private static func hashFraction(_ value: Double) -> Int {
        var mantissa = abs(value).significand / 2
        var exponent = Int(value.exponent) + 1
        var hash: UInt = 0
        while mantissa != 0 {
            hash = ((hash << 28) & UInt(modulus)) | hash >> 33
            mantissa *= 268_435_456
            exponent -= 28
            let digit = UInt(mantissa)
            mantissa -= Double(digit)
            hash += digit
            if hash >= UInt(modulus) { hash -= UInt(modulus) }
        }
        let shift = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61)
        hash = ((hash << UInt(shift)) & UInt(modulus)) | hash >> UInt(61 - shift)
        let result = value < 0 ? -Int(hash) : Int(hash)
        return result == -1 ? -2 : result
    }

    /// The hash of a tuple from those of its items.
    static func tuple(_ items: some Sequence<Int>) -> Int {
        var result = TupleHash()
        for item in items { result.add(item) }
        return result.value
    }
}

/// CPython's hash of a tuple, item by item.
struct TupleHash {
    private var accumulator: UInt = 2_870_177_450_012_600_261
    private var count: UInt = 0

    @inline(__always) mutating func add(_ item: Int) {
        accumulator = accumulator &+ UInt(bitPattern: item) &* 14_029_467_366_897_019_727
        accumulator = (accumulator << 31 | accumulator >> 33) &* 11_400_714_785_074_694_791
        count += 1
    }

    var value: Int {
        let result = accumulator &+ (count ^ (2_870_177_450_012_600_261 ^ 3_527_539))
        return result == UInt.max ? 1_546_275_796 : Int(bitPattern: result)
    }
}
