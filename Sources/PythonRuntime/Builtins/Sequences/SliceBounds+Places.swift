extension SliceBounds {
    /// The place of the item at a position of the slice.
    subscript(position: Int) -> Int { start + position * step }

    /// The same places in ascending order.
    var ascending: SliceBounds {
        guard count > 0 else { return self }
        if step > 0 || count == 1 {
            return SliceBounds(
                start: start, step: count == 1 ? 1 : step, count: count, stop: self[count - 1] + 1)
        }
        return SliceBounds(start: self[count - 1], step: -step, count: count, stop: start + 1)
    }
}
