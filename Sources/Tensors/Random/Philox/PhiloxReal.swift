/// A floating-point type whose uniform and normal values TensorFlow makes of whole Philox blocks.
protocol PhiloxReal: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
    /// The values of one block, in the order in which they are given out.
    associatedtype Group: SIMD where Group.Scalar == Self

    /// Values in [0, 1).
    static func uniforms(_ block: SIMD4<UInt32>) -> Group
    /// Values of the standard normal distribution, by the Box-Muller transform, sine first.
    static func normals(_ block: SIMD4<UInt32>) -> Group
}

/// Keeps the logarithm of the Box-Muller transform finite.
private let smallestUniform = 1.0e-7

extension Float: PhiloxReal {
    /// The word's low 23 bits as a number in [0, 1).
    static func unit(_ word: UInt32) -> Float {
        Float(bitPattern: 0x3F80_0000 | (word & 0x7F_FFFF)) - 1
    }

    static func uniforms(_ block: SIMD4<UInt32>) -> SIMD4<Float> {
        SIMD4(unit(block[0]), unit(block[1]), unit(block[2]), unit(block[3]))
    }

    static func normals(_ block: SIMD4<UInt32>) -> SIMD4<Float> {
        let (first, second) = boxMuller(block[0], block[1])
        let (third, fourth) = boxMuller(block[2], block[3])
        return SIMD4(first, second, third, fourth)
    }

    private static func boxMuller(_ radius: UInt32, _ angle: UInt32) -> (Float, Float) {
        let uniform = max(unit(radius), Float(smallestUniform))
        // The product is taken in double precision and rounded once.
        let angle = Float(2 * Double.pi * Double(unit(angle)))
        let radius = (-2 * libmLog(uniform)).squareRoot()
        return (libmSin(angle) * radius, libmCos(angle) * radius)
    }
}

extension Double: PhiloxReal {
    /// The low 20 bits of `high` and all of `low` as a number in [0, 1).
    static func unit(high: UInt32, low: UInt32) -> Double {
        let mantissa = UInt64(high & 0xF_FFFF) << 32 | UInt64(low)
        return Double(bitPattern: 0x3FF0_0000_0000_0000 | mantissa) - 1
    }

    static func uniforms(_ block: SIMD4<UInt32>) -> SIMD2<Double> {
        SIMD2(unit(high: block[0], low: block[1]), unit(high: block[2], low: block[3]))
    }

    static func normals(_ block: SIMD4<UInt32>) -> SIMD2<Double> {
        let uniform = max(unit(high: block[0], low: block[1]), smallestUniform)
        let angle = 2 * Double.pi * unit(high: block[2], low: block[3])
        let radius = (-2 * libmLog(uniform)).squareRoot()
        return SIMD2(libmSin(angle) * radius, libmCos(angle) * radius)
    }
}
