import Tensors

/// The largest or the mean element of each window: `N S… C` gives `N O… C`.
package final class Pooling: Layer {
    package enum Choice: Sendable {
        case maximum, average
    }

    private let choice: Choice
    private let windows: [Windows]

    /// Throws where a window has no length.
    package init(
        _ className: String, _ choice: Choice, size: [Int], strides: [Int],
        padding: WindowPadding, layer: LayerOptions, context: LayerContext
    ) throws {
        guard (size + strides).allSatisfy({ (1...1_000_000).contains($0) }) else {
            throw LayerError.value(
                "The `pool_size` argument must be positive. Received: \(size)")
        }
        self.choice = choice
        windows = zip(size, strides).map { Windows(size: $0, stride: $1, padding: padding) }
        super.init(className, options: layer, context: context)
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var inputSpecs: [InputSpec] { [InputSpec(rank: windows.count + 2)] }
    package override func outputDType(for input: DType) -> DType { input }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard let input = inputs.first else { return nil }
        let lengths = zip(windows, input.dimensions.dropFirst()).map { window, length in
            window.outputLength(for: length)
        }
        guard lengths.allSatisfy({ ($0 ?? 1) > 0 }) else { return nil }
        return PartialShape([input[0]] + lengths + [input.innermost])
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        try Self.pool(x, choice, windows: windows, layer: name)
    }

    /// The windows of `N S… C`, one element for each: `N O… C`.
    package static func pool(
        _ x: Tensor, _ choice: Choice, windows: [Windows], layer: String
    ) throws -> Tensor {
        let axes = windows.indices.map { 1 + windows.count + $0 }
        switch choice {
        case .maximum:
            return try x.windows(windows, fill: .float(-.infinity), layer: layer).max(axes: axes)
        case .average:
            let sums = try x.windows(windows, layer: layer).sum(axes: axes)
            // Elements beyond the borders do not count.
            let ones = try Tensor.filled(x.shape, with: .int(1), x.dtype)
            return try sums / ones.windows(windows, layer: layer).sum(axes: axes)
        }
    }
}

/// The largest or the mean element of each channel: `N S… C` gives `N C`.
package final class GlobalPooling: Layer {
    private let choice: Pooling.Choice
    private let axes: Int
    private let keepsAxes: Bool

    package init(
        _ className: String, _ choice: Pooling.Choice, axes: Int, keepsAxes: Bool,
        layer: LayerOptions, context: LayerContext
    ) {
        self.choice = choice
        self.axes = axes
        self.keepsAxes = keepsAxes
        super.init(className, options: layer, context: context)
        // Means over time leave out what a mask leaves out.
        supportsMasking = choice == .average && axes == 1
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var callParameters: [String] {
        supportsMasking ? ["inputs", "mask"] : ["inputs"]
    }
    package override var inputSpecs: [InputSpec] { [InputSpec(rank: axes + 2)] }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument { .none }
    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool { false }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        guard let input = inputs.first else { return nil }
        let ones = keepsAxes ? [Int?](repeating: 1, count: axes) : []
        return PartialShape([input[0]] + ones + [input.innermost])
    }

    package override func call(_ call: Call) throws -> Argument {
        guard let x = call.inputs.tensors.first else { return call.inputs }
        let all = Array(1...axes)
        if choice == .maximum { return .tensor(try x.max(axes: all, keeping: keepsAxes)) }
        guard supportsMasking, let mask = call.mask.tensor else {
            return .tensor(try x.mean(axes: all, keeping: keepsAxes))
        }
        let kept = try mask.cast(to: x.dtype).expanded(at: 2)
        let sums = try (x * kept).sum(axes: all, keeping: keepsAxes)
        return .tensor(try sums / kept.sum(axes: all, keeping: keepsAxes))
    }
}
