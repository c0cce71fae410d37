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

    /// Blocks of a page or more start on a cache line; smaller ones keep malloc's quick alignment.
    private static func alignment(ofBytes bytes: Int) -> Int { bytes >= 4096 ? 64 : 16 }

    /// Memory for `count` elements whose numbers are undefined; strings are empty.
    package init(uninitialized count: Int, of dtype: DType) {
        let bytes = max(1, count * dtype.byteWidth)
        base = .allocate(byteCount: bytes, alignment: Storage.alignment(ofBytes: bytes))
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
        base.deallocate()
    }

    /// The elements as `T`, which must be the Swift type of `dtype`.
    @inline(__always)
    package func pointer<T: TensorScalar>(to type: T.Type = T.self) -> UnsafeMutablePointer<T> {
        assert(T.dtype == dtype, "\(dtype) elements read as \(T.self)")
        return base.assumingMemoryBound(to: T.self)
    }
}
