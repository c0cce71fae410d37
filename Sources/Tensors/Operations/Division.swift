import CKernels

private enum FloorQuotient: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
        if b == 0 { return 0 }
        let (quotient, overflows) = a.dividedReportingOverflow(by: b)
        if overflows { return a }
        return (a < 0) != (b < 0) && quotient &* b != a ? quotient - 1 : quotient
    }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a / b
    }
}

private enum FloorRemainder: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
        if b == 0 { return 0 }
        let rest = a.remainderReportingOverflow(dividingBy: b).partialValue
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}

private enum Remainder: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
        b == 0 ? 0 : a.remainderReportingOverflow(dividingBy: b).partialValue
    }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}

extension BinaryOperation {
    /// The quotient rounded down; whole numbers divided by zero give 0, which the faces refuse or warn of.
    package static let floorDivide: Self = Self(
        stretching: BinaryKernel(
            name: "FloorDiv",
            loops: LoopTable(kernel_floor_divide_f32, kernel_floor_divide_f64)
                .withIntegers(FloorQuotient.self)))

    /// The remainder with the divisor's sign, as Python's `%`.
    package static let floorRemainder: Self = Self(
        stretching: BinaryKernel(
            name: "FloorMod",
            loops: LoopTable(kernel_floor_remainder_f32, kernel_floor_remainder_f64)
                .withIntegers(FloorRemainder.self)),
        left: { _, _, _ in { $0 } },
        right: { a, b, _ in { try $0 * -floorDivide(a, b) } })

    /// The remainder with the dividend's sign, as C's `%`.
    package static let remainder: Self = Self(
        stretching: BinaryKernel(
            name: "TruncateMod",
            loops: LoopTable(kernel_remainder_f32, kernel_remainder_f64)
                .withIntegers(Remainder.self)))
}

extension Tensor {
    /// Whether a tensor of whole numbers contains a zero, by which TensorFlow refuses to divide.
    package var containsIntegerZero: Bool {
        guard dtype.isInteger else { return false }
        return dtype.accept(ZeroSearch(tensor: self)) ?? false
    }
}

private struct ZeroSearch: NumberVisitor {
    let tensor: Tensor

    func visit<T: TensorNumber>(_ type: T.Type) -> Bool {
        tensor.withUnsafeBuffer(of: T.self) { $0.contains(0) }
    }
}
