/// `center`, `ljust`, `zfill`, `expandtabs`: texts of a certain width.
extension StringObject {
    /// The text with so many fill characters before and behind it.
    func padded(left: Int, right: Int, with fill: Unicode.Scalar, in python: Interpreter) throws
        -> Value
    {
        if left <= 0, right <= 0 { return .object(self) }
        let (left, right) = (max(left, 0), max(right, 0))
        let unit = Array(String(fill).utf8)
        let (blanks, overflows) = left.addingReportingOverflow(right)
        try python.checkSize(unit.count, times: overflows ? .max : blanks)
        let size = byteCount + unit.count * blanks
        let isASCII: Bool? = isASCII && fill.isASCII ? true : nil
        return .object(
            StringObject.make(byteCount: size, isASCII: isASCII, in: python) { target in
                let middle = Self.fill(target, with: unit, times: left)
                _ = Self.fill(write(to: middle), with: unit, times: right)
            })
    }

    /// Writes the bytes of a code point so many times and gives the place behind them.
    private static func fill(
        _ target: UnsafeMutablePointer<UInt8>, with unit: [UInt8], times: Int
    ) -> UnsafeMutablePointer<UInt8> {
        if unit.count == 1 {
            target.update(repeating: unit[0], count: times)
            return target + times
        }
        var target = target
        for _ in 0..<times {
            for byte in unit {
                target.pointee = byte
                target += 1
            }
        }
        return target
    }

    /// The text in the middle; where the blanks are odd, more stand before it in odd widths.
    func centered(_ width: Int, with fill: Unicode.Scalar, in python: Interpreter) throws -> Value {
        let blanks = max(width - count, 0)
        let left = blanks / 2 + (blanks & width & 1)
        return try padded(left: left, right: blanks - left, with: fill, in: python)
    }

    /// Zeros between a sign and the rest up to a width.
    func zeroFilled(_ width: Int, in python: Interpreter) throws -> Value {
        let blanks = width - count
        guard blanks > 0 else { return .object(self) }
        try python.checkSize(1, times: blanks)
        return .object(
            StringObject.make(byteCount: byteCount + blanks, isASCII: isASCII, in: python) {
                target in
                _ = write(to: target + blanks)
                target.update(repeating: 0x30, count: blanks)
                let first = (target + blanks).pointee
                guard !isEmpty, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
                    return
                }
                target.pointee = first
                (target + blanks).pointee = 0x30
            })
    }

    func expandingTabs(_ size: Int, in python: Interpreter) throws -> Value {
        // No tab becomes more blanks than this: a result that cannot be too large is soon known.
        let tabs = withUTF8 { $0.reduce(0) { $1 == UInt8(ascii: "\t") ? $0 + 1 : $0 } }
        try python.checkSize(max(size, 1) / 2, times: tabs)
        var result: [UInt8] = []
        var column = 0
        for byte in utf8 {
            if byte == UInt8(ascii: "\t") {
                guard size > 0 else { continue }
                let blanks = size - column % size
                try python.checkSize(result.count, plus: blanks)
                result.append(contentsOf: repeatElement(0x20, count: blanks))
                column += blanks
            } else {
                result.append(byte)
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    column = 0
                } else if byte.beginsCodePoint {
                    column += 1
                }
            }
        }
        return .object(
            result.withUnsafeBufferPointer { StringObject.make($0, isASCII: isASCII, in: python) })
    }

    /// The text so many times; none for counts below one.
    func repeated(_ times: Int, in python: Interpreter) throws -> Value {
        if times == 1 { return .object(self) }
        guard times > 0, !isEmpty else { return .string("", in: python) }
        try python.checkSize(byteCount, times: times)
        return .object(StringObject.make(self, times: times, in: python))
    }
}

extension Interpreter {
    /// Bytes of a single text or sequence: beyond, a note asks for more than any page can show.
    private static var sizeLimit: Int { 1 << 30 }

    /// Refuses texts and sequences that no memory holds, before the machine suffers.
    package func checkSize(_ size: Int, times count: Int) throws {
        let (product, overflow) = size.multipliedReportingOverflow(by: max(count, 0))
        guard !overflow, product <= Self.sizeLimit else {
            throw error(types.exception("MemoryError"), [])
        }
    }

    /// The same for a text that grows.
    package func checkSize(_ size: Int, plus added: Int) throws {
        let (sum, overflow) = size.addingReportingOverflow(added)
        try checkSize(overflow ? .max : sum, times: 1)
    }

    /// The single code point that fills up a text.
    fileprivate func fill(_ value: Value) throws -> Unicode.Scalar {
        guard let text = value.stringObject else {
            throw typeError(
                "The fill character must be a unicode character, not \(typeName(value))")
        }
        guard text.count == 1 else {
            throw typeError("The fill character must be exactly one character long")
        }
        return text.scalar(at: 0)
    }

    /// How often a sequence is to be repeated; nil where the factor is no integer.
    package func repetitions(_ value: Value) throws -> Int? {
        if let count = value.integer { return count }
        guard value.object is BigIntegerObject || type(of: value).special(.index) != nil else {
            return nil
        }
        guard let count = Int(exactly: try bigIndex(value)) else {
            throw error(
                "OverflowError", "cannot fit '\(typeName(value))' into an index-sized integer")
        }
        return count
    }
}

extension Builtins {
    static func defineStringPadding(_ t: TypeBuilder) {
        t.def("ljust(self, width, fillchar=' ', /)\n\nThe text at the left of a width.") {
            (python: Interpreter, text: StringObject, width: Int, fill: Value) in
            try text.padded(
                left: 0, right: width - text.count, with: python.fill(fill), in: python)
        }
        t.def("rjust(self, width, fillchar=' ', /)\n\nThe text at the right of a width.") {
            (python: Interpreter, text: StringObject, width: Int, fill: Value) in
            try text.padded(
                left: width - text.count, right: 0, with: python.fill(fill), in: python)
        }
        t.def("center(self, width, fillchar=' ', /)\n\nThe text in the middle of a width.") {
            (python: Interpreter, text: StringObject, width: Int, fill: Value) in
            try text.centered(width, with: python.fill(fill), in: python)
        }
        t.def("zfill(self, width, /)\n\nZeros between the sign and the digits up to a width.") {
            (python: Interpreter, text: StringObject, width: Int) in
            try text.zeroFilled(width, in: python)
        }
        t.def("expandtabs(self, /, tabsize=8)\n\nThe text with blanks instead of tabs.") {
            (python: Interpreter, text: StringObject, size: Int) in
            try text.expandingTabs(size, in: python)
        }
    }
}
