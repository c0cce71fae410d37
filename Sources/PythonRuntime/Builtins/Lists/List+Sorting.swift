/// Sorting.
extension ListObject {
    /// Sorts in place. While the items are compared the list is empty, so that code which the comparison runs
    /// cannot disturb it; the items come back whatever happens.
    func sort(by key: Value, descending: Bool, in python: Interpreter) throws {
        let unsorted = items
        removeAll()
        var result = unsorted
        do {
            try python.sort(&result, by: key, descending: descending)
        } catch {
            reorder(unsorted)
            throw error
        }
        let isDisturbed = count > 0
        reorder(result)
        if isDisturbed { throw python.valueError("list modified during sort") }
    }
}

extension Interpreter {
    /// Sorts values by their keys, which are computed once; equal ones keep their order.
    package func sort(_ items: inout [Value], by key: Value = .none, descending: Bool = false)
        throws
    {
        guard !key.isNone else { return try sort(&items, keys: nil, descending: descending) }
        let keys = try items.map { try call(key, with: $0) }
        try sort(&items, keys: keys, descending: descending)
    }

    private func sort(_ items: inout [Value], keys: [Value]?, descending: Bool) throws {
        guard items.count > 1 else { return }
        let order = try withExtendedLifetime((items, keys)) {
            try sortedOrder(of: keys ?? items, descending: descending)
        }
        items = order.map { items[$0] }
    }

    /// The indices of keys in sorted order; keys of one simple kind are compared without Python.
    private func sortedOrder(of keys: [Value], descending: Bool) throws -> [Int] {
        if let numbers = keys.allIntegers {
            return try MergeSort.sorted(numbers, descending: descending, by: NumberOrder())
        }
        if let numbers = keys.allFloats {
            return try MergeSort.sorted(numbers, descending: descending, by: NumberOrder())
        }
        if let texts = keys.allTexts {
            let texts = texts.map(TextKey.init)
            return try MergeSort.sorted(texts, descending: descending, by: TextOrder())
        }
        let slots = keys.map { Slot(borrowing: $0) }
        return try MergeSort.sorted(slots, descending: descending, by: PythonOrder(python: self))
    }
}

extension [Value] {
    /// What each value holds, where all are of the same kind.
    private func all<T>(_ part: (Value) -> T?) -> [T]? {
        var result: [T] = []
        result.reserveCapacity(count)
        for value in self {
            guard let own = part(value) else { return nil }
            result.append(own)
        }
        return result
    }

    fileprivate var allIntegers: [Int]? {
        all { if case .int(let number) = $0 { number } else { nil } }
    }

    fileprivate var allFloats: [Double]? {
        all { if case .float(let number) = $0 { number } else { nil } }
    }

    fileprivate var allTexts: [Unmanaged<StringObject>]? {
        all { value in
            guard case .object(let object) = value, object.kind == .string else { return nil }
            return .passUnretained(unsafeDowncast(object, to: StringObject.self))
        }
    }
}
