import PythonSyntax

extension Builtins {
    /// `bytes`.
    static func defineBytes(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.bytes, in: m.python)
        t.type.isSelfMatching = true
        t.constructor(
            "bytes(source=..., encoding=..., errors=...)\n\nBytes from a text, from integers, or so many zeros."
        ) { python, type, values in
            if type === python.types.bytes, values[0].object?.kind == .bytes { return values[0] }
            let bytes = try python.makeBytes(
                values[0], values[1], values[2], of: "bytes",
                byteMessage: "bytes must be in range(0, 256)")
            let made = Value.bytes(bytes, in: python)
            return type === python.types.bytes ? made : .object(BoxedObject(made, type: type))
        }
        let make: ByteMaker = { .bytes($1, in: $0) }
        defineByteOperators(t, make)
        defineByteMethods(t, make)
        t.unary(.repr) { _, value in Quoting.repr(value.bytesLike ?? []) }
        t.unary(.bytes) { python, value -> Value in .bytes(value.bytesLike ?? [], in: python) }
        t.unary(.hash) { _, value in
            (value.bytesLike ?? []).withUnsafeBufferPointer {
                Text.hash(String(decoding: $0.map { $0 & 0x7F }, as: UTF8.self)) &+ $0.count
            }
        }
        t.binary(.getitem) { python, value, key -> Value in
            let bytes = try ByteString.from(value, in: python).bytes
            if let slice = key.object as? SliceObject {
                let bounds = try slice.bounds(bytes.count, in: python)
                return .bytes(bounds.indices.map { bytes[$0] }, in: python)
            }
            return .int(Int(bytes[try python.byteIndex(key, bytes.count, "byte", "index")]))
        }
        t.def("__getnewargs__(self, /)") { (python: Interpreter, value: Value) in
            Value.tuple([.bytes(value.bytesLike ?? [], in: python)], in: python)
        }
    }

    /// What `bytes` and `bytearray` share among the operators.
    static func defineByteOperators(_ t: TypeBuilder, _ make: @escaping ByteMaker) {
        t.unary(.len) { _, value in value.bytesLike?.count ?? 0 }
        t.unary(.iter) { python, value in ByteIterator(value, in: python) }
        t.unary(.str) { python, value in try python.repr(value) }
        t.binary(.add) { python, a, b -> Value in
            guard let left = a.bytesLike, let right = b.bytesLike else {
                return python.notImplemented
            }
            return make(python, left + right)
        }
        for special in [Special.mul, .rmul] {
            t.binary(special) { python, value, factor -> Value in
                guard let bytes = value.bytesLike, let count = try python.repetitions(factor)
                else {
                    return python.notImplemented
                }
                return make(python, try python.repeated(bytes, count))
            }
        }
        t.binary(.contains) { python, value, part -> Bool in
            guard try part.bytesLike != nil || python.isIndex(part) else {
                throw python.typeError(
                    "a bytes-like object is required, not '\(python.typeName(part))'")
            }
            let pattern = try BytePattern.from(part, in: python).bytes
            return ByteMethods.find(pattern, in: value.bytesLike ?? [], nil) != nil
        }
        func comparison(_ special: Special, _ test: @escaping ([UInt8], [UInt8]) -> Bool) {
            t.binary(special) { python, a, b -> Value in
                guard let a = a.bytesLike, let b = b.bytesLike else {
                    return python.notImplemented
                }
                return .bool(test(a, b))
            }
        }
        comparison(.eq) { $0 == $1 }
        comparison(.ne) { $0 != $1 }
        comparison(.lt) { $0.lexicographicallyPrecedes($1) }
        comparison(.gt) { $1.lexicographicallyPrecedes($0) }
        comparison(.le) { !$1.lexicographicallyPrecedes($0) }
        comparison(.ge) { !$0.lexicographicallyPrecedes($1) }
        t.binary(.mod) { python, value, arguments -> Value in
            make(python, try python.formatBytes(value.bytesLike ?? [], arguments))
        }
    }
}

/// Makes the `bytes` or `bytearray` of a method's result.
typealias ByteMaker = (Interpreter, [UInt8]) -> Value

/// An iterator over bytes; a `bytearray` may change meanwhile.
package final class ByteIterator: IteratorObject {
    private let value: Value
    private var index = 0

    init(_ value: Value, in python: Interpreter) {
        self.value = value
        super.init(type: python.types.iterator)
    }

    private var bytes: [UInt8] { value.bytesLike ?? [] }

    package override func next(_ python: Interpreter) -> Value? {
        let bytes = bytes
        guard index < bytes.count else {
            index = Int.max
            return nil
        }
        defer { index += 1 }
        return .int(Int(bytes[index]))
    }

    package override var remaining: Int? { max(bytes.count - index, 0) }
}

extension Interpreter {
    func repeated(_ bytes: [UInt8], _ count: Int) throws -> [UInt8] {
        guard count > 0, !bytes.isEmpty else { return [] }
        try checkSize(bytes.count, times: count)
        if bytes.count == 1 { return [UInt8](repeating: bytes[0], count: count) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * count)
        for _ in 0..<count { result += bytes }
        return result
    }

    /// The place of an item within `0..<count`.
    func byteIndex(_ key: Value, _ count: Int, _ kind: String, _ subject: String) throws -> Int {
        guard try isIndex(key) else {
            throw typeError("\(kind) indices must be integers or slices, not \(typeName(key))")
        }
        guard let place = try place(key, of: count) else {
            throw error("IndexError", "\(subject) out of range")
        }
        return place
    }
}
