import BigInt

/// `round` of floats: decimal rounding of the exact binary value, halves to even.
enum FloatRounding {
    /// The float nearest to the value rounded to so many decimals; nil where it is too large for a float.
    static func round(_ value: Double, decimals: Int) -> Double? {
        guard value.isFinite, value != 0 else { return value }
        // No double has digits behind decimal 323 that rounding could change.
        if decimals > 323 { return value }
        // The largest is below 10³⁰⁹.
        if decimals < -308 { return value < 0 ? -0.0 : 0.0 }
        let digits =
            decimals >= 0
            ? DecimalDigits(value, decimals: decimals)
            : DecimalDigits(value, decimals: 1075).rounded(toTens: -decimals)
        let result = digits.double
        return result.isFinite ? result : nil
    }
}

/// A float as the quotient of integers.
enum FloatRatio {
    /// Numerator and denominator in lowest terms of a finite value.
    static func ratio(_ value: Double) -> (numerator: BigInt, denominator: BigInt) {
        if value == 0 { return (0, 1) }
        let mantissa = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
        let exponent = Int(max(value.exponentBitPattern, 1)) - 1075
        let zeros = mantissa.trailingZeroBitCount
        let odd = BigInt(mantissa >> UInt64(zeros))
        let power = exponent + zeros
        let numerator = value < 0 ? -odd : odd
        if power >= 0 { return (numerator << power, 1) }
        return (numerator, BigInt(1) << -power)
    }
}
