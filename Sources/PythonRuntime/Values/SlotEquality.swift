// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// What can be said about `a == b` without running Python code.
enum KnownEquality { case yes, no, askPython }

extension Slot {
    /// Compares numbers, texts and tuples of them, items of tuples being equal also when they are identical.
    @inline(__always)
    func knownEquality(to other: Slot) -> KnownEquality {
        if isKind(.string), other.isKind(.string) {
            return with(StringObject.self) { a in
                other.with(StringObject.self) { a.isEqual(to: $0) ? .yes : .no }
            }
        }
        if !isObject, !other.isObject { return isEqualNumber(to: other) ? .yes : .no }
        if isKind(.tuple), other.isKind(.tuple) {
            return tupleEquality(to: other, depth: Self.comparisonDepth)
        }
        if isKind(.string) && !other.isObject || other.isKind(.string) && !isObject { return .no }
        return .askPython
    }

    /// Tuples in tuples that are compared here: deeper ones are left to code that counts its depth.
    private static var comparisonDepth: Int { 4 }

    private func tupleEquality(to other: Slot, depth: Int) -> KnownEquality {
        guard depth > 0 else { return .askPython }
        return with(TupleObject.self) { a in
            other.with(TupleObject.self) { b in
                guard a.count == b.count else { return .no }
                var result = KnownEquality.yes
                for index in 0..<a.count where !a.slots[index].isIdentical(to: b.slots[index]) {
                    let isTuple = a.slots[index].isKind(.tuple) && b.slots[index].isKind(.tuple)
                    let items =
                        isTuple
                        ? a.slots[index].tupleEquality(to: b.slots[index], depth: depth - 1)
                        : a.slots[index].flatEquality(to: b.slots[index])
                    // What Python code says of an earlier item decides before a later difference.
                    if items == .askPython { return .askPython }
                    if items == .no { result = .no; break }
                }
                return result
            }
        }
    }

    private func flatEquality(to other: Slot) -> KnownEquality {
        if isKind(.string), other.isKind(.string) {
            return with(StringObject.self) { a in
                other.with(StringObject.self) { a.isEqual(to: $0) ? .yes : .no }
            }
        }
        if !isObject, !other.isObject { return isEqualNumber(to: other) ? .yes : .no }
        if isKind(.string) && !other.isObject || other.isKind(.string) && !isObject { return .no }
        return .askPython
    }

    /// `1 == 1.0 == True`; None equals only itself.
    private func isEqualNumber(to other: Slot) -> Bool {
        if tag == Slot.noneTag || other.tag == Slot.noneTag { return tag == other.tag }
        if isFloat && other.isFloat { return float == other.float }
        if !isFloat && !other.isFloat { return int == other.int }
        return Numbers.compare(.equal, value, other.value) ?? false
    }

    /// `a < b` of numbers of one kind, texts, and tuples of them; nil where Python code must say.
    func knownOrder(before other: Slot) -> Bool? {
        if tag | other.tag == Slot.intTag { return int < other.int }
        if isFloat, other.isFloat { return float < other.float }
        if isKind(.string), other.isKind(.string) {
            return with(StringObject.self) { a in
                other.with(StringObject.self) { a.isLess(than: $0) }
            }
        }
        guard isKind(.tuple), other.isKind(.tuple) else { return nil }
        return with(TupleObject.self) { a in
            other.with(TupleObject.self) { b in a.knownOrder(before: b) }
        }
    }
}

extension TupleObject {
    /// The first items that differ decide.
    fileprivate func knownOrder(before other: TupleObject) -> Bool? {
        for index in 0..<min(count, other.count) {
            let (a, b) = (slots[index], other.slots[index])
            if a.isIdentical(to: b) { continue }
            guard !a.isKind(.tuple), !b.isKind(.tuple) else { return nil }
            switch a.knownEquality(to: b) {
            case .yes: continue
            case .no: return a.knownOrder(before: b)
            case .askPython: return nil
            }
        }
        return count < other.count
    }
}
