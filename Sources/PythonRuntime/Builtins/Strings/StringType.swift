extension Builtins {
    /// `str`.
    static func defineString(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.str, in: m.python)
        t.type.isSelfMatching = true
        defineStringConstruction(t)
        defineStringOperators(t)
        defineStringItems(t)
        defineStringSearch(t)
        defineStringSplitting(t)
        defineStringStripping(t)
        defineStringPadding(t)
        defineStringBuilding(t)
        defineStringTests(t)
        defineStringCases(t)
        defineStringFormatting(t)
        defineStringEncoding(t)
    }

    private static func defineStringConstruction(_ t: TypeBuilder) {
        t.constructor(
            "str(object=..., encoding=..., errors=...)\n\nA value as text, or bytes decoded."
        ) { python, type, values in
            let made = try python.makeString(values[0], values[1], values[2])
            return type === python.types.str
                ? made : .object(BoxedObject(made.unboxed, type: type))
        }
        t.unary(.str) { python, text -> Value in
            guard let base = text.stringObject else { return text }
            return .object(base)
        }
        t.unary(.repr) { _, text in Quoting.repr(text.text ?? "") }
        t.unary(.hash) { _, text in text.stringObject?.hash ?? 0 }
        t.unary(.len) { _, text in text.stringObject?.count ?? 0 }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, text: StringObject) in
            Value.tuple([.object(text)], in: python)
        }
    }

    private static func defineStringOperators(_ t: TypeBuilder) {
        t.binary(.add) { python, a, b -> Value in
            guard let left = a.stringObject, let right = b.stringObject else {
                return python.notImplemented
            }
            try python.checkSize(left.byteCount + right.byteCount, times: 1)
            return .object(StringObject.make(left, right, in: python))
        }
        for special in [Special.mul, .rmul] {
            t.binary(special) { python, text, factor -> Value in
                guard let text = text.stringObject, let count = try python.repetitions(factor)
                else {
                    return python.notImplemented
                }
                return try text.repeated(count, in: python)
            }
        }
        func comparison(_ special: Special, _ test: @escaping (String, String) -> Bool) {
            t.binary(special) { python, a, b -> Value in
                guard let a = a.text, let b = b.text else { return python.notImplemented }
                return .bool(test(a, b))
            }
        }
        comparison(.eq) { Text.isEqual($0, $1) }
        comparison(.ne) { !Text.isEqual($0, $1) }
        comparison(.lt) { Text.isLess($0, $1) }
        comparison(.gt) { Text.isLess($1, $0) }
        comparison(.le) { !Text.isLess($1, $0) }
        comparison(.ge) { !Text.isLess($0, $1) }
        t.binary(.contains) { python, text, part -> Bool in
            guard let part = part.stringObject else {
                throw python.typeError(
                    "'in <string>' requires string as left operand, not \(python.typeName(part))")
            }
            return text.stringObject?.contains(part) ?? false
        }
    }

    private static func defineStringItems(_ t: TypeBuilder) {
        t.binary(.getitem) { python, value, key -> Value in
            let text = try StringObject.from(value, in: python)
            if case .int(let index) = key {
                return try text.item(index, in: python)
            }
            if let slice = key.object as? SliceObject { return try text.slice(slice, in: python) }
            guard try python.isIndex(key) else {
                throw python.typeError(
                    "string indices must be integers, not '\(python.typeName(key))'")
            }
            guard let place = try python.place(key, of: text.count) else {
                throw python.error("IndexError", "string index out of range")
            }
            return python.characters.text(text.scalar(at: place), in: python)
        }
        t.unary(.iter) { python, value -> Value in
            .object(StringIterator(try StringObject.from(value, in: python), in: python))
        }
    }
}

extension StringObject {
    fileprivate func item(_ index: Int, in python: Interpreter) throws -> Value {
        let place = index < 0 ? index &+ count : index
        guard place >= 0, place < count else {
            throw python.error("IndexError", "string index out of range")
        }
        return python.characters.text(scalar(at: place), in: python)
    }

    fileprivate func slice(_ slice: SliceObject, in python: Interpreter) throws -> Value {
        let bounds = try slice.bounds(count, in: python)
        if bounds.step == 1 {
            if bounds.count == count { return .object(self) }
            if isASCII { return withUTF8 { part($0, bounds.range, in: python) } }
            return .string(substring(bounds.range), in: python)
        }
        var view = String.UnicodeScalarView()
        for index in bounds.indices { view.append(scalar(at: index)) }
        return .string(String(view), in: python)
    }
}

extension Interpreter {
    /// `str(object, encoding, errors)`.
    fileprivate func makeString(_ object: Value, _ encoding: Value, _ errors: Value) throws -> Value
    {
        if isMissing(object) { return .string("", in: self) }
        guard !isMissing(encoding) || !isMissing(errors) else {
            if object.object?.kind == .string { return object }
            return .string(try str(object), in: self)
        }
        let codec =
            isMissing(encoding) ? "utf-8" : try text(encoding, "str() argument 'encoding'").string
        let handler =
            isMissing(errors) ? "strict" : try text(errors, "str() argument 'errors'").string
        guard object.stringObject == nil else { throw typeError("decoding str is not supported") }
        guard let bytes = object.bytesLike else {
            throw typeError(
                "decoding to str: need a bytes-like object, \(typeName(object)) found")
        }
        return .string(try decode(bytes, codec, errors: handler), in: self)
    }

    /// Whether a value can be an index: an integer, or what has `__index__`.
    package func isIndex(_ value: Value) throws -> Bool {
        switch value {
        case .int, .bool: true
        case .object(let object):
            object is BigIntegerObject || object.type.special(.index) != nil
        default: false
        }
    }
}
