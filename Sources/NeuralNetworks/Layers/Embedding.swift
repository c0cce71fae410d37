import Tensors

/// Vectors `… H` for numbers `…`.
package final class Embedding: Layer {
    package struct Options {
        /// How many numbers there are vectors for.
        package var rows: Int
        /// H.
        package var units: Int
        package var initializer = Initializer("RandomUniform", .uniform(low: -0.05, high: 0.05))
        package var rules = WeightRules()
        /// Whether 0 stands for a step that does not count.
        package var masksZero = false
        /// The lengths of the inputs' axes, for layers that need them.
        package var inputLength: [Int?]?

        /// Throws where there would be no vectors.
        package init(rows: Int, units: Int) throws {
            guard rows > 0, units > 0 else {
                throw LayerError.value(
                    "Both `input_dim` and `output_dim` should be positive, Received input_dim = \(rows) and output_dim = \(units)"
                )
            }
            self.rows = rows
            self.units = units
        }
    }

    package let options: Options
    private var table: Variable?

    package init(_ options: Options, layer: LayerOptions, context: LayerContext) {
        self.options = options
        super.init("Embedding", options: layer, context: context)
        if batchInputShape == nil {
            batchInputShape = PartialShape([nil] + (options.inputLength ?? [nil]))
        }
        inputDType = inputDType ?? .float32
        supportsMasking = options.masksZero
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override func build(_ inputs: [PartialShape]) throws {
        table = try addWeight(
            "embeddings", [options.rows, options.units], options.initializer, rules: options.rules)
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        inputs.first.map { PartialShape($0.dimensions + [options.units]) }
    }

    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool { options.masksZero }

    package override func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument {
        guard options.masksZero, let x = inputs.tensors.first else { return .none }
        let zero = try Tensor.filled(.scalar, with: .int(0), x.dtype)
        return .tensor(try ComparisonOperation.notEqual(x, zero))
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard let table else { return x }
        let isIndex = x.dtype == .int32 || x.dtype == .int64
        return try table.value.gathered(
            isIndex ? x : x.cast(to: .int32), axis: 0, operation: "ResourceGather")
    }
}
