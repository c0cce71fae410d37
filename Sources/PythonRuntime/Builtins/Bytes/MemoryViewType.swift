extension Builtins {
    /// `memoryview`.
    static func defineMemoryView(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.containers.memoryView, in: m.python)
        t.constructor("memoryview(object)\n\nThe bytes of an object, without a copy.") {
            python, _, values in
            if let view = values[0].object as? MemoryViewObject {
                return .object(try view.part(SliceBounds(all: view.count), in: python))
            }
            guard let bytes = values[0].bytesLike else {
                throw python.typeError(
                    "memoryview: a bytes-like object is required, not '\(python.typeName(values[0]))'"
                )
            }
            return .object(
                MemoryViewObject(
                    values[0], start: 0, step: 1, count: bytes.count, format: .byte, in: python))
        }
        m.module.namespace["memoryview"] = .object(t.type)
        memoryViewItems(t)
        memoryViewMethods(t)
        memoryViewProperties(t)
        memoryViewIdentity(t)
    }

    private static func memoryViewItems(_ t: TypeBuilder) {
        t.unary(.len) { (python: Interpreter, view: MemoryViewObject) -> Int in
            _ = try view.content(in: python)
            return view.count
        }
        t.unary(.iter) { (python: Interpreter, view: MemoryViewObject) -> Value in
            try python.iterator(.list(view.values(in: python), in: python))
        }
        t.binary(.getitem) { (python: Interpreter, view: MemoryViewObject, key: Value) -> Value in
            let bytes = try view.content(in: python)
            if let slice = key.object as? SliceObject {
                return .object(
                    try view.part(slice.bounds(view.count, in: python), in: python))
            }
            return view.format.value(
                of: view.item(at: try python.place(key, in: view), of: bytes), in: python)
        }
        t.ternary(.setitem) {
            (python: Interpreter, view: MemoryViewObject, key: Value, new: Value) in
            _ = try view.content(in: python)
            guard !view.isReadOnly else {
                throw python.typeError("cannot modify read-only memory")
            }
            if let slice = key.object as? SliceObject {
                let part = try view.part(slice.bounds(view.count, in: python), in: python)
                guard let bytes = new.bytesLike else {
                    throw python.typeError(
                        "a bytes-like object is required, not '\(python.typeName(new))'")
                }
                guard bytes.count == part.count * part.format.size else {
                    throw python.valueError(
                        "memoryview assignment: lvalue and rvalue have different structures")
                }
                return part.write(bytes)
            }
            let index = try python.place(key, in: view)
            guard let bytes = try view.format.bytes(of: new, in: python) else {
                throw view.format.mistake("value", new, in: python)
            }
            try view.part(SliceBounds(one: index), in: python).write(bytes)
        }
    }

    private static func memoryViewMethods(_ t: TypeBuilder) {
        t.def("tobytes(self, /, order='C')\n\nThe bytes, copied.") {
            (python: Interpreter, view: MemoryViewObject, _: Value) -> Value in
            _ = try view.content(in: python)
            return .bytes(view.bytes, in: python)
        }
        t.def("tolist(self, /)\n\nThe items.") { (python: Interpreter, view: MemoryViewObject) in
            try view.values(in: python)
        }
        t.def("hex(self, /)\n\nThe bytes as hexadecimal digits.") {
            (python: Interpreter, view: MemoryViewObject) -> String in
            _ = try view.content(in: python)
            return ByteMethods.hex(view.bytes, separator: nil, group: 1)
        }
        t.procedure("release(self, /)\n\nLets the object go.") {
            (_: Interpreter, view: MemoryViewObject) in view.release()
        }
        t.def("toreadonly(self, /)\n\nA view that changes nothing.") {
            (python: Interpreter, view: MemoryViewObject) -> Value in
            _ = try view.content(in: python)
            let copy = MemoryViewObject(
                .bytes(view.bytes, in: python), start: 0, step: view.format.size,
                count: view.count, format: view.format, in: python)
            return .object(copy)
        }
        t.def("cast(self, /, format)\n\nThe same bytes as items of another format.") {
            (python: Interpreter, view: MemoryViewObject, text: String) -> Value in
            _ = try view.content(in: python)
            return .object(try view.cast(to: text, in: python))
        }
        t.def("__enter__(self, /)") { (python: Interpreter, view: MemoryViewObject) -> Value in
            _ = try view.content(in: python)
            return .object(view)
        }
        t.raw("__exit__(self, /, *exception)") { python, arguments in
            (arguments.positional[0].object as? MemoryViewObject)?.release()
            return .none
        }
    }

    private static func memoryViewProperties(_ t: TypeBuilder) {
        func read<R: ToPython>(
            _ name: String, _ get: @escaping (Interpreter, MemoryViewObject) -> R
        ) {
            t.property(name) { python, value -> Value in
                let view = try MemoryViewObject.from(value, in: python)
                _ = try view.content(in: python)
                return try get(python, view).value(in: python)
            }
        }
        read("obj") { _, view in view.base ?? .none }
        read("format") { _, view in view.format.text }
        read("itemsize") { _, view in view.format.size }
        read("nbytes") { _, view in view.count * view.format.size }
        read("ndim") { _, _ in 1 }
        read("readonly") { _, view in view.isReadOnly }
        read("shape") { python, view in Value.tuple([.int(view.count)], in: python) }
        read("strides") { python, view in Value.tuple([.int(view.step)], in: python) }
        read("contiguous") { _, view in view.step == view.format.size || view.count < 2 }
        read("c_contiguous") { _, view in view.step == view.format.size || view.count < 2 }
    }

    private static func memoryViewIdentity(_ t: TypeBuilder) {
        t.binary(.eq) { (python: Interpreter, view: MemoryViewObject, other: Value) -> Value in
            guard view.base != nil else { return .bool(other.object === view) }
            if let other = other.object as? MemoryViewObject, other.base != nil {
                return .bool(
                    try python.isEqual(
                        .list(view.values(in: python), in: python),
                        .list(other.values(in: python), in: python)))
            }
            guard let bytes = other.bytesLike else { return python.notImplemented }
            return .bool(view.format.isByte && view.bytes == bytes)
        }
        t.unary(.hash) { (python: Interpreter, view: MemoryViewObject) -> Int in
            _ = try view.content(in: python)
            guard view.isReadOnly else {
                throw python.valueError("cannot hash writable memoryview object")
            }
            return try python.hash(.bytes(view.bytes, in: python))
        }
        t.unary(.repr) { (python: Interpreter, view: MemoryViewObject) -> String in
            let kind = view.base == nil ? "released memory" : "memory"
            return "<\(kind) at \(python.address(.object(view)))>"
        }
    }
}

extension MemoryViewObject: Receiver {
    package static var typeName: String { "memoryview" }

    /// All bytes of the object; throws where there are none any more.
    fileprivate func content(in python: Interpreter) throws -> [UInt8] {
        guard let bytes = base?.bytesLike else {
            throw python.valueError("operation forbidden on released memoryview object")
        }
        return bytes
    }

    fileprivate func values(in python: Interpreter) throws -> [Value] {
        let bytes = try content(in: python)
        return (0..<count).map { format.value(of: item(at: $0, of: bytes), in: python) }
    }

    /// Some of the items.
    fileprivate func part(_ bounds: SliceBounds, in python: Interpreter) throws
        -> MemoryViewObject
    {
        _ = try content(in: python)
        return MemoryViewObject(
            base ?? .none, start: start + bounds.start * step,
            // A step that is never taken may be of any size.
            step: bounds.count > 1 ? step * bounds.step : format.size,
            count: bounds.count, format: format, in: python)
    }

    fileprivate func cast(to text: String, in python: Interpreter) throws -> MemoryViewObject {
        guard let format = ItemFormat(text) else {
            throw python.valueError(
                "memoryview: destination format must be a native single character format prefixed with an optional '@'"
            )
        }
        guard step == self.format.size || count < 2 else {
            throw python.typeError("memoryview: casts are restricted to C-contiguous views")
        }
        guard self.format.isByte || format.isByte else {
            throw python.typeError(
                "memoryview: cannot cast between two non-byte formats")
        }
        let size = count * self.format.size
        guard size % format.size == 0 else {
            throw python.typeError("memoryview: length is not a multiple of itemsize")
        }
        return MemoryViewObject(
            base ?? .none, start: start, step: format.size, count: size / format.size,
            format: format, in: python)
    }

    /// Puts bytes in the places of the items.
    fileprivate func write(_ new: [UInt8]) {
        guard let array = base?.object as? ByteArrayObject else { return }
        for index in 0..<count {
            let place = start + index * step
            guard place >= 0, place + format.size <= array.bytes.count else { return }
            for offset in 0..<format.size {
                array.bytes[place + offset] = new[index * format.size + offset]
            }
        }
    }
}

extension Interpreter {
    fileprivate func place(_ key: Value, in view: MemoryViewObject) throws -> Int {
        guard isIndexLike(key) else { throw typeError("memoryview: invalid slice key") }
        let index = try index(key)
        let place = index < 0 ? index + view.count : index
        guard place >= 0, place < view.count else {
            throw error("IndexError", "index out of bounds on dimension 1")
        }
        return place
    }

    private func isIndexLike(_ key: Value) -> Bool {
        key.integer != nil || type(of: key).special(.index) != nil
    }
}

extension SliceBounds {
    fileprivate init(all count: Int) { self.init(start: 0, step: 1, count: count, stop: count) }

    fileprivate init(one index: Int) {
        self.init(start: index, step: 1, count: 1, stop: index + 1)
    }
}
