import BigInt
import PythonSyntax

/// Arithmetic of `int`, `bool` and `float` as Python has it.
package enum Numbers {
    /// A number that is no complex one.
    enum Real {
        case int(Int)
        case big(BigInt)
        case float(Double)

        init?(_ value: Value) {
            switch value {
            case .int(let value): self = .int(value)
            case .bool(let value): self = .int(value ? 1 : 0)
            case .float(let value): self = .float(value)
            case .none: return nil
            case .object(let object):
                if let big = object as? BigIntegerObject {
                    self = .big(big.value)
                } else if let boxed = object as? BoxedObject, let base = Real(boxed.base) {
                    self = base
                } else {
                    return nil
                }
            }
        }

        var big: BigInt {
            switch self {
            case .int(let value): BigInt(value)
            case .big(let value): value
            case .float(let value): BigInt(value)
            }
        }

        var isFloat: Bool {
            if case .float = self { true } else { false }
        }
    }

    /// The result of an operator on two real numbers; nil where an operand is none.
    static func binary(_ operation: BinaryOperator, _ a: Value, _ b: Value, in python: Interpreter)
        throws -> Value?
    {
        guard let x = Real(a), let y = Real(b) else { return nil }
        if x.isFloat || y.isFloat {
            return try float(operation, double(x, python), double(y, python), in: python)
        }
        if case .int(let x) = x, case .int(let y) = y,
            let small = try small(operation, x, y, in: python)
        {
            return small
        }
        return try big(operation, x.big, y.big, in: python)
    }

    /// The result of an operator on two integers; nil where an operand is none.
    static func integers(
        _ operation: BinaryOperator, _ a: Value, _ b: Value, in python: Interpreter
    ) throws -> Value? {
        guard let x = Real(a), let y = Real(b), !x.isFloat, !y.isFloat else { return nil }
        if case .int(let x) = x, case .int(let y) = y,
            let small = try small(operation, x, y, in: python)
        {
            return small
        }
        return try big(operation, x.big, y.big, in: python)
    }

    /// Whether a value is an `int`, a `bool` or an instance of a subclass.
    static func isInteger(_ value: Value) -> Bool {
        if case .int = value { return true }
        return Real(value).map { !$0.isFloat } ?? false
    }

    private static func double(_ value: Real, _ python: Interpreter) throws -> Double {
        switch value {
        case .int(let value): Double(value)
        case .float(let value): value
        case .big(let value): try python.double(value)
        }
    }

    // MARK: Small integers

    private static func small(
        _ operation: BinaryOperator, _ x: Int, _ y: Int, in python: Interpreter
    ) throws -> Value? {
        func checked(_ result: (partialValue: Int, overflow: Bool)) -> Value? {
            result.overflow ? nil : .int(result.partialValue)
        }
        switch operation {
        case .add: return checked(x.addingReportingOverflow(y))
        case .subtract: return checked(x.subtractingReportingOverflow(y))
        case .multiply: return checked(x.multipliedReportingOverflow(by: y))
        case .divide:
            guard y != 0 else { throw python.error("ZeroDivisionError", "division by zero") }
            guard x.magnitude | y.magnitude < 1 << 53 else { return nil }
            return .float(Double(x) / Double(y))
        case .floorDivide, .modulo:
            guard y != 0 else { throw zeroDivision(operation, python) }
            guard x != Int.min || y != -1 else { return nil }
            let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
            let isBelow = remainder != 0 && (remainder < 0) != (y < 0)
            if operation == .modulo { return .int(isBelow ? remainder + y : remainder) }
            return .int(isBelow ? quotient - 1 : quotient)
        case .and: return .int(x & y)
        case .or: return .int(x | y)
        case .xor: return .int(x ^ y)
        case .leftShift:
            guard y >= 0, y < 63, x == (x << y) >> y else { return nil }
            return .int(x << y)
        case .rightShift:
            guard y >= 0 else { return nil }
            return .int(x >> min(y, 63))
        case .power: return power(x, y)
        case .matrixMultiply: return nil
        }
    }

    private static func zeroDivision(_ operation: BinaryOperator, _ python: Interpreter)
        -> PythonError
    {
        python.error(
            "ZeroDivisionError",
            operation == .modulo
                ? "integer modulo by zero" : "integer division or modulo by zero")
    }

    /// A power that fits; nil where it does not.
    private static func power(_ base: Int, _ exponent: Int) -> Value? {
        guard exponent >= 0 else { return nil }
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 {
                let (product, overflow) = result.multipliedReportingOverflow(by: base)
                if overflow { return nil }
                result = product
            }
            exponent >>= 1
            if exponent > 0 {
                let (square, overflow) = base.multipliedReportingOverflow(by: base)
                if overflow { return nil }
                base = square
            }
        }
        return .int(result)
    }

    // MARK: Big integers

    /// Bits of an integer that a note may make: 128 MiB, more than any can print.
    private static var bitLimit: Int { 1 << 30 }

    /// Bits of a product's shorter factor, and of a power, beyond which computing takes minutes that nothing can
    /// interrupt: five million digits.
    private static var productLimit: Int { 1 << 24 }

    private static func big(
        _ operation: BinaryOperator, _ x: BigInt, _ y: BigInt, in python: Interpreter
    ) throws -> Value {
        switch operation {
        case .add: return python.integer(x + y)
        case .subtract: return python.integer(x - y)
        case .multiply:
            guard x.bitWidth + y.bitWidth < bitLimit,
                min(x.bitWidth, y.bitWidth) <= productLimit
            else {
                throw python.error(python.types.exception("MemoryError"), [])
            }
            return python.integer(x * y)
        case .divide:
            guard !y.isZero else { throw python.error("ZeroDivisionError", "division by zero") }
            return .float(try quotient(x, y, in: python))
        case .floorDivide, .modulo:
            guard !y.isZero else { throw zeroDivision(operation, python) }
            let (quotient, remainder) = floorDivide(x, y)
            return python.integer(operation == .modulo ? remainder : quotient)
        case .and: return python.integer(x & y)
        case .or: return python.integer(x | y)
        case .xor: return python.integer(x ^ y)
        case .leftShift, .rightShift: return try shift(operation, x, y, in: python)
        case .power: return try power(x, y, in: python)
        case .matrixMultiply: return python.notImplemented
        }
    }

    static func floorDivide(_ x: BigInt, _ y: BigInt) -> (quotient: BigInt, remainder: BigInt) {
        let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
        let isBelow = !remainder.isZero && (remainder.sign != y.sign)
        return isBelow ? (quotient - 1, remainder + y) : (quotient, remainder)
    }

    private static func shift(
        _ operation: BinaryOperator, _ x: BigInt, _ y: BigInt, in python: Interpreter
    ) throws -> Value {
        guard y.sign == .plus else { throw python.valueError("negative shift count") }
        if x.isZero { return .int(0) }
        guard let count = Int(exactly: y),
            operation == .rightShift || (count < bitLimit && x.bitWidth + count < bitLimit)
        else {
            if operation == .rightShift { return .int(x.sign == .minus ? -1 : 0) }
            throw python.error(python.types.exception("MemoryError"), [])
        }
        if operation == .leftShift { return python.integer(x << count) }
        return python.integer(floorDivide(x, BigInt(1) << min(count, x.bitWidth + 1)).quotient)
    }

    private static func power(_ x: BigInt, _ y: BigInt, in python: Interpreter) throws -> Value {
        if y.sign == .minus {
            guard !x.isZero else {
                throw python.error("ZeroDivisionError", "0.0 cannot be raised to a negative power")
            }
            return try floatPower(python.double(x), python.double(y), in: python)
        }
        if x.isZero || x == 1 || x == -1 {
            if y.isZero { return .int(1) }
            return python.integer(x == -1 && Int(y % 2) == 0 ? 1 : x)
        }
        guard let exponent = Int(exactly: y),
            exponent.multipliedReportingOverflow(by: x.bitWidth).overflow == false,
            exponent * x.bitWidth < productLimit
        else { throw python.error(python.types.exception("MemoryError"), []) }
        return python.integer(x.power(exponent))
    }

    /// The correctly rounded quotient of two integers.
    private static func quotient(_ x: BigInt, _ y: BigInt, in python: Interpreter) throws -> Double
    {
        if x.isZero { return 0 }
        let isNegative = x.sign != y.sign
        let (a, b) = (x.magnitude, y.magnitude)
        // A quotient of 64 or 65 bits with the remainder folded into its last bit rounds once.
        let shift = 65 - (a.bitWidth - b.bitWidth)
        let scaled = shift >= 0 ? a << shift : a
        let divisor = shift >= 0 ? b : b << -shift
        var (q, r) = scaled.quotientAndRemainder(dividingBy: divisor)
        if !r.isZero { q |= 1 }
        r = 0
        let result = Double(sign: .plus, exponent: -shift, significand: q.nearestDouble)
        guard result.isFinite else {
            throw python.error("OverflowError", "integer division result too large for a float")
        }
        return isNegative ? -result : result
    }

    // MARK: Floats

    private static func float(
        _ operation: BinaryOperator, _ x: Double, _ y: Double, in python: Interpreter
    ) throws -> Value? {
        switch operation {
        case .add: return .float(x + y)
        case .subtract: return .float(x - y)
        case .multiply: return .float(x * y)
        case .divide:
            guard y != 0 else { throw python.error("ZeroDivisionError", "float division by zero") }
            return .float(x / y)
        case .floorDivide:
            guard y != 0 else {
                throw python.error("ZeroDivisionError", "float floor division by zero")
            }
            return .float(floorDivide(x, y))
        case .modulo:
            guard y != 0 else { throw python.error("ZeroDivisionError", "float modulo") }
            return .float(modulo(x, y))
        case .power: return try floatPower(x, y, in: python)
        default: return nil
        }
    }

    static func modulo(_ x: Double, _ y: Double) -> Double { quotientAndRemainder(x, y).remainder }

    static func floorDivide(_ x: Double, _ y: Double) -> Double {
        quotientAndRemainder(x, y).quotient
    }

    /// The whole quotient and the remainder with the divisor's sign, as exact as floats can have them.
    static func quotientAndRemainder(_ x: Double, _ y: Double) -> (
        quotient: Double, remainder: Double
    ) {
        var remainder = x.truncatingRemainder(dividingBy: y)
        var quotient = (x - remainder) / y
        if remainder == 0 {
            remainder = y.sign == .minus ? -0.0 : 0.0
        } else if (remainder < 0) != (y < 0) {
            remainder += y
            quotient -= 1
        }
        if quotient == 0 { return ((x / y).sign == .minus ? -0.0 : 0.0, remainder) }
        let floor = quotient.rounded(.down)
        return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
    }

    private static func floatPower(_ x: Double, _ y: Double, in python: Interpreter) throws -> Value
    {
        if x == 0, y < 0 {
            throw python.error("ZeroDivisionError", "0.0 cannot be raised to a negative power")
        }
        if x < 0, x.isFinite, y.isFinite, y != y.rounded() {
            return try python.complexPower(.float(x), .float(y))
        }
        let result = MathFunctions.power(x, y)
        if result.isInfinite, x.isFinite, y.isFinite {
            throw python.error(
                python.types.exception("OverflowError"),
                [.int(34), .string("Numerical result out of range", in: python)])
        }
        return .float(result)
    }

    // MARK: Comparison

    /// The truth of a comparison of two real numbers; nil where an operand is none.
    static func compare(_ operation: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
        guard let x = Real(a), let y = Real(b) else { return nil }
        switch (x, y) {
        case (.int(let x), .int(let y)): return apply(operation, x, y)
        case (.float(let x), .float(let y)): return apply(operation, x, y)
        case (.float(let x), _): return compare(operation, x, y.big)
        case (_, .float(let y)): return compare(operation.mirrored, y, x.big)
        default: return apply(operation, x.big, y.big)
        }
    }

    /// A float against an integer, exactly.
    private static func compare(_ operation: ComparisonOperator, _ x: Double, _ y: BigInt) -> Bool {
        guard x.isFinite else { return apply(operation, x, 0) }
        if y.bitWidth < 54 { return apply(operation, x, Double(y)) }
        let whole = BigInt(x.rounded(.down))
        if whole == y, x != x.rounded(.down) { return apply(operation, 1, 0) }
        return apply(operation, whole, y)
    }

    private static func apply<T: Comparable>(_ operation: ComparisonOperator, _ x: T, _ y: T)
        -> Bool
    {
        switch operation {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessEqual: x <= y
        case .greater: x > y
        case .greaterEqual: x >= y
        default: false
        }
    }
}

extension ComparisonOperator {
    /// The comparison that says the same with its operands exchanged.
    var mirrored: ComparisonOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        default: self
        }
    }
}

extension BigUInt {
    /// The nearest double, halves to even; infinity beyond the largest.
    var nearestDouble: Double {
        let shift = bitWidth - 64
        guard shift > 0 else { return Double(UInt64(self)) }
        // The last of 64 bits remembers what was cut off, so that the rounding happens once.
        let isInexact = trailingZeroBitCount < shift
        let top = UInt64(self >> shift) | (isInexact ? 1 : 0)
        return Double(sign: .plus, exponent: shift, significand: Double(top))
    }
}

extension BigInt {
    /// The nearest double, halves to even; infinity beyond the largest.
    package var nearestDouble: Double {
        sign == .minus ? -magnitude.nearestDouble : magnitude.nearestDouble
    }
}
