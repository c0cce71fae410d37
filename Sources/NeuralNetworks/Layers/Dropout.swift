import Tensors

/// Drops a share of its inputs while training, and scales the others to keep the mean.
package final class Dropout: SeededLayer {
    /// Which elements share their fate.
    package enum Sharing: Sendable {
        case none
        /// A mask of a shape, nil where it is the input's own.
        case shape([Int?])
        /// Whole channels of sequences `N T D`.
        case steps
    }

    /// The share that is dropped.
    package let rate: Double
    private let sharing: Sharing

    /// Throws where the rate is no share.
    package init(
        _ className: String = "Dropout", rate: Double, sharing: Sharing = .none, seed: Int? = nil,
        layer: LayerOptions, context: LayerContext
    ) throws {
        guard (0...1).contains(rate) else {
            throw LayerError.value(
                "Invalid value \(PythonNumber.text(rate)) received for `rate`, expected a value between 0 and 1."
            )
        }
        self.rate = rate
        self.sharing = sharing
        super.init(className, seed: seed, options: layer, context: context)
    }

    package override var callParameters: [String] { ["inputs", "training"] }

    package override var inputSpecs: [InputSpec] {
        if case .steps = sharing { [InputSpec(rank: 3)] } else { [] }
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? { inputs.first }
    package override func outputDType(for input: DType) -> DType { input }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        guard isTraining, rate > 0 else { return try UnaryOperation.identity(x) }
        let random = context.random.tensorflow.operation(seed: seeds.next())
        return try Self.apply(x, rate: rate, maskShape: maskShape(for: x), random: random)
    }

    package override func wasTraced() {
        if rate > 0 { _ = seeds.next() }
    }

    private func maskShape(for x: Tensor) -> Shape? {
        switch sharing {
        case .none: nil
        case .steps: [x.shape[0], 1, x.shape[2]]
        case .shape(let lengths):
            Shape(
                lengths.enumerated().map { axis, length in
                    length ?? (axis < x.rank ? x.shape[axis] : 1)
                })
        }
    }

    /// Each element scaled by 1/(1 - rate), or zero where the mask drops it.
    package static func apply(
        _ x: Tensor, rate: Double, maskShape: Shape? = nil, random: some RandomSource
    ) throws -> Tensor {
        if rate == 0 { return x }
        if rate == 1 { return try x * 0 }
        let kept = random.keepMask(maskShape ?? x.shape, rate: rate, dtype: x.dtype)
        let scaled = try x * (1 / (1 - rate))
        return try Tensor.select(kept.cast(to: .bool), scaled, Tensor(zeros: .scalar, x.dtype))
    }
}

/// Numbers in messages, as Python writes them.
enum PythonNumber {
    static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
