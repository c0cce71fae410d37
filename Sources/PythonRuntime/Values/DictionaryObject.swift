/// A `dict`: entries in the order of insertion.
package final class DictionaryObject: InstanceObject {
    let table: HashTable
    /// The table without Swift's counting.
    let tablePointer: Unmanaged<HashTable>
    /// The module whose variables the dictionary shows.
    private(set) var shown: Namespace?

    package init(type: TypeObject? = nil, in python: borrowing Interpreter) {
        table = HashTable()
        tablePointer = Unmanaged.passUnretained(table)
        super.init(
            typePointer: type.map(Unmanaged.passUnretained) ?? python.typePointers.dict,
            kind: type == nil ? .dictionary : .other)
    }

    /// A dictionary that shows a module's variables; what programs change in it changes there too.
    init(of namespace: Namespace, in python: borrowing Interpreter) {
        table = HashTable()
        tablePointer = Unmanaged.passUnretained(table)
        shown = namespace
        super.init(typePointer: python.typePointers.dict, kind: .other)
        for name in namespace.names { self[name] = namespace[name] }
    }

    package var count: Int { table.count }

    /// The value of a key; nil when there is none. Throws what `__hash__` and `__eq__` throw.
    package func get(_ key: Value, in python: Interpreter) throws -> Value? {
        let hash = try python.hash(key)
        return try table.find(Slot(borrowing: key), hash: hash, in: python).map {
            table.entries[$0].value.value
        }
    }

    package func set(_ key: Value, _ value: Value, in python: Interpreter) throws {
        try set(Slot(borrowing: key), hash: python.hash(key), Slot(counting: value), in: python)
    }

    /// Sets a value whose count the caller hands over; the key's count is taken here.
    @inline(__always)
    func set(_ key: Slot, hash: Int, _ value: Slot, in python: Interpreter) throws {
        if let index = try table.find(key, hash: hash, in: python) {
            table.replace(index, value)
        } else {
            key.retain()
            table.insert(key, hash: hash, value)
        }
    }

    /// Removes a key and gives its value; nil when there was none.
    package func remove(_ key: Value, in python: Interpreter) throws -> Value? {
        let hash = try python.hash(key)
        guard let index = try table.find(Slot(borrowing: key), hash: hash, in: python) else {
            return nil
        }
        return taken(index).value
    }

    /// Removes and gives the last entry; nil when there is none.
    package func removeLast() -> (key: Value, value: Value)? {
        guard let index = (0..<table.used).last(where: { !table.entries[$0].key.isUndefined })
        else {
            return nil
        }
        return taken(index)
    }

    private func taken(_ index: Int) -> (key: Value, value: Value) {
        let (key, value) = table.remove(index)
        let result = (key.value, value.value)
        key.release()
        value.release()
        return result
    }

    package func removeAll() { table.removeAll() }

    /// The value of a text key.
    package subscript(name: String) -> Value? {
        get { table.find(name, hash: Text.hash(name)).map { table.entries[$0].value.value } }
        set {
            let hash = Text.hash(name)
            let index = table.find(name, hash: hash)
            switch (index, newValue) {
            case (let index?, let value?): table.replace(index, Slot(counting: value))
            case (nil, let value?):
                let key = StringObject.make(name, in: type.interpreter)
                table.insert(Slot(counting: key), hash: hash, Slot(counting: value))
            case (let index?, nil): _ = taken(index)
            case (nil, nil): break
            }
        }
    }

    /// Removes a text key and gives its value; nil when there was none.
    package func remove(_ name: String) -> Value? {
        table.find(name, hash: Text.hash(name)).map { taken($0).value }
    }

    /// The entry at or after a position in the table, and the next position; nil at the end.
    package func entry(from position: Int) -> (key: Value, value: Value, next: Int)? {
        table.next(from: position).map {
            (table.entries[$0].key.value, table.entries[$0].value.value, $0 + 1)
        }
    }

    /// The entries in order.
    package var items: [(key: Value, value: Value)] {
        var result: [(key: Value, value: Value)] = []
        result.reserveCapacity(count)
        var position = 0
        while let entry = entry(from: position) {
            result.append((entry.key, entry.value))
            position = entry.next
        }
        return result
    }

    package var keys: [Value] { items.map(\.key) }
    package var values: [Value] { items.map(\.value) }

    /// Changes with every insertion or removal of a key: iterators watch it.
    package var version: Int { table.version }
}
