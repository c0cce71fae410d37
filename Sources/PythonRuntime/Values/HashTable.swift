/// An open-addressed table that keeps its entries in the order of insertion: the body of `dict`.
///
/// Keys that are strings or numbers are compared here; others through the interpreter, which may run Python
/// code that changes the table: `find` then starts again.
final class HashTable {
    struct Entry {
        var hash: Int
        var key: Slot
        var value: Slot
    }

    /// Entries in order; a removed one has an undefined key.
    private(set) var entries: UnsafeMutablePointer<Entry>
    /// Entries in use and removed.
    private(set) var used = 0
    private(set) var count = 0
    /// Changes with every insertion or removal of a key.
    private(set) var version = 0
    private var indices: UnsafeMutablePointer<Int32>
    private var size: Int

    private static var empty: Int32 { -1 }
    private static var removed: Int32 { -2 }

    init() {
        size = 8
        indices = .allocate(capacity: 8)
        indices.initialize(repeating: Self.empty, count: 8)
        entries = .allocate(capacity: Self.capacity(of: 8))
    }

    deinit {
        Self.release(entries, count: used)
        entries.deallocate()
        indices.deallocate()
    }

    /// Entries that fit before the table grows: two thirds of its indices.
    private static func capacity(of size: Int) -> Int { size * 2 / 3 }

    /// The entry of a key; nil when there is none.
    @inline(__always)
    func find(_ key: Slot, hash: Int, in python: Interpreter) throws -> Int? {
        let mask = size &- 1
        var position = hash & mask
        var perturbation = UInt(bitPattern: hash)
        while true {
            let index = indices[position]
            if index == Self.empty { return nil }
            if index >= 0 {
                let entry = entries + Int(index)
                if entry.pointee.hash == hash {
                    if entry.pointee.key.isIdentical(to: key) { return Int(index) }
                    switch entry.pointee.key.knownEquality(to: key) {
                    case .yes: return Int(index)
                    case .no: break
                    case .askPython:
                        let version = version
                        let equal = try python.isEqual(entry.pointee.key.value, key.value)
                        if version != self.version {
                            return try findAgain(key, hash: hash, in: python)
                        }
                        if equal { return Int(index) }
                    }
                }
            }
            perturbation >>= 5
            position = (position &* 5 &+ Int(bitPattern: perturbation) &+ 1) & mask
        }
    }

    @inline(never)
    private func findAgain(_ key: Slot, hash: Int, in python: Interpreter) throws -> Int? {
        try find(key, hash: hash, in: python)
    }

    /// The entry of a text key, which never runs Python code.
    func find(_ text: String, hash: Int) -> Int? {
        let mask = size &- 1
        var position = hash & mask
        var perturbation = UInt(bitPattern: hash)
        while true {
            let index = indices[position]
            if index == Self.empty { return nil }
            if index >= 0 {
                let entry = entries[Int(index)]
                if entry.hash == hash, entry.key.isKind(.string),
                    entry.key.with(StringObject.self, { $0.isEqual(to: text) })
                {
                    return Int(index)
                }
            }
            perturbation >>= 5
            position = (position &* 5 &+ Int(bitPattern: perturbation) &+ 1) & mask
        }
    }

    /// Adds a key that is not there; the caller hands over both counts.
    func insert(_ key: Slot, hash: Int, _ value: Slot) {
        if used == Self.capacity(of: size) { rebuild(for: count &+ 1) }
        place(used, hash: hash)
        entries[used] = Entry(hash: hash, key: key, value: value)
        used &+= 1
        count &+= 1
        version &+= 1
    }

    /// Replaces the value of an entry; the caller hands over the count.
    @inline(__always) func replace(_ index: Int, _ value: Slot) {
        let old = entries[index].value
        entries[index].value = value
        old.release()
    }

    /// Removes an entry and gives its key and value with their counts.
    func remove(_ index: Int) -> (key: Slot, value: Slot) {
        let entry = entries[index]
        indices[positionOfIndex(index, hash: entry.hash)] = Self.removed
        entries[index].key = .undefined
        entries[index].value = .undefined
        count &-= 1
        version &+= 1
        // Taking the last entry again and again must not search from the end every time.
        while used > 0, entries[used - 1].key.isUndefined { used &-= 1 }
        if count == 0 { indices.update(repeating: Self.empty, count: size) }
        return (entry.key, entry.value)
    }

    /// Empties the table before the old entries go, since their going may run Python code.
    func removeAll() {
        let old = entries
        let oldUsed = used
        entries = .allocate(capacity: Self.capacity(of: size))
        (used, count) = (0, 0)
        version &+= 1
        indices.update(repeating: Self.empty, count: size)
        Self.release(old, count: oldUsed)
        old.deallocate()
    }

    /// The next entry in use at or after `index`; nil at the end.
    @inline(__always) func next(from index: Int) -> Int? {
        var index = index
        while index < used {
            if !entries[index].key.isUndefined { return index }
            index &+= 1
        }
        return nil
    }

    private static func release(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
        for index in 0..<count {
            entries[index].key.release()
            entries[index].value.release()
        }
    }

    private func positionOfIndex(_ index: Int, hash: Int) -> Int {
        let mask = size &- 1
        var position = hash & mask
        var perturbation = UInt(bitPattern: hash)
        while indices[position] != Int32(truncatingIfNeeded: index) {
            perturbation >>= 5
            position = (position &* 5 &+ Int(bitPattern: perturbation) &+ 1) & mask
        }
        return position
    }

    private func place(_ index: Int, hash: Int) {
        let mask = size &- 1
        var position = hash & mask
        var perturbation = UInt(bitPattern: hash)
        while indices[position] >= 0 {
            perturbation >>= 5
            position = (position &* 5 &+ Int(bitPattern: perturbation) &+ 1) & mask
        }
        indices[position] = Int32(truncatingIfNeeded: index)
    }

    /// Makes room and squeezes out removed entries.
    private func rebuild(for needed: Int) {
        var newSize = 8
        while Self.capacity(of: newSize) < needed * 2 { newSize *= 2 }
        let old = entries
        let oldUsed = used
        entries = .allocate(capacity: Self.capacity(of: newSize))
        indices.deallocate()
        indices = .allocate(capacity: newSize)
        indices.initialize(repeating: Self.empty, count: newSize)
        size = newSize
        used = 0
        for index in 0..<oldUsed where !old[index].key.isUndefined {
            entries[used] = old[index]
            place(used, hash: old[index].hash)
            used &+= 1
        }
        version &+= 1
        old.deallocate()
    }
}
