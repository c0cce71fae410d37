import PythonRuntime

extension IterationToolsModule {
    static func defineGrouping(_ m: ModuleBuilder) {
        define(m, "groupby(iterable, key=None)") { python, values in
            let groups = Groups(try python.iterator(values[0]), key: values[1], python)
            return { try groups.next() }
        }
        m.def("tee(iterable, n=2, /)") { (python: Interpreter, items: Value, count: Int) -> Value in
            guard count >= 0 else { throw python.valueError("n must be >= 0") }
            let shared = SharedItems(try python.iterator(items))
            let iterators = (0..<count).map { _ in
                var index = 0
                return Value.object(
                    ClosureIterator(type: python.types.iterator) {
                        defer { index += 1 }
                        return try shared.item(index, python)
                    })
            }
            return .tuple(iterators, in: python)
        }
    }

    /// The items that several iterators read once.
    private final class SharedItems {
        private let source: Value
        private var items: [Value] = []

        init(_ source: Value) { self.source = source }

        func item(_ index: Int, _ python: Interpreter) throws -> Value? {
            while items.count <= index {
                guard let next = try python.next(source) else { return nil }
                items.append(next)
            }
            return items[index]
        }
    }

    /// `groupby`: runs of items with the same key.
    private final class Groups {
        private let source: Value
        private let key: Value
        private let python: Interpreter
        private var pending: (key: Value, item: Value)?
        private var current: Value?
        private var group = 0

        init(_ source: Value, key: Value, _ python: Interpreter) {
            self.source = source
            self.key = key
            self.python = python
        }

        private func advance() throws {
            pending = try python.next(source).map {
                (try key.isNone ? $0 : python.call(key, [$0]), $0)
            }
        }

        func next() throws -> Value? {
            if let current {
                while let pending, try python.isEqual(pending.key, current) { try advance() }
            } else {
                try advance()
            }
            guard let pending else { return nil }
            current = pending.key
            group += 1
            let number = group
            let items = ClosureIterator(type: python.types.iterator) { [self] in
                try nextItem(of: number)
            }
            return .tuple([pending.key, .object(items)], in: python)
        }

        /// The next item of a run; nil once the run or the turn is over.
        private func nextItem(of number: Int) throws -> Value? {
            guard number == group, let pending, let current,
                try python.isEqual(pending.key, current)
            else { return nil }
            try advance()
            return pending.item
        }
    }

    // MARK: Combinations

    static func defineCombinations(_ m: ModuleBuilder) {
        define(m, "product(*iterables, repeat=1)") { python, values in
            let times = try python.index(values[1])
            guard times >= 0 else {
                throw python.valueError("repeat argument cannot be negative")
            }
            let once = try python.items(values[0]).map { try python.list($0) }
            // A pool is an array, and so is each result.
            try python.checkSize(16 * max(once.count, 1), times: times)
            let pools = Array(repeating: once, count: times).flatMap { $0 }
            var places: [Int]? =
                pools.contains(where: \.isEmpty)
                ? nil : Array(repeating: 0, count: pools.count)
            return {
                guard let now = places else { return nil }
                places = now.odometer(limits: pools.map(\.count))
                return .tuple(zip(pools, now).map { $0[$1] }, in: python)
            }
        }
        define(m, "permutations(iterable, r=None)") { python, values in
            let pool = try python.list(values[0])
            guard
                values[1].isNone || values[1].integer != nil
                    || values[1].object is BigIntegerObject
            else {
                throw python.typeError("Expected int as r")
            }
            let size = try values[1].isNone ? pool.count : python.index(values[1])
            guard size >= 0 else { throw python.valueError("r must be non-negative") }
            return permutations(of: pool, size, python)
        }
        define(m, "combinations(iterable, r)") { python, values in
            let pool = try python.list(values[0])
            let size = try python.index(values[1])
            guard size >= 0 else { throw python.valueError("r must be non-negative") }
            var places = size > pool.count ? nil : Optional(Array(0..<size))
            return {
                guard let now = places else { return nil }
                places = now.nextCombination(of: pool.count)
                return .tuple(now.map { pool[$0] }, in: python)
            }
        }
        define(m, "combinations_with_replacement(iterable, r)") { python, values in
            let pool = try python.list(values[0])
            let size = try python.index(values[1])
            guard size >= 0 else { throw python.valueError("r must be non-negative") }
            var places = pool.isEmpty && size > 0 ? nil : Optional(Array(repeating: 0, count: size))
            return {
                guard let now = places else { return nil }
                places = now.nextMultiset(of: pool.count)
                return .tuple(now.map { pool[$0] }, in: python)
            }
        }
    }

    private static func permutations(of pool: [Value], _ size: Int, _ python: Interpreter)
        -> () throws -> Value?
    {
        var order = Array(pool.indices)
        var cycles = Array(stride(from: pool.count, to: pool.count - size, by: -1))
        var isDone = size > pool.count
        return {
            if isDone { return nil }
            let result = order[..<size].map { pool[$0] }
            isDone = true
            for index in stride(from: size - 1, through: 0, by: -1) {
                cycles[index] -= 1
                if cycles[index] > 0 {
                    order.swapAt(index, order.count - cycles[index])
                    isDone = false
                    break
                }
                order.append(order.remove(at: index))
                cycles[index] = pool.count - index
            }
            return .tuple(result, in: python)
        }
    }
}

extension [Int] {
    /// The next reading of wheels of these sizes, the last one turning fastest; nil after the last.
    fileprivate func odometer(limits: [Int]) -> [Int]? {
        var next = self
        for index in indices.reversed() {
            next[index] += 1
            if next[index] < limits[index] { return next }
            next[index] = 0
        }
        return nil
    }

    /// The next choice of different places below a count; nil after the last.
    fileprivate func nextCombination(of count: Int) -> [Int]? {
        var next = self
        guard let index = indices.last(where: { self[$0] != $0 + count - self.count }) else {
            return nil
        }
        next[index] += 1
        for later in indices where later > index { next[later] = next[later - 1] + 1 }
        return next
    }

    /// The next choice of places below a count that may repeat; nil after the last.
    fileprivate func nextMultiset(of count: Int) -> [Int]? {
        guard let index = lastIndex(where: { $0 != count - 1 }) else { return nil }
        return self[..<index] + Array(repeating: self[index] + 1, count: self.count - index)
    }
}
