/// The body of `set`: an open-addressed table that probes and grows as CPython's does, so that a loop over a
/// set of integers sees them in CPython's order.
final class SetTable {
    struct Entry {
        var hash: Int
        /// Undefined where nothing stands; `hash` is then -1 if something stood there.
        var key: Slot

        var isVacant: Bool { key.isUndefined && hash == 0 }
    }

    private(set) var entries: UnsafeMutablePointer<Entry>
    private(set) var count = 0
    private(set) var version = 0
    private var mask = 7
    /// Entries in use and removed ones that still carry a probe sequence on.
    private var filled = 0
    /// Where `removeAny` looks next.
    private var finger = 0

    private static var vacant: Entry { Entry(hash: 0, key: .undefined) }

    init() {
        entries = .allocate(capacity: 8)
        entries.initialize(repeating: Self.vacant, count: 8)
    }

    deinit { Self.free(entries, mask: mask) }

    private static func free(_ entries: UnsafeMutablePointer<Entry>, mask: Int) {
        for position in 0...mask { entries[position].key.release() }
        entries.deallocate()
    }

    func find(_ key: Slot, hash: Int, in python: Interpreter) throws -> Int? {
        var probe = Probe(hash: hash, mask: mask)
        while true {
            let position = probe.position
            let entry = entries[position]
            if entry.key.isUndefined {
                if entry.isVacant { return nil }
            } else if entry.hash == hash {
                if entry.key.isIdentical(to: key) { return position }
                switch entry.key.knownEquality(to: key) {
                case .yes: return position
                case .no: break
                case .askPython:
                    let version = version
                    let equal = try python.isEqual(entry.key.value, key.value)
                    if version != self.version { return try find(key, hash: hash, in: python) }
                    if equal { return position }
                }
            }
            probe.advance()
        }
    }

    /// Adds a key that is not there; the caller hands over its count.
    func insert(_ key: Slot, hash: Int) {
        var probe = Probe(hash: hash, mask: mask)
        while !entries[probe.position].isVacant { probe.advance() }
        entries[probe.position] = Entry(hash: hash, key: key)
        filled += 1
        count += 1
        version &+= 1
        if filled * 5 >= mask * 3 { grow(to: count > 50000 ? count * 2 : count * 4) }
    }

    /// Where each key stands and each removed one stood, for a table that is stored.
    var layout: (size: Int, finger: Int, places: [(position: Int, entry: Entry)]) {
        let places = (0...mask).compactMap { position in
            entries[position].isVacant ? nil : (position, entries[position])
        }
        return (mask + 1, finger, places)
    }

    /// Whether an empty table could become one of such a layout.
    static func isPossible(size: Int, positions: [Int]) -> Bool {
        size >= 8 && size.nonzeroBitCount == 1 && positions.count < size
            && positions.allSatisfy { (0..<size).contains($0) }
            && Set(positions).count == positions.count
    }

    /// Gives an empty table a layout that is possible; the caller hands over the counts of the keys.
    func restore(size: Int, finger: Int, _ places: [(position: Int, entry: Entry)]) {
        entries.deallocate()
        entries = .allocate(capacity: size)
        entries.initialize(repeating: Self.vacant, count: size)
        (mask, self.finger) = (size - 1, finger)
        for place in places { entries[place.position] = place.entry }
        filled = places.count
        count = places.count { !$0.entry.key.isUndefined }
        version &+= 1
    }

    /// Removes the entry at a position and gives its key with its count.
    func remove(_ position: Int) -> Slot {
        let key = entries[position].key
        entries[position] = Entry(hash: -1, key: .undefined)
        count -= 1
        version &+= 1
        return key
    }

    /// Takes over the keys of another table, as CPython copies and joins sets: the table grows once, to what
    /// both need, and an empty one becomes an exact copy. Keys that Python must compare are left to `add`.
    func merge(
        _ other: SetTable, _ add: (_ key: Slot, _ hash: Int) throws -> Void
    ) rethrows {
        if (filled + other.count) * 5 >= mask * 3 { grow(to: (count + other.count) * 2) }
        if count == 0, filled == 0 { return copy(other) }
        var position = 0
        while let index = other.next(from: position) {
            try add(other.entries[index].key, other.entries[index].hash)
            position = index + 1
        }
    }

    /// Fills an empty table with the keys of another.
    private func copy(_ other: SetTable) {
        let isSamePlace = mask == other.mask && other.filled == other.count
        for index in 0...other.mask where !other.entries[index].key.isUndefined {
            let entry = other.entries[index]
            entry.key.retain()
            if isSamePlace {
                entries[index] = entry
            } else {
                place(entry)
            }
        }
        (count, filled) = (other.count, other.count)
        version &+= 1
    }

    /// Puts an entry into a table that neither has it nor has removed ones.
    private func place(_ entry: Entry) {
        var probe = Probe(hash: entry.hash, mask: mask)
        while !entries[probe.position].key.isUndefined { probe.advance() }
        entries[probe.position] = entry
    }

    /// Makes room for as many keys as a source is known to have.
    func reserve(_ added: Int) {
        if (filled + added) * 5 >= mask * 3 { grow(to: (count + added) * 2) }
    }

    /// Removes any key and gives it with its count; nil when there is none. The search goes on where the last
    /// one ended, so that emptying a set takes one pass.
    func removeAny() -> Slot? {
        guard count > 0 else { return nil }
        var position = finger & mask
        while entries[position].key.isUndefined { position = (position + 1) & mask }
        finger = position + 1
        return remove(position)
    }

    func removeAll() {
        let (old, oldMask) = (entries, mask)
        entries = .allocate(capacity: 8)
        entries.initialize(repeating: Self.vacant, count: 8)
        (mask, count, filled) = (7, 0, 0)
        version &+= 1
        Self.free(old, mask: oldMask)
    }

    /// The next position in use at or after a position; nil at the end.
    func next(from position: Int) -> Int? {
        var position = position
        while position <= mask {
            if !entries[position].key.isUndefined { return position }
            position += 1
        }
        return nil
    }

    /// CPython's hash of a `frozenset`: the shuffled hashes of the elements in any order.
    var orderlessHash: Int {
        var hash: UInt = 0
        for position in 0...mask where !entries[position].key.isUndefined {
            let own = UInt(bitPattern: entries[position].hash)
            hash ^= ((own ^ 89_869_747) ^ (own << 16)) &* 3_644_798_167
        }
        hash ^= UInt(count &+ 1) &* 1_927_868_237
        hash ^= (hash >> 11) ^ (hash >> 25)
        hash = hash &* 69069 &+ 907_133_923
        return hash == UInt.max ? 590_923_713 : Int(bitPattern: hash)
    }

    private func grow(to minimum: Int) {
        var size = 8
        while size <= minimum { size *= 2 }
        let (old, oldMask) = (entries, mask)
        entries = .allocate(capacity: size)
        entries.initialize(repeating: Self.vacant, count: size)
        mask = size - 1
        filled = count
        for position in 0...oldMask where !old[position].key.isUndefined { place(old[position]) }
        old.deallocate()
    }

    /// The positions where a hash may stand: nine neighbours, then a jump.
    private struct Probe {
        private(set) var position: Int
        private var start: Int
        private var perturbation: UInt
        private let mask: Int
        private var neighboursLeft: Int

        private static var neighbours: Int { 9 }

        init(hash: Int, mask: Int) {
            start = hash & mask
            position = start
            perturbation = UInt(bitPattern: hash)
            self.mask = mask
            neighboursLeft = start + Self.neighbours <= mask ? Self.neighbours : 0
        }

        mutating func advance() {
            if neighboursLeft > 0 {
                neighboursLeft -= 1
                position += 1
                return
            }
            perturbation >>= 5
            start = (start &* 5 &+ 1 &+ Int(bitPattern: perturbation)) & mask
            position = start
            neighboursLeft = start + Self.neighbours <= mask ? Self.neighbours : 0
        }
    }
}
