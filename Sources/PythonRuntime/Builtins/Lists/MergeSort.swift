/// A stable merge sort that asks for few comparisons: it finds the runs that are in order already, lengthens
/// short ones by insertion, and merges neighbours (Tim Peters' scheme).
///
/// Only `isLess` is asked, as Python only asks `__lt__`; up to 63 items it is asked in CPython's own order,
/// so that even items without a consistent order come out as they do there.
struct MergeSort<Order: SortOrder> {
    private typealias Element = (key: Order.Key, index: Int)

    private var elements: [Element]
    private var spare: [Element] = []
    private var runs: [Range<Int>] = []
    private let order: Order

    /// The indices of the keys in sorted order. Keys must be plain data that the caller keeps alive.
    static func sorted(_ keys: [Order.Key], descending: Bool, by order: Order) throws -> [Int] {
        let pairs = keys.enumerated().map { (key: $0.element, index: $0.offset) }
        // Turned round before and after, so that equal keys keep their order.
        var sort = MergeSort(elements: descending ? pairs.reversed() : pairs, order: order)
        try sort.run()
        let indices = sort.elements.map(\.index)
        return descending ? indices.reversed() : indices
    }

    private init(elements: [Element], order: Order) {
        self.elements = elements
        self.order = order
    }

    private mutating func run() throws {
        let minimum = Self.minimumRun(elements.count)
        var start = 0
        while start < elements.count {
            var end = try orderedRun(from: start)
            if end - start < minimum {
                let longer = min(start + minimum, elements.count)
                try insert(start..<longer, sorted: end)
                end = longer
            }
            runs.append(start..<end)
            try collapse()
            start = end
        }
        while runs.count > 1 { try merge(at: runs.count - 2) }
    }

    /// The length that short runs are brought to: all of a small array, 32 to 64 of a large one.
    private static func minimumRun(_ count: Int) -> Int {
        var count = count
        var carry = 0
        while count >= 64 {
            carry |= count & 1
            count >>= 1
        }
        return count + carry
    }

    /// The end of the run that begins at a position; a strictly descending one is turned round.
    private mutating func orderedRun(from start: Int) throws -> Int {
        var end = start + 1
        guard end < elements.count else { return end }
        let descends = try order.isLess(elements[end].key, elements[start].key)
        end += 1
        while end < elements.count,
            try order.isLess(elements[end].key, elements[end - 1].key) == descends
        {
            end += 1
        }
        if descends { elements[start..<end].reverse() }
        return end
    }

    /// Sorts a range whose elements before `sorted` are in order, by binary insertion.
    private mutating func insert(_ range: Range<Int>, sorted: Int) throws {
        for index in sorted..<range.upperBound {
            let pivot = elements[index]
            var (low, high) = (range.lowerBound, index)
            while low < high {
                let middle = low + (high - low) / 2
                if try order.isLess(pivot.key, elements[middle].key) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            var hole = index
            while hole > low {
                elements[hole] = elements[hole - 1]
                hole -= 1
            }
            elements[low] = pivot
        }
    }

    /// Merges until each run is longer than the two after it together.
    private mutating func collapse() throws {
        while runs.count > 1 {
            let last = runs.count - 1
            if last >= 2, runs[last - 2].count <= runs[last - 1].count + runs[last].count {
                try merge(at: runs[last - 2].count < runs[last].count ? last - 2 : last - 1)
            } else if runs[last - 1].count <= runs[last].count {
                try merge(at: last - 1)
            } else {
                return
            }
        }
    }

    private mutating func merge(at index: Int) throws {
        let (left, right) = (runs[index], runs[index + 1])
        runs[index] = left.lowerBound..<right.upperBound
        runs.remove(at: index + 1)
        spare.removeAll(keepingCapacity: true)
        spare.append(contentsOf: elements[left])
        var (from, next, target) = (0, right.lowerBound, left.lowerBound)
        while from < spare.count, next < right.upperBound {
            if try order.isLess(elements[next].key, spare[from].key) {
                elements[target] = elements[next]
                next += 1
            } else {
                elements[target] = spare[from]
                from += 1
            }
            target += 1
        }
        while from < spare.count {
            elements[target] = spare[from]
            from += 1
            target += 1
        }
    }
}

/// What a sort asks of two keys.
protocol SortOrder {
    associatedtype Key
    func isLess(_ a: Key, _ b: Key) throws -> Bool
}

/// The order of numbers of one kind.
struct NumberOrder<Key: Comparable>: SortOrder {
    @inline(__always) func isLess(_ a: Key, _ b: Key) -> Bool { a < b }
}

/// A text to be compared: mostly its first bytes tell, without a look at the object.
struct TextKey {
    let start: UInt64
    let text: Unmanaged<StringObject>

    init(_ text: Unmanaged<StringObject>) {
        self.text = text
        start = text._withUnsafeGuaranteedRef { text in
            text.withUTF8 { bytes in
                var start: UInt64 = 0
                for index in 0..<8 {
                    start = start << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
                }
                return start
            }
        }
    }
}

/// The order of texts by code points.
struct TextOrder: SortOrder {
    @inline(__always) func isLess(_ a: TextKey, _ b: TextKey) -> Bool {
        a.start == b.start ? precedes(a.text, b.text) : a.start < b.start
    }

    private func precedes(_ a: Unmanaged<StringObject>, _ b: Unmanaged<StringObject>) -> Bool {
        a._withUnsafeGuaranteedRef { a in
            b._withUnsafeGuaranteedRef { b in a.isLess(than: b) }
        }
    }
}

/// The order that Python's `<` gives.
struct PythonOrder: SortOrder {
    let python: Interpreter

    func isLess(_ a: Slot, _ b: Slot) throws -> Bool {
        if let known = a.knownOrder(before: b) { return known }
        return try python.isLess(a.value, b.value)
    }
}
