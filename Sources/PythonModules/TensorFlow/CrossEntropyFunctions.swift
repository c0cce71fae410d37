import PythonRuntime
import Tensors

/// `tf.nn`: cross-entropies, which start from logits.
enum CrossEntropyFunctions {
    static func define(_ m: ModuleBuilder) {
        m.def("softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None)") {
            (python: Interpreter, labels: TensorLike, logits: TensorLike, axis: Int, _: Value)
                -> Tensor in
            let places = Shape(Array(logits.tensor.shape.dimensions.dropLast()))
            let rows: Shape = [places.count, logits.tensor.shape.innermost]
            let truth = try labels.matching(logits.tensor, in: python)
            guard truth.shape == logits.tensor.shape else {
                return try logits.tensor.softmaxCrossEntropy(labels: truth)
            }
            return try logits.tensor.reshaped(to: rows)
                .softmaxCrossEntropy(labels: truth.reshaped(to: rows)).reshaped(to: places)
        }
        m.def("sparse_softmax_cross_entropy_with_logits(labels, logits, name=None)") {
            (python: Interpreter, labels: TensorLike, logits: TensorLike, _: Value) -> Tensor in
            let places = Shape(Array(logits.tensor.shape.dimensions.dropLast()))
            guard labels.tensor.shape == places else {
                throw python.valueError(
                    "`labels.shape` must equal `logits.shape` except for the last dimension. Received: labels.shape=\(labels.tensor.shape) and logits.shape=\(logits.tensor.shape)"
                )
            }
            let rows: Shape = [places.count, logits.tensor.shape.innermost]
            return try logits.tensor.reshaped(to: rows)
                .softmaxCrossEntropy(classes: labels.tensor).reshaped(to: places)
        }
        m.def("sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None)") {
            (python: Interpreter, labels: TensorLike, logits: TensorLike, _: Value) in
            try logits.tensor.sigmoidCrossEntropy(
                labels: labels.matching(logits.tensor, in: python))
        }
    }
}
