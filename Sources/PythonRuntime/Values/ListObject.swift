/// A `list`.
package final class ListObject: InstanceObject {
    private(set) var slots: UnsafeMutablePointer<Slot>
    package private(set) var count: Int
    private var capacity: Int

    package init(_ items: [Value] = [], type: TypeObject? = nil, in python: borrowing Interpreter) {
        count = items.count
        capacity = max(items.count, 4)
        slots = Self.memory(capacity)
        for (index, item) in items.enumerated() { slots[index] = Slot(counting: item) }
        super.init(
            typePointer: type.map(Unmanaged.passUnretained) ?? python.typePointers.list,
            kind: type == nil ? .list : .other)
    }

    private init(capacity: Int, in python: borrowing Interpreter) {
        count = 0
        self.capacity = max(capacity, 4)
        slots = Self.memory(self.capacity)
        super.init(typePointer: python.typePointers.list, kind: .list)
    }

    /// An empty list with room for so many items.
    static func make(capacity: Int = 4, in python: borrowing Interpreter) -> ListObject {
        guard let list = python.releases.lists.take(as: ListObject.self) else {
            return ListObject(capacity: capacity, in: python)
        }
        list.grow(to: capacity)
        return list
    }

    /// A list of slots whose counts the caller hands over.
    static func make(
        taking source: UnsafeMutablePointer<Slot>, count: Int, in python: borrowing Interpreter
    ) -> ListObject {
        let list = make(capacity: count, in: python)
        list.slots.update(from: source, count: count)
        list.count = count
        return list
    }

    /// A list of slots that stand `step` apart; their counts are taken here.
    static func make(
        copying source: UnsafeMutablePointer<Slot>, count: Int, step: Int = 1,
        in python: borrowing Interpreter
    ) -> ListObject {
        let list = make(capacity: count, in: python)
        list.slots.copy(from: source, count: count, step: step)
        list.count = count
        return list
    }

    deinit {
        releaseItems()
        Memory.free(slots)
    }

    /// Whether the list is worth keeping for another one: a long one's memory is given back.
    var isSpare: Bool { capacity <= 64 }

    /// Gives back the items; nobody else holds the list.
    func releaseItems() {
        for index in 0..<count { slots[index].release() }
        count = 0
    }

    private static func memory(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
        Memory.allocate(capacity * MemoryLayout<Slot>.stride).assumingMemoryBound(to: Slot.self)
    }

    /// Whether every item is a `str` itself.
    var isAllText: Bool {
        for index in 0..<count where !slots[index].isKind(.string) { return false }
        return true
    }

    /// A copy of the items.
    package var items: [Value] {
        [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: slots[index].value)
            }
            initialized = count
        }
    }

    /// The item at an index within `0..<count`.
    package subscript(index: Int) -> Value {
        get {
            precondition(index >= 0 && index < count)
            return slots[index].value
        }
        set {
            precondition(index >= 0 && index < count)
            (slots + index).set(Slot(counting: newValue))
        }
    }

    package func append(_ value: Value) { append(Slot(counting: value)) }

    /// Appends a slot whose count the caller hands over.
    @inline(__always) func append(_ slot: Slot) {
        if count == capacity { grow(to: count &+ 1) }
        slots[count] = slot
        count &+= 1
    }

    package func append(contentsOf values: [Value]) {
        grow(to: count + values.count)
        for value in values { append(Slot(counting: value)) }
    }

    /// Appends slots whose counts are taken here; they may be the list's own.
    func append(copying source: UnsafeMutablePointer<Slot>, count added: Int) {
        let isOwn = source == slots
        grow(to: count + added)
        (slots + count).copy(from: isOwn ? slots : source, count: added)
        count += added
    }

    /// Appends copies of the list's own slots from an index on.
    func append(copyingOwn first: Int, count added: Int) {
        grow(to: count + added)
        (slots + count).copy(from: slots + first, count: added)
        count += added
    }

    package func insert(_ value: Value, at index: Int) {
        precondition(index >= 0 && index <= count)
        grow(to: count + 1)
        (slots + index + 1).update(from: slots + index, count: count - index)
        slots[index] = Slot(counting: value)
        count += 1
    }

    /// Removes the last item and gives it with its count; undefined where there is none.
    func takeLast() -> Slot {
        guard count > 0 else { return .undefined }
        count &-= 1
        return slots[count]
    }

    package func remove(at index: Int) -> Value {
        precondition(index >= 0 && index < count)
        let slot = slots[index]
        count -= 1
        (slots + index).update(from: slots + index + 1, count: count - index)
        let value = slot.value
        slot.release()
        return value
    }

    /// Replaces a range of items; all the others keep their order.
    package func replace(_ range: Range<Int>, with values: [Value]) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        let removed = (range.lowerBound..<range.upperBound).map { slots[$0] }
        let tail = count - range.upperBound
        grow(to: count - range.count + values.count)
        (slots + range.lowerBound + values.count).update(
            from: slots + range.upperBound, count: tail)
        for (offset, value) in values.enumerated() {
            slots[range.lowerBound + offset] = Slot(counting: value)
        }
        count += values.count - range.count
        for slot in removed { slot.release() }
    }

    package func removeAll() { replace(0..<count, with: []) }

    /// Puts the items in another order (sorting, reversing): the same items, as they were read.
    package func reorder(_ items: [Value]) { replace(0..<count, with: items) }

    private func grow(to needed: Int) {
        guard needed > capacity else { return }
        let larger = max(needed, capacity + capacity / 2 + 4)
        let size = larger * MemoryLayout<Slot>.stride
        slots = Memory.resize(slots, size).assumingMemoryBound(to: Slot.self)
        capacity = larger
    }
}
