/// `strip` and its kin.
extension StringObject {
    /// The text without white space (nil) or the code points of a set at its ends.
    func stripped(_ set: StringObject?, left: Bool, right: Bool, in python: Interpreter) -> Value {
        withUTF8 { bytes in
            let range =
                set.map { kept(bytes, ScalarSet($0.string), left: left, right: right) }
                ?? keptBySpace(bytes, left: left, right: right)
            if range == bytes.indices { return .object(self) }
            return part(bytes, range, in: python)
        }
    }

    private func keptBySpace(_ bytes: TextBytes, left: Bool, right: Bool) -> Range<Int> {
        var start = 0
        var end = bytes.count
        if left {
            while start < end, case let space = ByteSpace.length(bytes, at: start), space > 0 {
                start += space
            }
        }
        if right {
            while end > start, case let space = ByteSpace.length(bytes, before: end), space > 0 {
                end -= space
            }
        }
        return start..<end
    }

    private func kept(_ bytes: TextBytes, _ set: ScalarSet, left: Bool, right: Bool) -> Range<Int> {
        let scalars = string.unicodeScalars
        var start = scalars.startIndex
        var end = scalars.endIndex
        if left {
            while start < end, set.contains(scalars[start]) { start = scalars.index(after: start) }
        }
        if right {
            while end > start, case let last = scalars.index(before: end),
                set.contains(scalars[last])
            {
                end = last
            }
        }
        let utf8 = string.utf8
        return utf8.distance(
            from: utf8.startIndex, to: start)..<utf8.distance(
                from: utf8.startIndex, to: end)
    }
}

/// A few code points: ASCII ones in two words, others in a set.
private struct ScalarSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var others: Set<Unicode.Scalar> = []

    init(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case ..<64: low |= 1 << UInt64(scalar.value)
            case ..<128: high |= 1 << UInt64(scalar.value - 64)
            default: others.insert(scalar)
            }
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<64: low & (1 << UInt64(scalar.value)) != 0
        case ..<128: high & (1 << UInt64(scalar.value - 64)) != 0
        default: !others.isEmpty && others.contains(scalar)
        }
    }
}

extension Builtins {
    static func defineStringStripping(_ t: TypeBuilder) {
        func strip(_ name: String, left: Bool, right: Bool, help: String) {
            t.def("\(name)(self, chars=None, /)\n\n\(help)") {
                (python: Interpreter, text: StringObject, chars: Value) -> Value in
                guard chars.isNone || chars.stringObject != nil else {
                    throw python.typeError("\(name) arg must be None or str")
                }
                return text.stripped(chars.stringObject, left: left, right: right, in: python)
            }
        }
        strip(
            "strip", left: true, right: true, help: "The text without white space around it.")
        strip(
            "lstrip", left: true, right: false, help: "The text without white space before it.")
        strip(
            "rstrip", left: false, right: true, help: "The text without white space behind it.")
    }
}
