/// An iterator made by Swift code: a subclass says what comes next.
open class IteratorObject: Object {
    /// `type` names the iterator to Python: `list_iterator`, `zip`.
    package override init(type: TypeObject, kind: Kind = .iterator) {
        super.init(type: type, kind: kind)
    }

    override init(typePointer: Unmanaged<TypeObject>, kind: Kind) {
        super.init(typePointer: typePointer, kind: kind)
    }

    /// The next value; nil at the end, and from then on.
    package func next(_ python: Interpreter) throws -> Value? { nil }

    /// The next value as a register takes it, counted; undefined at the end. `target` is the register, whose
    /// value goes when it is set.
    func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) throws -> Slot {
        guard let value = try next(machine.python) else { return .undefined }
        return Slot(taking: value)
    }

    /// The next value by way of `nextSlot`, for iterators that have only that.
    final func nextValue(_ python: Interpreter) throws -> Value? {
        var target = Slot.undefined
        let slot = try nextSlot(python.machine, into: &target)
        guard !slot.isUndefined else { return nil }
        defer { slot.release() }
        return slot.value
    }

    /// How many values are left, where that is known: `__length_hint__`.
    package var remaining: Int? { nil }
}

/// An iterator over a closure.
package final class ClosureIterator: IteratorObject {
    private var body: (() throws -> Value?)?
    /// What it goes through, for types that tell of it.
    package var source: AnyObject?

    package init(type: TypeObject, _ body: @escaping () throws -> Value?) {
        self.body = body
        super.init(type: type)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        guard let value = try body?() else {
            body = nil
            return nil
        }
        return value
    }
}

/// An iterator over a `range`.
package final class RangeIterator: IteratorObject {
    var current: Int
    var left: Int
    let step: Int

    init(_ range: RangeObject, in python: borrowing Interpreter) {
        current = range.start
        left = range.count
        step = range.step
        super.init(typePointer: python.typePointers.rangeIterator, kind: .rangeIterator)
    }

    package override func next(_ python: Interpreter) -> Value? {
        guard left > 0 else { return nil }
        defer { current &+= step }
        left -= 1
        return .int(current)
    }

    package override var remaining: Int? { left }
}

/// An iterator over a `list`, which may change meanwhile.
package final class ListIterator: IteratorObject {
    var list: ListObject?
    var index = 0

    init(_ list: ListObject, in python: borrowing Interpreter) {
        self.list = list
        super.init(typePointer: python.typePointers.listIterator, kind: .listIterator)
    }

    package override func next(_ python: Interpreter) -> Value? {
        guard let list, index < list.count else {
            list = nil
            return nil
        }
        defer { index += 1 }
        return list[index]
    }

    package override var remaining: Int? { list.map { max($0.count - index, 0) } ?? 0 }
}

/// An iterator over a `tuple`.
package final class TupleIterator: IteratorObject {
    let tuple: TupleObject
    var index = 0

    init(_ tuple: TupleObject, in python: borrowing Interpreter) {
        self.tuple = tuple
        super.init(typePointer: python.typePointers.tupleIterator, kind: .tupleIterator)
    }

    package override func next(_ python: Interpreter) -> Value? {
        guard index < tuple.count else { return nil }
        defer { index += 1 }
        return tuple[index]
    }

    package override var remaining: Int? { tuple.count - index }
}
