import PythonRuntime
import Tensors

extension Dataset {
    /// The elements in an order that a buffer and seeds give.
    func shuffled(by shuffle: DatasetShuffle) -> Dataset {
        Dataset("_ShuffleDataset", cardinality: cardinality, spec: spec) { [self] in
            var buffer = shuffle.pass(over: Value.self)
            let next = try pass()
            return { try buffer.next(pulling: next) }
        }
    }

    /// The elements several times; without an end where no number is given.
    func repeated(_ count: Int?) -> Dataset {
        let times = count.flatMap { $0 < 0 ? nil : $0 }
        let total =
            times.map { times in
                Self.cardinality(cardinality) {
                    $0.multipliedReportingOverflow(by: times).partialValue
                }
            } ?? (cardinality == 0 ? 0 : Self.infinite)
        return Dataset("_RepeatDataset", cardinality: total, spec: spec) { [self] in
            var round = 0
            var next: Pull?
            return {
                while times.map({ round < $0 }) ?? true {
                    let isNew = next == nil
                    let current = try next ?? self.pass()
                    next = current
                    if let element = try current() { return element }
                    next = nil
                    round += 1
                    if isNew { return nil }
                }
                return nil
            }
        }
    }

    /// The first elements.
    func prefix(_ count: Int) -> Dataset {
        let most = count < 0 ? Int.max : count
        let total =
            cardinality == Self.infinite
            ? (count < 0 ? cardinality : count)
            : Self.cardinality(cardinality) { min($0, most) }
        return Dataset("_TakeDataset", cardinality: total, spec: spec) { [self] in
            var left = most
            let next = try pass()
            return {
                guard left > 0 else { return nil }
                left -= 1
                return try next()
            }
        }
    }

    /// The elements behind the first ones.
    func suffix(from count: Int) -> Dataset {
        let total = Self.cardinality(cardinality) { count < 0 ? 0 : max($0 - count, 0) }
        return Dataset("_SkipDataset", cardinality: total, spec: spec) { [self] in
            var left = count < 0 ? Int.max : count
            let next = try pass()
            return {
                while left > 0 {
                    left -= 1
                    guard try next() != nil else {
                        left = 0
                        return nil
                    }
                }
                return try next()
            }
        }
    }

    /// Every `count`th element, from `index` on.
    func shard(_ count: Int, _ index: Int) -> Dataset {
        let total = Self.cardinality(cardinality) { ($0 - index + count - 1) / count }
        return Dataset("_ShardDataset", cardinality: total, spec: spec) { [self] in
            var place = -1
            let next = try pass()
            return {
                while let element = try next() {
                    place += 1
                    if place % count == index { return element }
                }
                return nil
            }
        }
    }

    /// The elements, kept after the first whole pass.
    func cached() -> Dataset {
        var kept: [Value]?
        return Dataset("CacheDataset", cardinality: cardinality, spec: spec) { [self] in
            if let kept {
                var place = 0
                return {
                    guard place < kept.count else { return nil }
                    defer { place += 1 }
                    return kept[place]
                }
            }
            var seen: [Value] = []
            let next = try pass()
            return {
                guard let element = try next() else {
                    kept = kept ?? seen
                    return nil
                }
                seen.append(element)
                return element
            }
        }
    }

    /// The same elements under another class's name.
    func renamed(_ name: String) -> Dataset {
        let result = Dataset(name, cardinality: cardinality, spec: spec) { [self] in try pass() }
        result.batchSize = batchSize
        return result
    }

    /// The elements of one dataset and then those of another.
    func followed(by other: Dataset) -> Dataset {
        let isUnknown = cardinality == Self.unknown || other.cardinality == Self.unknown
        let isInfinite = cardinality == Self.infinite || other.cardinality == Self.infinite
        let total =
            isInfinite ? Self.infinite : isUnknown ? Self.unknown : cardinality + other.cardinality
        return Dataset(
            "_ConcatenateDataset", cardinality: total,
            spec: { try self.spec().common(with: other.spec()) }
        ) { [self] in
            let first = try pass()
            var second: Pull?
            return {
                if second == nil {
                    if let element = try first() { return element }
                    second = try other.pass()
                }
                return try second?()
            }
        }
    }

    /// Elements of several datasets side by side; the shortest ends it.
    static func zipped(
        _ parts: [Dataset], spec: @escaping () throws -> ElementSpec,
        _ combine: @escaping ([Value]) throws -> Value
    ) -> Dataset {
        let ends = parts.map(\.cardinality).filter { $0 != infinite }
        let total = ends.isEmpty ? infinite : ends.contains(unknown) ? unknown : ends.min() ?? 0
        return Dataset("_ZipDataset", cardinality: total, spec: spec) {
            let pulls = try parts.map { try $0.pass() }
            return {
                var items: [Value] = []
                for pull in pulls {
                    guard let item = try pull() else { return nil }
                    items.append(item)
                }
                return try combine(items)
            }
        }
    }
}
