import CKernels

private enum Same: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { x }
}

extension UnaryOperation {
    /// The next whole number below; nothing flows back.
    package static let floor: Self = Self(
        "Floor", kernel: LoopTable(kernel_floor_f32, kernel_floor_f64).withIntegers(Same.self))

    /// The next whole number above; nothing flows back.
    package static let ceiling: Self = Self(
        "Ceil", kernel: LoopTable(kernel_ceiling_f32, kernel_ceiling_f64).withIntegers(Same.self))

    /// The nearest whole number, halves to even; nothing flows back.
    package static let round: Self = Self(
        "Round", kernel: LoopTable(kernel_round_f32, kernel_round_f64).withIntegers(Same.self))

    /// The whole part; nothing flows back.
    package static let truncate: Self = Self(
        "Trunc", kernel: LoopTable(kernel_truncate_f32, kernel_truncate_f64).withIntegers(Same.self)
    )
}
