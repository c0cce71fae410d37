import NeuralNetworks
import PythonRuntime
import Tensors

/// How much the samples of each class count in training.
struct ClassWeights {
    private let shares: [Int: Double]

    /// A dictionary from classes to weights; nil where there is none.
    init?(_ value: Value, in python: Interpreter) throws {
        if value.isNone { return nil }
        guard let dictionary = value.object as? DictionaryObject else {
            throw python.missingAttribute(value, "keys")
        }
        var shares: [Int: Double] = [:]
        for (key, weight) in dictionary.items where key.integer != nil {
            shares[try python.index(key)] = try python.double(weight)
        }
        let known = shares.keys.sorted()
        guard known == Array(0..<shares.count), shares.count == dictionary.items.count else {
            throw python.valueError(
                "Expected `class_weight` to be a dict with keys from 0 to one less than the number of classes, found \(try python.str(value))"
            )
        }
        self.shares = shares
    }

    /// The batch, its samples' weights times those of their classes.
    func weighted(_ batch: FitBatch, in python: Interpreter) throws -> FitBatch {
        guard let truth = batch.truths.tensor else {
            throw python.valueError(
                "`class_weight` is only supported for Models with a single output.")
        }
        let classes =
            truth.rank >= 2 && truth.shape.innermost > 1
            ? try truth.argmax(axis: -1) : try truth.reshaped(to: [truth.count])
        let numbers = try classes.ints.enumerated().map { place, label -> Float in
            guard let weight = shares[label] else {
                // The weights are looked up where the batches are made, outside the step.
                throw FaceError(
                    "InvalidArgumentError",
                    "Graph execution error:\n\nDetected at node GatherV2 defined at (most recent call last):\n<stack traces unavailable>\nindices[\(place)] = \(label) is not in [0, \(shares.count))\n\t [[{{node GatherV2}}]]\n\t [[IteratorGetNext]] [Op:__inference_train_function_1]"
                )
            }
            return Float(weight)
        }
        let factors = Tensor(numbers, shape: classes.shape)
        var batch = batch
        batch.weights = .tensor(try batch.weights.tensor.map { try $0 * factors } ?? factors)
        return batch
    }
}
