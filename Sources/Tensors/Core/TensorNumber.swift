/// A type of real numbers: ordered, with an arithmetic that wraps for integers and rounds for floats.
protocol TensorNumber: TensorScalar, Comparable, Numeric {
    static func sum(_ a: Self, _ b: Self) -> Self
    static func product(_ a: Self, _ b: Self) -> Self
    /// Whether the element is not a number.
    var isNotANumber: Bool { get }
}

extension TensorNumber where Self: FixedWidthInteger {
    static func sum(_ a: Self, _ b: Self) -> Self { a &+ b }
    static func product(_ a: Self, _ b: Self) -> Self { a &* b }
    var isNotANumber: Bool { false }
}

extension TensorNumber where Self: BinaryFloatingPoint {
    static func sum(_ a: Self, _ b: Self) -> Self { a + b }
    static func product(_ a: Self, _ b: Self) -> Self { a * b }
    var isNotANumber: Bool { isNaN }
}

extension Int8: TensorNumber {}
extension Int16: TensorNumber {}
extension Int32: TensorNumber {}
extension Int64: TensorNumber {}
extension UInt8: TensorNumber {}
extension UInt16: TensorNumber {}
extension UInt32: TensorNumber {}
extension UInt64: TensorNumber {}
extension Float16: TensorNumber {}
extension Float: TensorNumber {}
extension Double: TensorNumber {}

/// Work to be done for one type of real numbers, compiled for each of them.
protocol NumberVisitor {
    associatedtype Result

    func visit<T: TensorNumber>(_ type: T.Type) -> Result
}

extension DType {
    /// Does the visitor's work for this type of real numbers; nil for truth values, complex and strings.
    func accept<V: NumberVisitor>(_ visitor: V) -> V.Result? {
        switch self {
        case .int8: visitor.visit(Int8.self)
        case .int16: visitor.visit(Int16.self)
        case .int32: visitor.visit(Int32.self)
        case .int64: visitor.visit(Int64.self)
        case .uint8: visitor.visit(UInt8.self)
        case .uint16: visitor.visit(UInt16.self)
        case .uint32: visitor.visit(UInt32.self)
        case .uint64: visitor.visit(UInt64.self)
        case .float16: visitor.visit(Float16.self)
        case .float32: visitor.visit(Float.self)
        case .float64: visitor.visit(Double.self)
        case .bool, .complex64, .complex128, .string: nil
        }
    }
}
