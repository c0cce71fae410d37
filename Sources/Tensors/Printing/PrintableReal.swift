/// A floating-point type whose numbers can be written in decimal digits.
package protocol PrintableReal: BinaryFloatingPoint, LosslessStringConvertible {
    /// The fewest digits of the magnitude that no other number of the type is nearer to.
    var shortestDigits: DecimalDigits { get }
}

extension Float: PrintableReal {}
extension Double: PrintableReal {}

extension Float16: PrintableReal {
    /// The standard library writes more digits than are needed.
    package var shortestDigits: DecimalDigits {
        let exact = exactDigits
        for count in 1..<5 {
            let nearest = exact.rounded(toDigits: count)
            if Float16(nearest.description) == magnitude { return nearest }
            // Above a power of two numbers are less dense than below it.
            let higher = exact.cut(toDigits: count, upwards: true)
            if Float16(higher.description) == magnitude { return higher }
        }
        return exact.rounded(toDigits: 5)
    }
}

extension PrintableReal {
    package var shortestDigits: DecimalDigits {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        let text = Array(magnitude.description.utf8)
        for (index, character) in text.enumerated() {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(character - UInt8(ascii: "0"))
            case UInt8(ascii: "."): point = digits.count
            default:
                exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                return Self.trimmed(digits, point: (point ?? digits.count) + exponent)
            }
        }
        return Self.trimmed(digits, point: point ?? digits.count)
    }

    private static func trimmed(_ digits: [UInt8], point: Int) -> DecimalDigits {
        let count = (digits.lastIndex { $0 != 0 } ?? -1) + 1
        return DecimalDigits(digits[..<count], point: point)
    }

    /// All digits of the magnitude: a binary fraction ends in decimal notation too.
    package var exactDigits: DecimalDigits {
        guard self != 0 else { return DecimalDigits([], point: 0) }
        let shift = Int(exponent) - significandWidth
        var number = DecimalNatural(UInt64(magnitude.significandAsInteger))
        // m·2^-k = m·5^k / 10^k
        number.multiply(by: shift < 0 ? 5 : 2, times: abs(shift))
        let digits = number.digits
        return DecimalDigits(digits, point: digits.count + min(shift, 0))
    }

    /// The significand without its binary point.
    private var significandAsInteger: Self {
        significand * Self(sign: .plus, exponent: Self.Exponent(significandWidth), significand: 1)
    }
}

/// A natural number of any size in decimal limbs.
private struct DecimalNatural {
    /// Nine digits each, lowest first.
    private var limbs: [UInt32]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % Self.base))
            rest /= Self.base
        }
    }

    /// Multiplies by `factor`, at most 5, `count` times over.
    mutating func multiply(by factor: UInt64, times count: Int) {
        // 5¹² is the highest power that a limb's product leaves room for.
        let step = 12
        var left = count
        while left > 0 {
            let taken = min(left, step)
            multiply(by: (0..<taken).reduce(1) { power, _ in power * factor })
            left -= taken
        }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * factor + carry
            limbs[index] = UInt32(product % Self.base)
            carry = product / Self.base
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    /// The digits, most significant first.
    var digits: [UInt8] {
        var digits: [UInt8] = []
        for (index, limb) in limbs.enumerated() {
            var rest = limb
            for _ in 0..<9 where index < limbs.count - 1 || rest > 0 {
                digits.append(UInt8(rest % 10))
                rest /= 10
            }
        }
        return digits.reversed()
    }
}
