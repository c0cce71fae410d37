import PythonRuntime
import Tensors

extension Dataset {
    /// The slices of tensors along their first axes.
    static func slices(of given: Value, in python: Interpreter) throws -> Dataset {
        let value = try DatasetElement.made(given, in: python)
        let tensors = try DatasetElement.leaves(value).map { try TensorType.tensor($0, python) }
        for tensor in tensors where tensor.rank == 0 {
            throw python.valueError("Unbatching a tensor is only supported for rank >= 1")
        }
        let count = tensors.first?.shape[0] ?? 0
        for tensor in tensors where tensor.shape[0] != count {
            throw python.valueError(
                "Dimensions \(count) and \(tensor.shape[0]) are not compatible")
        }
        let spec = try ElementSpec.of(value, in: python).unbatched
        return Dataset("_TensorSliceDataset", cardinality: count, spec: { spec }) {
            var row = 0
            return {
                guard row < count else { return nil }
                defer { row += 1 }
                var place = 0
                return try DatasetElement.map(value, in: python) { _ in
                    defer { place += 1 }
                    return try tensors[place].indexed([.integer(row)]).object(in: python)
                }
            }
        }
    }

    /// One element.
    static func single(_ given: Value, in python: Interpreter) throws -> Dataset {
        let value = try DatasetElement.made(given, in: python)
        return Dataset(
            "_TensorDataset", cardinality: 1, spec: { try ElementSpec.of(value, in: python) }
        ) {
            var isDone = false
            return {
                defer { isDone = true }
                return isDone ? nil : value
            }
        }
    }

    /// The numbers from `start` up to `stop`.
    static func range(
        _ start: Int, _ stop: Int, _ step: Int, dtype: DType = .int64, in python: Interpreter
    ) throws -> Dataset {
        guard step != 0 else {
            throw TensorError.invalidArgument(
                operation: "RangeDataset", "step must be a non-zero integer.")
        }
        let (gap, overflows) = (step > 0 ? stop : start).subtractingReportingOverflow(
            step > 0 ? start : stop)
        let size = step.magnitude
        let count = overflows || gap <= 0 ? 0 : Int((UInt(gap) + size - 1) / size)
        return Dataset("_RangeDataset", cardinality: count, spec: { .tensor([], dtype) }) {
            var place = 0
            return {
                guard place < count else { return nil }
                defer { place += 1 }
                return Tensor(.int(start &+ place &* step), dtype).object(in: python)
            }
        }
    }

    /// What a generator of Python yields, in the shapes and types that were announced.
    static func generated(
        by function: Value, _ arguments: [Value], spec: ElementSpec, in python: Interpreter
    ) -> Dataset {
        Dataset("_FlatMapDataset", cardinality: unknown, spec: { spec }) {
            let iterator = try python.iterator(python.call(function, arguments))
            return {
                guard let element = try python.next(iterator) else { return nil }
                return try fitted(element, to: spec, in: python)
            }
        }
    }

    private static func fitted(
        _ value: Value, to spec: ElementSpec, in python: Interpreter
    ) throws -> Value {
        switch spec {
        case .tensor(let dimensions, let dtype):
            let tensor = try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python)
            guard ElementSpec.admits(dimensions, tensor.shape) else {
                throw python.typeError(
                    "`generator` yielded an element of shape \(tensor.shape) where an element of shape \(ShapeType.text(dimensions)) was expected."
                )
            }
            return tensor.object(in: python)
        case .tuple(let items):
            let values = try python.list(value)
            guard values.count == items.count else {
                throw python.typeError(
                    "`generator` yielded an element that did not match the expected structure. The expected structure was \(try python.repr(spec.value(in: python))), but the yielded element was \(try python.repr(value))."
                )
            }
            return .tuple(
                try zip(values, items).map { try fitted($0, to: $1, in: python) }, in: python)
        case .dictionary(let entries):
            return python.dictionary(
                try entries.map { name, spec in
                    (
                        name,
                        try fitted(
                            python.getItem(value, .string(name, in: python)), to: spec, in: python)
                    )
                })
        case .dataset: return value
        }
    }
}

extension ElementSpec {
    /// Whether a shape is one of those described.
    static func admits(_ dimensions: [Int?]?, _ shape: Shape) -> Bool {
        guard let dimensions else { return true }
        return dimensions.count == shape.rank
            && zip(dimensions, shape.dimensions).allSatisfy { $0 == nil || $0 == $1 }
    }
}
