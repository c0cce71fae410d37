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
}

extension TensorScalar where Self: BinaryFloatingPoint {
    package init(_ scalar: Scalar) { self.init(scalar.double) }
    package var scalar: Scalar { .float(Double(self)) }
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

extension DType {
    /// Calls `body` with the Swift type of this type's elements.
    package func withScalarType<R>(_ body: (any TensorScalar.Type) throws -> R) rethrows -> R {
        try body(scalarType)
    }

    /// The Swift type of this type's elements.
    package var scalarType: any TensorScalar.Type {
        switch self {
        case .bool: Bool.self
        case .int8: Int8.self
        case .int16: Int16.self
        case .int32: Int32.self
        case .int64: Int64.self
        case .uint8: UInt8.self
        case .uint16: UInt16.self
        case .uint32: UInt32.self
        case .uint64: UInt64.self
        case .float16: Float16.self
        case .float32: Float.self
        case .float64: Double.self
        case .complex64: Complex<Float>.self
        case .complex128: Complex<Double>.self
        case .string: ByteString.self
        }
    }
}
