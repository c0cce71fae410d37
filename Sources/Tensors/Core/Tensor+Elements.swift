extension Tensor {
    /// The storage offsets of the elements in row-major order.
    package var elementOffsets: ElementOffsets {
        ElementOffsets(shape: shape, strides: strides, offset: offset)
    }

    /// Calls `body` with the elements in row-major order; a view with gaps is copied first.
    package func withUnsafeBuffer<T: TensorScalar, R>(
        of type: T.Type = T.self, _ body: (UnsafeBufferPointer<T>) throws -> R
    ) rethrows -> R {
        let block = contiguous()
        return try withExtendedLifetime(block) {
            try body(UnsafeBufferPointer(start: block.pointer(), count: count))
        }
    }

    /// Calls `body` with the elements in row-major order, to be changed in place; must be contiguous.
    package func withUnsafeMutableBuffer<T: TensorScalar, R>(
        of type: T.Type = T.self, _ body: (UnsafeMutableBufferPointer<T>) throws -> R
    ) rethrows -> R {
        precondition(isContiguous)
        return try withExtendedLifetime(storage) {
            try body(UnsafeMutableBufferPointer(start: pointer(), count: count))
        }
    }

    /// Where the first element lies.
    @inline(__always)
    package func pointer<T: TensorScalar>(to type: T.Type = T.self) -> UnsafeMutablePointer<T> {
        storage.pointer(to: T.self) + offset
    }

    /// Where the first element lies, whatever its type.
    package var rawPointer: UnsafeMutableRawPointer { storage.base + offset * dtype.byteWidth }

    /// The elements in row-major order; `T` must be the Swift type of `dtype`.
    package func elements<T: TensorScalar>(of type: T.Type = T.self) -> [T] {
        withUnsafeBuffer(of: T.self) { Array($0) }
    }

    /// The elements in row-major order, widened.
    package var scalars: [Scalar] { dtype.accept(Widening(tensor: self)) }

    /// The elements in row-major order as floats.
    package var doubles: [Double] { scalars.map(\.double) }

    /// The elements in row-major order as integers.
    package var ints: [Int] { scalars.map(\.int) }

    /// The one element of a tensor of count 1, widened.
    package var item: Scalar {
        precondition(count == 1)
        return dtype.accept(Reading(storage: storage, offset: offset))
    }

    /// The element at an index that counts from 0 on every axis.
    package subscript(index: [Int]) -> Scalar {
        get { dtype.accept(Reading(storage: storage, offset: storageOffset(of: index))) }
        set {
            dtype.accept(
                Writing(storage: storage, offset: storageOffset(of: index), value: newValue))
        }
    }

    private func storageOffset(of index: [Int]) -> Int {
        precondition(index.count == rank)
        return zip(index, strides).reduce(offset) { $0 + $1.0 * $1.1 }
    }
}

private struct Widening: ElementVisitor {
    let tensor: Tensor

    func visit<T: TensorScalar>(_ type: T.Type) -> [Scalar] {
        tensor.withUnsafeBuffer(of: T.self) { $0.map(\.scalar) }
    }
}

private struct Reading: ElementVisitor {
    let storage: Storage
    let offset: Int

    func visit<T: TensorScalar>(_ type: T.Type) -> Scalar {
        storage.pointer(to: T.self)[offset].scalar
    }
}

private struct Writing: ElementVisitor {
    let storage: Storage
    let offset: Int
    let value: Scalar

    func visit<T: TensorScalar>(_ type: T.Type) { storage.pointer(to: T.self)[offset] = T(value) }
}
