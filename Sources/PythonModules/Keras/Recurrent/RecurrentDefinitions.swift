import NeuralNetworks
import PythonRuntime
import Tensors

/// The signatures of the recurrent layers and cells.
enum RecurrentDefinitions {
    private static let rules =
        "kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, "
    private static let constraints =
        "kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, "
    private static let initializers =
        "use_bias=True, kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal', bias_initializer='zeros', "
    private static let sequence =
        "return_sequences=False, return_state=False, go_backwards=False, stateful=False, "
    private static let cellCall = "call(self, inputs, states, training=None)"
    private static let layerCall =
        "call(self, inputs, mask=None, training=None, initial_state=None)"

    // MARK: Cells

    static let cells: [LayerDefinition] = [
        LayerDefinition(
            "SimpleRNNCell(units, activation='tanh', \(initializers)\(rules)\(constraints)seed=None, **kwargs)\n\nOne time step of a simple recurrent network.",
            module: "layers.rnn.simple_rnn", call: cellCall, config: simpleConfig
        ) { reader in
            SimpleRNNCell(
                try options(&reader), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "LSTMCell(units, activation='tanh', recurrent_activation='sigmoid', \(initializers)unit_forget_bias=True, \(rules)\(constraints)implementation=2, seed=None, **kwargs)\n\nOne time step of a long short-term memory.",
            module: "layers.rnn.lstm", call: cellCall, config: longConfig
        ) { reader in
            LSTMCell(try options(&reader), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "GRUCell(units, activation='tanh', recurrent_activation='sigmoid', \(initializers)\(rules)\(constraints)reset_after=True, implementation=2, seed=None, **kwargs)\n\nOne time step of a gated recurrent unit.",
            module: "layers.rnn.gru", call: cellCall, config: gatedConfig
        ) { reader in
            GRUCell(try options(&reader), layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "StackedRNNCells(cells, **kwargs)\n\nCells that stand on each other.",
            module: "layers.rnn.stacked_rnn_cells",
            call: "call(self, inputs, states, constants=None, training=None)"
        ) { reader in
            let python = reader.python
            let cells = try python.list(reader["cells"]).map {
                try CellReader.cell($0, isStacked: true, in: python)
            }
            return StackedRNNCells(cells, layer: reader.options, context: reader.context)
        },
    ]

    private static let common = [
        "use_bias", "kernel_initializer", "recurrent_initializer", "bias_initializer",
    ]
    private static let ruleNames = [
        "kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "kernel_constraint",
        "recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout",
    ]
    private static let simpleConfig = ["units", "activation"] + common + ruleNames
    private static let longConfig =
        ["units", "activation", "recurrent_activation"] + common + ["unit_forget_bias"] + ruleNames
        + ["implementation"]
    private static let gatedConfig =
        ["units", "activation", "recurrent_activation"] + common + ruleNames
        + ["implementation", "reset_after"]

    /// The options of a cell, whichever of them it has.
    static func options(_ reader: inout LayerReader) throws -> RecurrentOptions {
        if reader["units"].text != nil {
            throw reader.python.typeError(
                "'<=' not supported between instances of 'str' and 'int'")
        }
        var options = try RecurrentOptions(units: reader.int("units"))
        options.activation = try reader.activation("activation")
        if !reader["recurrent_activation"].isNone {
            options.recurrentActivation = try reader.activation("recurrent_activation")
        }
        options.usesBias = try reader.bool("use_bias")
        options.kernelInitializer = try reader.initializer("kernel_initializer")
        options.recurrentInitializer = try reader.initializer("recurrent_initializer")
        options.biasInitializer = try reader.initializer("bias_initializer")
        options.kernelRules = try reader.rules("kernel")
        options.recurrentRules = try reader.rules("recurrent")
        options.biasRules = try reader.rules("bias")
        options.dropout = min(max(try reader.double("dropout"), 0), 1)
        options.recurrentDropout = min(max(try reader.double("recurrent_dropout"), 0), 1)
        options.seed = try reader.optionalInt("seed")
        if !reader["unit_forget_bias"].isNone {
            options.startsRemembering = try reader.bool("unit_forget_bias")
        }
        if !reader["reset_after"].isNone {
            options.resetsAfterProduct = try reader.bool("reset_after")
        }
        options.separatesGates = reader["implementation"].integer == 1
        return options
    }

    // MARK: Layers

    static let rnn = LayerDefinition(
        "RNN(cell, \(sequence)unroll=False, time_major=False, **kwargs)\n\nA recurrent network over sequences of shape (batch, time, features): any cell, step by step.",
        module: "layers.rnn.base_rnn",
        call: "call(self, inputs, mask=None, training=None, initial_state=None, constants=None)",
        config: [
            "return_sequences", "return_state", "go_backwards", "stateful", "unroll", "time_major",
            "cell",
        ]
    ) { reader in
        let given = reader["cell"]
        let cell: Cell
        if given.object is ListObject || given.object is TupleObject {
            let cells = try reader.python.list(given).map {
                try CellReader.cell($0, in: reader.python)
            }
            cell = StackedRNNCells(cells, layer: LayerOptions(), context: reader.context)
        } else {
            cell = try CellReader.cell(given, in: reader.python)
        }
        return RNN(
            cell, sequence: try steps(reader), layer: reader.options, context: reader.context)
    }

    private static let sequenceConfig = [
        "return_sequences", "return_state", "go_backwards", "stateful", "unroll",
    ]

    static let layers: [LayerDefinition] = [
        LayerDefinition(
            "SimpleRNN(units, activation='tanh', \(initializers)\(rules)activity_regularizer=None, \(constraints)\(sequence)unroll=False, **kwargs)\n\nA simple recurrent network over sequences of shape (batch, time, features).",
            module: "layers.rnn.simple_rnn",
            call: "call(self, sequence, mask=None, training=None, initial_state=None)",
            config: sequenceConfig + ["time_major"] + layerConfig(simpleConfig)
        ) { reader in
            if reader["time_major"].isNone { reader.set("time_major", .bool(false)) }
            let options = try options(&reader)
            return try layer(
                "SimpleRNN", reader,
                SimpleRNNCell(
                    options, layer: inner("simple_rnn_cell", reader), context: reader.context)
            )
        },
        LayerDefinition(
            "LSTM(units, activation='tanh', recurrent_activation='sigmoid', \(initializers)unit_forget_bias=True, \(rules)activity_regularizer=None, \(constraints)\(sequence)time_major=False, unroll=False, **kwargs)\n\nA long short-term memory over sequences of shape (batch, time, features).",
            module: "layers.rnn.lstm", call: layerCall,
            config: sequenceConfig + ["time_major"] + layerConfig(longConfig)
        ) { reader in
            if reader["implementation"].isNone { reader.set("implementation", .int(2)) }
            let options = try options(&reader)
            return try layer(
                "LSTM", reader,
                LSTMCell(options, layer: inner("lstm_cell", reader), context: reader.context))
        },
        LayerDefinition(
            "GRU(units, activation='tanh', recurrent_activation='sigmoid', \(initializers)\(rules)activity_regularizer=None, \(constraints)\(sequence)unroll=False, time_major=False, reset_after=True, **kwargs)\n\nA gated recurrent unit over sequences of shape (batch, time, features).",
            module: "layers.rnn.gru", call: layerCall,
            config: sequenceConfig + ["time_major"] + layerConfig(gatedConfig)
        ) { reader in
            if reader["implementation"].isNone { reader.set("implementation", .int(2)) }
            let options = try options(&reader)
            return try layer(
                "GRU", reader,
                GRUCell(options, layer: inner("gru_cell", reader), context: reader.context))
        },
    ]

    /// A layer's configuration has its own regulariser between those of the weights and the constraints.
    private static func layerConfig(_ cell: [String]) -> [String] {
        guard let index = cell.firstIndex(of: "bias_regularizer") else { return cell }
        return Array(cell[...index]) + ["activity_regularizer"] + Array(cell[(index + 1)...])
    }

    /// The options of the cell inside a layer, whose name is always the same.
    private static func inner(_ name: String, _ reader: LayerReader) -> LayerOptions {
        LayerOptions(name: name, dtype: reader.options.dtype)
    }

    private static func layer(
        _ className: String, _ reader: LayerReader, _ cell: Cell
    ) throws -> Layer {
        RNN(
            cell, className: className, sequence: try steps(reader), layer: reader.options,
            context: reader.context)
    }

    private static func steps(_ reader: LayerReader) throws -> RNN.Sequence {
        var sequence = RNN.Sequence()
        sequence.returnsSequences = try reader.bool("return_sequences")
        sequence.returnsState = try reader.bool("return_state")
        sequence.goesBackwards = try reader.bool("go_backwards")
        sequence.isStateful = try reader.bool("stateful")
        sequence.unrolls = try reader.bool("unroll")
        sequence.isTimeMajor = try reader.bool("time_major")
        sequence.zeroesMasked = try reader.bool("zero_output_for_mask")
        return sequence
    }
}

/// Cells in Python values: built-in ones, and classes of the program's own.
enum CellReader {
    static func cell(
        _ value: Value, isStacked: Bool = false, in python: Interpreter
    ) throws -> Cell {
        if let cell = value.layer(as: Cell.self), let object = value.object as? LayerObject,
            !object.overridesMethod("call")
        {
            return cell
        }
        guard let layer = value.layer else {
            throw python.valueError(
                isStacked
                    ? "All cells must have a `call` method. Received cell without a `call` method: \(try python.str(value))"
                    : "Argument `cell` should have a `call` method. The RNN was passed: cell=\(try python.str(value))"
            )
        }
        guard let size = try? python.getAttribute(value, "state_size") else {
            throw python.valueError(
                isStacked
                    ? "All cells must have a `state_size` attribute. Received cell without a `state_size`: \(try python.str(value))"
                    : "The RNN cell should have a `state_size` attribute (tuple of integers, one integer per RNN state). Received: cell=\(try python.str(value))"
            )
        }
        let nesting = try nesting(size, in: python)
        let sizes = flat(nesting)
        let output = try outputSize(value, in: python)
        return CustomCell(
            layer, stateSizes: sizes, nesting: nesting, outputSize: output ?? sizes.first ?? 0,
            initialStates: try initialStates(value, in: python),
            copy: { [weak object = value.object] in
                guard let object else { return nil }
                let config = try python.callMethod(.object(object), "get_config")
                let copy = try python.callMethod(.object(object.type), "from_config", [config])
                return try cell(copy, in: python)
            })
    }

    /// What `__getattr__` of layers refuses is not there.
    private static func outputSize(_ value: Value, in python: Interpreter) throws -> Int? {
        (value.object as? InstanceObject)?.attribute("output_size")?.integer
            ?? python.type(of: value).lookUp("output_size").flatMap { _ in
                try? python.getAttribute(value, "output_size").integer
            }
    }

    private static func initialStates(
        _ value: Value, in python: Interpreter
    ) throws -> ((Int) throws -> [Tensor])? {
        guard let object = value.object as? LayerObject, object.overridesMethod("get_initial_state")
        else { return nil }
        return { [weak object] batch in
            guard let object else { return [] }
            let states = try python.call(
                python.getAttribute(.object(object), "get_initial_state"), [],
                keywords: [
                    ("inputs", .none), ("batch_size", .int(batch)),
                    ("dtype", DTypeType.value(.float32, in: python)),
                ])
            return try ArgumentValues.argument(states, in: python).tensors
        }
    }

    private static func nesting(_ value: Value, in python: Interpreter) throws -> StateNesting {
        if let size = value.integer { return .size(size) }
        if let shape = value.object as? ShapeObject {
            return .size((shape.dimensions ?? []).compactMap { $0 }.last ?? 0)
        }
        let items = try python.list(value).map { try nesting($0, in: python) }
        return value.object is TupleObject ? .tuple(items) : .list(items)
    }

    private static func flat(_ nesting: StateNesting) -> [Int] {
        switch nesting {
        case .size(let size): [size]
        case .list(let items), .tuple(let items): items.flatMap(flat)
        }
    }
}
