extension Tensor {
    /// A tensor whose numbers are yet undefined.
    package convenience init(uninitialized shape: Shape, _ dtype: DType) {
        self.init(storage: Storage(uninitialized: shape.count, of: dtype), shape: shape)
    }

    /// A tensor of zeros, of `false` or of empty strings.
    package convenience init(zeros shape: Shape, _ dtype: DType) {
        self.init(storage: Storage(zeros: shape.count, of: dtype), shape: shape)
    }

    /// A tensor filled by `fill`, which must set every element.
    package convenience init<T: TensorScalar>(
        shape: Shape, of type: T.Type = T.self,
        filledBy fill: (UnsafeMutableBufferPointer<T>) throws -> Void
    ) rethrows {
        let storage = Storage(uninitialized: shape.count, of: T.dtype)
        try fill(UnsafeMutableBufferPointer(start: storage.pointer(), count: storage.count))
        self.init(storage: storage, shape: shape)
    }

    /// A tensor with these elements in row-major order; their number must fit the shape.
    package convenience init<T: TensorScalar>(_ elements: [T], shape: Shape) {
        precondition(elements.count == shape.count)
        self.init(shape: shape, of: T.self) { target in
            elements.withUnsafeBufferPointer { source in
                for index in source.indices { target[index] = source[index] }
            }
        }
    }

    /// A vector with these elements.
    package convenience init<T: TensorScalar>(_ elements: [T]) {
        self.init(elements, shape: [elements.count])
    }

    /// A single number, truth value or string.
    package convenience init<T: TensorScalar>(scalar value: T) {
        self.init(repeating: value, shape: .scalar)
    }

    /// A tensor with the same element everywhere.
    package convenience init<T: TensorScalar>(repeating value: T, shape: Shape) {
        self.init(shape: shape, of: T.self) { target in
            for index in target.indices { target[index] = value }
        }
    }

    /// A tensor of `dtype` with the same element everywhere, converted from `value`.
    package convenience init(repeating value: Scalar, shape: Shape, _ dtype: DType) {
        self.init(uninitialized: shape, dtype)
        fill(with: value)
    }

    /// A single element of `dtype`, converted from `value`.
    package convenience init(_ value: Scalar, _ dtype: DType) {
        self.init(repeating: value, shape: .scalar, dtype)
    }

    /// A tensor of `dtype` with these elements, converted, in row-major order.
    package convenience init(_ elements: [Scalar], shape: Shape, _ dtype: DType) {
        precondition(elements.count == shape.count)
        self.init(uninitialized: shape, dtype)
        dtype.accept(Converting(elements: elements, storage: storage))
    }
}

private struct Converting: ElementVisitor {
    let elements: [Scalar]
    let storage: Storage

    func visit<T: TensorScalar>(_ type: T.Type) {
        let target = storage.pointer(to: T.self)
        for (index, element) in elements.enumerated() { target[index] = T(element) }
    }
}
