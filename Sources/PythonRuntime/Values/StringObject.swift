/// A `str`: UTF-8 text that knows how to index by code point.
package final class StringObject: Object {
    /// The text. Beware: `==` on Swift strings treats canonically equal texts as equal, Python does not;
    /// compare with `isEqual`.
    package private(set) var string: String
    private var knownHash: Int?
    private var knownASCII: Bool?
    private var knownCount: Int?
    private var codePoints: ContiguousArray<Unicode.Scalar>?

    /// `isASCII` where the caller knows; a part of an ASCII text is one.
    package init(_ string: String, isASCII: Bool? = nil, in python: Interpreter) {
        self.string = string
        knownASCII = isASCII
        self.string.makeContiguousUTF8()
        super.init(type: python.types.str, kind: .string)
    }

    package var isASCII: Bool {
        if let knownASCII { return knownASCII }
        let result =
            string.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? false
        knownASCII = result
        return result
    }

    /// The number of code points.
    package var count: Int {
        if isASCII { return string.utf8.count }
        if let knownCount { return knownCount }
        let result = string.unicodeScalars.count
        knownCount = result
        return result
    }

    /// The code points, for indexing text that is not ASCII.
    package var scalars: ContiguousArray<Unicode.Scalar> {
        if let codePoints { return codePoints }
        let result = ContiguousArray(string.unicodeScalars)
        codePoints = result
        return result
    }

    /// The code point at an index within `0..<count`.
    package func scalar(at index: Int) -> Unicode.Scalar {
        guard isASCII else { return scalars[index] }
        return string.utf8.withContiguousStorageIfAvailable { Unicode.Scalar($0[index]) } ?? "?"
    }

    /// The text of a range of code points within `0..<count`.
    package func substring(_ range: Range<Int>) -> String {
        guard isASCII else {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        return string.utf8.withContiguousStorageIfAvailable {
            String(decoding: $0[range], as: UTF8.self)
        } ?? ""
    }

    package func isEqual(to other: StringObject) -> Bool {
        self === other || Text.isEqual(string, other.string)
    }

    /// Equal for equal texts, and the same on every run.
    package var hash: Int {
        if let knownHash { return knownHash }
        let result = Text.hash(string)
        knownHash = result
        return result
    }

    /// Appends in place; only for an object that nobody else can see.
    func appendInPlace(_ other: StringObject) {
        if knownASCII == true { knownASCII = other.isASCII } else { knownASCII = nil }
        (knownHash, knownCount, codePoints) = (nil, nil, nil)
        string += other.string
    }
}

/// Comparison and hashing of texts by code points, as Python has them.
package enum Text {
    package static func isEqual(_ a: String, _ b: String) -> Bool {
        let equal = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in
                a.count == b.count
                    && (a.count == 0
                        || memoryIsEqual(
                            a.baseAddress.unsafelyUnwrapped, b.baseAddress.unsafelyUnwrapped,
                            a.count))
            }
        }
        return equal.flatMap { $0 } ?? a.utf8.elementsEqual(b.utf8)
    }

    private static func memoryIsEqual(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        var offset = 0
        while offset &+ 8 <= count {
            guard
                a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset &+= 8
        }
        while offset < count {
            guard
                a.load(fromByteOffset: offset, as: UInt8.self)
                    == b.load(fromByteOffset: offset, as: UInt8.self)
            else { return false }
            offset &+= 1
        }
        return true
    }

    /// Whether `a` comes before `b` by code points, which is the order of UTF-8 bytes.
    package static func isLess(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    /// FNV-1a over eight bytes at a time: fast, and the same on every run, which Swift's own hash is not.
    package static func hash(_ text: String) -> Int {
        let result = text.utf8.withContiguousStorageIfAvailable { bytes -> UInt64 in
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
            return hash ^ (hash >> 32)
        }
        let hash = Int(truncatingIfNeeded: result ?? 0)
        return hash == -1 ? -2 : hash
    }
}
