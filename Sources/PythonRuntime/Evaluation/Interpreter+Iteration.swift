/// Iteration from Swift code.
extension Interpreter {
    /// `iter(value)`.
    /// `iter(value)`; where that is a `TypeError`, another one takes its place.
    func iterator(_ value: Value, orThrow mistake: () -> PythonError) throws -> Value {
        do {
            return try iterator(value)
        } catch let failure as PythonError where failure.isOf("TypeError", in: self) {
            throw mistake()
        }
    }

    package func iterator(_ value: Value) throws -> Value {
        if let object = value.object {
            switch object.kind {
            case .list:
                return .object(ListIterator(unsafeDowncast(object, to: ListObject.self), in: self))
            case .tuple:
                return .object(
                    TupleIterator(unsafeDowncast(object, to: TupleObject.self), in: self))
            case .range:
                return .object(
                    RangeIterator(unsafeDowncast(object, to: RangeObject.self), in: self))
            case .generator, .iterator, .listIterator, .tupleIterator, .rangeIterator,
                .stringIterator:
                return value
            default: break
            }
        }
        let type = type(of: value)
        if let method = type.special(.iter), !method.isNone {
            let iterator = try apply(method, .iter, value)
            let made = self.type(of: iterator)
            guard
                made.special(.next) != nil || iterator.object is IteratorObject
                    || iterator.object is GeneratorObject
            else { throw typeError("iter() returned non-iterator of type '\(made.name)'") }
            return iterator
        }
        if type.special(.getitem) != nil, type.special(.iter) == nil {
            return .object(ItemIterator(value, in: self))
        }
        throw typeError("'\(type.name)' object is not iterable")
    }

    /// The next value of an iterator; nil at its end.
    package func next(_ iterator: Value) throws -> Value? {
        // Native code may ask for ever.
        try checkInterrupt()
        guard let object = iterator.object else { throw notIterator(iterator) }
        switch object.kind {
        case .iterator, .rangeIterator, .listIterator, .tupleIterator, .stringIterator:
            return try unsafeDowncast(object, to: IteratorObject.self).next(self)
        case .generator:
            return try machine.resume(
                unsafeDowncast(object, to: GeneratorObject.self), sending: .none)
        default: break
        }
        guard let method = object.type.special(.next) else { throw notIterator(iterator) }
        do {
            return try apply(method, .next, iterator)
        } catch let failure as PythonError
            where failure.exception.type.isSubtype(of: types.exception("StopIteration"))
        {
            return nil
        }
    }

    private func notIterator(_ value: Value) -> PythonError {
        typeError("'\(typeName(value))' object is not an iterator")
    }

    /// Calls a body with each item of an iterable.
    package func forEach(_ iterable: Value, _ body: (Value) throws -> Void) throws {
        let iterator = try iterator(iterable)
        while let item = try next(iterator) { try body(item) }
    }

    /// Throws `MemoryError` where an iterator has more items left than a container may hold.
    func checkFits(_ iterator: Value) throws {
        let remaining = (iterator.object as? IteratorObject)?.remaining
        if let remaining, remaining > Sequences.limit { throw memoryError() }
    }

    /// Asks an object of a class of the note for its length, as CPython does to make room for the items: what
    /// it says is dropped, unless it raises anything but a `TypeError`.
    func checkLength(of iterable: Value) throws {
        guard iterable.object?.kind == .instance || iterable.object?.kind == .other,
            case .attribute(let method)? = type(of: iterable).special(.len),
            !(method.object is NativeFunction)
        else { return }
        do {
            _ = try length(iterable)
        } catch let failure as PythonError where failure.isOf("TypeError", in: self) {
            // Then there is room for none.
        }
    }

    /// All items of an iterable.
    package func list(_ iterable: Value) throws -> [Value] {
        if let object = iterable.object {
            if object.kind == .list { return unsafeDowncast(object, to: ListObject.self).items }
            if object.kind == .tuple { return unsafeDowncast(object, to: TupleObject.self).items }
        }
        let iterator = try iterator(iterable)
        try checkFits(iterator)
        try checkLength(of: iterable)
        var items: [Value] = []
        while let item = try next(iterator) {
            items.append(item)
            if items.count > Sequences.limit { throw memoryError() }
        }
        return items
    }
}

/// An iterator over what `__getitem__` gives for 0, 1, 2 …, until `IndexError`.
private final class ItemIterator: IteratorObject {
    private var sequence: Value?
    private var index = 0

    init(_ sequence: Value, in python: Interpreter) {
        self.sequence = sequence
        super.init(type: python.types.iterator)
    }

    override func next(_ python: Interpreter) throws -> Value? {
        guard let sequence else { return nil }
        do {
            defer { index += 1 }
            return try python.getItem(sequence, .int(index))
        } catch let failure as PythonError
            where failure.exception.type.isSubtype(of: python.types.exception("IndexError"))
            || failure.exception.type.isSubtype(of: python.types.exception("StopIteration"))
        {
            self.sequence = nil
            return nil
        }
    }
}
