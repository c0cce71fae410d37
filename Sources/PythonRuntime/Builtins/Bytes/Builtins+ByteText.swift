extension Builtins {
    /// Bytes one by one: case and translation.
    static func defineByteMapping(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        func map(_ name: String, _ what: String, _ body: @escaping ([UInt8]) -> [UInt8]) {
            t.def("\(name)(self, /)\n\nThe bytes \(what).") {
                (python: Interpreter, value: ByteString) in make(python, body(value.bytes))
            }
        }
        map("upper", "with ASCII letters in upper case") { $0.map(\.uppercased) }
        map("lower", "with ASCII letters in lower case") { $0.map(\.lowercased) }
        map("swapcase", "with the case of ASCII letters exchanged") {
            $0.map { $0.isASCIIUpper ? $0.lowercased : $0.uppercased }
        }
        map("title", "with each word's first letter in upper case", ByteMethods.title)
        map("capitalize", "with the first letter in upper case, the others in lower") {
            $0.prefix(1).map(\.uppercased) + $0.dropFirst().map(\.lowercased)
        }
        t.def("translate(self, table, /, delete=...)\n\nThe bytes looked up in a table of 256.") {
            (python: Interpreter, value: ByteString, table: ByteString?, deleted: ByteString?) in
            if let table, table.bytes.count != 256 {
                throw python.valueError("translation table must be 256 characters long")
            }
            let kept = value.bytes.filter { deleted?.bytes.contains($0) != true }
            return make(python, table.map { table in kept.map { table.bytes[Int($0)] } } ?? kept)
        }
        let maker = NativeFunction(
            "maketrans(frm, to, /)\n\nA table for `translate`.", owner: t.type.name,
            .two { python, from, to in
                let from = try ByteString.from(from, in: python).bytes
                let to = try ByteString.from(to, in: python).bytes
                guard from.count == to.count else {
                    throw python.valueError("maketrans arguments must have same length")
                }
                var table = (0..<256).map { UInt8($0) }
                for (key, value) in zip(from, to) { table[Int(key)] = value }
                return .bytes(table, in: python)
            }, in: t.python)
        t.type.setTypeAttribute(
            "maketrans", .object(MethodWrapper(.object(maker), isStatic: true, in: t.python)))
    }

    static func defineByteTests(_ t: TypeBuilder) {
        func test(_ name: String, _ what: String, _ body: @escaping ([UInt8]) -> Bool) {
            t.def("\(name)(self, /)\n\nWhether \(what).") { (_: Interpreter, value: ByteString) in
                body(value.bytes)
            }
        }
        func all(_ name: String, _ what: String, _ body: @escaping (UInt8) -> Bool) {
            test(name, "all bytes are \(what)") { !$0.isEmpty && $0.allSatisfy(body) }
        }
        all("isalpha", "ASCII letters") { $0.isASCIILetter }
        all("isdigit", "ASCII digits") { $0.isASCIIDigit }
        all("isalnum", "ASCII letters or digits") { $0.isASCIILetter || $0.isASCIIDigit }
        all("isspace", "white space") { $0.isByteSpace }
        test("isascii", "all bytes are ASCII") { $0.allSatisfy { $0 < 0x80 } }
        test("isupper", "all ASCII letters are in upper case") { bytes in
            bytes.contains(where: \.isASCIIUpper) && !bytes.contains(where: \.isASCIILower)
        }
        test("islower", "all ASCII letters are in lower case") { bytes in
            bytes.contains(where: \.isASCIILower) && !bytes.contains(where: \.isASCIIUpper)
        }
        test("istitle", "words begin in upper case and go on in lower case", ByteMethods.isTitle)
    }

    /// Bytes as text: `decode`, `hex`, `fromhex`.
    static func defineByteText(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        t.def("decode(self, /, encoding='utf-8', errors='strict')\n\nThe bytes as text.") {
            (python: Interpreter, value: ByteString, encoding: Value, errors: Value) in
            try python.decode(
                value.bytes, python.text(encoding, "decode() argument 'encoding'").string,
                errors: python.text(errors, "decode() argument 'errors'").string)
        }
        t.def("hex(self, /, sep=..., bytes_per_sep=1)\n\nThe bytes in hexadecimal.") {
            (python: Interpreter, value: ByteString, separator: Value, group: Int) in
            ByteMethods.hex(
                value.bytes, separator: try python.hexSeparator(separator), group: group)
        }
        t.classDef("fromhex(cls, string, /)\n\nThe bytes of a hexadecimal text.") {
            python, type, values in
            let text = try python.text(values[0], "fromhex() argument")
            if let place = text.scalars.firstIndex(where: { !$0.isASCII }) {
                throw python.valueError(
                    "non-hexadecimal number found in fromhex() arg at position \(place)")
            }
            let made = make(python, try python.bytes(fromHex: text.utf8))
            let isOwn = type === python.types.bytes || type === python.types.bytearray
            return isOwn ? made : try python.call(.object(type), [made])
        }
    }
}

extension Interpreter {
    fileprivate func hexSeparator(_ value: Value) throws -> String? {
        if isMissing(value) { return nil }
        guard try length(value) == 1 else { throw valueError("sep must be length 1.") }
        if let bytes = value.bytesLike { return String(decoding: bytes, as: UTF8.self) }
        guard let text = value.stringObject else { throw typeError("sep must be str or bytes.") }
        guard text.isASCII else { throw valueError("sep must be ASCII.") }
        return text.string
    }

    fileprivate func bytes(fromHex text: [UInt8]) throws -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        func digit() throws -> UInt8 {
            guard place < text.count, let value = text[place].digitValue, value < 16 else {
                throw valueError(
                    "non-hexadecimal number found in fromhex() arg at position \(place)")
            }
            place += 1
            return UInt8(value)
        }
        while place < text.count {
            if text[place].isByteSpace {
                place += 1
            } else {
                result.append(try digit() << 4 | digit())
            }
        }
        return result
    }
}
