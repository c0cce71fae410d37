import Tensors

/// One time step of a recurrent network: from an input and states to an output and new states.
package class Cell: Layer {
    /// The lengths of the states, those of cells within cells one after the other.
    package var stateSizes: [Int] { [] }
    /// How `stateSizes` is nested where Python looks at it: `4`, `[4, 4]`, `([3, 3], 2)`.
    package var stateNesting: StateNesting { .size(stateSizes.first ?? 0) }
    /// The length of the output.
    package var outputSize: Int { stateSizes.first ?? 0 }

    package override var callParameters: [String] { ["inputs", "states", "training"] }

    /// One step: x is `N D`, each state `N H`.
    package func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) { (x, states) }

    /// Forgets the masks of dropout, so that the next step draws new ones.
    package func forgetMasks() {}

    /// Passes over the random operations of one step of training: TensorFlow traces a step before its loop.
    package func skipMasks() {}

    /// Whether training drops inputs or states.
    package var drops: Bool { false }

    /// A whole sequence `N T D` as `recurrence` takes it, before it is turned round.
    package func dropped(_ x: Tensor, isTraining: Bool) throws -> Tensor { x }

    /// The steps of a whole sequence `N T D` as one operation, where there is one for them.
    package func recurrence(_ x: Tensor, states: [Tensor], isTraining: Bool) throws -> Recurrence? {
        nil
    }

    /// Zeros for every state.
    package func initialStates(batch: Int) throws -> [Tensor] {
        try stateSizes.map { try Tensor.filled([batch, $0], with: .int(0), dtype) }
    }

    /// States of a whole call in the nesting in which a layer returns them.
    package func nested(_ states: [Tensor]) -> [Argument] {
        var rest = states[...]
        func nest(_ nesting: StateNesting) -> Argument {
            switch nesting {
            case .size: rest.popFirst().map(Argument.tensor) ?? .none
            case .list(let items), .tuple(let items): .list(items.map(nest))
            }
        }
        let whole = nest(stateNesting)
        return whole.items
    }

    /// A cell made as this one was, with weights of its own to come; nil where nobody knows how.
    package func copy() throws -> Cell? { nil }

    package override func validate(_ call: Call) throws {
        guard call["states"] == nil, call.positional.isEmpty else { return }
        throw LayerError(
            "TypeError", "\(className).call() missing 1 required positional argument: 'states'")
    }

    package override func call(_ call: Call) throws -> Argument {
        guard let x = call.inputs.tensors.first else { return call.inputs }
        let given = call["states"] ?? .none
        let result = try step(x, given.tensors, isTraining: call.isTraining ?? false)
        var states = result.states[...]
        return .tuple([
            .tensor(result.output),
            given.map { _ in states.popFirst().map(Argument.tensor) ?? .none },
        ])
    }
}

/// How the states of a cell are nested.
package indirect enum StateNesting {
    case size(Int)
    /// The sizes of a cell with several states.
    case list([StateNesting])
    /// The sizes of cells that stand on each other.
    case tuple([StateNesting])
}
