import BigInt

/// A `memoryview`: the bytes of another object, seen as items of a format.
package final class MemoryViewObject: Object {
    /// The `bytes` or `bytearray` that is looked at; nil once the view was released.
    private(set) var base: Value?
    /// Where the first item's bytes begin, and how far the next ones are.
    let start: Int
    let step: Int
    /// How many items there are.
    let count: Int
    let format: ItemFormat

    init(
        _ base: Value, start: Int, step: Int, count: Int, format: ItemFormat,
        in python: Interpreter
    ) {
        self.base = base
        self.start = start
        self.step = step
        self.count = count
        self.format = format
        super.init(type: python.types.containers.memoryView)
    }

    func release() { base = nil }

    var isReadOnly: Bool { !(base?.object is ByteArrayObject) }

    /// The bytes of the items, one behind the other; none where the object has become too short.
    var bytes: [UInt8] {
        guard let all = base?.bytesLike else { return [] }
        if step == format.size, start + count * step <= all.count {
            return Array(all[start..<(start + count * step)])
        }
        return (0..<count).flatMap { item(at: $0, of: all) }
    }

    /// The bytes of one item; none where the object has become too short.
    func item(at index: Int, of all: [UInt8]) -> ArraySlice<UInt8> {
        let place = start + index * step
        guard place >= 0, place + format.size <= all.count else { return [] }
        return all[place..<(place + format.size)]
    }
}

/// What the items of a view are, as `struct` calls it.
struct ItemFormat: Equatable {
    let letter: Unicode.Scalar
    /// `@B`, as it was written.
    let text: String

    static let byte = ItemFormat(letter: "B", text: "B")

    init(letter: Unicode.Scalar, text: String) {
        self.letter = letter
        self.text = text
    }

    /// Nil for what is no format of single items.
    init?(_ text: String) {
        let letters = text.unicodeScalars.drop { $0 == "@" }
        guard letters.count == 1, let letter = letters.first,
            "bBc?hHiIlLqQfd".unicodeScalars.contains(letter),
            text.unicodeScalars.count <= 2
        else { return nil }
        self.init(letter: letter, text: text)
    }

    var size: Int {
        switch letter {
        case "h", "H": 2
        case "i", "I", "f": 4
        case "l", "L", "q", "Q", "d": 8
        default: 1
        }
    }

    /// Whether the items are single bytes.
    var isByte: Bool { letter == "b" || letter == "B" || letter == "c" }

    /// The value of an item's bytes.
    func value(of bytes: ArraySlice<UInt8>, in python: Interpreter) -> Value {
        let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch letter {
        case "c": return .bytes(Array(bytes), in: python)
        case "?": return .bool(bits != 0)
        case "f": return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case "d": return .float(Double(bitPattern: bits))
        case "L", "Q": return python.integer(BigInt(bits))
        case "b", "h", "i", "l", "q":
            let unused = UInt64(64 - 8 * size)
            return .int(Int(Int64(bitPattern: bits << unused) >> Int64(unused)))
        default: return .int(Int(bits))
        }
    }

    /// The bytes of a value; nil where the format has none for it.
    func bytes(of value: Value, in python: Interpreter) throws -> [UInt8]? {
        let bits: UInt64
        switch letter {
        case "c":
            guard case .object(let object) = value, object.kind == .bytes,
                let bytes = value.bytesLike
            else { throw mistake("type", value, in: python) }
            return bytes.count == 1 ? bytes : nil
        case "?": bits = try python.isTrue(value) ? 1 : 0
        case "f", "d":
            let number = try python.double(value)
            bits = letter == "d" ? number.bitPattern : UInt64(Float(number).bitPattern)
        default:
            guard value.integer != nil || python.type(of: value).special(.index) != nil else {
                throw mistake("type", value, in: python)
            }
            let number = try python.bigIndex(value)
            let isSigned = "bhilq".unicodeScalars.contains(letter)
            let limit = BigInt(1) << (8 * size - (isSigned ? 1 : 0))
            guard number < limit, number >= (isSigned ? -limit : 0) else { return nil }
            bits = UInt64(truncatingIfNeeded: number)
        }
        return (0..<size).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }

    func mistake(_ what: String, _ value: Value, in python: Interpreter) -> PythonError {
        python.error(
            what == "type" ? "TypeError" : "ValueError",
            "memoryview: invalid \(what) for format '\(text)'")
    }
}
