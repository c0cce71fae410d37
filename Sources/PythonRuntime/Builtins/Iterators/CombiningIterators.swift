/// `enumerate`: a counter beside each item.
package final class EnumerateIterator: IteratorObject {
    private let items: Slot
    private var counter: Slot
    private let pair = ReusedPair()

    init(_ items: Value, from start: Value, in python: Interpreter) {
        self.items = Slot(counting: items)
        counter = Slot(counting: start)
        super.init(type: python.types.containers.enumerate)
    }

    deinit {
        items.release()
        counter.release()
    }

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) throws
        -> Slot
    {
        var unused = Slot.undefined
        let item = try machine.next(items, into: &unused)
        guard !item.isUndefined else { return .undefined }
        let index = counter
        if index.isInt, index.int < Int.max {
            counter = .int(index.int &+ 1)
        } else {
            counter = Slot(
                taking: try machine.python.binary(.add, index.value, .int(1)))
        }
        return pair.with(index, item, target, machine)
    }
}

/// `zip`: one item of each iterator at a time.
package final class ZipIterator: IteratorObject {
    private let iterators: [Value]
    private let isStrict: Bool
    private let pair = ReusedPair()

    init(_ iterators: [Value], strict: Bool, in python: Interpreter) {
        self.iterators = iterators
        isStrict = strict
        super.init(type: python.types.containers.zip)
    }

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) throws
        -> Slot
    {
        guard iterators.count == 2, !isStrict else {
            return try nextItems(machine.python).map(Slot.init(owning:)) ?? .undefined
        }
        var unused = Slot.undefined
        let first = try machine.next(Slot(borrowing: iterators[0]), into: &unused)
        guard !first.isUndefined else { return .undefined }
        do {
            let second = try machine.next(Slot(borrowing: iterators[1]), into: &unused)
            if !second.isUndefined { return pair.with(first, second, target, machine) }
        } catch {
            first.release()
            throw error
        }
        first.release()
        return .undefined
    }

    private func nextItems(_ python: Interpreter) throws -> TupleObject? {
        guard !iterators.isEmpty else { return nil }
        var items: [Value] = []
        items.reserveCapacity(iterators.count)
        for iterator in iterators {
            guard let item = try python.next(iterator) else {
                if isStrict { try checkEnds(after: items.count, python) }
                return nil
            }
            items.append(item)
        }
        return TupleObject(items, in: python)
    }

    /// With `strict` all iterators must end together.
    private func checkEnds(after ended: Int, _ python: Interpreter) throws {
        if ended > 0 { throw mismatch(ended, "shorter", python) }
        for index in iterators.indices.dropFirst() where try python.next(iterators[index]) != nil {
            throw mismatch(index, "longer", python)
        }
    }

    private func mismatch(_ index: Int, _ word: String, _ python: Interpreter) -> PythonError {
        let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
        return python.valueError("zip() argument \(index + 1) is \(word) than \(others)")
    }
}

/// `map`: a function of the items of each iterator.
package final class MapIterator: IteratorObject {
    private let function: Value
    private let iterators: [Value]

    init(_ function: Value, _ iterators: [Value], in python: Interpreter) {
        self.function = function
        self.iterators = iterators
        super.init(type: python.types.containers.map)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        if iterators.count == 1 {
            guard let item = try python.next(iterators[0]) else { return nil }
            return try called(python) { try python.call(function, with: item) }
        }
        var items: [Value] = []
        items.reserveCapacity(iterators.count)
        for iterator in iterators {
            guard let item = try python.next(iterator) else { return nil }
            items.append(item)
        }
        return try called(python) { try python.call(function, items) }
    }

    /// The result of a call; `StopIteration` ends the iterator.
    private func called(_ python: Interpreter, _ call: () throws -> Value) throws -> Value? {
        do {
            return try call()
        } catch let failure as PythonError where failure.isOf("StopIteration", in: python) {
            return nil
        }
    }
}

/// `filter`: the items for which a function is true, or that are true themselves.
package final class FilterIterator: IteratorObject {
    private let function: Value
    private let items: Value

    init(_ function: Value, _ items: Value, in python: Interpreter) {
        self.function = function
        self.items = items
        super.init(type: python.types.containers.filter)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        while let item = try python.next(items) {
            if try python.isTrue(function.isNone ? item : python.call(function, with: item)) {
                return item
            }
        }
        return nil
    }
}

/// `reversed` of a sequence that has only `__len__` and `__getitem__`.
package final class ReversedIterator: IteratorObject {
    private let sequence: Value
    private var index: Int

    init(_ sequence: Value, count: Int, in python: Interpreter) {
        self.sequence = sequence
        index = count - 1
        super.init(type: python.types.containers.reversed)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        guard index >= 0 else { return nil }
        defer { index -= 1 }
        do {
            return try python.getItem(sequence, .int(index))
        } catch let failure as PythonError where failure.isOf("IndexError", in: python) {
            index = -1
            return nil
        }
    }

    package override var remaining: Int? { index + 1 }
}

/// `iter(callable, sentinel)`: what calls give, up to a value.
package final class CallableIterator: IteratorObject {
    private var function: Value?
    private let sentinel: Value

    init(_ function: Value, until sentinel: Value, in python: Interpreter) {
        self.function = function
        self.sentinel = sentinel
        super.init(type: python.types.containers.callableIterator)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        guard let function else { return nil }
        do {
            let value = try python.call(function)
            if try !python.isEqual(sentinel, value) { return value }
        } catch let failure as PythonError where failure.isOf("StopIteration", in: python) {}
        self.function = nil
        return nil
    }
}

extension PythonError {
    /// Whether the exception is of a built-in class.
    package func isOf(_ name: String, in python: Interpreter) -> Bool {
        exception.type.isSubtype(of: python.types.exception(name))
    }
}
