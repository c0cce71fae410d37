import CKernels

private enum Sum: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a &+ b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a + b
    }
}

private enum Difference: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a &- b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a - b
    }
}

private enum Product: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a &* b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a * b
    }
}

private enum Quotient: BinaryFormula {
    /// The faces turn whole numbers into floats before they divide.
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { b == 0 ? 0 : a / b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a / b
    }
}

extension BinaryOperation {
    /// a + b.
    package static let add: Self = Self(
        stretching: BinaryKernel(
            name: "AddV2",
            loops: LoopTable(kernel_add_f32, kernel_add_f64).withIntegers(Sum.self)
                .withComplex(Sum.self).withTruth { $0 || $1 }),
        left: { _, _, _ in { $0 } },
        right: { _, _, _ in { $0 } })

    /// a - b.
    package static let subtract: Self = Self(
        stretching: BinaryKernel(
            name: "Sub",
            loops: LoopTable(kernel_subtract_f32, kernel_subtract_f64)
                .withIntegers(Difference.self).withComplex(Difference.self)),
        left: { _, _, _ in { $0 } },
        right: { _, _, _ in { try -$0 } })

    /// a · b, element by element.
    package static let multiply: Self = Self(
        stretching: BinaryKernel(
            name: "Mul",
            loops: LoopTable(kernel_multiply_f32, kernel_multiply_f64)
                .withIntegers(Product.self).withComplex(Product.self).withTruth { $0 && $1 }),
        left: { _, b, _ in { try $0 * b } },
        right: { a, _, _ in { try a * $0 } })

    /// a / b for floats.
    package static let divide: Self = Self(
        stretching: BinaryKernel(
            name: "RealDiv",
            loops: LoopTable(kernel_divide_f32, kernel_divide_f64)
                .withIntegers(Quotient.self).withComplex(Quotient.self)),
        left: { _, b, _ in { try $0 / b } },
        right: { a, b, _ in { try $0 * ((-a / b) / b) } })

    /// (a - b)².
    package static let squaredDifference: Self = Self(
        stretching: BinaryKernel(
            name: "SquaredDifference",
            loops: LoopTable(kernel_squared_difference_f32, kernel_squared_difference_f64)
                .withIntegers(SquaredGap.self)),
        left: { a, b, _ in { try $0 * 2 * (a - b) } },
        right: { a, b, _ in { try -($0 * 2 * (a - b)) } })
}

private enum SquaredGap: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { (a &- b) &* (a &- b) }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        (a - b) * (a - b)
    }
}

extension Tensor {
    /// The number `value` as a single element of this tensor's type.
    func number(_ value: Double) -> Tensor { Tensor(.float(value), dtype) }

    package static func + (a: Tensor, b: Tensor) throws -> Tensor { try BinaryOperation.add(a, b) }
    package static func - (a: Tensor, b: Tensor) throws -> Tensor {
        try BinaryOperation.subtract(a, b)
    }
    package static func * (a: Tensor, b: Tensor) throws -> Tensor {
        try BinaryOperation.multiply(a, b)
    }
    package static func / (a: Tensor, b: Tensor) throws -> Tensor {
        try BinaryOperation.divide(a, b)
    }
    package static prefix func - (a: Tensor) throws -> Tensor { try UnaryOperation.negate(a) }

    package static func + (a: Tensor, b: Double) throws -> Tensor { try a + a.number(b) }
    package static func - (a: Tensor, b: Double) throws -> Tensor { try a - a.number(b) }
    package static func * (a: Tensor, b: Double) throws -> Tensor { try a * a.number(b) }
    package static func / (a: Tensor, b: Double) throws -> Tensor { try a / a.number(b) }
    package static func + (a: Double, b: Tensor) throws -> Tensor { try b.number(a) + b }
    package static func - (a: Double, b: Tensor) throws -> Tensor { try b.number(a) - b }
    package static func * (a: Double, b: Tensor) throws -> Tensor { try b.number(a) * b }
    package static func / (a: Double, b: Tensor) throws -> Tensor { try b.number(a) / b }
}
