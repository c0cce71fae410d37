/// `find`, `count`, `startswith` and their kin.
extension StringObject {
    /// The index of the first or last occurrence within `[start:end]`.
    func find(
        _ text: StringObject, _ start: Value, _ end: Value, last: Bool = false,
        in python: Interpreter
    ) throws -> Int? {
        guard let range = try byteRange(start, end, in: python) else { return nil }
        let found = withUTF8 { bytes in
            text.withUTF8 { pattern in
                last
                    ? ByteSearch.last(pattern, in: bytes, range)
                    : ByteSearch.first(pattern, in: bytes, range)
            }
        }
        return found.map { index(ofByte: $0) }
    }

    func contains(_ text: StringObject) -> Bool {
        if self === text { return true }
        return withUTF8 { bytes in
            text.withUTF8 { ByteSearch.first($0, in: bytes, bytes.indices) != nil }
        }
    }

    /// How often a text occurs without overlapping; an empty one occurs around each code point.
    func occurrences(
        of text: StringObject, _ start: Value, _ end: Value, in python: Interpreter
    ) throws -> Int {
        guard let range = try byteRange(start, end, in: python) else { return 0 }
        return withUTF8 { bytes in
            if text.isEmpty { return bytes[range].count(where: \.beginsCodePoint) + 1 }
            return text.withUTF8 { ByteSearch.count($0, in: bytes, range) }
        }
    }

    /// Whether the text between two bytes begins or ends with another.
    private func has(_ affix: StringObject, atEnd: Bool, _ range: Range<Int>) -> Bool {
        withUTF8 { bytes in
            affix.withUTF8 { affix in
                let place = atEnd ? range.upperBound - affix.count : range.lowerBound
                return place >= range.lowerBound
                    && ByteSearch.matches(affix, in: bytes, at: place, before: range.upperBound)
            }
        }
    }

    func hasPrefix(_ prefix: StringObject) -> Bool {
        has(prefix, atEnd: false, 0..<byteCount)
    }

    func hasSuffix(_ suffix: StringObject) -> Bool { has(suffix, atEnd: true, 0..<byteCount) }

    /// `startswith` and `endswith`: one text or any of a tuple.
    func hasAffix(
        _ affix: Value, atEnd: Bool, _ start: Value, _ end: Value, in python: Interpreter
    ) throws -> Bool {
        let method = atEnd ? "endswith" : "startswith"
        let range = try byteRange(start, end, in: python)
        if let affix = affix.stringObject {
            return range.map { has(affix, atEnd: atEnd, $0) } ?? false
        }
        guard let choices = affix.object as? TupleObject else {
            throw python.typeError(
                "\(method) first arg must be str or a tuple of str, not \(python.typeName(affix))")
        }
        for choice in choices.items {
            guard let affix = choice.stringObject else {
                throw python.typeError(
                    "tuple for \(method) must only contain str, not \(python.typeName(choice))")
            }
            if let range, has(affix, atEnd: atEnd, range) { return true }
        }
        return false
    }

    func removing(prefix: StringObject) -> String {
        guard has(prefix, atEnd: false, 0..<byteCount) else { return string }
        return withUTF8 { String($0, prefix.byteCount..<$0.count) }
    }

    func removing(suffix: StringObject) -> String {
        guard has(suffix, atEnd: true, 0..<byteCount) else { return string }
        return withUTF8 { String($0, 0..<($0.count - suffix.byteCount)) }
    }
}

extension Builtins {
    static func defineStringSearch(_ t: TypeBuilder) {
        func search(_ name: String, last: Bool, help: String) {
            t.def("\(name)(self, sub, start=None, end=None, /)\n\n\(help)") {
                (python: Interpreter, text: StringObject, sub: StringObject, a: Value, b: Value) in
                try text.find(sub, a, b, last: last, in: python) ?? -1
            }
        }
        search("find", last: false, help: "The first index of a text, or -1.")
        search("rfind", last: true, help: "The last index of a text, or -1.")
        func index(_ name: String, last: Bool, help: String) {
            t.def("\(name)(self, sub, start=None, end=None, /)\n\n\(help)") {
                (python: Interpreter, text: StringObject, sub: StringObject, a: Value, b: Value) in
                guard let index = try text.find(sub, a, b, last: last, in: python) else {
                    throw python.valueError("substring not found")
                }
                return index
            }
        }
        index("index", last: false, help: "The first index of a text that must be there.")
        index("rindex", last: true, help: "The last index of a text that must be there.")
        t.def(
            "count(self, sub, start=None, end=None, /)\n\nHow often a text occurs without overlapping."
        ) { (python: Interpreter, text: StringObject, sub: StringObject, a: Value, b: Value) in
            try text.occurrences(of: sub, a, b, in: python)
        }
        defineStringAffixes(t)
    }

    private static func defineStringAffixes(_ t: TypeBuilder) {
        for (name, atEnd) in [("startswith", false), ("endswith", true)] {
            let side = atEnd ? "ends" : "begins"
            t.def(
                "\(name)(self, affix, start=None, end=None, /)\n\nWhether the text \(side) with a text or with one of a tuple."
            ) { (python: Interpreter, text: StringObject, affix: Value, a: Value, b: Value) in
                try text.hasAffix(affix, atEnd: atEnd, a, b, in: python)
            }
        }
        t.def("removeprefix(self, prefix, /)\n\nThe text without a prefix, if it has it.") {
            (python: Interpreter, text: StringObject, prefix: Value) in
            text.removing(prefix: try python.text(prefix, "removeprefix() argument"))
        }
        t.def("removesuffix(self, suffix, /)\n\nThe text without a suffix, if it has it.") {
            (python: Interpreter, text: StringObject, suffix: Value) in
            text.removing(suffix: try python.text(suffix, "removesuffix() argument"))
        }
    }
}

extension Interpreter {
    /// The text of an argument, whose role the error names: `replace() argument 1`.
    func text(_ value: Value, _ role: String) throws -> StringObject {
        guard let text = value.stringObject else {
            let name = value.isNone ? "None" : typeName(value)
            throw typeError("\(role) must be str, not \(name)")
        }
        return text
    }
}
