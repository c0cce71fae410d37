// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// A `tuple`. A few items stand inside the object, more in memory of their own.
package final class TupleObject: InstanceObject {
    private var inside: (Slot, Slot, Slot) = (.undefined, .undefined, .undefined)
    private var start: UnsafeMutablePointer<Slot>?
    package let count: Int

    private static var insideCapacity: Int { 3 }

    /// A tuple whose slots the caller fills in.
    private init(count: Int, type: Unmanaged<TypeObject>, kind: Kind) {
        self.count = count
        super.init(typePointer: type, kind: kind)
        if count > Self.insideCapacity {
            start = .allocate(capacity: count)
        } else {
            // A stored property of an object that lives on the heap stays where it is.
            start = withUnsafeMutablePointer(to: &inside) {
                UnsafeMutableRawPointer($0).assumingMemoryBound(to: Slot.self)
            }
        }
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
    convenience init(taking first: Slot, _ second: Slot, in python: borrowing Interpreter) {
        self.init(count: 2, type: python.typePointers.tuple, kind: .tuple)
        slots[0] = first
        slots[1] = second
    }

    /// A tuple of slots that stand `step` apart; their counts are taken here.
    convenience init(
        copying source: UnsafeMutablePointer<Slot>, count: Int, step: Int = 1,
        in python: borrowing Interpreter
    ) {
        self.init(count: count, type: python.typePointers.tuple, kind: .tuple)
        slots.copy(from: source, count: count, step: step)
    }

    /// A tuple of slots whose counts the caller hands over.
    convenience init(
        taking source: UnsafeMutablePointer<Slot>, count: Int, in python: borrowing Interpreter
    ) {
        self.init(count: count, type: python.typePointers.tuple, kind: .tuple)
        slots.update(from: source, count: count)
    }

    deinit {
        for index in 0..<count { slots[index].release() }
        if count > Self.insideCapacity { slots.deallocate() }
    }

    @inline(__always) var slots: UnsafeMutablePointer<Slot> { start.unsafelyUnwrapped }

    package var items: [Value] { (0..<count).map { slots[$0].value } }

    /// The item at an index within `0..<count`.
    package subscript(index: Int) -> Value {
        precondition(index >= 0 && index < count)
        return slots[index].value
    }
}
