/// A function of two elements for any type, without a branch on the type inside loops.
protocol BinaryFormula: SendableMetatype {
    static func integer<T: FixedWidthInteger>(_ a: T, _ b: T) -> T
    static func complex<T: BinaryFloatingPoint>(_ a: Complex<T>, _ b: Complex<T>) -> Complex<T>
}

/// Our own loops over two operands of floats have this form.
typealias FloatPairLoop =
    @convention(c) (
        Int, UnsafeRawPointer?, Int, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?
    ) -> Void

/// Applies `formula` to n pairs of elements.
@inline(__always)
func pairs<A, R>(
    _ count: Int, _ a: UnsafePointer<A>, _ aStep: Int, _ b: UnsafePointer<A>, _ bStep: Int,
    _ y: UnsafeMutablePointer<R>, _ formula: (A, A) -> R
) {
    if aStep == 1 && bStep == 1 {
        for i in 0..<count { y[i] = formula(a[i], b[i]) }
    } else {
        for i in 0..<count { y[i] = formula(a[i * aStep], b[i * bStep]) }
    }
}

extension LoopTable where Loop == BinaryLoop {
    /// Loops for the real types; half precision is computed in single.
    init(_ float32: @escaping FloatPairLoop, _ float64: @escaping FloatPairLoop) {
        self.init()
        self[.float32] = { float32($0, $1, $2, $3, $4, $5) }
        self[.float64] = { float64($0, $1, $2, $3, $4, $5) }
        self[.float16] = { count, a, aStep, b, bStep, y in
            pairs(
                count, a.assumed(Float16.self), aStep, b.assumed(Float16.self), bStep,
                y.assumed(Float16.self)
            ) { a, b in
                var (x, y, z) = (Float(a), Float(b), Float(0))
                float32(1, &x, 1, &y, 1, &z)
                return Float16(z)
            }
        }
    }

    /// These loops and, by `formula`, those for integers.
    func withIntegers<F: BinaryFormula>(_ formula: F.Type) -> Self {
        var table = self
        func add<T: FixedWidthInteger & TensorScalar>(_ type: T.Type) {
            table[T.dtype] = { count, a, aStep, b, bStep, y in
                pairs(count, a.assumed(T.self), aStep, b.assumed(T.self), bStep, y.assumed(T.self))
                {
                    F.integer($0, $1)
                }
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
        return table
    }

    /// These loops and, by `formula`, those for complex numbers.
    func withComplex<F: BinaryFormula>(_ formula: F.Type) -> Self {
        var table = self
        func add<T: BinaryFloatingPoint & Sendable>(_ type: T.Type) {
            typealias C = Complex<T>
            table[C.dtype] = { count, a, aStep, b, bStep, y in
                pairs(count, a.assumed(C.self), aStep, b.assumed(C.self), bStep, y.assumed(C.self))
                {
                    F.complex($0, $1)
                }
            }
        }
        add(Float.self)
        add(Double.self)
        return table
    }

    /// These loops and one for truth values.
    func withTruth(_ formula: @escaping @Sendable (Bool, Bool) -> Bool) -> Self {
        var table = self
        table[.bool] = { count, a, aStep, b, bStep, y in
            pairs(
                count, a.assumed(Bool.self), aStep, b.assumed(Bool.self), bStep,
                y.assumed(Bool.self),
                formula)
        }
        return table
    }
}
