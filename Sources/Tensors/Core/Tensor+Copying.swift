extension Tensor {
    /// This tensor, or a row-major copy of it where its elements have gaps.
    package func contiguous() -> Tensor { isContiguous ? self : copy() }

    /// A row-major copy with a storage of its own.
    package func copy() -> Tensor {
        let result = Tensor(uninitialized: shape, dtype)
        result.write(from: self)
        return result
    }

    /// Sets every element to `value`, converted; all views of the storage see it.
    package func fill(with value: Scalar) { dtype.accept(Filling(tensor: self, value: value)) }

    /// Overwrites the elements with those of `source`, of the same type and shape, which may overlap.
    package func write(from source: Tensor) {
        precondition(source.dtype == dtype && source.shape == shape)
        let overlaps = sharesStorage(with: source) && !(isContiguous && source.isContiguous)
        let source = overlaps ? source.copy() : source
        withExtendedLifetime(source) {
            dtype.acceptMover(
                StridedCopy(
                    shape: shape, from: source.rawPointer, source.strides, to: rawPointer, strides))
        }
    }
}

private struct Filling: ElementVisitor {
    let tensor: Tensor
    let value: Scalar

    func visit<T: TensorScalar>(_ type: T.Type) {
        let (target, element) = (tensor.storage.pointer(to: T.self), T(value))
        if tensor.isContiguous {
            for index in tensor.offset..<tensor.offset + tensor.count { target[index] = element }
        } else {
            for index in tensor.elementOffsets { target[index] = element }
        }
    }
}

/// Copies a strided block to another: whole rows at a time where rows have no gaps.
struct StridedCopy: ElementMover {
    private let from: UnsafeRawPointer
    private let to: UnsafeMutableRawPointer
    private var dimensions: [Int] = []
    private var source: [Int] = []
    private var target: [Int] = []

    /// A copy of a block of `shape`; steps are counted in elements, pointers are to the first ones.
    ///
    /// Neighbouring axes that both sides walk without a gap are merged into one.
    init(
        shape: Shape, from: UnsafeRawPointer, _ source: [Int], to: UnsafeMutableRawPointer,
        _ target: [Int]
    ) {
        self.from = from
        self.to = to
        for axis in shape.dimensions.indices where shape[axis] != 1 {
            let length = shape[axis]
            if let last = dimensions.indices.last,
                self.source[last] == source[axis] * length,
                self.target[last] == target[axis] * length
            {
                dimensions[last] *= length
                self.source[last] = source[axis]
                self.target[last] = target[axis]
            } else {
                dimensions.append(length)
                self.source.append(source[axis])
                self.target.append(target[axis])
            }
        }
    }

    func move<T>(_ type: T.Type) {
        copy(axis: 0, from.assumingMemoryBound(to: T.self), to.assumingMemoryBound(to: T.self))
    }

    private func copy<T>(axis: Int, _ from: UnsafePointer<T>, _ to: UnsafeMutablePointer<T>) {
        guard axis < dimensions.count else { return to.pointee = from.pointee }
        let (length, read, write) = (dimensions[axis], source[axis], target[axis])
        guard axis == dimensions.count - 1 else {
            for i in 0..<length { copy(axis: axis + 1, from + i * read, to + i * write) }
            return
        }
        if read == 1 && write == 1 {
            to.update(from: from, count: length)
        } else {
            for i in 0..<length { to[i * write] = from[i * read] }
        }
    }
}
