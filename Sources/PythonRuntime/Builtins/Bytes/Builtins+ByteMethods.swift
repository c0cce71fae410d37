extension Builtins {
    /// The methods that `bytes` and `bytearray` share.
    static func defineByteMethods(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        defineByteSearch(t)
        defineByteAffixes(t, make)
        defineByteSplitting(t, make)
        defineBytePadding(t, make)
        defineByteMapping(t, make)
        defineByteTests(t)
        defineByteText(t, make)
    }

    private static func defineByteSearch(_ t: TypeBuilder) {
        for (name, last, mustFind) in [
            ("find", false, false), ("rfind", true, false), ("index", false, true),
            ("rindex", true, true),
        ] {
            let which = last ? "last" : "first"
            t.def("\(name)(self, sub, start=None, end=None, /)\n\nThe \(which) place of bytes.") {
                (python: Interpreter, value: ByteString, sub: BytePattern, a: Value, b: Value) in
                let range = try python.range(a, b, of: value.bytes.count)
                let found = range.flatMap {
                    ByteMethods.find(sub.bytes, in: value.bytes, $0, last: last)
                }
                if found == nil, mustFind { throw python.valueError("subsection not found") }
                return found ?? -1
            }
        }
        t.def("count(self, sub, start=None, end=None, /)\n\nHow often bytes occur.") {
            (python: Interpreter, value: ByteString, sub: BytePattern, a: Value, b: Value) in
            let range = try python.range(a, b, of: value.bytes.count)
            return range.map { ByteMethods.count(sub.bytes, in: value.bytes, $0) } ?? 0
        }
    }

    private static func defineByteAffixes(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        for (name, atEnd) in [("startswith", false), ("endswith", true)] {
            let side = atEnd ? "end" : "begin"
            t.def(
                "\(name)(self, affix, start=None, end=None, /)\n\nWhether the bytes \(side) with others."
            ) { (python: Interpreter, value: ByteString, affix: Value, a: Value, b: Value) in
                let choices = try python.affixes(affix, name)
                guard let range = try python.range(a, b, of: value.bytes.count) else {
                    return false
                }
                let part = value.bytes[range]
                return choices.contains {
                    atEnd ? part.reversed().starts(with: $0.reversed()) : part.starts(with: $0)
                }
            }
        }
        t.def("removeprefix(self, prefix, /)\n\nThe bytes without a prefix.") {
            (python: Interpreter, value: ByteString, prefix: ByteString) in
            make(
                python,
                value.bytes.starts(with: prefix.bytes)
                    ? Array(value.bytes.dropFirst(prefix.bytes.count)) : value.bytes)
        }
        t.def("removesuffix(self, suffix, /)\n\nThe bytes without a suffix.") {
            (python: Interpreter, value: ByteString, suffix: ByteString) in
            make(
                python,
                value.bytes.reversed().starts(with: suffix.bytes.reversed())
                    ? Array(value.bytes.dropLast(suffix.bytes.count)) : value.bytes)
        }
    }

    private static func defineByteSplitting(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        for (name, fromRight) in [("split", false), ("rsplit", true)] {
            t.def("\(name)(self, /, sep=None, maxsplit=-1)\n\nThe pieces between separators.") {
                (python: Interpreter, value: ByteString, separator: ByteString?, limit: Int) in
                if separator?.bytes.isEmpty == true { throw python.valueError("empty separator") }
                return ByteMethods.split(
                    value.bytes, separator?.bytes, limit: limit, fromRight: fromRight
                ).map { make(python, Array($0)) }
            }
        }
        t.def("splitlines(self, /, keepends=False)\n\nThe lines.") {
            (python: Interpreter, value: ByteString, keepingEnds: Int) in
            ByteMethods.lines(value.bytes, keepingEnds: keepingEnds != 0).map {
                make(python, Array($0))
            }
        }
        for (name, fromRight) in [("partition", false), ("rpartition", true)] {
            t.def("\(name)(self, sep, /)\n\nThe bytes before a separator, it, and the rest.") {
                (python: Interpreter, value: ByteString, separator: ByteString) in
                if separator.bytes.isEmpty { throw python.valueError("empty separator") }
                let bytes = value.bytes
                let place = ByteMethods.find(separator.bytes, in: bytes, nil, last: fromRight)
                let parts: [[UInt8]]
                if let place {
                    let end = place + separator.bytes.count
                    parts = [Array(bytes[..<place]), separator.bytes, Array(bytes[end...])]
                } else {
                    parts = fromRight ? [[], [], bytes] : [bytes, [], []]
                }
                return Value.tuple(parts.map { make(python, $0) }, in: python)
            }
        }
        t.def("join(self, iterable, /)\n\nThe bytes of an iterable with these between them.") {
            (python: Interpreter, value: ByteString, iterable: Value) in
            make(python, try python.join(value.bytes, iterable))
        }
        t.def("replace(self, old, new, count=-1, /)\n\nThe bytes with occurrences replaced.") {
            (python: Interpreter, value: ByteString, old: ByteString, new: ByteString, limit: Int)
            in
            let growth = new.bytes.count - old.bytes.count
            if growth > 0 {
                let count = ByteMethods.count(old.bytes, in: value.bytes, value.bytes.indices)
                try python.checkSize(growth, times: limit < 0 ? count : min(count, limit))
            }
            return make(
                python,
                ByteMethods.replace(old.bytes, in: value.bytes, by: new.bytes, limit: limit))
        }
    }

    private static func defineBytePadding(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        func pad(_ name: String, _ left: @escaping (_ blanks: Int, _ width: Int) -> Int) {
            t.def("\(name)(self, width, fillbyte=..., /)\n\nThe bytes in a width.") {
                (python: Interpreter, value: ByteString, width: Int, fill: Value) in
                let fill = try python.fillByte(fill, name)
                let blanks = max(width - value.bytes.count, 0)
                try python.checkSize(1, times: blanks)
                let before = left(blanks, width)
                let padding = { (count: Int) in [UInt8](repeating: fill, count: count) }
                return make(python, padding(before) + value.bytes + padding(blanks - before))
            }
        }
        pad("ljust") { _, _ in 0 }
        pad("rjust") { blanks, _ in blanks }
        pad("center") { blanks, width in blanks / 2 + (blanks & width & 1) }
        t.def("zfill(self, width, /)\n\nZeros between the sign and the digits up to a width.") {
            (python: Interpreter, value: ByteString, width: Int) in
            let isSigned = value.bytes.first == 43 || value.bytes.first == 45
            let sign = value.bytes.prefix(isSigned ? 1 : 0)
            let zeros = max(width - value.bytes.count, 0)
            try python.checkSize(1, times: zeros)
            return make(
                python,
                sign + [UInt8](repeating: 48, count: zeros) + value.bytes.dropFirst(sign.count))
        }
        t.def("expandtabs(self, /, tabsize=8)\n\nThe bytes with blanks instead of tabs.") {
            (python: Interpreter, value: ByteString, size: Int) in
            try python.checkSize(max(size, 1), times: value.bytes.count)
            return make(python, ByteMethods.expandTabs(value.bytes, size))
        }
        for (name, left, right) in [
            ("strip", true, true), ("lstrip", true, false), ("rstrip", false, true),
        ] {
            t.def("\(name)(self, bytes=None, /)\n\nThe bytes without white space at the ends.") {
                (python: Interpreter, value: ByteString, set: ByteString?) in
                let kept = ByteMethods.strip(value.bytes, set?.bytes, left: left, right: right)
                return make(python, Array(kept))
            }
        }
    }
}

extension Interpreter {
    fileprivate func affixes(_ value: Value, _ method: String) throws -> [[UInt8]] {
        if let bytes = value.bytesLike { return [bytes] }
        guard let tuple = value.object as? TupleObject else {
            throw typeError(
                "\(method) first arg must be bytes or a tuple of bytes, not \(typeName(value))")
        }
        return try tuple.items.map { try ByteString.from($0, in: self).bytes }
    }

    fileprivate func fillByte(_ value: Value, _ method: String) throws -> UInt8 {
        if isMissing(value) { return 32 }
        guard let bytes = value.bytesLike, bytes.count == 1 else {
            throw typeError(
                "\(method)() argument 2 must be a byte string of length 1, not \(typeName(value))")
        }
        return bytes[0]
    }

    fileprivate func join(_ separator: [UInt8], _ iterable: Value) throws -> [UInt8] {
        guard isIterable(iterable) else { throw typeError("can only join an iterable") }
        var result: [UInt8] = []
        for (index, item) in try list(iterable).enumerated() {
            guard let bytes = item.bytesLike else {
                throw typeError(
                    "sequence item \(index): expected a bytes-like object, \(typeName(item)) found")
            }
            if index > 0 { result += separator }
            try checkSize(result.count, plus: bytes.count + separator.count)
            result += bytes
        }
        return result
    }
}
