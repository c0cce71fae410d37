import BigInt

/// Integers as bytes.
extension Interpreter {
    fileprivate func isBigEndian(_ order: Value, of method: String) throws -> Bool {
        switch try text(order, "\(method)() argument 'byteorder'").string {
        case "big": return true
        case "little": return false
        default: throw valueError("byteorder must be either 'little' or 'big'")
        }
    }

    /// `int.to_bytes`.
    fileprivate func bytes(_ value: Value, length: Int, order: Value, signed: Bool) throws
        -> [UInt8]
    {
        let isBig = try isBigEndian(order, of: "to_bytes")
        guard length >= 0 else { throw valueError("length argument must be non-negative") }
        try checkSize(1, times: length)
        let number = try bigIndex(value)
        if number.sign == .minus, !signed {
            throw error("OverflowError", "can't convert negative int to unsigned")
        }
        // Two's complement: the words of a negative number go on with ones.
        let words = Array(number.words)
        let filler: UInt8 = number.sign == .minus ? 0xFF : 0
        let needed =
            (number.sign == .minus ? ~number : number).magnitude.bitWidth + (signed ? 1 : 0)
        guard needed <= length * 8 || number.isZero else {
            throw error("OverflowError", "int too big to convert")
        }
        let little = (0..<length).map { index -> UInt8 in
            let word = index / 8
            guard word < words.count else { return filler }
            return UInt8(truncatingIfNeeded: words[word] >> UInt(index % 8 * 8))
        }
        return isBig ? little.reversed() : little
    }

    /// `int.from_bytes`.
    fileprivate func integer(fromBytes bytes: [UInt8], order: Value, signed: Bool) throws -> Value {
        let little = try isBigEndian(order, of: "from_bytes") ? Array(bytes.reversed()) : bytes
        var words = [UInt](repeating: 0, count: (little.count + 7) / 8)
        for (index, byte) in little.enumerated() {
            words[index / 8] |= UInt(byte) << UInt(index % 8 * 8)
        }
        var number = BigInt(BigUInt(words: words))
        if signed, let last = little.last, last >= 0x80 {
            number -= BigInt(1) << (little.count * 8)
        }
        return integer(number)
    }

    /// The bytes that a value can be read as: bytes-like, `__bytes__`, or an iterable of integers.
    fileprivate func anyBytes(_ value: Value) throws -> [UInt8] {
        if let bytes = value.bytesLike { return bytes }
        if let result = try applySpecial(.bytes, value), let bytes = result.bytesLike {
            return bytes
        }
        guard value.stringObject == nil, isIterable(value) else {
            throw typeError("cannot convert '\(typeName(value))' object to bytes")
        }
        return try list(value).map { try byte($0, "bytes must be in range(0, 256)") }
    }
}

extension Builtins {
    static func defineIntegerBytes(_ t: TypeBuilder) {
        t.def(
            "to_bytes(self, /, length=1, byteorder='big', *, signed=False)\n\nThe number as so many bytes."
        ) { (python: Interpreter, value: Value, length: Int, order: Value, signed: Bool) in
            Value.object(
                BytesObject(
                    try python.bytes(value, length: length, order: order, signed: signed),
                    in: python))
        }
        t.classDef(
            "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)\n\nThe number that bytes make."
        ) { python, type, values in
            _ = try python.isBigEndian(values[1], of: "from_bytes")
            let number = try python.integer(
                fromBytes: python.anyBytes(values[0]), order: values[1],
                signed: python.isTrue(values[2]))
            return type === python.types.int ? number : try python.call(.object(type), [number])
        }
    }
}

extension TypeBuilder {
    /// Defines a class method; its literal names `cls` first, and the values are bound in order behind it.
    package func classDef(
        _ literal: String, _ body: @escaping (Interpreter, TypeObject, [Value]) throws -> Value
    ) {
        classMethod(
            literal,
            .bound { python, values in
                guard let type = values[0].object as? TypeObject else {
                    throw python.typeError("a class method needs a class")
                }
                return try body(python, type, Array(values.dropFirst()))
            })
    }
}
