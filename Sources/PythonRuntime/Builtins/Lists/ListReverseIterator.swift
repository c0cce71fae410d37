/// An iterator over a `list` from its end, which may change meanwhile.
package final class ListReverseIterator: IteratorObject {
    private var list: ListObject?
    private var index: Int

    init(_ list: ListObject, in python: Interpreter) {
        self.list = list
        index = list.count - 1
        super.init(type: python.types.containers.listReverseIterator)
    }

    package override func next(_ python: Interpreter) -> Value? {
        guard let list, index >= 0, index < list.count else {
            list = nil
            return nil
        }
        defer { index -= 1 }
        return list[index]
    }

    package override var remaining: Int? {
        guard let list, index < list.count else { return 0 }
        return index + 1
    }
}
