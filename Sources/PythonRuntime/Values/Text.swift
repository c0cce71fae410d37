import Glibc

/// Comparison and hashing of texts by code points, as Python has them.
package enum Text {
    package static func isEqual(_ a: String, _ b: String) -> Bool {
        let equal = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in isEqual(a, b) }
        }
        return equal.flatMap { $0 } ?? a.utf8.elementsEqual(b.utf8)
    }

    @inline(__always)
    static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        guard a.count > 0 else { return true }
        return memcmp(a.baseAddress.unsafelyUnwrapped, b.baseAddress.unsafelyUnwrapped, a.count)
            == 0
    }

    /// Whether `a` comes before `b` by code points, which is the order of UTF-8 bytes.
    package static func isLess(_ a: String, _ b: String) -> Bool {
        let less = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in isLess(a, b) }
        }
        return less.flatMap { $0 } ?? a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    static func isLess(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = a.baseAddress, let second = b.baseAddress else {
            return a.count < b.count
        }
        let order = memcmp(first, second, min(a.count, b.count))
        return order < 0 || (order == 0 && a.count < b.count)
    }

    package static func hash(_ text: String) -> Int { text.withBytes { hash($0) } }

    /// FNV-1a over eight bytes at a time: fast, and the same on every run, which Swift's own hash is not.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset &+ 8 <= raw.count {
            hash =
                (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                &* 0x0000_0100_0000_01b3
            hash ^= hash >> 29
            offset &+= 8
        }
        while offset < raw.count {
            hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
            offset &+= 1
        }
        let result = Int(truncatingIfNeeded: hash ^ (hash >> 32))
        return result == -1 ? -2 : result
    }
}
