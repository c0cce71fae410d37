/// A `set` or a `frozenset`.
package final class SetObject: InstanceObject {
    let table = SetTable()
    private var knownHash: Int?

    package init(type: TypeObject? = nil, in python: borrowing Interpreter) {
        super.init(
            typePointer: type.map(Unmanaged.passUnretained) ?? python.typePointers.set,
            kind: type == nil ? .set : .other)
    }

    package var count: Int { table.count }

    /// The elements in the order that a loop sees.
    package var items: [Value] {
        var result: [Value] = []
        result.reserveCapacity(count)
        var position = 0
        while let entry = entry(from: position) {
            result.append(entry.value)
            position = entry.next
        }
        return result
    }

    /// The element at or after a position in the table, and the next position; nil at the end.
    package func entry(from position: Int) -> (value: Value, next: Int)? {
        table.next(from: position).map { (table.entries[$0].key.value, $0 + 1) }
    }

    package func contains(_ value: Value, in python: Interpreter) throws -> Bool {
        let hash = try python.hash(value)
        return try table.find(Slot(borrowing: value), hash: hash, in: python) != nil
    }

    package func insert(_ value: Value, in python: Interpreter) throws {
        try insert(Slot(borrowing: value), hash: python.hash(value), in: python)
    }

    /// Adds a slot; its count is taken here.
    func insert(_ slot: Slot, hash: Int, in python: Interpreter) throws {
        guard try table.find(slot, hash: hash, in: python) == nil else { return }
        slot.retain()
        table.insert(slot, hash: hash)
    }

    /// Removes an element; false when it was not there.
    package func remove(_ value: Value, in python: Interpreter) throws -> Bool {
        let hash = try python.hash(value)
        guard let position = try table.find(Slot(borrowing: value), hash: hash, in: python) else {
            return false
        }
        table.remove(position).release()
        return true
    }

    /// Removes and gives any element; nil when the set is empty.
    package func removeAny() -> Value? {
        guard let slot = table.removeAny() else { return nil }
        let value = slot.value
        slot.release()
        return value
    }

    package func removeAll() { table.removeAll() }

    /// Changes with every insertion or removal: iterators watch it.
    package var version: Int { table.version }

    /// The hash of a `frozenset`, the same for any order of its elements.
    package func frozenHash(in python: Interpreter) throws -> Int {
        if let knownHash { return knownHash }
        let result = table.orderlessHash
        knownHash = result
        return result
    }
}
