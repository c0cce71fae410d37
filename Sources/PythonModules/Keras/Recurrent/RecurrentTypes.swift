import NeuralNetworks
import PythonRuntime
import Tensors

/// SimpleRNN, LSTM, GRU, their cells, and layers of any cell.
enum RecurrentTypes {
    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        for definition in RecurrentDefinitions.cells {
            definition.define(in: m, base: types.layer, CellType.define)
        }
        let rnn = RecurrentDefinitions.rnn.define(
            in: m, base: types.layer, RecurrentLayerType.define)
        for definition in RecurrentDefinitions.layers { definition.define(in: m, base: rnn) }
        let abstract = TypeObject(
            "AbstractRNNCell", bases: [types.layer],
            module: "keras.src.layers.rnn.abstract_rnn_cell", metatype: m.python.types.type,
            in: m.python)
        abstract.hasInstanceDictionary = true
        m.module.namespace["AbstractRNNCell"] = .object(abstract)
    }
}

/// What cells have in Python beside what layers have.
enum CellType {
    static func define(_ t: TypeBuilder) {
        t.property("state_size") { python, value -> Value in
            value.layer(as: Cell.self).map { nesting($0.stateNesting, in: python) } ?? .none
        }
        t.property("output_size") { _, value in value.layer(as: Cell.self)?.outputSize }
        t.property("cells") { python, value -> Value in
            guard let stack = value.layer(as: StackedRNNCells.self) else {
                throw python.missingAttribute(value, "cells")
            }
            return .list(
                try stack.cells.map { try LayerObjects.object(of: $0, in: python) }, in: python)
        }
        t.def("get_initial_state(self, inputs=None, batch_size=None, dtype=None)") {
            (python: Interpreter, value: Value, inputs: TensorLike?, batch: Int?, _: Value) -> Value
            in
            guard let cell = value.layer(as: Cell.self) else { return .none }
            let rows = batch ?? inputs?.tensor.shape.dimensions.first ?? 1
            let states = try cell.initialStates(batch: rows).map { $0.object(in: python) }
            if states.count == 1, !(cell is StackedRNNCells) { return states[0] }
            return .list(states, in: python)
        }
        t.def("reset_dropout_mask(self)") { (_: Interpreter, value: Value) -> Value in
            value.layer(as: Cell.self)?.forgetMasks()
            return .none
        }
        t.def("reset_recurrent_dropout_mask(self)") { (_: Interpreter, value: Value) -> Value in
            value.layer(as: Cell.self)?.forgetMasks()
            return .none
        }
    }

    static func nesting(_ nesting: StateNesting, in python: Interpreter) -> Value {
        switch nesting {
        case .size(let size): .int(size)
        case .list(let items):
            ListWrapper.value(items.map { self.nesting($0, in: python) }, in: python)
        case .tuple(let items): .tuple(items.map { self.nesting($0, in: python) }, in: python)
        }
    }
}

/// The lists that Keras makes of those its layers are given: they print their class.
enum ListWrapper {
    static func value(_ items: [Value], in python: Interpreter) -> Value {
        .object(ListObject(items, type: type(in: python), in: python))
    }

    private static func type(in python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    /// Whether such a list was made so far.
    static func isMade(in python: Interpreter) -> Bool { python.hasState(Holder.self) }

    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "ListWrapper", bases: [python.types.list],
                module: "tensorflow.python.trackable.data_structures",
                metatype: python.types.type, in: python)
            TypeBuilder(type, in: python).unary(.repr) { python, value -> String in
                guard let list = value.object as? ListObject else { return "" }
                return "ListWrapper(\(try python.repr(.list(list.items, in: python))))"
            }
        }
    }
}
