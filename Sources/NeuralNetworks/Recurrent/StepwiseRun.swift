import Tensors

/// A sequence gone through one step after the other.
struct StepwiseRun {
    /// What makes an output and new states of a step and states.
    let step: (_ x: Tensor, _ states: [Tensor]) throws -> (output: Tensor, states: [Tensor])
    let sequence: RNN.Sequence
    /// Which steps count, `N T`.
    let mask: Tensor?

    func run(_ x: Tensor, _ start: [Tensor]) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        let axis = sequence.isTimeMajor ? 0 : 1
        var steps = try x.unstacked(axis: axis)
        var masks = try mask.map { try stepMasks($0, axis: axis) }
        if sequence.goesBackwards {
            steps.reverse()
            masks?.reverse()
        }
        var states = start
        var outputs: [Tensor] = []
        var last: Tensor?
        for (index, x) in steps.enumerated() {
            let new = try step(x, states)
            guard let mask = masks?[index] else {
                states = new.states
                last = new.output
                if sequence.returnsSequences { outputs.append(new.output) }
                continue
            }
            let zeros = Tensor(zeros: new.output.shape, new.output.dtype)
            let kept = try select(mask, new.output, last ?? zeros)
            states = try zip(new.states, states).map { try select(mask, $0, $1) }
            last = kept
            if sequence.returnsSequences {
                outputs.append(sequence.zeroesMasked ? try select(mask, new.output, zeros) : kept)
            }
        }
        let output =
            sequence.returnsSequences ? try Tensor.stack(outputs, axis: axis) : last ?? x
        return (output, states)
    }

    private func select(_ mask: Tensor, _ new: Tensor, _ old: Tensor) throws -> Tensor {
        var mask = mask
        while mask.rank < new.rank { mask = try mask.expanded(at: -1) }
        return try Tensor.select(mask, new, old)
    }

    /// For each step which sequences of the batch go on, `N`.
    private func stepMasks(_ mask: Tensor, axis: Int) throws -> [Tensor] {
        try mask.cast(to: .bool).unstacked(axis: axis)
    }
}
