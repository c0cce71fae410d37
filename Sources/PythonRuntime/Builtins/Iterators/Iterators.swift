extension Builtins {
    /// What all iterators made by Swift code have.
    static func defineIterators(_ m: ModuleBuilder) {
        let types = m.python.types!
        let measured = [
            types.iterator, types.rangeIterator, types.listIterator, types.tupleIterator,
        ]
        for type in types.containers.iterators + measured {
            TypeBuilder(type, in: m.python).definesIterator()
        }
        for type in types.containers.measuredIterators + measured {
            TypeBuilder(type, in: m.python).definesLengthHint()
        }
    }
}

extension TypeBuilder {
    /// Gives a type of `IteratorObject`s the methods that Python code calls by name.
    package func definesIterator() {
        unary(.iter) { (_: Interpreter, value: Value) in value }
        unary(.next) { (python: Interpreter, iterator: IteratorObject) -> Value in
            guard let value = try iterator.next(python) else { throw python.stopIteration() }
            return value
        }
    }

    /// Lets an iterator that knows it say how many values are left.
    package func definesLengthHint() {
        def("__length_hint__(self, /)") {
            (python: Interpreter, iterator: IteratorObject) -> Value in
            iterator.remaining.map { .int($0) } ?? python.notImplemented
        }
    }
}

extension IteratorObject: Receiver {
    package static var typeName: String { "iterator" }
}
