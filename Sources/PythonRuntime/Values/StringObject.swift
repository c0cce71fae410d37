import Glibc

/// A `str`: UTF-8 that knows how to index by code point.
///
/// A short text stands inside the object, a longer one in memory of its own; Swift's `String` is made only for
/// code that asks for one. Beware: `==` on Swift strings treats canonically equal texts as equal, Python does
/// not; compare with `isEqual`.
package final class StringObject: Object {
    /// Where a text stands that is short enough; for a longer one the first word is how many bytes its memory
    /// has.
    private var inside: (Int, Int, Int) = (0, 0, 0)
    private var start: UnsafeMutablePointer<UInt8>?
    /// How many bytes of UTF-8 the text has.
    package private(set) var byteCount: Int
    /// −1 while unknown: no text has that hash.
    private var knownHash = -1
    /// What is known of a text that is not ASCII.
    private var index: CodePointIndex?

    private static var insideCapacity: Int { 24 }

    /// A text that a body writes as so many bytes of UTF-8. `isASCII` where the caller knows.
    @inline(__always)
    init(
        byteCount: Int, isASCII: Bool?, in python: borrowing Interpreter,
        _ write: (UnsafeMutablePointer<UInt8>) -> Void
    ) {
        self.byteCount = byteCount
        super.init(typePointer: python.typePointers.str, kind: .string)
        knownASCII = isASCII
        let start = makeRoom(for: byteCount)
        self.start = start
        write(start)
    }

    /// The text of UTF-8 bytes that are valid; a part of an ASCII text is one.
    convenience init(
        _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool? = nil, in python: borrowing Interpreter
    ) {
        self.init(byteCount: bytes.count, isASCII: isASCII, in: python) { target in
            if let source = bytes.baseAddress { target.update(from: source, count: bytes.count) }
        }
    }

    package convenience init(
        _ string: String, isASCII: Bool? = nil, in python: borrowing Interpreter
    ) {
        var string = string
        self.init(byteCount: string.utf8.count, isASCII: isASCII, in: python) { target in
            string.withUTF8 { bytes in
                if let source = bytes.baseAddress {
                    target.update(from: source, count: bytes.count)
                }
            }
        }
    }

    deinit { if !isInside { bytes.deallocate() } }

    /// A stored property of an object that lives on the heap stays where it is.
    @inline(__always) private var insidePointer: UnsafeMutablePointer<UInt8> {
        withUnsafeMutablePointer(to: &inside) {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self)
        }
    }

    @inline(__always) private var isInside: Bool { bytes == insidePointer }

    private func makeRoom(for count: Int) -> UnsafeMutablePointer<UInt8> {
        guard count > Self.insideCapacity else { return insidePointer }
        inside.0 = count
        return .allocate(capacity: count)
    }

    @inline(__always) private var bytes: UnsafeMutablePointer<UInt8> { start.unsafelyUnwrapped }

    /// The text as Swift has it.
    package var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    /// A copy of the bytes.
    package var utf8: [UInt8] { withUTF8 { Array($0) } }

    package var isEmpty: Bool { byteCount == 0 }

    package var isASCII: Bool {
        if let knownASCII { return knownASCII }
        let result = withUTF8 { $0.isASCII }
        knownASCII = result
        return result
    }

    /// Calls a body with the UTF-8 bytes where they are; it must not run Python code.
    @inline(__always)
    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
    {
        try body(UnsafeBufferPointer(start: start, count: byteCount))
    }

    /// Copies the bytes and gives the place behind them.
    @inline(__always)
    func write(to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        target.update(from: bytes, count: byteCount)
        return target + byteCount
    }

    /// The number of code points.
    package var count: Int {
        if isASCII { return byteCount }
        let index = codePointIndex
        if let count = index.count { return count }
        let result = withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte.beginsCodePoint { count &+= 1 }
            return count
        }
        index.count = result
        return result
    }

    private var codePointIndex: CodePointIndex {
        if let index { return index }
        let made = CodePointIndex()
        index = made
        return made
    }

    /// The code points, for indexing text that is not ASCII.
    package var scalars: ContiguousArray<Unicode.Scalar> {
        let index = codePointIndex
        if let scalars = index.scalars { return scalars }
        let result = ContiguousArray(string.unicodeScalars)
        index.scalars = result
        return result
    }

    /// The code point at an index within `0..<count`.
    package func scalar(at index: Int) -> Unicode.Scalar {
        guard isASCII else { return scalars[index] }
        return Unicode.Scalar(bytes[index])
    }

    /// The text of a range of code points within `0..<count`.
    package func substring(_ range: Range<Int>) -> String {
        guard isASCII else {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        return withUTF8 { String($0, range) }
    }

    package func isEqual(to other: StringObject) -> Bool {
        if self === other { return true }
        guard byteCount == other.byteCount else { return false }
        if knownHash != other.knownHash, knownHash != -1, other.knownHash != -1 { return false }
        return memcmp(bytes, other.bytes, byteCount) == 0
    }

    func isEqual(to other: String) -> Bool {
        withUTF8 { a in other.withBytes { Text.isEqual(a, $0) } }
    }

    /// Whether the text comes before another by code points.
    func isLess(than other: StringObject) -> Bool {
        self !== other && withUTF8 { a in other.withUTF8 { b in Text.isLess(a, b) } }
    }

    /// Equal for equal texts, and the same on every run.
    package var hash: Int {
        if knownHash == -1 { knownHash = withUTF8 { Text.hash($0) } }
        return knownHash
    }

    /// Appends in place; only for an object that nobody else can see.
    func appendInPlace(_ other: StringObject) {
        knownASCII = knownASCII == true ? other.isASCII : nil
        if let index {
            index.scalars?.append(contentsOf: other.string.unicodeScalars)
            if let count = index.count { index.count = count + other.count }
        }
        knownHash = -1
        grow(to: byteCount + other.byteCount)
        _ = other.write(to: bytes + byteCount)
        byteCount += other.byteCount
    }

    private func grow(to needed: Int) {
        let isInside = isInside
        guard needed > (isInside ? Self.insideCapacity : inside.0) else { return }
        let larger = needed + needed / 2
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        new.update(from: bytes, count: byteCount)
        if !isInside { bytes.deallocate() }
        start = new
        inside.0 = larger
    }
}

/// The code points of a text that is not ASCII, as far as somebody asked.
private final class CodePointIndex {
    var count: Int?
    var scalars: ContiguousArray<Unicode.Scalar>?
}
