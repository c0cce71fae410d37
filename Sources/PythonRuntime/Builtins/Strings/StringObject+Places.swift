extension StringObject: FromPython {
    /// The text of a `str` or of an instance of its subclass.
    package static func from(_ value: Value, in python: Interpreter) throws -> StringObject {
        guard let text = value.stringObject else {
            throw python.typeError("must be str, not \(python.typeName(value))")
        }
        return text
    }
}

extension Value {
    /// The `str` that the value is or extends.
    var stringObject: StringObject? {
        guard case .object(let object) = self else { return nil }
        if object.kind == .string { return unsafeDowncast(object, to: StringObject.self) }
        return (object as? BoxedObject)?.base.stringObject
    }

    /// The value without the class that extends `int`, `float`, `str`, …
    var unboxed: Value {
        guard case .object(let object) = self, object.kind == .other,
            let boxed = object as? BoxedObject
        else { return self }
        return boxed.base
    }
}

/// Places in a text: Python counts code points, the text is made of bytes.
extension StringObject {
    /// Where the code point of an index begins, or the end for `count`.
    func byteOffset(of index: Int) -> Int {
        if isASCII { return index }
        return withUTF8 { bytes in
            var left = index
            var offset = 0
            while offset < bytes.count {
                if bytes[offset].beginsCodePoint {
                    if left == 0 { break }
                    left -= 1
                }
                offset += 1
            }
            return offset
        }
    }

    /// The index of the code point that begins at a byte.
    func index(ofByte offset: Int) -> Int {
        if isASCII { return offset }
        return withUTF8 { bytes in
            var count = 0
            for byte in bytes[..<offset] where byte.beginsCodePoint { count += 1 }
            return count
        }
    }

    /// The bytes of `[start:end]`; nil where it begins behind its end.
    func byteRange(_ start: Value, _ end: Value, in python: Interpreter) throws -> Range<Int>? {
        if start.isNone, end.isNone { return 0..<byteCount }
        guard let range = try python.range(start, end, of: count) else { return nil }
        if isASCII { return range }
        return byteOffset(of: range.lowerBound)..<byteOffset(of: range.upperBound)
    }

    /// A part of the text as a value.
    func part(_ bytes: TextBytes, _ range: Range<Int>, in python: Interpreter) -> Value {
        if bytes.count == range.count { return .object(self) }
        let part = TextBytes(rebasing: bytes[range])
        return .object(StringObject.make(part, isASCII: isASCII ? true : nil, in: python))
    }
}
