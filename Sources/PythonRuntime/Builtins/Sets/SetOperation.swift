/// The four operations on sets. Each gives a new `set`, whose elements come in the order of CPython's.
enum SetOperation: CaseIterable {
    case union, intersection, difference, symmetricDifference

    var special: Special {
        switch self {
        case .union: .or
        case .intersection: .and
        case .difference: .sub
        case .symmetricDifference: .xor
        }
    }

    var reflectedSpecial: Special {
        switch self {
        case .union: .ror
        case .intersection: .rand
        case .difference: .rsub
        case .symmetricDifference: .rxor
        }
    }

    var inPlaceSpecial: Special {
        switch self {
        case .union: .ior
        case .intersection: .iand
        case .difference: .isub
        case .symmetricDifference: .ixor
        }
    }

    /// The result as a new set of a type (nil: `set`).
    func apply(
        _ a: SetObject, _ b: SetObject, type: TypeObject? = nil, in python: Interpreter
    ) throws -> SetObject {
        switch self {
        case .union:
            let result = try a.copy(type: type, in: python)
            try result.formUnion(b, in: python)
            return result
        case .intersection:
            let result = SetObject(type: type, in: python)
            let (small, large) = b.count > a.count ? (a, b) : (b, a)
            try small.forEachEntry { key, hash in
                if try large.table.find(key, hash: hash, in: python) != nil {
                    try result.insert(key, hash: hash, in: python)
                }
            }
            return result
        case .difference:
            // A small set to take away is looked up in the copy of a large one.
            if a.count / 4 > b.count {
                let result = try a.copy(type: type, in: python)
                try result.subtract(b, in: python)
                return result
            }
            let result = SetObject(type: type, in: python)
            try a.forEachEntry { key, hash in
                if try b.table.find(key, hash: hash, in: python) == nil {
                    try result.insert(key, hash: hash, in: python)
                }
            }
            return result
        case .symmetricDifference:
            let result = try b.copy(type: type, in: python)
            try result.formSymmetricDifference(a, in: python)
            return result
        }
    }
}

/// Changing a set by another.
extension SetObject {
    /// Calls a body with each key and its hash; the body may not change the set.
    func forEachEntry(_ body: (Slot, Int) throws -> Void) rethrows {
        var position = 0
        while let index = table.next(from: position) {
            let entry = table.entries[index]
            try withExtendedLifetime(entry.key.value) { try body(entry.key, entry.hash) }
            position = index + 1
        }
    }

    /// A set of the same elements.
    func copy(type: TypeObject? = nil, in python: Interpreter) throws -> SetObject {
        let copy = SetObject(type: type, in: python)
        try copy.formUnion(self, in: python)
        return copy
    }

    func formUnion(_ other: SetObject, in python: Interpreter) throws {
        guard other !== self, other.count > 0 else { return }
        try table.merge(other.table) { key, hash in try insert(key, hash: hash, in: python) }
    }

    func subtract(_ other: SetObject, in python: Interpreter) throws {
        guard other !== self else { return removeAll() }
        try other.forEachEntry { key, hash in try discard(key, hash: hash, in: python) }
    }

    func formSymmetricDifference(_ other: SetObject, in python: Interpreter) throws {
        guard other !== self else { return removeAll() }
        try other.forEachEntry { key, hash in
            if try !discard(key, hash: hash, in: python) {
                try insert(key, hash: hash, in: python)
            }
        }
    }

    /// Removes a key; false when it was not there.
    @discardableResult
    func discard(_ key: Slot, hash: Int, in python: Interpreter) throws -> Bool {
        guard let position = try table.find(key, hash: hash, in: python) else { return false }
        table.remove(position).release()
        return true
    }

    /// Whether every element is in the other set.
    func isSubset(of other: SetObject, in python: Interpreter) throws -> Bool {
        guard count <= other.count else { return false }
        var position = 0
        while let index = table.next(from: position) {
            let entry = table.entries[index]
            guard try other.table.find(entry.key, hash: entry.hash, in: python) != nil else {
                return false
            }
            position = index + 1
        }
        return true
    }

    /// Adds what an iterable gives; a dictionary gives its keys.
    func insert(contentsOf iterable: Value, in python: Interpreter) throws {
        if let other = iterable.object as? SetObject { return try formUnion(other, in: python) }
        if let dictionary = iterable.object as? DictionaryObject, dictionary.kind == .dictionary {
            table.reserve(dictionary.count)
        }
        let iterator = try python.iterator(iterable)
        try python.checkFits(iterator)
        while let item = try python.next(iterator) {
            try insert(item, in: python)
            if count > Sequences.limit { throw python.memoryError() }
        }
    }
}

extension Interpreter {
    /// A new `set` of what an iterable gives.
    package func newSet(_ iterable: Value) throws -> SetObject {
        let set = SetObject(in: self)
        try set.insert(contentsOf: iterable, in: self)
        return set
    }
}
