import PythonRuntime
import Tensors

extension Dataset {
    private static func checked(_ size: Int, _ operation: String, _ python: Interpreter) throws {
        guard size <= 0 else { return }
        throw TensorError.invalidArgument(
            operation: operation, "Batch size must be greater than zero.")
    }

    private static func batches(_ count: Int, of size: Int, dropping: Bool) -> Int {
        cardinality(count) { dropping ? $0 / size : $0 / size + ($0 % size == 0 ? 0 : 1) }
    }

    /// Elements in groups, as `combine` makes one of them.
    private func grouped(
        _ name: String, _ size: Int, dropping: Bool, spec: @escaping () throws -> ElementSpec,
        _ combine: @escaping ([Value]) throws -> Value
    ) -> Dataset {
        let result = Dataset(
            name, cardinality: Self.batches(cardinality, of: size, dropping: dropping), spec: spec
        ) { [self] in
            let next = try pass()
            return {
                var group: [Value] = []
                while group.count < size, let element = try next() { group.append(element) }
                if group.isEmpty || dropping && group.count < size { return nil }
                return try combine(group)
            }
        }
        result.batchSize = size
        return result
    }

    /// Elements stacked to batches; the last one may be smaller unless it is dropped.
    func batched(_ size: Int, dropping: Bool, in python: Interpreter) throws -> Dataset {
        try Self.checked(size, "BatchDatasetV2", python)
        let spec = { try self.spec().batched(dropping ? size : nil) }
        return grouped("_BatchDataset", size, dropping: dropping, spec: spec) { group in
            var component = 0
            return try DatasetElement.joined(group, in: python) { parts in
                defer { component += 1 }
                guard let first = parts.first,
                    let place = parts.firstIndex(where: { $0.shape != first.shape })
                else { return try Tensor.stack(parts, axis: 0) }
                throw self.unequal(
                    first.shape, parts[place].shape, place, component,
                    of: DatasetElement.leaves(group[0]).count)
            }
        }
    }

    /// That elements of a batch have several shapes. TensorFlow does a function's step and the batches behind it at once,
    /// and says it otherwise then.
    private func unequal(
        _ first: Shape, _ other: Shape, _ place: Int, _ component: Int, of count: Int
    ) -> FaceError {
        let text =
            ["_MapDataset", "_ParallelMapDataset"].contains(className)
            ? "Cannot add tensor to the batch: number of elements does not match. Shapes are: [tensor]: \(other.bracketed), [batch]: \(first.bracketed)"
            : "Cannot batch tensors with different shapes in component \(component). First element had shape \(first.bracketed) and element \(place) had shape \(other.bracketed)."
        return Self.iterationMistake("InvalidArgumentError", text, components: count)
    }

    /// A mistake that is found while a dataset is gone through.
    static func iterationMistake(_ type: String, _ text: String, components: Int) -> FaceError {
        FaceError(
            type,
            "{{function_node __wrapped__IteratorGetNext_output_types_\(components)_device_/job:localhost/replica:0/task:0/device:CPU:0}} \(text) [Op:IteratorGetNext] name: "
        )
    }

    /// Elements filled up to common lengths and stacked; `shapes` says how long, `fillers` with what.
    func padded(
        _ size: Int, shapes: [[Int?]?]?, fillers: [Tensor]?, dropping: Bool,
        in python: Interpreter
    ) throws -> Dataset {
        try Self.checked(size, "PaddedBatchDatasetV2", python)
        let spec = { () throws -> ElementSpec in
            var place = 0
            return try self.spec().map { dimensions, dtype in
                defer { place += 1 }
                let shape = shapes.flatMap { place < $0.count ? $0[place] : nil } ?? dimensions
                return .tensor(shape.map { [dropping ? size : nil] + $0 }, dtype)
            }
        }
        return grouped("_PaddedBatchDataset", size, dropping: dropping, spec: spec) { group in
            var place = 0
            return try DatasetElement.joined(group, in: python) { parts in
                defer { place += 1 }
                let shape = shapes.flatMap { place < $0.count ? $0[place] : nil }
                let filler = fillers.flatMap { place < $0.count ? $0[place] : $0.last }
                return try Self.stacked(
                    parts, shape, filler, components: DatasetElement.leaves(group[0]).count)
            }
        }
    }

    private static func stacked(
        _ parts: [Tensor], _ wanted: [Int?]?, _ filler: Tensor?, components: Int
    ) throws -> Tensor {
        guard let first = parts.first else { return Tensor(zeros: [0], .float32) }
        var shape = first.shape
        for axis in 0..<shape.rank {
            let longest = parts.map { $0.rank == shape.rank ? $0.shape[axis] : 0 }.max() ?? 0
            let asked = wanted.flatMap { axis < $0.count ? $0[axis] : nil }
            let length = asked.map { $0 < 0 ? longest : $0 } ?? longest
            guard longest <= length else {
                throw iterationMistake(
                    "DataLossError",
                    "Attempted to pad to a smaller size than the input element.",
                    components: components)
            }
            shape[axis] = length
        }
        let batch = Shape([parts.count] + shape.dimensions)
        let value = filler?.item ?? (first.dtype == .string ? .bytes("") : .int(0))
        let result = try Tensor.filled(batch, with: value, first.dtype)
        for (row, part) in parts.enumerated() {
            guard part.rank == shape.rank else {
                throw TensorError.invalidArgument(
                    operation: "IteratorGetNext", "Elements of a padded batch differ in rank.")
            }
            let steps = result.strides
            result.view(
                shape: part.shape, strides: Array(steps.dropFirst()),
                offset: result.offset + row * steps[0]
            ).write(from: part)
        }
        return result
    }

    /// The rows of batches one by one.
    func unbatched(in python: Interpreter) -> Dataset {
        Dataset("_UnbatchDataset", cardinality: Self.unknown, spec: { try self.spec().unbatched }) {
            [self] in
            let next = try pass()
            var rows: Pull = { nil }
            return {
                while true {
                    if let row = try rows() { return row }
                    guard let batch = try next() else { return nil }
                    rows = try Dataset.slices(of: batch, in: python).pass()
                }
            }
        }
    }

    /// Windows over the elements, each a dataset of its own.
    func windows(
        _ size: Int, shift: Int, stride: Int, dropping: Bool, in python: Interpreter
    ) throws -> Dataset {
        for (name, number) in [("size", size), ("shift", shift), ("stride", stride)]
        where number <= 0 {
            throw TensorError.invalidArgument(
                operation: "WindowDataset", "Window \(name) must be greater than zero.")
        }
        let reach = 1 + (size - 1).multipliedReportingOverflow(by: stride).partialValue
        let total = Self.cardinality(cardinality) { count in
            dropping
                ? (count < reach ? 0 : (count - reach) / shift + 1)
                : count / shift + (count % shift == 0 ? 0 : 1)
        }
        return Dataset(
            "_WindowDataset", cardinality: total, spec: { try self.spec().windowed }
        ) { [self] in
            let next = try pass()
            var buffer: [Value] = []
            var skipped = 0
            return {
                while skipped > 0, try next() != nil { skipped -= 1 }
                while buffer.count < reach, let element = try next() { buffer.append(element) }
                if buffer.isEmpty || dropping && buffer.count < reach { return nil }
                let chosen = Swift.stride(from: 0, to: buffer.count, by: stride).prefix(size)
                let window = chosen.map { buffer[$0] }
                skipped = max(shift - buffer.count, 0)
                buffer.removeFirst(min(shift, buffer.count))
                return try Self.window(window, self.spec(), in: python)
            }
        }
    }

    /// Elements as a dataset for each of their leaves.
    private static func window(
        _ elements: [Value], _ spec: ElementSpec, in python: Interpreter
    ) throws -> Value {
        guard let first = elements.first else { return .none }
        let columns = elements.map(DatasetElement.leaves)
        var place = 0
        return try DatasetElement.map(first, in: python) { leaf in
            defer { place += 1 }
            let own = place
            let column = columns.map { $0[own] }
            let inner = try ElementSpec.of(leaf, in: python)
            let dataset = Dataset(
                "_VariantDataset", cardinality: column.count, spec: { inner }
            ) {
                var row = 0
                return {
                    guard row < column.count else { return nil }
                    defer { row += 1 }
                    return column[row]
                }
            }
            return DatasetTypes.of(python).object(dataset)
        }
    }
}
