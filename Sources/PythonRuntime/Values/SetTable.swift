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
                let version = version
                let equal = try python.isEqual(entry.key.value, key.value)
                if version != self.version { return try find(key, hash: hash, in: python) }
                if equal { return position }
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

    /// Removes the entry at a position and gives its key with its count.
    func remove(_ position: Int) -> Slot {
        let key = entries[position].key
        entries[position] = Entry(hash: -1, key: .undefined)
        count -= 1
        version &+= 1
        return key
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
        for position in 0...oldMask where !old[position].key.isUndefined {
            var probe = Probe(hash: old[position].hash, mask: mask)
            while !entries[probe.position].key.isUndefined { probe.advance() }
            entries[probe.position] = old[position]
        }
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
