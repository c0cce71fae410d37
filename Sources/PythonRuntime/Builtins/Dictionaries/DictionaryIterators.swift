/// What a loop over a dictionary or one of its views sees.
package enum DictionaryPart {
    case keys, values, items

    /// The part of an entry as a register takes it, counted.
    func slot(_ entry: UnsafeMutablePointer<HashTable.Entry>, in python: Interpreter) -> Slot {
        switch self {
        case .keys:
            entry.pointee.key.retain()
            return entry.pointee.key
        case .values:
            entry.pointee.value.retain()
            return entry.pointee.value
        case .items:
            return Slot(
                counting: TupleObject(
                    counting: entry.pointee.key, entry.pointee.value, in: python))
        }
    }

    func value(_ key: Value, _ value: Value, in python: Interpreter) -> Value {
        switch self {
        case .keys: key
        case .values: value
        case .items: .object(TupleObject(key, value, in: python))
        }
    }
}

/// An iterator over a dictionary, which must keep its size meanwhile.
package final class DictionaryIterator: IteratorObject {
    private var dictionary: DictionaryObject?
    private let part: DictionaryPart
    private let size: Int
    private var left: Int
    private var position = 0

    init(_ dictionary: DictionaryObject, part: DictionaryPart, in python: Interpreter) {
        self.dictionary = dictionary
        self.part = part
        size = dictionary.count
        left = dictionary.count
        let types = python.types.containers
        switch part {
        case .keys: super.init(type: types.dictKeyIterator)
        case .values: super.init(type: types.dictValueIterator)
        case .items: super.init(type: types.dictItemIterator)
        }
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        let slot = try nextSlot(python)
        guard !slot.isUndefined else { return nil }
        defer { slot.release() }
        return slot.value
    }

    override func nextSlot(_ python: Interpreter) throws -> Slot {
        guard let dictionary else { return .undefined }
        guard dictionary.count == size else {
            throw python.error("RuntimeError", "dictionary changed size during iteration")
        }
        guard let index = dictionary.table.next(from: position) else {
            self.dictionary = nil
            return .undefined
        }
        guard left > 0 else {
            throw python.error("RuntimeError", "dictionary keys changed during iteration")
        }
        left -= 1
        position = index + 1
        return part.slot(dictionary.table.entries + index, in: python)
    }

    package override var remaining: Int? { dictionary?.count == size ? left : 0 }
}

/// An iterator over a dictionary from its last entry.
package final class DictionaryReverseIterator: IteratorObject {
    private var dictionary: DictionaryObject?
    private let part: DictionaryPart
    private let size: Int
    private var left: Int
    private var position: Int

    init(_ dictionary: DictionaryObject, part: DictionaryPart, in python: Interpreter) {
        self.dictionary = dictionary
        self.part = part
        size = dictionary.count
        left = dictionary.count
        position = dictionary.table.used - 1
        let types = python.types.containers
        switch part {
        case .keys: super.init(type: types.dictReverseKeyIterator)
        case .values: super.init(type: types.dictReverseValueIterator)
        case .items: super.init(type: types.dictReverseItemIterator)
        }
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        guard let dictionary else { return nil }
        guard dictionary.count == size else {
            throw python.error("RuntimeError", "dictionary changed size during iteration")
        }
        position = min(position, dictionary.table.used - 1)
        while position >= 0, dictionary.table.entries[position].key.isUndefined { position -= 1 }
        guard position >= 0 else {
            self.dictionary = nil
            return nil
        }
        defer { position -= 1 }
        left -= 1
        let entry = dictionary.table.entries + position
        return part.value(entry.pointee.key.value, entry.pointee.value.value, in: python)
    }

    package override var remaining: Int? { dictionary?.count == size ? max(left, 0) : 0 }
}
