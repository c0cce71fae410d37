import BigInt

/// What integers do beyond the operators.
extension Numbers {
    /// `divmod(a, b)` of integers; nil where an operand is none.
    static func integerDivmod(_ a: Value, _ b: Value, in python: Interpreter) throws -> Value? {
        guard let quotient = try integers(.floorDivide, a, b, in: python),
            let remainder = try integers(.modulo, a, b, in: python)
        else { return nil }
        return .tuple([quotient, remainder], in: python)
    }

    /// `pow(a, b, modulus)`.
    static func power(_ a: Value, _ b: Value, modulo modulus: Value, in python: Interpreter) throws
        -> Value
    {
        guard isInteger(a), isInteger(b) else { return python.notImplemented }
        guard isInteger(modulus) else { return python.notImplemented }
        let modulus = try python.bigIndex(modulus)
        guard !modulus.isZero else { throw python.valueError("pow() 3rd argument cannot be 0") }
        var (base, exponent) = (try python.bigIndex(a), try python.bigIndex(b))
        if modulus.magnitude == 1 { return .int(0) }
        if exponent.sign == .minus {
            guard let inverse = base.inverse(BigInt(modulus.magnitude)) else {
                throw python.valueError("base is not invertible for the given modulus")
            }
            (base, exponent) = (inverse, -exponent)
        }
        let magnitude = floorDivide(base, BigInt(modulus.magnitude)).remainder.magnitude
            .power(exponent.magnitude, modulus: modulus.magnitude)
        let result = BigInt(magnitude)
        return python.integer(modulus.sign == .minus && !result.isZero ? result + modulus : result)
    }

    /// The bits that the magnitude of an integer needs.
    static func bitLength(_ value: Value, in python: Interpreter) throws -> Int {
        if let small = value.integer { return Int.bitWidth - small.magnitude.leadingZeroBitCount }
        return try python.bigIndex(value).magnitude.bitWidth
    }

    /// `round(value, digits)` of an integer: to even halves of powers of ten for negative digits.
    static func round(_ value: Value, _ digits: BigInt, in python: Interpreter) throws -> Value {
        guard digits.sign == .minus else { return value }
        let number = try python.bigIndex(value)
        // A number of b bits has at most 0.302 b + 1 digits: beyond, all of it is below the half.
        guard let places = Int(exactly: digits.magnitude),
            places < number.magnitude.bitWidth * 302 / 1000 + 2
        else { return .int(0) }
        let unit = BigInt(10).power(places)
        var (quotient, remainder) = floorDivide(number, unit)
        remainder *= 2
        if remainder > unit || (remainder == unit && !(quotient % 2).isZero) { quotient += 1 }
        return python.integer(quotient * unit)
    }
}
