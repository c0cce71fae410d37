/// Texts of floats.
enum FloatText {
    /// What `float(text)` accepts, white space removed before; nil for anything else.
    static func parse(_ text: ArraySlice<UInt8>) -> Double? {
        guard let plain = withoutUnderscores(text) else { return nil }
        var rest = plain[...]
        var isNegative = false
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = rest.removeFirst() == UInt8(ascii: "-")
        }
        guard let magnitude = special(rest) ?? number(rest) else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    /// The text without single underscores between digits; nil where others are.
    private static func withoutUnderscores(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.contains(UInt8(ascii: "_")) else { return Array(text) }
        var result: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text {
            if byte == UInt8(ascii: "_") {
                guard previous.isASCIIDigit else { return nil }
            } else {
                if previous == UInt8(ascii: "_"), !byte.isASCIIDigit { return nil }
                result.append(byte)
            }
            previous = byte
        }
        return previous == UInt8(ascii: "_") ? nil : result
    }

    private static func special(_ text: ArraySlice<UInt8>) -> Double? {
        switch String(decoding: text.map(\.lowercased), as: UTF8.self) {
        case "inf", "infinity": .infinity
        case "nan": .nan
        default: nil
        }
    }

    private static func number(_ text: ArraySlice<UInt8>) -> Double? {
        guard prefixLength(text) == text.count, !text.isEmpty else { return nil }
        var result = String(decoding: text, as: UTF8.self)
        if result.hasPrefix(".") { result = "0" + result }
        return Double(result)
    }

    /// How many bytes of a text are an unsigned number: `12`, `.5`, `1.`, `1e-5`.
    static func prefixLength(_ text: ArraySlice<UInt8>) -> Int {
        var place = text.startIndex
        func digits() -> Int {
            let start = place
            while place < text.endIndex, text[place].isASCIIDigit { place += 1 }
            return place - start
        }
        var count = digits()
        if place < text.endIndex, text[place] == UInt8(ascii: ".") {
            place += 1
            count += digits()
        }
        guard count > 0 else { return 0 }
        let end = place
        if place < text.endIndex, text[place] | 32 == UInt8(ascii: "e") {
            place += 1
            if place < text.endIndex,
                text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+")
            {
                place += 1
            }
            if digits() == 0 { place = end }
        }
        return place - text.startIndex
    }

    /// Bytes without white space around them.
    static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var rest = text[...]
        while let first = rest.first, first.isByteSpace || first &- 0x1C < 4 { rest.removeFirst() }
        while let last = rest.last, last.isByteSpace || last &- 0x1C < 4 { rest.removeLast() }
        return rest
    }
}

extension Interpreter {
    /// `float(x)`.
    func makeFloat(_ value: Value) throws -> Double {
        if let text = value.stringObject {
            if type(of: value).special(.float) != nil { return try double(value) }
            let ascii = text.isASCII ? text.utf8 : DecimalText.ascii(text.string)
            return try float(ascii) { try self.repr(value) }
        }
        if let bytes = value.bytesLike { return try float(bytes) { try self.repr(value) } }
        switch value {
        case .float(let value): return value
        case .none: break
        case .object(let object)
        where !(object is BigIntegerObject) && !(object is BoxedObject)
            && object.type.special(.float) == nil && object.type.special(.index) == nil:
            break
        default: return try double(value)
        }
        throw typeError(
            "float() argument must be a string or a real number, not '\(typeName(value))'")
    }

    private func float(_ text: [UInt8], _ shown: () throws -> String) throws -> Double {
        guard let value = FloatText.parse(FloatText.trimmed(text)) else {
            throw valueError("could not convert string to float: \(try shown())")
        }
        return value
    }
}
