import Tensors

/// A recurrent layer over sequences, and another over the same sequences backwards.
package final class Bidirectional: Layer {
    package enum Merge: String, Sendable {
        case concat, sum
        case average = "ave"
        case product = "mul"
    }

    package let forward: RNN
    package let backward: RNN
    /// How both outputs become one; nil where they stay two.
    package let merge: Merge?

    package init(
        forward: RNN, backward: RNN, merge: Merge?, layer: LayerOptions, context: LayerContext
    ) {
        self.forward = forward
        self.backward = backward
        self.merge = merge
        super.init("Bidirectional", options: layer, context: context)
        supportsMasking = true
        for inner in [forward, backward] where inner.sequence.returnsSequences {
            inner.sequence.zeroesMasked = true
        }
        keep(forward)
        keep(backward)
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var children: [Layer] { [forward, backward] }

    package override var callParameters: [String] {
        ["inputs", "training", "mask", "initial_state", "constants"]
    }

    package override var inputSpecs: [InputSpec] { forward.inputSpecs }

    package override func build(_ inputs: [PartialShape]) throws {
        for layer in [forward, backward] {
            try context.within(layer.name) {
                try layer.buildIfNeeded(inputs.first.map(Argument.shape) ?? .none)
            }
        }
    }

    package override func outputShape(for inputs: [PartialShape]) throws -> PartialShape? {
        guard let merge, let shape = try forward.outputShape(for: inputs) else { return nil }
        guard merge == .concat else { return shape }
        return shape.replacingInnermost(shape.innermost.map { $0 * 2 })
    }

    package override func outputIsMasked(_ inputIsMasked: Bool) -> Bool {
        forward.outputIsMasked(inputIsMasked)
    }

    package override func outputMask(_ inputs: Argument, mask: Argument) -> Argument {
        guard forward.sequence.returnsSequences, let mask = mask.leaves.first else { return .none }
        return merge == nil ? .list([mask, mask]) : mask
    }

    package override func call(_ call: Call) throws -> Argument {
        var given = call.inputs.items.compactMap(\.tensor)
        guard !given.isEmpty else { throw LayerError.value("Layer \(name) takes a tensor.") }
        let x = given.removeFirst()
        let states = call["initial_state"]?.tensors ?? given
        guard states.count % 2 == 0 else {
            throw LayerError.value(
                "When passing `initial_state` to a Bidirectional RNN, the state should be a list containing the states of the underlying RNNs. Received: \(states.count) states"
            )
        }
        let half = states.count / 2
        func run(_ layer: RNN, _ initial: [Tensor]) throws -> [Argument] {
            var inner = Call(.tensor(x), isTraining: call.isTraining, mask: call.mask)
            if !initial.isEmpty {
                inner.keywords = [("initial_state", .list(initial.map(Argument.tensor)))]
            }
            return try layer.apply(inner).items
        }
        let ahead = try run(forward, Array(states[..<half]))
        let back = try run(backward, Array(states[half...]))
        guard let y = ahead.first?.tensor, var z = back.first?.tensor else { return .none }
        if forward.sequence.returnsSequences {
            z = try z.reversed(axes: [forward.sequence.isTimeMajor ? 0 : 1])
        }
        let outputs = try merged(y, z)
        guard forward.sequence.returnsState else {
            return outputs.count == 1 ? outputs[0] : .list(outputs)
        }
        return .list(outputs + ahead.dropFirst() + back.dropFirst())
    }

    private func merged(_ y: Tensor, _ z: Tensor) throws -> [Argument] {
        switch merge {
        case .concat: [.tensor(try Tensor.concatenate([y, z], axis: -1))]
        case .sum: [.tensor(try y + z)]
        case .average: [.tensor(try (y + z) / 2)]
        case .product: [.tensor(try y * z)]
        case nil: [.tensor(y), .tensor(z)]
        }
    }
}
