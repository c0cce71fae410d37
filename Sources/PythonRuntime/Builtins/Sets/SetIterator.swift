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

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) throws
        -> Slot
    {
        guard let set else { return .undefined }
        guard set.count == size else {
            throw machine.python.error("RuntimeError", "Set changed size during iteration")
        }
        guard let index = set.table.next(from: position) else {
            self.set = nil
            return .undefined
        }
        position = index &+ 1
        left &-= 1
        return set.table.entries[index].key.retained
    }

    package override var remaining: Int? { self.set?.count == size ? max(left, 0) : 0 }
}
