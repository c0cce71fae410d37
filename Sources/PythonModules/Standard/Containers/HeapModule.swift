import PythonRuntime

/// `heapq`.
enum HeapModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("heapq", in: python)
        m.action("heappush(heap, item, /)") {
            (python: Interpreter, heap: Value, item: Value) in
            let heap = try list(heap, "heappush() argument 1", python)
            heap.append(item)
            try Heap(heap, python).siftTowardsRoot(heap.count - 1, from: 0)
        }
        m.def("heappop(heap, /)") { (python: Interpreter, heap: Value) in
            try pop(list(heap, "heappop() argument", python), python)
        }
        m.def("heappushpop(heap, item, /)") {
            (python: Interpreter, heap: Value, item: Value) -> Value in
            let heap = try list(heap, "heappushpop() argument 1", python)
            guard heap.count > 0, try python.isLess(heap[0], item) else { return item }
            return try replace(heap, item, python)
        }
        m.def("heapreplace(heap, item, /)") {
            (python: Interpreter, heap: Value, item: Value) -> Value in
            let heap = try list(heap, "heapreplace() argument 1", python)
            guard heap.count > 0 else { throw python.error("IndexError", "index out of range") }
            return try replace(heap, item, python)
        }
        m.action("heapify(heap, /)") { (python: Interpreter, heap: Value) in
            let heap = try list(heap, "heapify() argument", python)
            for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
                try Heap(heap, python).siftFromRoot(index)
            }
        }
        for (name, descending) in [("nlargest", true), ("nsmallest", false)] {
            m.def("\(name)(n, iterable, key=None)") {
                (python: Interpreter, count: Int, items: Value, key: Value) -> [Value] in
                guard count > 0 else { return [] }
                var items = try python.list(items)
                try python.sort(&items, by: key, descending: descending)
                return Array(items.prefix(max(count, 0)))
            }
        }
        m.def("merge(*iterables, key=None, reverse=False)") {
            (python: Interpreter, sources: Value, key: Value, reverse: Bool) in
            try merge(python.items(sources), key, reverse, python)
        }
        return m.module
    }

    private static func list(
        _ value: Value, _ role: String, _ python: Interpreter
    ) throws -> ListObject {
        if let list = value.object as? ListObject { return list }
        throw python.typeError("\(role) must be list, not \(python.typeName(value))")
    }

    private static func pop(_ heap: ListObject, _ python: Interpreter) throws -> Value {
        guard heap.count > 0 else { throw python.error("IndexError", "index out of range") }
        let last = heap.remove(at: heap.count - 1)
        return heap.count == 0 ? last : try replace(heap, last, python)
    }

    private static func replace(_ heap: ListObject, _ item: Value, _ python: Interpreter) throws
        -> Value
    {
        let top = heap[0]
        heap[0] = item
        try Heap(heap, python).siftFromRoot(0)
        return top
    }

    /// One iterator over several sorted ones; of equal items the earlier source's comes first.
    private static func merge(
        _ sources: [Value], _ key: Value, _ reverse: Bool, _ python: Interpreter
    ) throws -> ClosureIterator {
        var heads: [(iterator: Value, item: Value, key: Value)] = []
        func head(_ iterator: Value) throws -> (iterator: Value, item: Value, key: Value)? {
            guard let item = try python.next(iterator) else { return nil }
            return (iterator, item, try key.isNone ? item : python.call(key, [item]))
        }
        for source in sources {
            if let first = try head(python.iterator(source)) { heads.append(first) }
        }
        return ClosureIterator(type: python.types.generator) {
            guard !heads.isEmpty else { return nil }
            var best = 0
            for index in heads.indices.dropFirst() {
                let (a, b) = (heads[index].key, heads[best].key)
                if try reverse ? python.isLess(b, a) : python.isLess(a, b) { best = index }
            }
            let item = heads[best].item
            if let next = try head(heads[best].iterator) {
                heads[best] = next
            } else {
                heads.remove(at: best)
            }
            return item
        }
    }
}

/// A list whose item at i is not greater than those at 2i + 1 and 2i + 2.
private struct Heap {
    let list: ListObject
    let python: Interpreter

    init(_ list: ListObject, _ python: Interpreter) {
        self.list = list
        self.python = python
    }

    func siftTowardsRoot(_ start: Int, from root: Int) throws {
        let item = list[start]
        var index = start
        while index > root {
            let parent = (index - 1) / 2
            guard try python.isLess(item, list[parent]) else { break }
            list[index] = list[parent]
            index = parent
        }
        list[index] = item
    }

    /// Follows the smaller children to a leaf and comes back up, as CPython's does: ties fall the same way.
    func siftFromRoot(_ root: Int) throws {
        let item = list[root]
        var index = root
        var child = 2 * root + 1
        while child < list.count {
            if child + 1 < list.count, try !python.isLess(list[child], list[child + 1]) {
                child += 1
            }
            list[index] = list[child]
            index = child
            child = 2 * index + 1
        }
        list[index] = item
        try siftTowardsRoot(index, from: root)
    }
}
