/// A Swift type that tensors can hold: one for each `DType`.
package protocol TensorScalar: Hashable, Sendable {
    /// The tensor type whose elements lie in memory as `Self`.
    static var dtype: DType { get }
    /// What fresh memory is filled with.
    static var zero: Self { get }
    /// The element converted, numbers as C converts them.
    init(_ scalar: Scalar)
    /// The element widened.
    var scalar: Scalar { get }
    /// The element as a float, rounded once.
    var single: Float { get }
    /// The element as a double.
    var double: Double { get }
    /// The element as a 32-bit integer: floats cut toward zero, larger integers wrapped.
    var int32: Int32 { get }
    /// The element as a 64-bit integer: floats cut toward zero.
    var int64: Int64 { get }
}

extension TensorScalar {
    package var single: Float { Float(scalar.double) }
    package var double: Double { scalar.double }
    package var int32: Int32 { Int32(scalar) }
    package var int64: Int64 { Int64(scalar) }
}

extension TensorScalar where Self: FixedWidthInteger {
    package init(_ scalar: Scalar) {
        switch scalar {
        case .float(let value): self.init(truncating: value)
        case .unsigned(let value): self.init(truncatingIfNeeded: value)
        default: self.init(truncatingIfNeeded: scalar.int)
        }
    }
    package var scalar: Scalar { .int(Int(self)) }
    package var single: Float { Float(self) }
    package var double: Double { Double(self) }
    package var int32: Int32 { Int32(truncatingIfNeeded: self) }
    package var int64: Int64 { Int64(truncatingIfNeeded: self) }
}

extension TensorScalar where Self: BinaryFloatingPoint {
    package init(_ scalar: Scalar) { self.init(scalar.double) }
    package var scalar: Scalar { .float(Double(self)) }
    package var single: Float { Float(self) }
    package var double: Double { Double(self) }
    package var int32: Int32 { Int32(truncating: self) }
    package var int64: Int64 { Int64(truncating: self) }
}

extension Bool: TensorScalar {
    package static var dtype: DType { .bool }
    package static var zero: Bool { false }
    package init(_ scalar: Scalar) { self = scalar.isTrue }
    package var scalar: Scalar { .bool(self) }
}

extension Int8: TensorScalar { package static var dtype: DType { .int8 } }
extension Int16: TensorScalar { package static var dtype: DType { .int16 } }
extension Int32: TensorScalar { package static var dtype: DType { .int32 } }
extension UInt8: TensorScalar { package static var dtype: DType { .uint8 } }
extension UInt16: TensorScalar { package static var dtype: DType { .uint16 } }
extension UInt32: TensorScalar { package static var dtype: DType { .uint32 } }
extension Int64: TensorScalar { package static var dtype: DType { .int64 } }
extension Int: TensorScalar { package static var dtype: DType { .int64 } }

extension UInt64: TensorScalar {
    package static var dtype: DType { .uint64 }
    package var scalar: Scalar { Int(exactly: self).map { .int($0) } ?? .unsigned(self) }
}

extension Float16: TensorScalar { package static var dtype: DType { .float16 } }
extension Float: TensorScalar { package static var dtype: DType { .float32 } }
extension Double: TensorScalar { package static var dtype: DType { .float64 } }

extension Complex: TensorScalar {
    package static var dtype: DType { Part.self == Float.self ? .complex64 : .complex128 }
    package static var zero: Self { Self(0) }
    package init(_ scalar: Scalar) { self.init(scalar.complex) }
    package var scalar: Scalar { .complex(Complex<Double>(self)) }
}

extension ByteString: TensorScalar {
    package static var dtype: DType { .string }
    package static var zero: ByteString { ByteString() }
    package init(_ scalar: Scalar) {
        if case .bytes(let value) = scalar { self = value } else { self.init() }
    }
    package var scalar: Scalar { .bytes(self) }
}
