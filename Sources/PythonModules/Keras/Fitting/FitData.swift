import NeuralNetworks
import PythonRuntime
import Tensors

/// Reads the data that `fit`, `evaluate` and `predict` are called with.
struct FitData {
    var x: Value = .none
    var y: Value = .none
    var weights: Value = .none
    var batchSize: Value = .none
    var steps: Int?

    /// Arrays of floats become single precision, as Keras' models compute in it.
    static func argument(_ value: Value, in python: Interpreter) throws -> Argument {
        if let list = value.object as? ListObject, !holdsArrays(list) {
            let tensor = try single(ArrayReader.tensor(value, face: .tensorFlow, in: python))
            // NumPy makes an array of it, whose whole numbers are long.
            return .tensor(tensor.dtype == .int32 ? try tensor.cast(to: .int64) : tensor)
        }
        return try ArgumentValues.inputs(value, in: python).map { leaf in
            guard case .tensor(let tensor) = leaf else { return leaf }
            return .tensor(try single(tensor))
        }
    }

    private static func single(_ tensor: Tensor) throws -> Tensor {
        tensor.dtype == .float64 || tensor.dtype == .float16
            ? try tensor.cast(to: .float32) : tensor
    }

    /// Whether a list is one of arrays, and not one of numbers.
    private static func holdsArrays(_ list: ListObject) -> Bool {
        list.items.contains { item in
            item.object is ArrayObject || item.object is TensorObject
                || item.object is DictionaryObject
        }
    }

    /// Whether the data are arrays, and not something that gives batches by itself.
    static func isArrays(_ value: Value, _ python: Interpreter) -> Bool {
        switch value.object {
        case is DatasetObject, is GeneratorObject: return false
        case is ArrayObject, is TensorObject, is ListObject, is TupleObject, is DictionaryObject:
            return true
        default:
            return !isSequence(value, python) && python.type(of: value).special(.next) == nil
        }
    }

    static func isSequence(_ value: Value, _ python: Interpreter) -> Bool {
        let type = python.type(of: value)
        return !type.isBuiltin && type.special(.len) != nil && type.special(.getitem) != nil
    }

    /// The arrays as one great batch. Throws where they differ in length or are empty.
    func whole(in python: Interpreter) throws -> FitBatch {
        if x.isNone || x.text != nil {
            let types = try [x, y].map { try python.repr(.object(python.type(of: $0))) }
            throw python.valueError(
                "Failed to find data adapter that can handle input: \(types[0]), \(types[1])")
        }
        var batch = FitBatch(inputs: try Self.argument(x, in: python), isFixed: true)
        if !y.isNone { batch.truths = try Self.argument(y, in: python) }
        if !weights.isNone { batch.weights = try Self.argument(weights, in: python) }
        try check(batch, python)
        return batch
    }

    private func check(_ batch: FitBatch, _ python: Interpreter) throws {
        let groups = [
            ("x", batch.inputs), ("y", batch.truths), ("sample_weight", batch.weights),
        ].filter { !$0.1.isNone }
        let sizes = groups.map { ($0.0, $0.1.tensors.map { $0.shape.dimensions.first ?? 0 }) }
        let all = Set(sizes.flatMap(\.1))
        guard all.count <= 1 else {
            let lines = sizes.map { name, counts in
                "  \(name) sizes: \(counts.map(String.init).joined(separator: ", "))\n"
            }
            throw python.valueError(
                "Data cardinality is ambiguous:\n\(lines.joined())Make sure all arrays contain the same number of samples."
            )
        }
        guard let count = all.first, count > 0 else {
            throw python.valueError("Expected input data to be non-empty.")
        }
    }

    /// The number of samples in a batch.
    func size(in python: Interpreter) throws -> Int {
        // As in Keras, no size is the usual one, and so is 0.
        guard let size = try Int?.from(batchSize, in: python), size != 0 else { return 32 }
        guard size > 0 else {
            throw python.valueError("`batch_size` must be a positive integer. Received: \(size)")
        }
        return size
    }

    /// The batches; `shuffle` says whether epochs of training have an order of their own.
    func source(shuffle: Bool, in python: Interpreter) throws -> BatchSource {
        if Self.isArrays(x, python) {
            return try arrays(whole(in: python), shuffle: shuffle, in: python)
        }
        if !y.isNone {
            let kind = x.object is DatasetObject ? "dataset" : "`keras.utils.Sequence` as"
            throw python.valueError(
                "`y` argument is not supported when using \(kind)\(kind == "dataset" ? " as" : "") input."
            )
        }
        if let dataset = (x.object as? DatasetObject)?.dataset {
            return .dataset(dataset, limit: steps, in: python)
        }
        if Self.isSequence(x, python) {
            return try .sequence(x, limit: steps, shuffles: shuffle, in: python)
        }
        return .generator(try python.iterator(x), limit: steps, in: python)
    }

    /// Batches of arrays.
    func arrays(
        _ whole: FitBatch, shuffle: Bool, in python: Interpreter
    ) throws -> BatchSource {
        let state = SessionRandom.of(python).session.tensorflow
        return .arrays(
            whole, size: try size(in: python), shuffling: shuffle ? EpochShuffle(state) : nil,
            in: python)
    }

    /// The arrays without their last share, and that share.
    func split(_ share: Double, in python: Interpreter) throws -> (FitBatch, FitBatch) {
        guard Self.isArrays(x, python) else {
            throw python.valueError(
                "`validation_split` is only supported for Tensors or NumPy arrays, found following types in the input: [\(try python.repr(.object(python.type(of: x))))]"
            )
        }
        let whole = try whole(in: python)
        let count = whole.count
        let first = Int((Double(count) * (1 - share)).rounded(.down))
        guard first > 0, first < count else {
            throw python.valueError(
                "Training data contains \(count) samples, which is not sufficient to split it into a validation and training set as specified by `validation_split=\(try python.repr(.float(share)))`. Either provide more data, or a different value for the `validation_split` argument."
            )
        }
        func part(_ from: Int, _ to: Int) throws -> FitBatch {
            func slice(_ leaf: Argument) throws -> Argument {
                guard case .tensor(let tensor) = leaf else { return leaf }
                return .tensor(try tensor.indexed([.slice(from, to, 1)]))
            }
            return FitBatch(
                inputs: try whole.inputs.map(slice), truths: try whole.truths.map(slice),
                weights: try whole.weights.map(slice))
        }
        return (try part(0, first), try part(first, count))
    }
}
