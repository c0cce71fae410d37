import Glibc

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
        super.init(typePointer: python.typePointers.str, kind: .string)
    }

    /// The texts in slots, all of which are strings, one behind the other with a separator between.
    convenience init(
        joining slots: UnsafeMutablePointer<Slot>, count: Int, separator: StringObject? = nil,
        in python: Interpreter
    ) {
        var size = (separator?.string.utf8.count ?? 0) * max(count - 1, 0)
        var isASCII = separator?.isASCII ?? true
        for index in 0..<count {
            slots[index].with(StringObject.self) {
                size += $0.string.utf8.count
                isASCII = isASCII && $0.knownASCII == true
            }
        }
        let text = String(unsafeUninitializedCapacity: size) { buffer in
            var place = 0
            func write(_ text: StringObject) {
                text.withUTF8 { bytes in
                    guard let source = bytes.baseAddress, let target = buffer.baseAddress else {
                        return
                    }
                    (target + place).update(from: source, count: bytes.count)
                    place += bytes.count
                }
            }
            for index in 0..<count {
                if index > 0, let separator { write(separator) }
                slots[index].with(StringObject.self) { write($0) }
            }
            return place
        }
        self.init(text, isASCII: isASCII ? true : nil, in: python)
    }

    package var isASCII: Bool {
        if let knownASCII { return knownASCII }
        let result = withUTF8 { $0.allSatisfy { $0 < 0x80 } }
        knownASCII = result
        return result
    }

    /// Calls a body with the UTF-8 bytes where they are; it must not run Python code.
    @inline(__always)
    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
    {
        try string.withUTF8(body)
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
        return withUTF8 { Unicode.Scalar($0[index]) }
    }

    /// The text of a range of code points within `0..<count`.
    package func substring(_ range: Range<Int>) -> String {
        guard isASCII else {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        return withUTF8 {
            String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
        }
    }

    package func isEqual(to other: StringObject) -> Bool {
        if self === other { return true }
        if let knownHash, let otherHash = other.knownHash, knownHash != otherHash { return false }
        return withUTF8 { a in other.withUTF8 { b in Text.isEqual(a, b) } }
    }

    /// Whether the text comes before another by code points.
    func isLess(than other: StringObject) -> Bool {
        self !== other && withUTF8 { a in other.withUTF8 { b in Text.isLess(a, b) } }
    }

    /// Equal for equal texts, and the same on every run.
    package var hash: Int {
        if let knownHash { return knownHash }
        let result = withUTF8 { Text.hash($0) }
        knownHash = result
        return result
    }

    /// Appends in place; only for an object that nobody else can see.
    func appendInPlace(_ other: StringObject) {
        if knownASCII == true { knownASCII = other.isASCII } else { knownASCII = nil }
        if codePoints != nil { codePoints?.append(contentsOf: other.string.unicodeScalars) }
        if let count = knownCount { knownCount = count + other.count }
        knownHash = nil
        string += other.string
    }
}

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

    package static func hash(_ text: String) -> Int {
        text.utf8.withContiguousStorageIfAvailable { hash($0) } ?? 0
    }

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
