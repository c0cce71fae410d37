/// An iterator over a `set`, which must keep its size meanwhile.
package final class SetIterator: IteratorObject {
    private var set: SetObject?
    private let size: Int
    private var left: Int
    private var position = 0

    init(_ set: SetObject, in python: Interpreter) {
        self.set = set
        size = set.count
        left = set.count
        super.init(type: python.types.containers.setIterator)
    }

    package override func next(_ python: Interpreter) throws -> Value? {
        let slot = try nextSlot(python)
        guard !slot.isUndefined else { return nil }
        defer { slot.release() }
        return slot.value
    }

    override func nextSlot(_ python: Interpreter) throws -> Slot {
        guard let set else { return .undefined }
        guard set.count == size else {
            throw python.error("RuntimeError", "Set changed size during iteration")
        }
        guard let index = set.table.next(from: position) else {
            self.set = nil
            return .undefined
        }
        position = index + 1
        left -= 1
        let slot = set.table.entries[index].key
        slot.retain()
        return slot
    }

    package override var remaining: Int? { self.set?.count == size ? max(left, 0) : 0 }
}
