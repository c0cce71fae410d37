extension Builtins {
    /// `bytearray`.
    static func defineByteArray(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.bytearray, in: m.python)
        t.type.isSelfMatching = true
        t.constructor(
            "bytearray(source=..., encoding=..., errors=...)\n\nBytes that can be changed."
        ) { python, type, values in
            let bytes = try python.makeBytes(
                values[0], values[1], values[2], of: "bytearray",
                byteMessage: "byte must be in range(0, 256)")
            let isOwn = type === python.types.bytearray
            return .object(ByteArrayObject(bytes, type: isOwn ? nil : type, in: python))
        }
        let make: ByteMaker = { .object(ByteArrayObject($1, in: $0)) }
        defineByteOperators(t, make)
        defineByteMethods(t, make)
        defineByteArrayItems(t)
        defineByteArrayMethods(t)
        t.type.setTypeAttribute("__hash__", .none)
        t.unary(.repr) { python, value in
            python.typeName(value) + "("
                + Quoting.repr(value.bytesLike ?? [], escapesSingleQuotes: true) + ")"
        }
        t.binary(.iadd) { python, value, other -> Value in
            guard let added = other.bytesLike else {
                throw python.typeError(
                    "can't concat \(python.typeName(other)) to \(python.typeName(value))")
            }
            try ByteArrayObject.from(value, in: python).bytes += added
            return value
        }
        t.binary(.imul) { python, value, factor -> Value in
            guard let count = try python.repetitions(factor) else {
                throw python.typeError(
                    "can't multiply sequence by non-int of type '\(python.typeName(factor))'")
            }
            let array = try ByteArrayObject.from(value, in: python)
            array.bytes = try python.repeated(array.bytes, count)
            return value
        }
    }

    private static func defineByteArrayItems(_ t: TypeBuilder) {
        t.binary(.getitem) { python, value, key -> Value in
            let array = try ByteArrayObject.from(value, in: python)
            if let slice = key.object as? SliceObject {
                let bounds = try slice.bounds(array.bytes.count, in: python)
                return .object(ByteArrayObject(bounds.indices.map { array.bytes[$0] }, in: python))
            }
            return .int(Int(array.bytes[try python.arrayIndex(key, array)]))
        }
        t.ternary(.setitem) { python, value, key, new -> Value in
            let array = try ByteArrayObject.from(value, in: python)
            if let slice = key.object as? SliceObject {
                try array.replace(slice, with: new, in: python)
            } else {
                if try !python.isIndex(key) { _ = try python.arrayIndex(key, array) }
                // The conversion may run code that makes the array shorter.
                let byte = try python.byte(new, "byte must be in range(0, 256)")
                array.bytes[try python.arrayIndex(key, array)] = byte
            }
            return .none
        }
        t.binary(.delitem) { python, value, key -> Value in
            let array = try ByteArrayObject.from(value, in: python)
            if let slice = key.object as? SliceObject {
                let bounds = try slice.bounds(array.bytes.count, in: python)
                for index in bounds.indices.sorted(by: >) { array.bytes.remove(at: index) }
            } else {
                array.bytes.remove(at: try python.arrayIndex(key, array))
            }
            return .none
        }
    }

    private static func defineByteArrayMethods(_ t: TypeBuilder) {
        t.def("append(self, item, /)\n\nAdds a byte at the end.") {
            (python: Interpreter, array: ByteArrayObject, item: Value) -> Value in
            array.bytes.append(try python.byte(item, "byte must be in range(0, 256)"))
            return .none
        }
        t.def("extend(self, iterable, /)\n\nAdds bytes at the end.") {
            (python: Interpreter, array: ByteArrayObject, items: Value) -> Value in
            guard python.isIterable(items) else {
                throw python.typeError("can't extend bytearray with \(python.typeName(items))")
            }
            array.bytes +=
                try items.bytesLike
                ?? python.list(items).map {
                    try python.byte($0, "byte must be in range(0, 256)")
                }
            return .none
        }
        t.def("insert(self, index, item, /)\n\nInserts a byte before a place.") {
            (python: Interpreter, array: ByteArrayObject, index: Int, item: Value) -> Value in
            let byte = try python.byte(item, "byte must be in range(0, 256)")
            let place = index < 0 ? max(index &+ array.bytes.count, 0) : index
            array.bytes.insert(byte, at: min(place, array.bytes.count))
            return .none
        }
        t.def("pop(self, index=-1, /)\n\nRemoves and gives a byte.") {
            (python: Interpreter, array: ByteArrayObject, index: Int) -> Int in
            guard !array.bytes.isEmpty else {
                throw python.error("IndexError", "pop from empty bytearray")
            }
            let place = index < 0 ? index &+ array.bytes.count : index
            guard array.bytes.indices.contains(place) else {
                throw python.error("IndexError", "pop index out of range")
            }
            return Int(array.bytes.remove(at: place))
        }
        t.def("remove(self, value, /)\n\nRemoves the first byte of a value.") {
            (python: Interpreter, array: ByteArrayObject, value: Value) -> Value in
            let byte = try python.byte(value, "byte must be in range(0, 256)")
            guard let place = array.bytes.firstIndex(of: byte) else {
                throw python.valueError("value not found in bytearray")
            }
            array.bytes.remove(at: place)
            return .none
        }
        t.def("reverse(self, /)\n\nReverses the bytes in place.") {
            (_: Interpreter, array: ByteArrayObject) -> Value in
            array.bytes.reverse()
            return .none
        }
        t.def("clear(self, /)\n\nRemoves all bytes.") {
            (_: Interpreter, array: ByteArrayObject) -> Value in
            array.bytes.removeAll()
            return .none
        }
        t.def("copy(self, /)\n\nA copy.") { (python: Interpreter, array: ByteArrayObject) in
            ByteArrayObject(array.bytes, in: python)
        }
    }
}

extension ByteArrayObject: FromPython {
    package static func from(_ value: Value, in python: Interpreter) throws -> ByteArrayObject {
        guard let array = value.object as? ByteArrayObject else {
            throw python.typeError(
                "descriptor requires a 'bytearray' object but received a '\(python.typeName(value))'"
            )
        }
        return array
    }

    fileprivate func replace(_ slice: SliceObject, with new: Value, in python: Interpreter) throws {
        let items = try new.bytesLike ?? python.bytes(assigning: new)
        let bounds = try slice.bounds(bytes.count, in: python)
        if bounds.step == 1 {
            bytes.replaceSubrange(bounds.range, with: items)
            return
        }
        guard items.count == bounds.count else {
            throw python.valueError(
                "attempt to assign bytes of size \(items.count) to extended slice of size \(bounds.count)"
            )
        }
        for (index, byte) in zip(bounds.indices, items) { bytes[index] = byte }
    }
}

extension Interpreter {
    /// The bytes that an assignment to a slice puts in.
    fileprivate func bytes(assigning new: Value) throws -> [UInt8] {
        let isNumber = [Special.index, .int, .float].contains { type(of: new).special($0) != nil }
        if isNumber || new.stringObject != nil {
            throw typeError(
                "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        }
        guard isIterable(new) else {
            throw typeError("cannot convert '\(typeName(new))' object to bytearray")
        }
        return try list(new).map { try byte($0, "byte must be in range(0, 256)") }
    }

    fileprivate func arrayIndex(_ key: Value, _ array: ByteArrayObject) throws -> Int {
        try byteIndex(key, array.bytes.count, "bytearray", "bytearray index")
    }
}
