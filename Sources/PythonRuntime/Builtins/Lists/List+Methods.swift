extension Builtins {
    /// The methods that change a list.
    static func listChanges(_ t: TypeBuilder) {
        t.def("append(self, object, /)\n\nAdds an item at the end.") {
            (_: Interpreter, list: ListObject, value: Value) -> Value in
            list.append(value)
            return .none
        }
        t.procedure("extend(self, iterable, /)\n\nAdds all items of an iterable at the end.") {
            (python: Interpreter, list: ListObject, items: Value) in
            try list.extend(by: items, in: python)
        }
        t.def("insert(self, index, object, /)\n\nPuts an item before the one at an index.") {
            (_: Interpreter, list: ListObject, index: Int, value: Value) -> Value in
            let position = index < 0 ? max(index + list.count, 0) : min(index, list.count)
            list.insert(value, at: position)
            return .none
        }
        t.def("pop(self, index=-1, /)\n\nRemoves the item at an index and gives it.") {
            (python: Interpreter, list: ListObject, index: Int) -> Value in
            guard list.count > 0 else {
                throw python.error("IndexError", "pop from empty list")
            }
            let position = index < 0 ? index + list.count : index
            guard position >= 0, position < list.count else {
                throw python.error("IndexError", "pop index out of range")
            }
            return list.remove(at: position)
        }
        t.procedure("remove(self, value, /)\n\nRemoves the first item that equals a value.") {
            (python: Interpreter, list: ListObject, value: Value) in
            guard let index = try list.firstIndex(of: value, in: python), index < list.count else {
                throw python.valueError("list.remove(x): x not in list")
            }
            _ = list.remove(at: index)
        }
        t.procedure("clear(self, /)\n\nRemoves all items.") {
            (_: Interpreter, list: ListObject) in list.removeAll()
        }
        t.procedure("reverse(self, /)\n\nTurns the list round in place.") {
            (_: Interpreter, list: ListObject) in list.reorder(list.items.reversed())
        }
        t.def(
            """
            sort(self, /, *, key=None, reverse=False)

            Sorts the list in place, items that compare equal keeping their order.
            """
        ) { (python: Interpreter, list: ListObject, key: Value, reverse: Bool) -> Value in
            try list.sort(by: key, descending: reverse, in: python)
            return .none
        }
    }

    /// The methods that leave the list as it is.
    static func listQueries(_ t: TypeBuilder) {
        t.def("copy(self, /)\n\nA new list of the same items.") {
            (python: Interpreter, list: ListObject) in
            ListObject.make(copying: list.slots, count: list.count, in: python)
        }
        t.def("count(self, value, /)\n\nHow many items equal a value.") {
            (python: Interpreter, list: ListObject, value: Value) -> Int in
            try list.items.count { try python.isEqual($0, value) }
        }
        t.def(
            "index(self, value, start=0, stop=9223372036854775807, /)\n\nThe first position of a value."
        ) {
            (python: Interpreter, list: ListObject, value: Value, start: Value, stop: Value) -> Int
            in
            let found = try Sequences.firstIndex(
                of: value, in: list.items, from: python.searchBound(start),
                to: python.searchBound(stop), python)
            guard let found else {
                throw python.valueError("\(try python.repr(value)) is not in list")
            }
            return found
        }
    }
}

extension Interpreter {
    /// A bound of a search, which is cut off at 64 bits.
    func searchBound(_ value: Value) throws -> Int {
        if let small = value.integer { return small }
        guard value.object is BigIntegerObject || type(of: value).special(.index) != nil else {
            throw typeError("slice indices must be integers or have an __index__ method")
        }
        let big = try bigIndex(value)
        return Int(exactly: big) ?? (big.sign == .minus ? Int.min : Int.max)
    }
}
