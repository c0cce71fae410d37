import PythonSyntax

/// `join`, `replace`, `translate`: texts made of others.
extension StringObject {
    /// The texts of an iterable with this one between them.
    func join(_ iterable: Value, in python: Interpreter) throws -> Value {
        let items: [Value]
        switch iterable.object {
        case let list as ListObject where list.kind == .list && list.isAllText:
            if list.count == 1 { return list[0] }
            return try join(list, in: python)
        case let list as ListObject where list.kind == .list: items = list.items
        case let tuple as TupleObject where tuple.kind == .tuple: items = tuple.items
        default:
            guard python.isIterable(iterable) else {
                throw python.typeError("can only join an iterable")
            }
            items = try python.list(
                python.iterator(iterable) { python.typeError("can only join an iterable") })
        }
        if items.count == 1, case .object(let only) = items[0], only.kind == .string {
            return items[0]
        }
        return try join(items, in: python)
    }

    private func join(_ items: [Value], in python: Interpreter) throws -> Value {
        let texts = ListObject(in: python)
        for (index, item) in items.enumerated() {
            guard let text = item.stringObject else {
                throw python.typeError(
                    "sequence item \(index): expected str instance, \(python.typeName(item)) found")
            }
            texts.append(.object(text))
        }
        return try join(texts, in: python)
    }

    private func join(_ texts: ListObject, in python: Interpreter) throws -> Value {
        var size = 0
        for index in 0..<texts.count {
            let part = texts.slots[index].with(StringObject.self) { $0.byteCount }
            try python.checkSize(size, plus: part)
            size += part
        }
        try python.checkSize(byteCount, times: texts.count)
        return .object(
            StringObject.make(
                joining: texts.slots, count: texts.count, separator: Slot(borrowing: self),
                in: python))
    }

    /// The text with occurrences replaced, from the left, at most `limit`; all for negative limits.
    func replacing(
        _ old: StringObject, with new: StringObject, limit: Int, in python: Interpreter
    ) throws -> Value {
        let limit = limit < 0 ? Int.max : limit
        if old.isEmpty { return try interleaved(new, limit: limit, in: python) }
        let count = withUTF8 { bytes in
            old.withUTF8 { ByteSearch.count($0, in: bytes, bytes.indices, limit: limit) }
        }
        guard count > 0 else { return .object(self) }
        let growth = new.byteCount - old.byteCount
        if growth > 0 { try python.checkSize(growth, times: count) }
        let size = byteCount + count * growth
        let isASCII: Bool? = isASCII && new.isASCII ? true : nil
        return .object(
            StringObject.make(byteCount: size, isASCII: isASCII, in: python) { target in
                write(to: target, replacing: old, times: count, by: new)
            })
    }

    /// A text is searched a second time sooner than places are kept.
    private func write(
        to target: UnsafeMutablePointer<UInt8>, replacing old: StringObject, times: Int,
        by new: StringObject
    ) {
        var target = target
        withUTF8 { bytes in
            old.withUTF8 { old in
                var start = 0
                func copy(until end: Int) {
                    guard let source = bytes.baseAddress else { return }
                    target.update(from: source + start, count: end - start)
                    target += end - start
                }
                for _ in 0..<times {
                    let place = ByteSearch.first(old, in: bytes, start..<bytes.count)
                    guard let place else { break }
                    copy(until: place)
                    target = new.write(to: target)
                    start = place + old.count
                }
                copy(until: bytes.count)
            }
        }
    }

    /// A text before each code point and at the end.
    private func interleaved(_ text: StringObject, limit: Int, in python: Interpreter) throws
        -> Value
    {
        try python.checkSize(text.byteCount, times: min(count + 1, limit))
        var result = ""
        var left = limit
        for scalar in string.unicodeScalars {
            if left > 0 { result += text.string }
            left -= 1
            result.unicodeScalars.append(scalar)
        }
        if left > 0 { result += text.string }
        return .string(result, in: python)
    }

    /// The text with its code points looked up in a table: by texts, by numbers, or dropped (None).
    func translated(_ table: Value, in python: Interpreter) throws -> Value {
        var known: [Unicode.Scalar: String] = [:]
        var size = 0
        let scalars = string.unicodeScalars
        for scalar in scalars {
            let text = try known[scalar] ?? python.translation(of: scalar, table)
            known[scalar] = text
            // Nothing is built that is too large in the end.
            try python.checkSize(size, plus: text.utf8.count)
            size += text.utf8.count
        }
        var result = ""
        result.reserveCapacity(size)
        for scalar in scalars { result += known[scalar] ?? "" }
        return .string(result, in: python)
    }
}

extension Interpreter {
    /// Whether `iter(value)` would give an iterator.
    func isIterable(_ value: Value) -> Bool {
        if value.object is IteratorObject || value.object is GeneratorObject { return true }
        switch value.object?.kind {
        case .list, .tuple, .range, .dictionary, .set: return true
        default: break
        }
        let type = type(of: value)
        return type.special(.iter) != nil || type.special(.getitem) != nil
    }

    fileprivate func translation(of scalar: Unicode.Scalar, _ table: Value) throws -> String {
        let found: Value
        do {
            found = try getItem(table, .int(Int(scalar.codePoint)))
        } catch let failure as PythonError
            where failure.exception.type.isSubtype(of: types.exception("LookupError"))
        {
            return String(scalar)
        }
        if found.isNone { return "" }
        if let text = found.text { return text }
        guard let number = found.integer else {
            throw typeError("character mapping must return integer, None or str")
        }
        guard let value = UInt32(exactly: number), value < 0x110000 else {
            throw valueError("character mapping must be in range(0x110000)")
        }
        return String(Unicode.Scalar(codePoint: value))
    }

    /// The table of `str.maketrans`.
    fileprivate func translationTable(_ first: Value, _ second: Value, _ third: Value) throws
        -> Value
    {
        if isMissing(second) { return try translationTable(from: first) }
        let to = try text(second, "maketrans() argument 2")
        guard let from = first.stringObject else {
            throw typeError(
                "first maketrans argument must be a string if there is a second argument")
        }
        guard from.count == to.count else {
            throw valueError("the first two maketrans arguments must have equal length")
        }
        let table = DictionaryObject(in: self)
        for (key, value) in zip(from.scalars, to.scalars) {
            try table.set(.int(Int(key.codePoint)), .int(Int(value.codePoint)), in: self)
        }
        guard !isMissing(third) else { return .object(table) }
        for key in try text(third, "maketrans() argument 3").scalars {
            try table.set(.int(Int(key.codePoint)), .none, in: self)
        }
        return .object(table)
    }

    private func translationTable(from mapping: Value) throws -> Value {
        guard let mapping = mapping.object as? DictionaryObject else {
            throw typeError("if you give only one argument to maketrans it must be a dict")
        }
        let table = DictionaryObject(in: self)
        for (key, value) in mapping.items {
            if let text = key.stringObject {
                guard text.count == 1 else {
                    throw valueError("string keys in translate table must be of length 1")
                }
                try table.set(.int(Int(text.scalar(at: 0).codePoint)), value, in: self)
            } else if key.integer != nil {
                try table.set(key, value, in: self)
            } else {
                throw typeError("keys in translate table must be strings or integers")
            }
        }
        return .object(table)
    }
}

extension Builtins {
    static func defineStringBuilding(_ t: TypeBuilder) {
        t.def("join(self, iterable, /)\n\nThe texts of an iterable with this one between them.") {
            (python: Interpreter, text: StringObject, iterable: Value) in
            try text.join(iterable, in: python)
        }
        t.def("replace(self, old, new, count=-1, /)\n\nThe text with occurrences replaced.") {
            (python: Interpreter, text: StringObject, old: Value, new: Value, count: Int) in
            try text.replacing(
                python.text(old, "replace() argument 1"),
                with: python.text(new, "replace() argument 2"), limit: count, in: python)
        }
        t.def("translate(self, table, /)\n\nThe text with its code points looked up in a table.") {
            (python: Interpreter, text: StringObject, table: Value) in
            try text.translated(table, in: python)
        }
        let literal = "maketrans(x, y=..., z=..., /)\n\nA table for `translate`."
        let maker = NativeFunction(
            literal, owner: "str", .three { try $0.translationTable($1, $2, $3) }, in: t.python)
        t.type.setTypeAttribute(
            "maketrans",
            .object(MethodWrapper(.object(maker), isStatic: true, in: t.python)))
    }
}
