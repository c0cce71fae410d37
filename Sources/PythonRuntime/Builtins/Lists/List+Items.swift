/// Indexing, slicing and growing.
extension ListObject {
    /// `list[key]`.
    func item(_ key: Value, in python: Interpreter) throws -> Value {
        if let slice = key.object as? SliceObject {
            let range = try slice.bounds(count, in: python)
            return .object(
                ListObject.make(
                    copying: slots + (range.count > 0 ? range.start : 0), count: range.count,
                    step: range.step, in: python))
        }
        guard let index = try python.position(key, count: count, of: "list") else {
            throw python.error("IndexError", "list index out of range")
        }
        return self[index]
    }

    /// `list[key] = new`.
    func setItem(_ key: Value, _ new: Value, in python: Interpreter) throws {
        if let slice = key.object as? SliceObject { return try set(slice, new, in: python) }
        guard let index = try python.position(key, count: count, of: "list") else {
            throw python.error("IndexError", "list assignment index out of range")
        }
        self[index] = new
    }

    private func set(_ slice: SliceObject, _ new: Value, in python: Interpreter) throws {
        _ = try slice.bounds(count, in: python)
        let isPlain = slice.step.isNone || slice.step.integer == 1
        guard python.isIterable(new) else {
            throw python.typeError(
                isPlain
                    ? "can only assign an iterable" : "must assign iterable to extended slice")
        }
        let items = try python.boundedList(new)
        // Reading the items may have changed this list, so that the slice is resolved afterwards.
        let range = try slice.bounds(count, in: python)
        if isPlain {
            replace(range.start..<max(range.start, range.stop), with: items)
            return
        }
        guard items.count == range.count else {
            throw python.valueError(
                "attempt to assign sequence of size \(items.count) to extended slice of size \(range.count)"
            )
        }
        for (position, item) in items.enumerated() { self[range[position]] = item }
    }

    /// `del list[key]`.
    func deleteItem(_ key: Value, in python: Interpreter) throws {
        if let slice = key.object as? SliceObject {
            delete(try slice.bounds(count, in: python).ascending)
            return
        }
        guard let index = try python.position(key, count: count, of: "list") else {
            throw python.error("IndexError", "list assignment index out of range")
        }
        _ = remove(at: index)
    }

    private func delete(_ range: SliceBounds) {
        guard range.count > 0 else { return }
        guard range.step > 1 else {
            replace(range.start..<range.stop, with: [])
            return
        }
        let kept = items.enumerated().filter { index, _ in
            index < range.start || index >= range.stop || (index - range.start) % range.step != 0
        }
        reorder(kept.map(\.element))
    }

    /// Appends all items of an iterable; a list may be extended by itself.
    func extend(by iterable: Value, in python: Interpreter) throws {
        if let other = iterable.object as? ListObject, other.kind == .list {
            append(copying: other.slots, count: other.count)
            return
        }
        if let tuple = iterable.object as? TupleObject, tuple.kind == .tuple {
            append(copying: tuple.slots, count: tuple.count)
            return
        }
        if let range = iterable.object as? RangeObject {
            guard count + range.count <= Sequences.limit else { throw python.memoryError() }
            for index in 0..<range.count { append(Slot.int(range[index])) }
            return
        }
        let iterator = try python.iterator(iterable)
        try python.checkFits(iterator)
        try python.checkLength(of: iterable)
        while let item = try python.next(iterator) {
            append(item)
            if count > Sequences.limit { throw python.memoryError() }
        }
    }

    /// Appends the items of a list several times.
    func append(_ other: ListObject, times: Int, in python: Interpreter) throws {
        let added = other.count
        let total = try Sequences.repeatedCount(added, times: times, in: python)
        guard total > 0 else { return }
        append(copying: other.slots, count: added)
        let first = count - added
        // The copies so far are copied at once, twice as many each time.
        var done = added
        while done < total {
            let next = min(done, total - done)
            append(copyingOwn: first, count: next)
            done += next
        }
    }

    /// The first position of an item; nil where there is none. Comparing may change the list.
    func firstIndex(of value: Value, in python: Interpreter) throws -> Int? {
        var index = 0
        while index < count {
            if try python.isEqual(slots[index].value, value) { return index }
            index += 1
        }
        return nil
    }
}
