import NeuralNetworks
import PythonRuntime
import Tensors

/// A batch as models take it.
struct FitBatch {
    var inputs: Argument
    var truths: Argument = .none
    var weights: Argument = .none
    /// Whether all batches of its source have the same length, which is known before the first one comes.
    var isFixed = false

    /// How many samples it has.
    var count: Int { inputs.tensors.first?.shape.dimensions.first ?? 1 }

    /// The tuple that `train_step` is called with.
    func value(in python: Interpreter) throws -> Value {
        let x = try ArgumentValues.value(inputs, in: python)
        guard !truths.isNone || !weights.isNone else {
            return inputs.tensor != nil ? x : .tuple([x], in: python)
        }
        var items = [x, try ArgumentValues.value(truths, in: python)]
        if !weights.isNone { items.append(try ArgumentValues.value(weights, in: python)) }
        return .tuple(items, in: python)
    }
}

/// Where the batches of an epoch come from.
final class BatchSource {
    typealias Pull = () throws -> FitBatch?

    /// How many batches an epoch has; nil where only going through it tells.
    let steps: Int?
    /// Whether each epoch begins anew, and not where the one before ended.
    private let restarts: Bool
    private let begin: () throws -> Pull
    private var running: Pull?
    /// What is done to each batch.
    var adjust: (FitBatch) throws -> FitBatch = { $0 }
    /// Told after each epoch.
    var epochEnded: () throws -> Void = {}
    /// Told after the last batch of a run that did not ask for all there are.
    var runEnded: () throws -> Void = {}

    init(steps: Int?, restarts: Bool = true, _ begin: @escaping () throws -> Pull) {
        self.steps = steps
        self.restarts = restarts
        self.begin = begin
    }

    /// The batches of the next epoch.
    func epoch() throws -> Pull {
        if !restarts, let running { return running }
        let pull = try begin()
        let next: Pull = { [adjust] in try pull().map(adjust) }
        running = next
        return next
    }
}

extension BatchSource {
    /// Batches of arrays; in training each epoch has an order of its own.
    static func arrays(
        _ data: FitBatch, size: Int, shuffling: EpochShuffle?, in python: Interpreter
    ) -> BatchSource {
        let count = data.count
        let steps = count / size + (count % size == 0 ? 0 : 1)
        return BatchSource(steps: steps) {
            let order = shuffling.map { $0.next(count) }
            var place = 0
            return {
                guard place < count else { return nil }
                let end = min(place + size, count)
                defer { place = end }
                let rows = order.map { Tensor($0[place..<end].map { Int64($0) }) }
                func part(_ leaf: Argument) throws -> Argument {
                    guard case .tensor(let tensor) = leaf else { return leaf }
                    if let rows { return .tensor(try tensor.gathered(rows)) }
                    return .tensor(try tensor.indexed([.slice(place, end, 1)]))
                }
                return FitBatch(
                    inputs: try data.inputs.map(part), truths: try data.truths.map(part),
                    weights: try data.weights.map(part), isFixed: count % size == 0)
            }
        }
    }

    /// Batches that a dataset gives.
    static func dataset(
        _ dataset: Dataset, limit: Int?, in python: Interpreter
    ) -> BatchSource {
        let known = dataset.cardinality >= 0 ? dataset.cardinality : nil
        let restarts = limit == nil || limit == known
        let isFixed = (try? dataset.spec().leadingLength) != nil
        var isFirst = true
        return BatchSource(steps: limit ?? known, restarts: restarts) {
            // Keras begins a pass before the first epoch, and another one for it: shuffled elements have moved on by then.
            if isFirst, restarts { _ = try dataset.pass() }
            isFirst = false
            let next = try dataset.pass()
            return {
                try next().map {
                    var batch = try batch(of: $0, in: python)
                    batch.isFixed = isFixed
                    return batch
                }
            }
        }
    }

    /// Batches that a generator of Python yields.
    static func generator(
        _ iterator: Value, limit: Int?, in python: Interpreter
    ) -> BatchSource {
        let source = BatchSource(steps: limit, restarts: false) {
            { try python.next(iterator).map { try batch(of: $0, in: python) } }
        }
        guard limit != nil else { return source }
        // TensorFlow has read two batches more than it was asked for; they are lost.
        source.runEnded = { for _ in 0..<2 { _ = try python.next(iterator) } }
        return source
    }

    /// Batches that a `keras.utils.Sequence` has.
    static func sequence(
        _ value: Value, limit: Int?, shuffles: Bool, in python: Interpreter
    ) throws -> BatchSource {
        let count = try python.length(value)
        var isFirst = true
        let source = BatchSource(steps: limit ?? count) {
            // Keras looks at the first batch before it begins.
            if isFirst, count > 0 { _ = try python.getItem(value, .int(0)) }
            isFirst = false
            var order = Array(0..<count)
            if shuffles { SessionRandom.of(python).session.python.shuffle(&order) }
            var place = 0
            return {
                guard place < order.count else { return nil }
                defer { place += 1 }
                return try batch(of: python.getItem(value, .int(order[place])), in: python)
            }
        }
        source.epochEnded = {
            guard let ended = try python.lookUpAttribute(value, "on_epoch_end") else { return }
            try python.call(ended)
        }
        return source
    }

    /// An element `x`, `(x, y)` or `(x, y, weights)` as a batch.
    static func batch(of element: Value, in python: Interpreter) throws -> FitBatch {
        guard let tuple = element.object as? TupleObject else {
            return FitBatch(inputs: try FitData.argument(element, in: python))
        }
        let parts = try tuple.items.map { try FitData.argument($0, in: python) }
        guard (1...3).contains(parts.count) else {
            throw python.valueError(
                "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found: \(try python.str(element))"
            )
        }
        return FitBatch(
            inputs: parts[0], truths: parts.count > 1 ? parts[1] : .none,
            weights: parts.count > 2 ? parts[2] : .none)
    }
}
