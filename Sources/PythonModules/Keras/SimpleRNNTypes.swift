import NeuralNetworks
import PythonRuntime
import Tensors

/// `SimpleRNNCell` and `SimpleRNN`.
enum SimpleRNNTypes {
    private static let cellParameters =
        "units, activation='tanh', use_bias=True, kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal', bias_initializer='zeros', kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None"

    static func define(_ m: ModuleBuilder, _ types: LayerTypes) {
        types.make("SimpleRNNCell", module: "layers.rnn.simple_rnn", in: m, cell)
        types.make("SimpleRNN", module: "layers.rnn.simple_rnn", in: m, layer)
    }

    // MARK: The cell

    private static func cell(_ t: TypeBuilder) {
        t.constructor(
            "__init__(\(cellParameters), kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, seed=None, **kwargs)\n\nOne time step of a simple recurrent network."
        ) { python, type, values in
            let names = parameterNames + ["dropout", "recurrent_dropout", "seed"]
            let options = try LayerArguments.options(values[15], parameters: names, in: python)
            var own = try cellOptions(values, python)
            own.dropout = try python.double(values[12])
            own.recurrentDropout = try python.double(values[13])
            own.seed = values[14].integer
            return .object(
                LayerObject(SimpleRNNCell(own, layer: options, context: .of(python)), type: type))
        }
        t.variadic(.call) { python, value, arguments -> Value in
            guard let cell = value.layer(as: SimpleRNNCell.self) else { return .none }
            return try LayerCall(cell, python).run(
                arguments, "call(self, inputs, states, training=None)"
            ) { values in
                try step(cell, values, python)
            }
        }
        t.property("state_size") { _, value in value.layer(as: SimpleRNNCell.self)?.options.units }
        t.property("output_size") { _, value in value.layer(as: SimpleRNNCell.self)?.options.units }
        t.def("get_initial_state(self, inputs=None, batch_size=None, dtype=None)") {
            (python: Interpreter, value: Value, inputs: TensorLike?, batch: Int?, _: Value) -> Value
            in
            guard let cell = value.layer(as: SimpleRNNCell.self) else { return .none }
            let rows = batch ?? inputs?.tensor.shape.dimensions.first ?? 1
            return try Tensor.filled([rows, cell.options.units], with: .int(0), cell.dtype).object(
                in: python)
        }
        weights(t) { value in value.layer(as: SimpleRNNCell.self) }
    }

    private static func step(_ cell: SimpleRNNCell, _ values: [Value], _ python: Interpreter) throws
        -> Value
    {
        let x = try TensorType.tensor(values[0], python)
        let isSequence = values[1].object is ListObject || values[1].object is TupleObject
        let states = isSequence ? try python.list(values[1]) : [values[1]]
        guard let first = states.first else {
            throw python.error("IndexError", "list index out of range")
        }
        let isTraining = try python.isTrue(values[2])
        let new = try cell.step(
            x.cast(to: cell.dtype), TensorType.tensor(first, python), isTraining: isTraining
        )
        .object(in: python)
        return .tuple([new, isSequence ? .list([new], in: python) : new], in: python)
    }

    private static let parameterNames = [
        "units", "activation", "use_bias", "kernel_initializer", "recurrent_initializer",
        "bias_initializer",
        "kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "kernel_constraint",
        "recurrent_constraint", "bias_constraint",
    ]

    private static func cellOptions(_ values: [Value], _ python: Interpreter) throws
        -> SimpleRNNOptions
    {
        var options = try SimpleRNNOptions(units: try python.index(values[0]))
        options.activation = try ActivationArgument.from(values[1], in: python).activation
        options.usesBias = try python.isTrue(values[2])
        options.kernelInitializer = try InitializerArgument.from(values[3], in: python).initializer
        options.recurrentInitializer = try InitializerArgument.from(values[4], in: python)
            .initializer
        options.biasInitializer = try InitializerArgument.from(values[5], in: python).initializer
        return options
    }

    private static func weights(_ t: TypeBuilder, _ cell: @escaping (Value) -> SimpleRNNCell?) {
        t.property("units") { _, value in cell(value)?.options.units }
        t.property("activation") { python, value in
            try cell(value).flatMap {
                try ActivationModule.function($0.options.activation.name, python)
            }
        }
        t.property("use_bias") { _, value in cell(value)?.options.usesBias }
        t.property("dropout") { _, value in cell(value)?.options.dropout }
        t.property("recurrent_dropout") { _, value in cell(value)?.options.recurrentDropout }
        t.property("kernel") { python, value in cell(value)?.kernel?.object(in: python) }
        t.property("recurrent_kernel") { python, value in
            cell(value)?.recurrentKernel?.object(in: python)
        }
        t.property("bias") { python, value in cell(value)?.bias?.object(in: python) }
    }

    // MARK: The layer

    private static func layer(_ t: TypeBuilder) {
        t.constructor(
            "__init__(\(cellParameters), activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, return_sequences=False, return_state=False, go_backwards=False, stateful=False, unroll=False, **kwargs)\n\nA simple recurrent network over sequences of shape (batch, time, features)."
        ) { python, type, values in
            try makeLayer(values, type, python)
        }
        t.variadic(.call) { python, value, arguments -> Value in
            guard let layer = value.layer(as: SimpleRNN.self) else { return .none }
            return try LayerCall(layer, python).run(
                arguments, "call(self, sequence, mask=None, training=None, initial_state=None)"
            ) { try call(layer, $0, python) }
        }
        t.def("reset_states(self, states=None)\n\nForgets the state of a stateful layer.") {
            (python: Interpreter, value: Value, states: Value) -> Value in
            let values = try states.isNone ? nil : firstTensor(of: states, python)
            try value.layer(as: SimpleRNN.self)?.resetState(to: values)
            return .none
        }
        t.property("states") { python, value -> Value in
            guard let layer = value.layer(as: SimpleRNN.self) else { return .none }
            return .list([layer.state?.object(in: python) ?? .none], in: python)
        }
        t.property("cell") { python, value -> Value in
            guard let layer = value.layer(as: SimpleRNN.self) else { return .none }
            return try LayerObjects.object(of: layer.cell, named: "SimpleRNNCell", in: python)
        }
        sequenceOptions(t)
        weights(t) { value in value.layer(as: SimpleRNN.self)?.cell }
    }

    private static func makeLayer(_ values: [Value], _ type: TypeObject, _ python: Interpreter)
        throws -> Value
    {
        let names =
            parameterNames + [
                "activity_regularizer", "dropout", "recurrent_dropout", "return_sequences",
                "return_state",
                "go_backwards", "stateful", "unroll", "time_major",
            ]
        let options = try LayerArguments.options(values[20], parameters: names, in: python)
        var own = try cellOptions(values, python)
        own.dropout = try python.double(values[13])
        own.recurrentDropout = try python.double(values[14])
        var sequence = SimpleRNN.Sequence()
        sequence.returnsSequences = try python.isTrue(values[15])
        sequence.returnsState = try python.isTrue(values[16])
        sequence.goesBackwards = try python.isTrue(values[17])
        sequence.isStateful = try python.isTrue(values[18])
        sequence.unrolls = try python.isTrue(values[19])
        if let timeMajor = (values[20].object as? DictionaryObject)?["time_major"] {
            sequence.isTimeMajor = try python.isTrue(timeMajor)
        }
        return .object(
            LayerObject(
                SimpleRNN(own, sequence: sequence, layer: options, context: .of(python)), type: type
            ))
    }

    private static func sequenceOptions(_ t: TypeBuilder) {
        func flag(_ name: String, _ read: @escaping (SimpleRNN.Sequence) -> Bool) {
            t.property(name) { _, value in value.layer(as: SimpleRNN.self).map { read($0.sequence) }
            }
        }
        flag("return_sequences") { $0.returnsSequences }
        flag("return_state") { $0.returnsState }
        flag("go_backwards") { $0.goesBackwards }
        flag("stateful") { $0.isStateful }
        flag("unroll") { $0.unrolls }
        flag("time_major") { $0.isTimeMajor }
    }

    private static func call(_ layer: SimpleRNN, _ values: [Value], _ python: Interpreter) throws
        -> Value
    {
        // A list of the sequence and its initial state stands for both.
        var inputs = values[0]
        var initial = values[3]
        if let list = inputs.object as? ListObject, list.count == 2, initial.isNone {
            (inputs, initial) = (list[0], list[1])
        }
        let x = try TensorType.tensor(inputs, python).cast(to: layer.dtype)
        let mask = try values[1].isNone ? nil : TensorType.tensor(values[1], python)
        let state = try initial.isNone ? nil : firstTensor(of: initial, python)
        let result = try layer.call(
            x, initial: state, mask: mask, isTraining: python.isTrue(values[2]))
        let output = result.output.object(in: python)
        guard let last = result.state else { return output }
        return .list([output, last.object(in: python)], in: python)
    }

    private static func firstTensor(of value: Value, _ python: Interpreter) throws -> Tensor {
        let isSequence = value.object is ListObject || value.object is TupleObject
        let first = isSequence ? try python.list(value).first ?? .none : value
        return try TensorType.tensor(first, python)
    }
}
