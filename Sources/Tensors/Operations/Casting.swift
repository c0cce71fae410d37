extension Tensor {
    /// The elements converted to another type, as C converts them: floats are cut toward zero, integers wrap,
    /// complex numbers lose their imaginary part. The same tensor where the type is right already.
    package func cast(to target: DType) throws -> Tensor {
        target == dtype ? self : try UnaryOperation.cast(to: target)(self)
    }
}

extension UnaryOperation {
    /// The elements as another type.
    static func cast(to target: DType) -> UnaryOperation {
        UnaryOperation(
            "Cast",
            { x in
                guard (x.dtype == .string) == (target == .string) else {
                    throw TensorError.conversion(from: x.dtype, to: target)
                }
                return x.converted(to: target)
            },
            pullback: { x, _ in
                let original = x.dtype
                return { try $0.cast(to: original) }
            })
    }
}

extension Tensor {
    /// The numbers as another type of numbers.
    func converted(to target: DType) -> Tensor {
        let result = Tensor(uninitialized: shape, target)
        let block = contiguous()
        if !dtype.accept(Conversion(source: block, result: result)) {
            target.accept(Rewriting(elements: block.scalars, result: result))
        }
        return result
    }
}

/// The usual conversions, compiled for each pair of types; says whether it knew the pair.
private struct Conversion: ElementVisitor {
    let source: Tensor
    let result: Tensor

    func visit<T: TensorScalar>(_ type: T.Type) -> Bool {
        let x = source.pointer(to: T.self)
        let count = source.count
        func write<R>(_ y: UnsafeMutablePointer<R>, _ convert: (T) -> R) -> Bool {
            for i in 0..<count { y[i] = convert(x[i]) }
            return true
        }
        let zero = T.zero
        switch result.dtype {
        case .float32: return write(result.pointer(to: Float.self)) { $0.single }
        case .float64: return write(result.pointer(to: Double.self)) { $0.double }
        case .int32: return write(result.pointer(to: Int32.self)) { $0.int32 }
        case .int64: return write(result.pointer(to: Int64.self)) { $0.int64 }
        case .bool: return write(result.pointer(to: Bool.self)) { $0 != zero }
        default: return false
        }
    }
}

private struct Rewriting: ElementVisitor {
    let elements: [Scalar]
    let result: Tensor

    func visit<T: TensorScalar>(_ type: T.Type) {
        let target = result.pointer(to: T.self)
        for (index, element) in elements.enumerated() { target[index] = T(element) }
    }
}

extension Tensor {
    /// The same bits read as elements of another type of the same width; not for strings.
    package func reinterpreted(as target: DType) -> Tensor {
        precondition(target.byteWidth == dtype.byteWidth && dtype != .string && target != .string)
        let source = contiguous()
        let result = Tensor(uninitialized: shape, target)
        result.rawPointer.copyMemory(from: source.rawPointer, byteCount: count * dtype.byteWidth)
        return result
    }
}
