import Glibc

/// The memory of a text that is too long to stand inside its object: what is known of it, then its bytes.
struct TextBlock {
    /// Where the bytes begin.
    let start: UnsafeMutablePointer<UInt8>

    private struct Header {
        var capacity: Int
        /// Counted here; nil before somebody asks.
        var index: Unmanaged<CodePointIndex>?
    }

    init(start: UnsafeMutablePointer<UInt8>) { self.start = start }

    init(capacity: Int) {
        self.init(Memory.allocate(MemoryLayout<Header>.size + capacity))
        header.pointee = Header(capacity: capacity, index: nil)
    }

    private init(_ memory: UnsafeMutableRawPointer) {
        start = (memory + MemoryLayout<Header>.size).assumingMemoryBound(to: UInt8.self)
    }

    private var header: UnsafeMutablePointer<Header> {
        memory.assumingMemoryBound(to: Header.self)
    }

    private var memory: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(start) - MemoryLayout<Header>.size
    }

    /// What is known of the code points.
    var index: CodePointIndex {
        if let index = header.pointee.index { return index.takeUnretainedValue() }
        let made = CodePointIndex()
        header.pointee.index = .passRetained(made)
        return made
    }

    /// The block with room for so many bytes, perhaps in another place.
    func growing(to needed: Int) -> TextBlock {
        guard needed > header.pointee.capacity else { return self }
        let capacity = needed + needed / 2
        let block = TextBlock(Memory.resize(memory, MemoryLayout<Header>.size + capacity))
        block.header.pointee.capacity = capacity
        return block
    }

    func free() {
        header.pointee.index?.release()
        Memory.free(memory)
    }
}

/// The code points of a text that is not ASCII, as far as somebody asked.
final class CodePointIndex {
    var count: Int?
    var scalars: ContiguousArray<Unicode.Scalar>?
}
