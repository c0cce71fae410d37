/// Bytes that a state is written down in.
package struct StoredBytes {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(byte: UInt8) { bytes.append(byte) }

    /// A number in as few bytes as it needs, seven bits each, the sign in the lowest.
    package mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(bits: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func write(_ text: String) { write(block: Array(text.utf8)) }

    /// Bytes behind their count.
    package mutating func write(block: [UInt8]) {
        write(block.count)
        bytes += block
    }

    /// Bytes of memory behind their count.
    package mutating func write(memory: UnsafeRawBufferPointer) {
        write(memory.count)
        bytes.append(contentsOf: memory)
    }
}

/// A stored state that cannot be read: damaged, or another program's.
package struct UnreadableState: Error {
    package init() {}
}

/// Reads what `StoredBytes` wrote; nothing that the bytes say is believed unseen.
package struct StoredBytesReader {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { position == bytes.count }

    package mutating func byte() throws -> UInt8 {
        guard position < bytes.count else { throw UnreadableState() }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func int() throws -> Int {
        var rest: UInt = 0
        var shift: UInt = 0
        while true {
            let next = UInt(try byte())
            guard shift < 64 else { throw UnreadableState() }
            rest |= (next & 0x7F) << shift
            if next & 0x80 == 0 { break }
            shift += 7
        }
        return Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1)
    }

    /// A number of things that follow, of a byte or more each.
    package mutating func count() throws -> Int {
        let count = try int()
        guard count >= 0, count <= bytes.count - position else { throw UnreadableState() }
        return count
    }

    package mutating func bits() throws -> UInt64 {
        guard bytes.count - position >= 8 else { throw UnreadableState() }
        defer { position += 8 }
        return bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    package mutating func flag() throws -> Bool {
        let value = try byte()
        guard value < 2 else { throw UnreadableState() }
        return value == 1
    }

    package mutating func block() throws -> ArraySlice<UInt8> {
        let count = try count()
        defer { position += count }
        return bytes[position..<position + count]
    }

    package mutating func text() throws -> String { String(decoding: try block(), as: UTF8.self) }
}
