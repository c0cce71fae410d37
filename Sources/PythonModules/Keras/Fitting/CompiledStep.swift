import NeuralNetworks
import PythonRuntime
import Tensors

/// The functions that a model compiles to run batches.
enum CompiledStep: String {
    case train, test, predict
}

/// What batches have alike for which one trace is enough.
struct BatchKind: Equatable {
    let step: CompiledStep
    let shapes: [Shape]
    let types: [DType]
    let knowsBatch: Bool
}

extension FitBatch {
    /// What the batch has alike with others.
    func kind(of step: CompiledStep, knowsBatch: Bool) -> BatchKind {
        let leaves = leaves
        return BatchKind(
            step: step, shapes: leaves.map(\.shape), types: leaves.map(\.dtype),
            knowsBatch: knowsBatch)
    }

    private var leaves: [Tensor] { inputs.tensors + truths.tensors + weights.tensors }

    private func shape(_ tensor: Tensor, knowsBatch: Bool) -> [Int?] {
        guard !knowsBatch, tensor.rank > 0 else { return tensor.shape.dimensions }
        return [nil] + Array(tensor.shape.dimensions.dropFirst())
    }

    /// What tells one kind of batches from another: shapes and types.
    func signature(knowsBatch: Bool) -> String {
        leaves.map { tensor in
            "\(ShapeType.text(shape(tensor, knowsBatch: knowsBatch))) \(tensor.dtype.name)"
        }.joined(separator: ", ")
    }

    /// The tensors as the compiled function takes them out of the iterator.
    func symbols(knowsBatch: Bool) -> [Tracing.Symbol] {
        leaves.enumerated().map { index, tensor in
            Tracing.Symbol(
                tensor: tensor, name: "IteratorGetNext", output: index,
                shape: shape(tensor, knowsBatch: knowsBatch))
        }
    }
}
