/// An array of elements of one type: a shape laid over a storage.
///
/// A tensor's own facts never change, and it is the identity that Python's `is` and the gradient tape go
/// by: handing a tensor on hands on the same tensor. Its elements live in the storage, which views share.
/// TensorFlow's face never writes into a storage it has shown; NumPy's does, and all views see it.
package final class Tensor {
    /// The memory that holds the elements.
    package private(set) var storage: Storage
    /// The lengths of the axes.
    package let shape: Shape
    /// The number of elements.
    package let count: Int
    /// Where in the storage the first element lies, counted in elements.
    package let offset: Int
    /// The steps along each axis in elements, or nil for a row-major block without gaps.
    private let irregularStrides: [Int]?
    /// What tapes know this tensor by, once one has seen it.
    package internal(set) var key: TapeKey?
    /// What a sigmoid or softmax of a layer made this tensor from: cross-entropies start there.
    package var logits: Tensor?
    /// The object that stands for this tensor in another room, which takes itself away when it goes: a weak
    /// reference would make every use of the object slower.
    package unowned(unsafe) var face: AnyObject?
    /// Which steps of a sequence count, `N T`, where a layer said so of this tensor.
    package var mask: Tensor?

    /// A row-major block at the start of `storage`.
    package init(storage: Storage, shape: Shape, offset: Int = 0) {
        self.storage = storage
        self.shape = shape
        self.offset = offset
        count = shape.count
        irregularStrides = nil
    }

    private init(storage: Storage, shape: Shape, irregularStrides: [Int]?, offset: Int) {
        self.storage = storage
        self.shape = shape
        self.offset = offset
        self.irregularStrides = irregularStrides
        count = shape.count
    }

    /// A window on a storage: nil where some of its elements would lie outside.
    package convenience init?(
        storage: Storage, shape: Shape, strides: [Int]?, offset: Int
    ) {
        let steps = strides ?? shape.rowMajorStrides
        guard steps.count == shape.rank, shape.dimensions.allSatisfy({ $0 >= 0 }),
            offset.magnitude < 1 << 48, shape.rank < 64
        else { return nil }
        var (first, last) = (offset, offset)
        for (length, step) in zip(shape.dimensions, steps) where length > 1 {
            let (reach, isTooFar) = step.multipliedReportingOverflow(by: length - 1)
            guard !isTooFar, reach.magnitude < 1 << 48 else { return nil }
            if reach < 0 { first += reach } else { last += reach }
        }
        let isEmpty = shape.dimensions.contains(0)
        guard isEmpty ? offset >= 0 : first >= 0 && last < storage.count, shape.count < .max else {
            return nil
        }
        self.init(storage: storage, shape: shape, irregularStrides: strides, offset: offset)
    }

    /// The steps where they are not those of a row-major block.
    package var gaps: [Int]? { irregularStrides }

    /// The type of the elements.
    package var dtype: DType { storage.dtype }

    /// The number of axes.
    package var rank: Int { shape.rank }

    /// Whether the elements lie in row-major order without gaps.
    package var isContiguous: Bool { irregularStrides == nil }

    /// The steps along each axis, in elements.
    package var strides: [Int] { irregularStrides ?? shape.rowMajorStrides }

    /// A tensor that looks at the same storage through another window.
    package func view(shape: Shape, strides: [Int], offset: Int) -> Tensor {
        let regular = Tensor.isRowMajor(shape, strides)
        return Tensor(
            storage: storage, shape: shape, irregularStrides: regular ? nil : strides,
            offset: offset)
    }

    /// A tensor over the same elements under another shape of the same count; must be contiguous.
    package func view(shape: Shape) -> Tensor {
        precondition(isContiguous && shape.count == count)
        return Tensor(storage: storage, shape: shape, offset: offset)
    }

    /// Whether steps walk a block without gaps; axes of length 1 may have any step.
    private static func isRowMajor(_ shape: Shape, _ strides: [Int]) -> Bool {
        var step = 1
        for axis in shape.dimensions.indices.reversed() {
            let length = shape[axis]
            if length == 0 { return true }
            if length != 1 && strides[axis] != step { return false }
            step *= length
        }
        return true
    }
}

extension Tensor {
    /// Whether the tensor looks at the same elements as `other`, in the same order.
    package func aliases(_ other: Tensor) -> Bool {
        storage === other.storage && offset == other.offset && shape == other.shape
            && strides == other.strides
    }

    /// Whether no view and no other tensor sees the storage.
    var ownsItsStorageAlone: Bool { isKnownUniquelyReferenced(&storage) }

    /// Whether the two tensors share memory.
    package func sharesStorage(with other: Tensor) -> Bool { storage === other.storage }
}
