// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// The tuple of two that an iterator gave last: made new only where somebody kept it, so that a loop over
/// pairs makes one tuple.
final class ReusedPair {
    private var tuple = Slot.undefined

    deinit { tuple.release() }

    /// A pair of two slots whose counts the caller hands over; `target` is the register that will hold it, and
    /// may still hold the last one.
    func with(
        _ first: Slot, _ second: Slot, _ target: UnsafeMutablePointer<Slot>, _ machine: Machine
    ) -> Slot {
        if !tuple.isUndefined, target.pointee.isIdentical(to: tuple), isOurs() {
            let slots = Unmanaged<TupleObject>.fromOpaque(tuple.pointer)
                ._withUnsafeGuaranteedRef { $0.slots }
            slots.set(first)
            (slots + 1).set(second)
            return tuple.retained
        }
        let old = tuple
        tuple = Slot(owning: TupleObject.make(taking: first, second, in: machine.python))
        old.release()
        return tuple.retained
    }

    /// Whether only the register and this iterator hold the tuple.
    private func isOurs() -> Bool {
        let count = Unmanaged<Object>.fromOpaque(tuple.pointer)
            ._withUnsafeGuaranteedRef { $0.slotCount }
        return count == 2 && Heap.isUnique(tuple.pointer)
    }
}
