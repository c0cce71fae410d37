/// Work to be done for one element type, compiled for each of them.
///
/// A loop inside `visit` runs at full speed, since the compiler sees the type; opening a `DType` at run time
/// otherwise would call through a table for each element.
protocol ElementVisitor {
    associatedtype Result
    associatedtype Failure: Error = Never

    func visit<T: TensorScalar>(_ type: T.Type) throws(Failure) -> Result
}

extension DType {
    /// Does the visitor's work for this type.
    func accept<V: ElementVisitor>(_ visitor: V) throws(V.Failure) -> V.Result {
        switch self {
        case .bool: try visitor.visit(Bool.self)
        case .int8: try visitor.visit(Int8.self)
        case .int16: try visitor.visit(Int16.self)
        case .int32: try visitor.visit(Int32.self)
        case .int64: try visitor.visit(Int64.self)
        case .uint8: try visitor.visit(UInt8.self)
        case .uint16: try visitor.visit(UInt16.self)
        case .uint32: try visitor.visit(UInt32.self)
        case .uint64: try visitor.visit(UInt64.self)
        case .float16: try visitor.visit(Float16.self)
        case .float32: try visitor.visit(Float.self)
        case .float64: try visitor.visit(Double.self)
        case .complex64: try visitor.visit(Complex<Float>.self)
        case .complex128: try visitor.visit(Complex<Double>.self)
        case .string: try visitor.visit(ByteString.self)
        }
    }

    /// Moves elements of this type as plain bits: work that only copies, compiled once for each width.
    func acceptMover<V: ElementMover>(_ mover: V) {
        switch self {
        case .string: mover.move(ByteString.self)
        case .complex128: mover.move(Complex<Double>.self)
        default:
            switch byteWidth {
            case 1: mover.move(UInt8.self)
            case 2: mover.move(UInt16.self)
            case 4: mover.move(UInt32.self)
            default: mover.move(UInt64.self)
            }
        }
    }
}

/// Work that only copies elements, compiled for each width of them.
protocol ElementMover {
    func move<T>(_ type: T.Type)
}

extension DType {
    /// The Swift type of this type's elements; for loops over many elements an `ElementVisitor` is faster.
    package var scalarType: any TensorScalar.Type { accept(TypeVisitor()) }
}

private struct TypeVisitor: ElementVisitor {
    func visit<T: TensorScalar>(_ type: T.Type) -> any TensorScalar.Type { type }
}
