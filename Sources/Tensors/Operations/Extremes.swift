import CKernels

private enum Larger: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { Swift.max(a, b) }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        (a.real, a.imaginary) >= (b.real, b.imaginary) ? a : b
    }
}

private enum Smaller: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { Swift.min(a, b) }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        (a.real, a.imaginary) <= (b.real, b.imaginary) ? a : b
    }
}

extension BinaryOperation {
    /// The larger of each pair; not-a-number wins. Equal elements hand the gradient to the left.
    package static let maximum: Self = Self(
        stretching: BinaryKernel(
            name: "Maximum",
            loops: LoopTable(kernel_maximum_f32, kernel_maximum_f64).withIntegers(Larger.self)
                .withComplex(Larger.self).withTruth { $0 || $1 }),
        left: { a, b, _ in
            { try Tensor.select(ComparisonOperation.greaterOrEqual(a, b), $0, $0.number(0)) }
        },
        right: { a, b, _ in
            { try Tensor.select(ComparisonOperation.greaterOrEqual(a, b), $0.number(0), $0) }
        })

    /// The smaller of each pair; not-a-number wins. Equal elements hand the gradient to the left.
    package static let minimum: Self = Self(
        stretching: BinaryKernel(
            name: "Minimum",
            loops: LoopTable(kernel_minimum_f32, kernel_minimum_f64).withIntegers(Smaller.self)
                .withComplex(Smaller.self).withTruth { $0 && $1 }),
        left: { a, b, _ in
            { try Tensor.select(ComparisonOperation.lessOrEqual(a, b), $0, $0.number(0)) }
        },
        right: { a, b, _ in
            { try Tensor.select(ComparisonOperation.lessOrEqual(a, b), $0.number(0), $0) }
        })
}

extension Tensor {
    /// Elements below `low` raised to it, those above `high` lowered to it.
    package func clipped(to low: Tensor, _ high: Tensor) throws -> Tensor {
        try BinaryOperation.maximum(BinaryOperation.minimum(self, high), low)
    }
}
