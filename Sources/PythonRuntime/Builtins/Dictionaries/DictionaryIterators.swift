/// What a loop over a dictionary or one of its views sees.
package enum DictionaryPart {
    case keys, values, items

    func value(_ key: Value, _ value: Value, in python: Interpreter) -> Value {
        switch self {
        case .keys: key
        case .values: value
        case .items: .tuple([key, value], in: python)
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
    private let pair = ReusedPair()

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

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) throws
        -> Slot
    {
        guard let dictionary else { return .undefined }
        let table = dictionary.table
        guard table.count == size else {
            throw machine.python.error("RuntimeError", "dictionary changed size during iteration")
        }
        guard let index = table.next(from: position) else {
            self.dictionary = nil
            return .undefined
        }
        guard left > 0 else {
            throw machine.python.error("RuntimeError", "dictionary keys changed during iteration")
        }
        left &-= 1
        position = index &+ 1
        let entry = table.entries + index
        switch part {
        case .keys: return entry.pointee.key.retained
        case .values: return entry.pointee.value.retained
        case .items:
            return pair.with(
                entry.pointee.key.retained, entry.pointee.value.retained, target, machine)
        }
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
