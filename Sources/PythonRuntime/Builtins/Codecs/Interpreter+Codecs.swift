import PythonSyntax

/// Encoding and decoding with the handling of errors that the caller asks for.
extension Interpreter {
    private func codec(_ name: String) throws -> Codec {
        guard let codec = Codec(name: name) else {
            throw error("LookupError", "unknown encoding: \(name)")
        }
        return codec
    }

    /// `bytes.decode`.
    package func decode(_ bytes: [UInt8], _ encoding: String, errors: String) throws -> String {
        var codec = try codec(encoding)
        var skipped = 0
        switch codec {
        case .utf8Signed where bytes.starts(with: codec.signature): skipped = 3
        case .utf16(nil):
            if bytes.starts(with: [0xFE, 0xFF]) { codec = .utf16(.big) }
            skipped = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
        case .utf32(nil):
            if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { codec = .utf32(.big) }
            let isMarked =
                bytes.starts(with: [0, 0, 0xFE, 0xFF])
                || bytes.starts(with: [0xFF, 0xFE, 0, 0])
            skipped = isMarked ? 4 : 0
        default: break
        }
        var text = ""
        var place = skipped
        try bytes.withUnsafeBufferPointer { buffer in
            while let fault = codec.decode(buffer, from: place, into: &text) {
                place = try replace(fault, in: bytes, codec, errors, &text)
            }
        }
        return text
    }

    /// Appends what stands for bytes that are no text, and gives the place behind them.
    private func replace(
        _ fault: DecodingFault, in bytes: [UInt8], _ codec: Codec, _ errors: String,
        _ text: inout String
    ) throws -> Int {
        let found = bytes[fault.range]
        switch errors {
        case "ignore": break
        case "replace": text += "\u{FFFD}"
        case "backslashreplace":
            text += found.map { "\\x" + Quoting.hex($0, 2) }.joined()
        case "surrogateescape" where found.allSatisfy { $0 >= 0x80 }:
            for byte in found {
                text.unicodeScalars.append(Unicode.Scalar(codePoint: 0xDC00 + UInt32(byte)))
            }
        case "surrogatepass":
            guard
                let (surrogate, count) = codec.surrogate(in: bytes, at: fault.range.lowerBound)
            else { fallthrough }
            text.unicodeScalars.append(Unicode.Scalar(codePoint: surrogate))
            return fault.range.lowerBound + count
        case "strict", "surrogateescape":
            throw unicodeError(
                "UnicodeDecodeError", codec.name, .bytes(bytes, in: self), fault.range,
                fault.reason)
        case "xmlcharrefreplace", "namereplace":
            throw typeError("don't know how to handle UnicodeDecodeError in error callback")
        default: throw error("LookupError", "unknown error handler name '\(errors)'")
        }
        return fault.range.upperBound
    }

    /// `str.encode`.
    package func encode(_ text: StringObject, _ encoding: String, errors: String) throws -> [UInt8]
    {
        let codec = try codec(encoding)
        let isASCII = text.isASCII
        if isASCII, codec.limit <= 0x100 { return text.utf8 }
        if case .utf8 = codec, isASCII || !text.hasLoneSurrogates { return text.utf8 }
        var bytes = codec.signature
        let scalars = text.scalars
        var index = 0
        while index < scalars.count {
            if codec.canEncode(scalars[index]) {
                codec.append(scalars[index], to: &bytes)
                index += 1
                continue
            }
            let end = scalars[index...].firstIndex(where: codec.canEncode) ?? scalars.count
            bytes += try replacement(for: text, index..<end, codec, errors)
            index = end
        }
        return bytes
    }

    /// The bytes that stand for code points without a form in the encoding.
    private func replacement(
        for text: StringObject, _ range: Range<Int>, _ codec: Codec, _ errors: String
    ) throws -> [UInt8] {
        let scalars = text.scalars[range]
        func encoded(_ text: String) -> [UInt8] {
            text.unicodeScalars.reduce(into: []) { codec.append($1, to: &$0) }
        }
        switch errors {
        case "ignore": return []
        case "replace": return encoded(String(repeating: "?", count: range.count))
        case "backslashreplace": return encoded(scalars.map(Quoting.escape).joined())
        case "xmlcharrefreplace": return encoded(scalars.map { "&#\($0.codePoint);" }.joined())
        case "namereplace":
            return encoded(
                scalars.map { scalar in
                    scalar.properties.name.map { "\\N{\($0)}" } ?? Quoting.escape(scalar)
                }.joined())
        case "surrogateescape" where scalars.allSatisfy { (0xDC80...0xDCFF).contains($0.codePoint) }:
            return scalars.map { UInt8(truncatingIfNeeded: $0.codePoint) }
        case "surrogatepass" where codec.limit > 0x100:
            return scalars.flatMap { codec.surrogateBytes($0.codePoint) }
        case "strict", "surrogatepass", "surrogateescape":
            throw unicodeError(
                "UnicodeEncodeError", codec.encoderName, .object(text), range,
                codec.limit > 0x100
                    ? "surrogates not allowed" : "ordinal not in range(\(codec.limit))")
        default: throw error("LookupError", "unknown error handler name '\(errors)'")
        }
    }

    private func unicodeError(
        _ type: String, _ codec: String, _ object: Value, _ range: Range<Int>, _ reason: String
    ) -> PythonError {
        let type = types.exception(type)
        let arguments: [Value] = [
            .string(codec, in: self), object, .int(range.lowerBound), .int(range.upperBound),
            .string(reason, in: self),
        ]
        return error(type, arguments)
    }
}

extension StringObject {
    /// Whether code points stand in the text that no encoding has.
    var hasLoneSurrogates: Bool {
        contains(Unicode.Scalar.loneSurrogateByte)
            && string.unicodeScalars.contains(where: \.isLoneSurrogate)
    }
}

extension Builtins {
    static func defineStringEncoding(_ t: TypeBuilder) {
        t.def("encode(self, /, encoding='utf-8', errors='strict')\n\nThe text as bytes.") {
            (python: Interpreter, text: StringObject, encoding: Value, errors: Value) in
            Value.bytes(
                try python.encode(
                    text, python.text(encoding, "encode() argument 'encoding'").string,
                    errors: python.text(errors, "encode() argument 'errors'").string), in: python)
        }
    }

    /// `UnicodeDecodeError` and its kin: their arguments have names, their message tells the place.
    static func defineUnicodeErrors(_ m: ModuleBuilder) {
        for name in ["UnicodeDecodeError", "UnicodeEncodeError"] {
            let t = TypeBuilder(m.python.types.exception(name), in: m.python)
            for (index, attribute) in ["encoding", "object", "start", "end", "reason"].enumerated()
            {
                t.property(attribute) { _, value -> Value in
                    let arguments = (value.object as? ExceptionObject)?.arguments ?? []
                    return index < arguments.count ? arguments[index] : .none
                }
            }
            t.unary(.str) { python, value -> String in
                guard let exception = value.object as? ExceptionObject else { return "" }
                return try python.unicodeErrorText(exception)
            }
        }
    }
}

extension Interpreter {
    fileprivate func unicodeErrorText(_ exception: ExceptionObject) throws -> String {
        let arguments = exception.arguments
        guard arguments.count == 5, let start = arguments[2].integer,
            let end = arguments[3].integer
        else { return try arguments.first.map { try str($0) } ?? "" }
        let isDecoding = exception.type.isSubtype(of: types.exception("UnicodeDecodeError"))
        let verb = isDecoding ? "decode" : "encode"
        let noun = isDecoding ? "byte" : "character"
        let what: String
        if end - start == 1, let shown = shownUnit(arguments[1], start) {
            what = "\(noun) \(shown) in position \(start)"
        } else {
            what = "\(noun)s in position \(start)-\(end - 1)"
        }
        return try "'\(str(arguments[0]))' codec can't \(verb) \(what): \(str(arguments[4]))"
    }

    /// `0xff` of bytes, `'\xe9'` of a text.
    private func shownUnit(_ object: Value, _ place: Int) -> String? {
        if let bytes = object.bytesLike, bytes.indices.contains(place) {
            return "0x" + Quoting.hex(bytes[place], 2)
        }
        guard let text = object.stringObject, (0..<text.count).contains(place) else { return nil }
        return "'" + Quoting.escape(text.scalar(at: place)) + "'"
    }
}
