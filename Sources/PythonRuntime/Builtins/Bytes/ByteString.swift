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
            guard !isMissing(encoding) else {
                throw typeError(
                    isMissing(errors)
                        ? "string argument without an encoding"
                        : "string argument without an encoding")
            }
            return try encode(text, codec, errors: handler)
        }
        guard !hasCodec else { throw typeError("encoding without a string argument") }
        return try bytes(of: source, byteMessage: byteMessage)
    }

    private func bytes(of source: Value, byteMessage: String) throws -> [UInt8] {
        if let bytes = source.bytesLike { return bytes }
        if let result = try applySpecial(.bytes, source) {
            guard let bytes = result.bytesLike else {
                throw typeError("__bytes__ returned non-bytes (type \(typeName(result)))")
            }
            return bytes
        }
        if try isIndex(source), let count = try repetitions(source) {
            guard count >= 0 else { throw valueError("negative count") }
            try checkSize(1, times: count)
            return [UInt8](repeating: 0, count: count)
        }
        guard isIterable(source) else {
            throw typeError("cannot convert '\(typeName(source))' object to bytes")
        }
        return try list(source).map { try byte($0, byteMessage) }
    }
}
