extension Builtins {
    /// `slice`.
    static func defineSlice(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.slice, in: m.python)
        t.documents(
            "slice(start, stop=None, step=None, /)\n\nWhich items `[start:stop:step]` selects.")
        t.variadic(.new) { python, _, arguments -> Value in
            .object(try python.slice(arguments))
        }
        t.makesCompleteInstances()
        t.unary(.repr) { (python: Interpreter, slice: SliceObject) -> String in
            let parts = try slice.parts.map { try python.repr($0) }
            return "slice(\(parts.joined(separator: ", ")))"
        }
        t.type.setTypeAttribute("__hash__", .none)
        for special in Special.comparisons {
            t.binary(special) { (python: Interpreter, slice: SliceObject, other: Value) -> Value in
                guard let other = other.object as? SliceObject else {
                    return python.notImplemented
                }
                return try Sequences.compare(
                    special, TupleObject(slice.parts, in: python),
                    TupleObject(other.parts, in: python), in: python)
            }
        }
        t.property("start") { python, value in try SliceObject.from(value, in: python).start }
        t.property("stop") { python, value in try SliceObject.from(value, in: python).stop }
        t.property("step") { python, value in try SliceObject.from(value, in: python).step }
        t.def("indices(self, length, /)\n\nThe start, stop and step for a sequence of a length.") {
            (python: Interpreter, slice: SliceObject, length: Value) -> Value in
            let count = try python.bigIndex(length)
            guard count >= 0 else { throw python.valueError("length should not be negative") }
            let range = try slice.bounds(python.index(length), in: python)
            return .tuple([.int(range.start), .int(range.stop), .int(range.step)], in: python)
        }
    }
}

extension SliceObject {
    fileprivate var parts: [Value] { [start, stop, step] }
}

extension Interpreter {
    fileprivate func slice(_ arguments: Arguments) throws -> SliceObject {
        let given = arguments.positional
        guard arguments.keywords.isEmpty else {
            throw typeError("slice() takes no keyword arguments")
        }
        switch given.count {
        case 0: throw typeError("slice expected at least 1 argument, got 0")
        case 1: return SliceObject(start: .none, stop: given[0], step: .none, in: self)
        case 2: return SliceObject(start: given[0], stop: given[1], step: .none, in: self)
        case 3: return SliceObject(start: given[0], stop: given[1], step: given[2], in: self)
        default: throw typeError("slice expected at most 3 arguments, got \(given.count)")
        }
    }
}
