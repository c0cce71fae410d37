private enum BitAnd: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a & b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}
private enum BitOr: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a | b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}
private enum BitXor: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a ^ b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}
private enum LeftShift: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a << b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}
private enum RightShift: BinaryFormula {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T { a >> b }
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T> {
        a
    }
}
private enum Inverted: UnaryFormula {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T { ~x }
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T> { x }
}

extension BinaryOperation {
    /// a & b, for whole numbers and truth values.
    package static let bitwiseAnd: Self = Self(
        stretching: BinaryKernel(
            name: "BitwiseAnd",
            loops: LoopTable<BinaryLoop>().withIntegers(BitAnd.self).withTruth { $0 && $1 }))

    /// a | b, for whole numbers and truth values.
    package static let bitwiseOr: Self = Self(
        stretching: BinaryKernel(
            name: "BitwiseOr",
            loops: LoopTable<BinaryLoop>().withIntegers(BitOr.self).withTruth { $0 || $1 }))

    /// a ^ b, for whole numbers and truth values.
    package static let bitwiseXor: Self = Self(
        stretching: BinaryKernel(
            name: "BitwiseXor",
            loops: LoopTable<BinaryLoop>().withIntegers(BitXor.self).withTruth { $0 != $1 }))

    /// a << b.
    package static let leftShift: Self = Self(
        stretching: BinaryKernel(
            name: "LeftShift", loops: LoopTable<BinaryLoop>().withIntegers(LeftShift.self)))

    /// a >> b.
    package static let rightShift: Self = Self(
        stretching: BinaryKernel(
            name: "RightShift", loops: LoopTable<BinaryLoop>().withIntegers(RightShift.self)))
}

extension UnaryOperation {
    /// ~x; a truth value becomes its opposite.
    package static let invert: Self = Self(
        "Invert",
        { x in
            if x.dtype == .bool { return try x.not() }
            return try UnaryKernel(
                name: "Invert", loops: LoopTable<UnaryLoop>().withIntegers(Inverted.self))(x)
        })
}
