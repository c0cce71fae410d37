import Tensors

/// Leaves out the steps of `N T D` whose features all have one value.
package final class Masking: Layer {
    private let value: Double

    package init(value: Double, layer: LayerOptions, context: LayerContext) {
        self.value = value
        super.init("Masking", options: layer, context: context)
        supportsMasking = true
    }

    private func isKept(_ x: Tensor, keeping: Bool) throws -> Tensor {
        try ComparisonOperation.notEqual(x, x.filled(value)).any(axes: [-1], keeping: keeping)
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }
    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool { true }

    package override func outputMask(_ inputs: Argument, mask: Argument) throws -> Argument {
        guard let x = inputs.tensors.first else { return .none }
        return .tensor(try isKept(x, keeping: false))
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        try x * isKept(x, keeping: true).cast(to: x.dtype)
    }
}
