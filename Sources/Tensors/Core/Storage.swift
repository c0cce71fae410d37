import CMachine

/// A counted block of memory that holds elements of one type; tensors and their views share it.
///
/// The elements start as zero bytes or undefined, as the maker chose. A storage belongs to the engine's
/// thread: it is deliberately not `Sendable`.
package final class Storage {
    /// Where the elements begin.
    package let base: UnsafeMutableRawPointer
    /// The number of elements.
    package let count: Int
    /// The type of the elements.
    package let dtype: DType

    /// From this size on memory comes in blocks that are kept for the next of their size: smaller ones do not go
    /// back to the system one by one, and are no trouble to malloc.
    private static let blockBytes = 1 << 20

    /// Blocks of a page or more start on a cache line; smaller ones keep malloc's quick alignment.
    private static func alignment(ofBytes bytes: Int) -> Int { bytes >= 4096 ? 64 : 16 }

    /// Whether the memory is such a block.
    private let isBlock: Bool

    /// Memory for `count` elements whose numbers are undefined; strings are empty.
    package init(uninitialized count: Int, of dtype: DType) {
        let bytes = max(1, count * dtype.byteWidth)
        let block = bytes >= Storage.blockBytes ? machine_block_take(bytes) : nil
        isBlock = block != nil
        base =
            block
            ?? .allocate(byteCount: bytes, alignment: Storage.alignment(ofBytes: bytes))
        self.count = count
        self.dtype = dtype
        if dtype == .string {
            base.initializeMemory(as: ByteString.self, repeating: ByteString(), count: count)
        }
    }

    /// Memory for `count` elements, all zero, false or empty.
    package convenience init(zeros count: Int, of dtype: DType) {
        self.init(uninitialized: count, of: dtype)
        guard dtype != .string else { return }
        base.initializeMemory(as: UInt8.self, repeating: 0, count: count * dtype.byteWidth)
    }

    deinit {
        if dtype == .string {
            base.assumingMemoryBound(to: ByteString.self).deinitialize(count: count)
        }
        if isBlock { machine_block_give(base, count * dtype.byteWidth) } else { base.deallocate() }
    }

    /// The elements as `T`, which must be the Swift type of `dtype`.
    @inline(__always)
    package func pointer<T: TensorScalar>(to type: T.Type = T.self) -> UnsafeMutablePointer<T> {
        assert(T.dtype == dtype, "\(dtype) elements read as \(T.self)")
        return base.assumingMemoryBound(to: T.self)
    }
}
