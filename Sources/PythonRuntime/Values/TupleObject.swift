// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// A `tuple`. A few items stand inside the object, more in memory of their own.
package final class TupleObject: InstanceObject {
    private var inside: (Slot, Slot, Slot) = (.undefined, .undefined, .undefined)
    private var start: UnsafeMutablePointer<Slot>?
    package private(set) var count: Int

    private static var insideCapacity: Int { 3 }

    /// A tuple whose slots the caller fills in.
    private init(count: Int, type: Unmanaged<TypeObject>, kind: Kind) {
        self.count = count
        super.init(typePointer: type, kind: kind)
        makeRoom()
    }

    @inline(__always)
    private func makeRoom() {
        if count > Self.insideCapacity {
            start = .allocate(capacity: count)
        } else {
            // A stored property of an object that lives on the heap stays where it is.
            start = withUnsafeMutablePointer(to: &inside) {
                UnsafeMutableRawPointer($0).assumingMemoryBound(to: Slot.self)
            }
        }
    }

    /// A tuple whose slots the caller fills in, perhaps one that was used before.
    @inline(__always)
    private static func make(_ count: Int, in python: borrowing Interpreter) -> TupleObject {
        guard let tuple = python.releases.tuples.take(as: TupleObject.self) else {
            return TupleObject(count: count, type: python.typePointers.tuple, kind: .tuple)
        }
        tuple.count = count
        tuple.makeRoom()
        return tuple
    }

    package convenience init(
        _ items: [Value], type: TypeObject? = nil, in python: borrowing Interpreter
    ) {
        self.init(
            count: items.count,
            type: type.map(Unmanaged.passUnretained) ?? python.typePointers.tuple,
            kind: type == nil ? .tuple : .other)
        for (index, item) in items.enumerated() { slots[index] = Slot(counting: item) }
    }

    /// A pair of slots whose counts the caller hands over.
    static func make(
        taking first: Slot, _ second: Slot, in python: borrowing Interpreter
    ) -> TupleObject {
        let tuple = make(2, in: python)
        tuple.slots[0] = first
        tuple.slots[1] = second
        return tuple
    }

    /// A tuple of slots that stand `step` apart; their counts are taken here.
    static func make(
        copying source: UnsafeMutablePointer<Slot>, count: Int, step: Int = 1,
        in python: borrowing Interpreter
    ) -> TupleObject {
        let tuple = make(count, in: python)
        tuple.slots.copy(from: source, count: count, step: step)
        return tuple
    }

    /// A tuple of slots whose counts the caller hands over.
    static func make(
        taking source: UnsafeMutablePointer<Slot>, count: Int, in python: borrowing Interpreter
    ) -> TupleObject {
        let tuple = make(count, in: python)
        tuple.slots.update(from: source, count: count)
        return tuple
    }

    deinit { releaseItems() }

    /// Gives back the items; nobody else holds the tuple.
    func releaseItems() {
        for index in 0..<count { slots[index].release() }
        if count > Self.insideCapacity { slots.deallocate() }
        count = 0
    }

    @inline(__always) var slots: UnsafeMutablePointer<Slot> { start.unsafelyUnwrapped }

    package var items: [Value] { (0..<count).map { slots[$0].value } }

    /// The item at an index within `0..<count`.
    package subscript(index: Int) -> Value {
        precondition(index >= 0 && index < count)
        return slots[index].value
    }
}
