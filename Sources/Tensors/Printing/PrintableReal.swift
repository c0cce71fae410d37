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
        var text = magnitude.description
        return text.withUTF8(Self.digits)
    }

    /// The digits of a number such as `12.5`, `0.001` or `1.5e-07`.
    private static func digits(_ text: UnsafeBufferPointer<UInt8>) -> DecimalDigits {
        var digits: [UInt8] = []
        digits.reserveCapacity(text.count)
        var point: Int?
        var zeros = 0
        for (index, character) in text.enumerated() {
            switch character {
            case UInt8(ascii: "."): point = zeros + digits.count
            case UInt8(ascii: "e"):
                let exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                let place = (point ?? zeros + digits.count) - zeros + exponent
                return DecimalDigits(trimmed(digits), point: place)
            case UInt8(ascii: "0") where digits.isEmpty: zeros += 1
            default: digits.append(character - UInt8(ascii: "0"))
            }
        }
        return DecimalDigits(trimmed(digits), point: (point ?? zeros + digits.count) - zeros)
    }

    private static func trimmed(_ digits: [UInt8]) -> [UInt8] {
        var digits = digits
        while digits.last == 0 { digits.removeLast() }
        return digits
    }

    /// All digits of the magnitude: a binary fraction ends in decimal notation too.
    package var exactDigits: DecimalDigits {
        guard self != 0 else { return .zero }
        let scale = Self(sign: .plus, exponent: Self.Exponent(significandWidth), significand: 1)
        let shift = Int(exponent) - significandWidth
        var number = DecimalNatural(UInt64(magnitude.significand * scale))
        // m·2^-k = m·5^k / 10^k
        number.multiply(by: shift < 0 ? 5 : 2, times: abs(shift))
        let digits = number.digits
        return DecimalDigits(digits, point: digits.count + min(shift, 0))
    }
}

/// A natural number of any size above zero, in decimal limbs.
private struct DecimalNatural {
    /// Nine digits each, lowest first.
    private var limbs: [UInt32] = []
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        limbs.reserveCapacity(8)
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % Self.base))
            rest /= Self.base
        }
    }

    /// Multiplies by `factor`, at most 5, `count` times over.
    mutating func multiply(by factor: UInt64, times count: Int) {
        // 5¹² is the highest power that a limb's product leaves room for.
        var power: UInt64 = 1
        for done in 0..<count {
            power *= factor
            if done % 12 == 11 {
                multiply(by: power)
                power = 1
            }
        }
        multiply(by: power)
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
        let width = 9 * limbs.count
        let all = [UInt8](unsafeUninitializedCapacity: width) { buffer, count in
            count = width
            for (index, limb) in limbs.enumerated() {
                var rest = limb
                for place in 1...9 {
                    buffer[width - 9 * index - place] = UInt8(rest % 10)
                    rest /= 10
                }
            }
        }
        let zeros = all.prefix { $0 == 0 }.count
        return zeros == 0 ? all : Array(all[zeros...])
    }
}
