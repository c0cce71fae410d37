import Glibc

/// A `str`: UTF-8 that knows how to index by code point.
///
/// A short text stands inside the object, a longer one in memory of its own; Swift's `String` is made only for
/// code that asks for one. Beware: `==` on Swift strings treats canonically equal texts as equal, Python does
/// not; compare with `isEqual`.
package final class StringObject: Object {
    /// Whether the text is ASCII, once somebody asked.
    private var knownASCII: Bool?
    /// How many bytes a text inside the object has; one more than fit for a text outside.
    private var insideCount: UInt8 = 0
    /// −1 while unknown: no text has that hash.
    private var knownHash = -1
    /// The bytes of a short text, with zeros behind them; of a longer one where it stands and how many bytes it
    /// has.
    private var words: (Int, Int) = (0, 0)

    private static var insideCapacity: Int { 16 }

    private init(in python: borrowing Interpreter) {
        super.init(typePointer: python.typePointers.str, kind: .string)
    }

    /// A text that a body writes as so many bytes of UTF-8. `isASCII` where the caller knows.
    @inline(__always)
    static func make(
        byteCount: Int, isASCII: Bool?, in python: borrowing Interpreter,
        _ write: (UnsafeMutablePointer<UInt8>) -> Void
    ) -> StringObject {
        let text = python.releases.texts.take(as: StringObject.self) ?? StringObject(in: python)
        text.knownASCII = isASCII
        write(text.makeRoom(for: byteCount))
        return text
    }

    /// The text of UTF-8 bytes that are valid; a part of an ASCII text is one.
    static func make(
        _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool? = nil, in python: borrowing Interpreter
    ) -> StringObject {
        make(byteCount: bytes.count, isASCII: isASCII, in: python) { target in
            if let source = bytes.baseAddress { target.update(from: source, count: bytes.count) }
        }
    }

    static func make(
        _ string: String, isASCII: Bool? = nil, in python: borrowing Interpreter
    ) -> StringObject {
        var string = string
        return make(byteCount: string.utf8.count, isASCII: isASCII, in: python) { target in
            string.withUTF8 { bytes in
                if let source = bytes.baseAddress {
                    target.update(from: source, count: bytes.count)
                }
            }
        }
    }

    deinit { if !isInside { TextBlock(start: outside).free() } }

    /// Forgets the text, so that the object can become another one.
    func empty() {
        if !isInside { TextBlock(start: outside).free() }
        (insideCount, knownHash, words) = (0, -1, (0, 0))
    }

    @inline(__always) private var isInside: Bool { insideCount <= Self.insideCapacity }

    @inline(__always) private var outside: UnsafeMutablePointer<UInt8> {
        UnsafeMutablePointer(bitPattern: words.0).unsafelyUnwrapped
    }

    /// A stored property of an object that lives on the heap stays where it is.
    @inline(__always) private var inside: UnsafeMutablePointer<UInt8> {
        withUnsafeMutablePointer(to: &words) {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: UInt8.self)
        }
    }

    @inline(__always) private var bytes: UnsafeMutablePointer<UInt8> {
        isInside ? inside : outside
    }

    @inline(__always)
    private func makeRoom(for count: Int) -> UnsafeMutablePointer<UInt8> {
        guard count > Self.insideCapacity else {
            insideCount = UInt8(truncatingIfNeeded: count)
            return inside
        }
        return takeBlock(TextBlock(capacity: count), count)
    }

    private func takeBlock(_ block: TextBlock, _ count: Int) -> UnsafeMutablePointer<UInt8> {
        insideCount = UInt8(Self.insideCapacity + 1)
        words = (Int(bitPattern: block.start), count)
        return block.start
    }

    /// How many bytes of UTF-8 the text has.
    @inline(__always) package var byteCount: Int { isInside ? Int(insideCount) : words.1 }

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
        try body(UnsafeBufferPointer(start: bytes, count: byteCount))
    }

    /// Copies the bytes and gives the place behind them.
    @inline(__always)
    func write(to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let count = byteCount
        target.update(from: bytes, count: count)
        return target + count
    }

    /// The number of code points.
    package var count: Int {
        if isASCII { return byteCount }
        if let count = index?.count { return count }
        let result = withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte.beginsCodePoint { count &+= 1 }
            return count
        }
        index?.count = result
        return result
    }

    /// What is known of a longer text; a short one is soon looked through.
    private var index: CodePointIndex? { isInside ? nil : TextBlock(start: outside).index }

    /// The code points, for indexing text that is not ASCII.
    package var scalars: ContiguousArray<Unicode.Scalar> {
        guard let index else { return ContiguousArray(string.unicodeScalars) }
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

    @inline(__always)
    package func isEqual(to other: StringObject) -> Bool {
        if self === other { return true }
        guard insideCount == other.insideCount else { return false }
        if isInside { return words == other.words }
        return isEqualOutside(to: other)
    }

    private func isEqualOutside(to other: StringObject) -> Bool {
        guard byteCount == other.byteCount else { return false }
        if knownHash != other.knownHash, knownHash != -1, other.knownHash != -1 { return false }
        return memcmp(outside, other.outside, byteCount) == 0
    }

    func isEqual(to other: String) -> Bool {
        withUTF8 { a in other.withBytes { Text.isEqual(a, $0) } }
    }

    /// The byte of a text that is a single one.
    @inline(__always) var onlyByte: UInt8? {
        insideCount == 1 ? UInt8(truncatingIfNeeded: words.0) : nil
    }

    /// Whether a byte below 128 stands in the text.
    func contains(_ byte: UInt8) -> Bool {
        // The zeros behind a short text must not be found.
        guard isInside, byte != 0 else {
            return memchr(bytes, Int32(byte), byteCount) != nil
        }
        return words.0.hasByte(byte) || words.1.hasByte(byte)
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
        knownHash = -1
        let added = other.byteCount
        let end = grow(by: added)
        end.update(from: other.bytes, count: added)
        guard let index else { return }
        index.scalars?.append(contentsOf: other.string.unicodeScalars)
        if let count = index.count { index.count = count + other.count }
    }

    /// Room behind the text, which counts it already.
    private func grow(by added: Int) -> UnsafeMutablePointer<UInt8> {
        let count = byteCount
        let needed = count + added
        if isInside, needed <= Self.insideCapacity {
            insideCount = UInt8(truncatingIfNeeded: needed)
            return inside + count
        }
        if isInside {
            let block = TextBlock(capacity: needed + needed / 2)
            block.start.update(from: inside, count: count)
            return takeBlock(block, needed) + count
        }
        let block = TextBlock(start: outside)
        return takeBlock(block.growing(to: needed), needed) + count
    }
}

extension Int {
    /// Whether one of the eight bytes is this one.
    @inline(__always)
    fileprivate func hasByte(_ byte: UInt8) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let rest = UInt64(bitPattern: Int64(self)) ^ (ones &* UInt64(byte))
        return (rest &- ones) & ~rest & (ones << 7) != 0
    }
}
