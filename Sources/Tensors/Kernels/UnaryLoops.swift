/// A function of one element for any type, without a branch on the type inside loops.
protocol UnaryFormula: SendableMetatype {
    static func integer<T: FixedWidthInteger>(_ x: T) -> T
    static func complex<T: BinaryFloatingPoint>(_ x: Complex<T>) -> Complex<T>
}

/// The C library's and our own loops over floats have this form.
typealias FloatLoop = @convention(c) (Int, UnsafeRawPointer?, UnsafeMutableRawPointer?) -> Void

extension LoopTable where Loop == UnaryLoop {
    /// Loops for the real types; half precision is computed in single.
    init(_ float32: @escaping FloatLoop, _ float64: @escaping FloatLoop) {
        self.init()
        self[.float32] = { float32($0, $1, $2) }
        self[.float64] = { float64($0, $1, $2) }
        self[.float16] = { count, input, output in
            HalfPrecision.run(count, input, output) { float32(count, $0, $1) }
        }
    }

    /// These loops and, by `formula`, those for integers.
    func withIntegers<F: UnaryFormula>(_ formula: F.Type, unsigned: Bool = true) -> Self {
        var table = self
        func add<T: FixedWidthInteger & TensorScalar>(_ type: T.Type) {
            table[T.dtype] = { count, input, output in
                let (x, y) = (input.assumed(T.self), output.assumed(T.self))
                for i in 0..<count { y[i] = F.integer(x[i]) }
            }
        }
        add(Int8.self)
        add(Int16.self)
        add(Int32.self)
        add(Int64.self)
        guard unsigned else { return table }
        add(UInt8.self)
        add(UInt16.self)
        add(UInt32.self)
        add(UInt64.self)
        return table
    }

    /// These loops and, by `formula`, those for complex numbers.
    func withComplex<F: UnaryFormula>(_ formula: F.Type) -> Self {
        var table = self
        func add<T: BinaryFloatingPoint & Sendable>(_ type: T.Type) {
            table[Complex<T>.dtype] = { count, input, output in
                let (x, y) = (input.assumed(Complex<T>.self), output.assumed(Complex<T>.self))
                for i in 0..<count { y[i] = F.complex(x[i]) }
            }
        }
        add(Float.self)
        add(Double.self)
        return table
    }
}

extension UnsafeRawPointer {
    @inline(__always)
    func assumed<T>(_ type: T.Type) -> UnsafePointer<T> { assumingMemoryBound(to: T.self) }
}

extension UnsafeMutableRawPointer {
    @inline(__always)
    func assumed<T>(_ type: T.Type) -> UnsafeMutablePointer<T> { assumingMemoryBound(to: T.self) }
}

/// Half precision is stored in 16 bits and computed in 32, as both faces do.
enum HalfPrecision {
    static func run(
        _ count: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer,
        _ body: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    ) {
        let (x, y) = (input.assumed(Float16.self), output.assumed(Float16.self))
        var wide = (0..<count).map { Float(x[$0]) }
        wide.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            body(base, base)
        }
        for i in 0..<count { y[i] = Float16(wide[i]) }
    }
}
