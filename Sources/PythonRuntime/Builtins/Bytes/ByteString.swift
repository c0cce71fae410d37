/// The bytes of a bytes-like argument.
struct ByteString: FromPython {
    let bytes: [UInt8]

    static func from(_ value: Value, in python: Interpreter) throws -> ByteString {
        guard let bytes = value.bytesLike else {
            throw python.typeError(
                "a bytes-like object is required, not '\(python.typeName(value))'")
        }
        return ByteString(bytes: bytes)
    }
}

/// What the search methods look for: bytes, or a single one as an integer.
struct BytePattern: FromPython {
    let bytes: [UInt8]

    static func from(_ value: Value, in python: Interpreter) throws -> BytePattern {
        if let bytes = value.bytesLike { return BytePattern(bytes: bytes) }
        guard try python.isIndex(value) else {
            throw python.typeError(
                "argument should be integer or bytes-like object, not '\(python.typeName(value))'")
        }
        return BytePattern(bytes: [try python.byte(value, "byte must be in range(0, 256)")])
    }
}

extension Interpreter {
    /// An integer as a byte.
    func byte(_ value: Value, _ message: String) throws -> UInt8 {
        guard let byte = UInt8(exactly: try bigIndex(value)) else { throw valueError(message) }
        return byte
    }

    /// `bytes(source, encoding, errors)`, which `bytearray` takes as well.
    func makeBytes(
        _ source: Value, _ encoding: Value, _ errors: Value, of type: String, byteMessage: String
    ) throws -> [UInt8] {
        let hasCodec = !isMissing(encoding) || !isMissing(errors)
        if isMissing(source) {
            guard !hasCodec else { throw typeError("encoding without a string argument") }
            return []
        }
        let codec =
            try isMissing(encoding)
            ? "utf-8" : text(encoding, "\(type)() argument 'encoding'").string
        let handler =
            try isMissing(errors) ? "strict" : text(errors, "\(type)() argument 'errors'").string
        if let text = source.stringObject {
            if !hasCodec, let bytes = try specialBytes(of: source) { return bytes }
            guard !isMissing(encoding) else {
                throw typeError(
                    isMissing(errors)
                        ? "string argument without an encoding"
                        : "string argument without an encoding")
            }
            return try encode(text, codec, errors: handler)
        }
        guard !hasCodec else { throw typeError("encoding without a string argument") }
        return try bytes(of: source, as: type, byteMessage: byteMessage)
    }

    /// What `__bytes__` gives; nil where there is none.
    private func specialBytes(of source: Value) throws -> [UInt8]? {
        guard let result = try applySpecial(.bytes, source) else { return nil }
        guard let bytes = result.bytesLike else {
            throw typeError("__bytes__ returned non-bytes (type \(typeName(result)))")
        }
        return bytes
    }

    private func bytes(of source: Value, as type: String, byteMessage: String) throws -> [UInt8] {
        if let bytes = source.bytesLike { return bytes }
        if let bytes = try specialBytes(of: source) { return bytes }
        if let count = try size(source) {
            guard count >= 0 else { throw valueError("negative count") }
            try checkSize(1, times: count)
            return [UInt8](repeating: 0, count: count)
        }
        let iterator = try iterator(source) {
            typeError("cannot convert '\(typeName(source))' object to \(type)")
        }
        var bytes: [UInt8] = []
        while let item = try next(iterator) { bytes.append(try byte(item, byteMessage)) }
        return bytes
    }

    /// An integer as a number of bytes; nil for what is none, or has an `__index__` that gives none.
    private func size(_ source: Value) throws -> Int? {
        guard try isIndex(source) else { return nil }
        do {
            return try repetitions(source)
        } catch let failure as PythonError where failure.isOf("TypeError", in: self) {
            return nil
        }
    }
}
