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
        guard let set else { return nil }
        guard set.count == size else {
            throw python.error("RuntimeError", "Set changed size during iteration")
        }
        guard let (value, next) = set.entry(from: position) else {
            self.set = nil
            return nil
        }
        position = next
        left -= 1
        return value
    }

    package override var remaining: Int? { self.set?.count == size ? max(left, 0) : 0 }
}
