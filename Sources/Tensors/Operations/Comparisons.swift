/// A comparison of two tensors stretched to each other: truth values, through which nothing flows back.
package struct ComparisonOperation: Sendable {
    /// TensorFlow's name of the operation.
    package var name: String { kernel.name }
    private let kernel: BinaryKernel

    /// Truth values for each pair of elements.
    package func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor { try kernel(a, b) }

    /// Whether a and b are equal; not-a-number equals nothing.
    package static let equal: Self = Self("Equal", IsEqual.self)
    /// Whether a and b differ.
    package static let notEqual: Self = Self("NotEqual", IsNotEqual.self)
    /// Whether a is below b.
    package static let less: Self = Self("Less", IsLess.self)
    /// Whether a is not above b.
    package static let lessOrEqual: Self = Self("LessEqual", IsLessOrEqual.self)
    /// Whether a is above b.
    package static let greater: Self = Self("Greater", IsGreater.self)
    /// Whether a is not below b.
    package static let greaterOrEqual: Self = Self("GreaterEqual", IsGreaterOrEqual.self)

    private init<F: ComparisonFormula>(_ name: String, _ formula: F.Type) {
        var loops = LoopTable<BinaryLoop>()
        func add<T: TensorScalar & Comparable>(_ type: T.Type) {
            loops[T.dtype] = { count, a, aStep, b, bStep, y in
                pairs(
                    count, a.assumed(T.self), aStep, b.assumed(T.self), bStep, y.assumed(Bool.self)
                ) { F.apply($0, $1) }
            }
        }
        add(Int8.self)
        add(Int16.self)
        add(Int32.self)
        add(Int64.self)
        add(UInt8.self)
        add(UInt16.self)
        add(UInt32.self)
        add(UInt64.self)
        add(Float16.self)
        add(Float.self)
        add(Double.self)
        add(ByteString.self)
        func addOrdered<T: TensorScalar, K: Comparable>(
            _ type: T.Type, _ key: @escaping @Sendable (T) -> (K, K)
        ) {
            loops[T.dtype] = { count, a, aStep, b, bStep, y in
                pairs(
                    count, a.assumed(T.self), aStep, b.assumed(T.self), bStep, y.assumed(Bool.self)
                ) { F.apply(Ordered(key($0)), Ordered(key($1))) }
            }
        }
        addOrdered(Bool.self) { ($0 ? 1 : 0, 0) }
        addOrdered(Complex<Float>.self) { ($0.real, $0.imaginary) }
        addOrdered(Complex<Double>.self) { ($0.real, $0.imaginary) }
        kernel = BinaryKernel(name: name, loops: loops, resultType: { _ in .bool })
    }
}

/// Two keys compared one after the other.
private struct Ordered<K: Comparable>: Comparable {
    let first: K
    let second: K

    init(_ keys: (K, K)) { (first, second) = keys }

    static func < (a: Self, b: Self) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

private protocol ComparisonFormula: SendableMetatype {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool
}

private enum IsEqual: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a == b }
}
private enum IsNotEqual: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a != b }
}
private enum IsLess: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b }
}
private enum IsLessOrEqual: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a <= b }
}
private enum IsGreater: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a > b }
}
private enum IsGreaterOrEqual: ComparisonFormula {
    static func apply<T: Comparable>(_ a: T, _ b: T) -> Bool { a >= b }
}
