import NeuralNetworks
import PythonRuntime
import Tensors

/// `model.summary()`.
enum SummaryFunction {
    static func define(_ t: TypeBuilder) {
        t.def(
            "summary(self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None)\n\nPrints the table of the layers."
        ) {
            (
                python: Interpreter, value: Value, width: Int?, positions: [Double]?,
                print: Value, expands: Bool, trainable: Bool, range: Value
            ) -> Value in
            var summary = ModelSummary(try ModelType.model(value, python))
            if let width {
                guard (1...100_000).contains(width) else {
                    throw python.valueError("line_length must be between 1 and 100000.")
                }
                summary.width = width
            }
            summary.positions = positions
            summary.expandsNested = expands
            summary.showsTrainable = trainable
            if !range.isNone {
                let names = try python.list(range).map { try String.from($0, in: python) }
                guard names.count == 2 else {
                    throw python.valueError(
                        "layer_range must have only two string elements: the start and end layer names. Received: \(try python.str(range))"
                    )
                }
                summary.range = (names[0], names[1])
            }
            for line in try summary.lines() {
                if print.isNone {
                    python.output.stdout(line + "\n")
                } else {
                    try python.call(print, [.string(line, in: python)])
                }
            }
            return .none
        }
    }
}
