import NeuralNetworks
import PythonRuntime
import Tensors

/// What recurrent layers have in Python beside what layers have.
enum RecurrentLayerType {
    static func define(_ t: TypeBuilder) {
        t.def("reset_states(self, states=None)\n\nForgets the states of a stateful layer.") {
            (python: Interpreter, value: Value, states: Value) -> Value in
            let values = try states.isNone ? nil : tensors(states, python)
            try rnn(value, python).resetStates(to: values)
            return .none
        }
        t.property("states") { python, value -> Value in
            let layer = try rnn(value, python)
            let states = layer.states.map { $0.object(in: python) }
            let none = layer.cell.stateSizes.map { _ in Value.none }
            if states.isEmpty, none.count > 1 { return ListWrapper.value(none, in: python) }
            return .list(states.isEmpty ? none : states, in: python)
        }
        t.property("state_spec") { python, value -> Value in
            let layer = try rnn(value, python)
            guard layer.isBuilt || layer.cell is LSTMCell else { return .none }
            let specs = try layer.cell.stateSizes.map {
                try LayerFacts.object(of: InputSpec(shape: [nil, $0]), in: python)
            }
            return ListWrapper.value(specs, in: python)
        }
        t.property("cell") { python, value -> Value in
            let own = try rnn(value, python).cell
            let cell = try LayerObjects.object(of: (own as? CustomCell)?.layer ?? own, in: python)
            share(value, with: cell)
            return cell
        }
        t.property("state_size") { python, value -> Value in
            CellType.nesting(try rnn(value, python).cell.stateNesting, in: python)
        }
        t.def("get_initial_state(self, inputs)") {
            (python: Interpreter, value: Value, inputs: TensorLike) -> Value in
            let batch = inputs.tensor.shape.dimensions.first ?? 1
            return .list(
                try rnn(value, python).cell.initialStates(batch: batch).map {
                    $0.object(in: python)
                }, in: python)
        }
    }

    /// What a layer that made its own cell was made with, and the cell too.
    private static let ofCells: Set<String> = [
        "units", "activation", "recurrent_activation", "use_bias", "kernel_initializer",
        "recurrent_initializer", "bias_initializer", "unit_forget_bias", "kernel_regularizer",
        "recurrent_regularizer", "bias_regularizer", "kernel_constraint", "recurrent_constraint",
        "bias_constraint", "dropout", "recurrent_dropout", "reset_after", "implementation", "seed",
    ]

    private static func share(_ layer: Value, with cell: Value) {
        guard let layer = layer.object as? LayerObject, let cell = cell.object as? LayerObject,
            cell.type.isBuiltin, cell.arguments.isEmpty
        else { return }
        cell.arguments = layer.arguments.filter { ofCells.contains($0.name) }
        for (name, value) in cell.arguments where cell.type.lookUp(name) == nil {
            cell.setAttribute(name, value)
        }
    }

    private static func rnn(_ value: Value, _ python: Interpreter) throws -> RNN {
        if let layer = value.layer(as: RNN.self) { return layer }
        _ = try LayerType.layer(value, python)
        throw python.typeError("a recurrent layer is needed")
    }

    private static func tensors(_ value: Value, _ python: Interpreter) throws -> [Tensor] {
        let isSequence = value.object is ListObject || value.object is TupleObject
        return try (isSequence ? python.list(value) : [value]).map {
            try TensorType.tensor($0, python)
        }
    }
}
