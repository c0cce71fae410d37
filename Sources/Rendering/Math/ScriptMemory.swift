import Foundation

/// The memory of one JavaScript engine: taken in chunks, given back all at once, bounded.
///
/// An engine that is torn down object by object takes a third of the time that it ran; here the chunks are dropped.
/// Blocks are told by a header in front of them that holds their size.
struct ScriptMemory {
    /// Also the alignment of all blocks.
    private static let headerSize = 16
    /// Blocks above this size come from the system one by one.
    private static let largestSmall = 1024
    private static let chunkSize = 256 << 10

    /// More than any formula needs; a macro that eats memory is told that there is none.
    private let limit: Int
    private var used = 0
    /// Freed blocks by their size in units of 16 bytes, each holding the address of the next.
    private var freed = [UnsafeMutableRawPointer?](repeating: nil, count: largestSmall / 16 + 1)
    private var chunks: [UnsafeMutableRawPointer] = []
    private var large: Set<UnsafeMutableRawPointer> = []
    private var next: UnsafeMutableRawPointer?
    private var remaining = 0

    init(limit: Int = 256 << 20) { self.limit = limit }

    /// The bytes of its chunks, which hold what is freed for the next blocks of the same size.
    var chunkBytes: Int { chunks.count * Self.chunkSize }

    /// A block of at least this size; nil when the limit is reached.
    mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        guard size > 0, used + size <= limit else { return nil }
        let rounded = (size + 15) & ~15
        guard rounded <= Self.largestSmall else { return allocateLarge(rounded) }
        if let block = freed[rounded / 16] {
            freed[rounded / 16] = block.load(as: UnsafeMutableRawPointer?.self)
            used += rounded
            return block
        }
        return cut(rounded)
    }

    mutating func free(_ block: UnsafeMutableRawPointer?) {
        guard let block else { return }
        let size = Self.size(of: block)
        used -= size
        if size > Self.largestSmall {
            large.remove(block)
            Foundation.free(block - Self.headerSize)
        } else {
            block.storeBytes(of: freed[size / 16], as: UnsafeMutableRawPointer?.self)
            freed[size / 16] = block
        }
    }

    /// The block with another size and the same content; nil leaves it as it is, unless the size is 0.
    mutating func reallocate(_ block: UnsafeMutableRawPointer?, _ size: Int)
        -> UnsafeMutableRawPointer?
    {
        guard let block else { return allocate(size) }
        guard size > 0 else {
            free(block)
            return nil
        }
        let before = Self.size(of: block)
        if size <= before, before - size < 64 { return block }
        guard let copy = allocate(size) else { return nil }
        copy.copyMemory(from: block, byteCount: min(before, size))
        free(block)
        return copy
    }

    /// Gives everything back; no block may be used afterwards.
    mutating func release() {
        for block in large { Foundation.free(block - Self.headerSize) }
        for chunk in chunks { Foundation.free(chunk) }
        self = ScriptMemory(limit: limit)
    }

    private mutating func allocateLarge(_ size: Int) -> UnsafeMutableRawPointer? {
        guard let start = malloc(size + Self.headerSize) else { return nil }
        let block = Self.block(at: start, size: size)
        large.insert(block)
        used += size
        return block
    }

    /// Cuts a block off the current chunk; what is left of a full one stays unused.
    private mutating func cut(_ size: Int) -> UnsafeMutableRawPointer? {
        let whole = size + Self.headerSize
        if remaining < whole {
            guard let chunk = malloc(Self.chunkSize) else { return nil }
            chunks.append(chunk)
            next = chunk
            remaining = Self.chunkSize
        }
        guard let start = next else { return nil }
        next = start + whole
        remaining -= whole
        used += size
        return Self.block(at: start, size: size)
    }

    private static func block(at start: UnsafeMutableRawPointer, size: Int)
        -> UnsafeMutableRawPointer
    {
        start.storeBytes(of: size, as: Int.self)
        return start + headerSize
    }

    private static func size(of block: UnsafeMutableRawPointer) -> Int {
        (block - headerSize).load(as: Int.self)
    }
}
