/// White space among UTF-8 bytes.
enum ByteSpace {
    /// How many bytes of white space of a text begin at a place; zero where another code point does.
    @inline(__always)
    static func length(_ bytes: TextBytes, at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 { return byte == 32 || byte &- 9 < 5 || byte &- 0x1C < 4 ? 1 : 0 }
        return longLength(bytes, at: place)
    }

    private static func longLength(_ bytes: TextBytes, at place: Int) -> Int {
        guard !(0xC3...0xE0).contains(bytes[place]), bytes[place] < 0xE4,
            place + 1 < bytes.count
        else { return 0 }
        if bytes[place] == 0xC2 {
            return bytes[place + 1] == 0x85 || bytes[place + 1] == 0xA0 ? 2 : 0
        }
        guard bytes[place] > 0xE0, place + 2 < bytes.count else { return 0 }
        let value =
            UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
            | UInt32(bytes[place + 2] & 0x3F)
        return Unicode.Scalar(value).map(ScalarClass.isSpace) == true ? 3 : 0
    }

    /// How many bytes of white space end before a place.
    @inline(__always)
    static func length(_ bytes: TextBytes, before place: Int) -> Int {
        var start = place - 1
        while start > 0, !bytes[start].beginsCodePoint { start -= 1 }
        return length(bytes, at: start)
    }

    /// Calls a body with the words between white space, at most `limit` of them cut off from the left; what is
    /// left over is the last one.
    @inline(__always)
    static func forEachWord(_ bytes: TextBytes, limit: Int, _ body: (Range<Int>) -> Void) {
        var left = limit
        var place = 0
        while true {
            while place < bytes.count, case let space = length(bytes, at: place), space > 0 {
                place += space
            }
            if place == bytes.count { return }
            let start = place
            if left == 0 { return body(start..<bytes.count) }
            left &-= 1
            while place < bytes.count, length(bytes, at: place) == 0 { place += 1 }
            body(start..<place)
        }
    }

    /// The words between white space, cut off from the right, in order.
    static func lastWords(_ bytes: TextBytes, limit: Int) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var place = bytes.count
        while true {
            while place > 0, case let space = length(bytes, before: place), space > 0 {
                place -= space
            }
            if place == 0 { return words.reversed() }
            let end = place
            if words.count == limit {
                words.append(0..<end)
                return words.reversed()
            }
            while place > 0, length(bytes, before: place) == 0 {
                place -= 1
                while place > 0, !bytes[place].beginsCodePoint { place -= 1 }
            }
            words.append(place..<end)
        }
    }
}

/// `split`, `splitlines`, `partition` and their kin.
extension StringObject {
    /// The pieces of `split`; without a separator the words.
    func split(_ separator: StringObject?, limit: Int, in python: Interpreter) throws -> ListObject
    {
        let limit = limit < 0 ? Int.max : limit
        let pieces = ListObject.make(in: python)
        let isASCII = self.isASCII
        guard let separator else {
            withUTF8 { bytes in
                ByteSpace.forEachWord(bytes, limit: limit) {
                    pieces.append(Self.part(bytes, $0, isASCII, in: python))
                }
            }
            return pieces
        }
        try python.checkSeparator(separator)
        if separator === self {
            let empty = Value.string("", in: python)
            return ListObject(limit == 0 ? [.object(self)] : [empty, empty], in: python)
        }
        withUTF8 { bytes in
            separator.withUTF8 { pattern in
                var start = 0
                while pieces.count < limit,
                    let place = ByteSearch.first(pattern, in: bytes, start..<bytes.count)
                {
                    pieces.append(Self.part(bytes, start..<place, isASCII, in: python))
                    start = place + pattern.count
                }
                pieces.append(Self.part(bytes, start..<bytes.count, isASCII, in: python))
            }
        }
        return pieces
    }

    /// The pieces of `rsplit`.
    func splitFromRight(_ separator: StringObject?, limit: Int, in python: Interpreter) throws
        -> [Value]
    {
        let limit = limit < 0 ? Int.max : limit
        guard let separator else {
            return withUTF8 { bytes in
                ByteSpace.lastWords(bytes, limit: limit).map { part(bytes, $0, in: python) }
            }
        }
        try python.checkSeparator(separator)
        return withUTF8 { bytes in
            separator.withUTF8 { pattern in
                var pieces: [Value] = []
                var end = bytes.count
                while pieces.count < limit,
                    let place = ByteSearch.last(pattern, in: bytes, 0..<end)
                {
                    pieces.append(part(bytes, (place + pattern.count)..<end, in: python))
                    end = place
                }
                pieces.append(part(bytes, 0..<end, in: python))
                return pieces.reversed()
            }
        }
    }

    func lines(keepingEnds: Bool, in python: Interpreter) -> ListObject {
        let lines = ListObject.make(in: python)
        let isASCII = self.isASCII
        withUTF8 { bytes in
            var start = 0
            var place = 0
            while place < bytes.count {
                if bytes[place] &- 0x20 < 0x60 {
                    // Most characters break no line.
                    place &+= 1
                    continue
                }
                let length = LineBreaks.length(bytes, at: place)
                if length == 0 {
                    place += 1
                    continue
                }
                let end = keepingEnds ? place + length : place
                lines.append(Self.part(bytes, start..<end, isASCII, in: python))
                place += length
                start = place
            }
            if start < bytes.count {
                lines.append(Self.part(bytes, start..<bytes.count, isASCII, in: python))
            }
        }
        return lines
    }

    /// A part of a text, counted.
    private static func part(
        _ bytes: TextBytes, _ range: Range<Int>, _ isASCII: Bool, in python: Interpreter
    ) -> Slot {
        if range.count == 1, bytes[range.lowerBound] < 0x80 {
            return python.characters.slot(ascii: bytes[range.lowerBound])
        }
        let part = TextBytes(rebasing: bytes[range])
        return Slot(owning: StringObject.make(part, isASCII: isASCII ? true : nil, in: python))
    }

    /// The parts before, of and behind a separator: three texts, the whole one at its end where it is missing.
    func partition(_ separator: StringObject, fromRight: Bool, in python: Interpreter) throws
        -> TupleObject
    {
        try python.checkSeparator(separator)
        let isASCII = self.isASCII
        let length = separator.byteCount
        let place = withUTF8 { bytes in
            separator.withUTF8 {
                fromRight
                    ? ByteSearch.last($0, in: bytes, bytes.indices)
                    : ByteSearch.first($0, in: bytes, bytes.indices)
            }
        }
        guard let place else {
            let empty = Value.string("", in: python)
            let parts = fromRight ? [empty, empty, .object(self)] : [.object(self), empty, empty]
            return TupleObject(parts, in: python)
        }
        return withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: Slot.self, capacity: 3) { parts in
                let rest = (place + length)..<bytes.count
                parts.initializeElement(
                    at: 0, to: Self.part(bytes, 0..<place, isASCII, in: python))
                parts.initializeElement(at: 1, to: Slot(counting: separator))
                parts.initializeElement(at: 2, to: Self.part(bytes, rest, isASCII, in: python))
                let first = parts.baseAddress.unsafelyUnwrapped
                return TupleObject.make(taking: first, count: 3, in: python)
            }
        }
    }
}

/// The ends of lines of `str.splitlines` among UTF-8 bytes.
enum LineBreaks {
    /// How many bytes the line break at a place has; zero where there is none.
    static func length(_ bytes: TextBytes, at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 {
            if byte == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { return 2 }
            return byte &- 10 < 4 || byte &- 0x1C < 3 ? 1 : 0
        }
        if byte == 0xC2 { return place + 1 < bytes.count && bytes[place + 1] == 0x85 ? 2 : 0 }
        guard byte == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return 0 }
        return bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9 ? 3 : 0
    }
}

extension Interpreter {
    fileprivate func checkSeparator(_ separator: StringObject) throws {
        if separator.isEmpty { throw valueError("empty separator") }
    }

    /// The separator of `split`: nil for None.
    fileprivate func separator(_ value: Value) throws -> StringObject? {
        if value.isNone { return nil }
        guard let text = value.stringObject else {
            throw typeError("must be str or None, not \(typeName(value))")
        }
        return text
    }
}

extension Builtins {
    static func defineStringSplitting(_ t: TypeBuilder) {
        t.def(
            "split(self, /, sep=None, maxsplit=-1)\n\nThe pieces between separators, or the words between white space."
        ) { (python: Interpreter, text: StringObject, separator: Value, limit: Int) in
            try text.split(python.separator(separator), limit: limit, in: python)
        }
        t.def(
            "rsplit(self, /, sep=None, maxsplit=-1)\n\nThe pieces between separators, cut off from the right."
        ) { (python: Interpreter, text: StringObject, separator: Value, limit: Int) in
            try text.splitFromRight(python.separator(separator), limit: limit, in: python)
        }
        t.def("splitlines(self, /, keepends=False)\n\nThe lines of the text.") {
            (python: Interpreter, text: StringObject, keepingEnds: Int) in
            text.lines(keepingEnds: keepingEnds != 0, in: python)
        }
        t.def(
            "partition(self, sep, /)\n\nThe text before the first separator, the separator, and the rest."
        ) { (python: Interpreter, text: StringObject, separator: StringObject) in
            try text.partition(separator, fromRight: false, in: python)
        }
        t.def(
            "rpartition(self, sep, /)\n\nThe text before the last separator, the separator, and the rest."
        ) { (python: Interpreter, text: StringObject, separator: StringObject) in
            try text.partition(separator, fromRight: true, in: python)
        }
    }
}
