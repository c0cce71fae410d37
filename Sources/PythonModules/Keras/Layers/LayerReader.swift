import NeuralNetworks
import PythonRuntime
import Tensors

/// Reads what a layer is made with, and keeps it for the configuration.
struct LayerReader {
    let python: Interpreter
    let object: LayerObject
    let context: LayerContext
    /// What every layer takes.
    private(set) var options: LayerOptions
    private let parameters: [String]
    private var values: [String: Value]

    init(
        _ object: LayerObject, _ signature: Signature, _ bound: [Value], className: String,
        in python: Interpreter
    ) throws {
        self.python = python
        self.object = object
        context = .of(python)
        parameters = Array(signature.positional.dropFirst())
        var values: [String: Value] = [:]
        for (name, value) in zip(parameters, bound.dropFirst()) { values[name] = value }
        self.values = values
        options = LayerOptions()
        if signature.variadicKeyword != nil, let keywords = bound.last?.object as? DictionaryObject
        {
            let extra = try LayerKeywords.read(
                keywords, &options, layer: className, parameters: parameters, in: python)
            self.values.merge(extra) { own, _ in own }
        }
        if values["activity_regularizer"] != nil || self.values["activity_regularizer"] != nil {
            options.activityPenalty = try penalty("activity_regularizer")
        }
        // A name is taken before anything else can go wrong, but for layers that make their cell first.
        if options.name == nil, !Self.cellsFirst.contains(object.type.name) {
            options.name = context.uniqueName(SnakeCase.name(of: object.type.name))
        }
    }

    private static let cellsFirst: Set<String> = ["SimpleRNN", "LSTM", "GRU"]

    /// The value of a parameter or keyword; None where it was not given.
    subscript(name: String) -> Value { values[name] ?? .none }

    /// Replaces a value before the configuration is told.
    mutating func set(_ name: String, _ value: Value) { values[name] = value }

    mutating func changeOptions(_ change: (inout LayerOptions) -> Void) { change(&options) }

    func int(_ name: String) throws -> Int { try python.index(self[name]) }
    func optionalInt(_ name: String) throws -> Int? {
        self[name].isNone ? nil : try python.index(self[name])
    }
    func double(_ name: String) throws -> Double { try python.double(self[name]) }
    func bool(_ name: String) throws -> Bool { try python.isTrue(self[name]) }
    func text(_ name: String) throws -> String { try String.from(self[name], in: python) }

    /// Whole numbers, one standing for `count` equal ones.
    mutating func ints(_ name: String, count: Int) throws -> [Int] {
        let value = self[name]
        let result: [Int]
        if let single = value.integer {
            result = [Int](repeating: single, count: count)
        } else {
            result = try python.list(value).map { try python.index($0) }
        }
        guard result.count == count else {
            throw python.valueError(
                "The `\(name)` argument must be a tuple of \(count) integers. Received: \(try python.repr(value))"
            )
        }
        if name == "kernel_size", let wrong = result.first(where: { $0 <= 0 }) {
            throw python.valueError(
                "The `\(name)` argument must be a tuple of \(count) integers. Received: \(try python.str(value)) including {\(wrong)} that does not satisfy the requirement `> 0`."
            )
        }
        set(name, .tuple(result.map(Value.int), in: python))
        return result
    }

    /// An activation; the configuration keeps the function.
    mutating func activation(_ name: String) throws -> Activation {
        let activation = try ActivationArgument.from(self[name], in: python).activation
        if self[name].isNone || self[name].text != nil {
            set(name, try ActivationModule.function(self[name], activation, python) ?? self[name])
        }
        return activation
    }

    /// An initialiser; the configuration keeps the object.
    mutating func initializer(_ name: String) throws -> Initializer {
        let object = try InitializerType.object(self[name], in: python)
        set(name, object)
        return try InitializerArgument.from(object, in: python).initializer
    }

    /// A regulariser as a function of tensors; nil for None.
    mutating func penalty(_ name: String) throws -> Penalty? {
        try function(name, module: "regularizers")
    }

    /// What holds for a weight: `kernel` stands for `kernel_regularizer` and `kernel_constraint`.
    mutating func rules(_ weight: String) throws -> WeightRules {
        WeightRules(
            penalty: try penalty("\(weight)_regularizer"),
            constraint: try function("\(weight)_constraint", module: "constraints"))
    }

    private mutating func function(_ name: String, module: String) throws -> (
        (Tensor) throws -> Tensor
    )? {
        var value = self[name]
        if value.isNone { return nil }
        if value.text != nil || value.object is DictionaryObject || value.object is TypeObject,
            let get = try KerasModule.of(python).subModule(module).namespace["get"]
        {
            value = try python.call(get, [value])
            set(name, value)
        }
        let (function, python) = (value, python)
        return { tensor in
            try TensorType.tensor(python.call(function, [tensor.object(in: python)]), python)
        }
    }

    /// Gives the object its attributes, and keeps what the configuration tells.
    func finish(config: [String]?) {
        for name in parameters where object.type.lookUp(name) == nil {
            object.setAttribute(name, self[name])
        }
        object.arguments = (config ?? parameters).map { ($0, self[$0]) }
        if object.layer is RNN {
            // Keywords that only layers over sequences take, false where they are not given.
            for name in ["time_major", "zero_output_for_mask"] {
                object.setAttribute(name, self[name].isNone ? .bool(false) : self[name])
            }
        }
    }
}

/// The keywords that every layer takes.
enum LayerKeywords {
    private static let known: Set<String> = [
        "name", "dtype", "trainable", "dynamic", "input_shape", "batch_input_shape", "input_dim",
        "weights", "autocast", "batch_size", "implementation", "activity_regularizer",
    ]
    private static let ofAttention: Set<String> = ["dropout"]
    private static let ofRecurrentLayers: Set<String> = [
        "zero_output_for_mask", "time_major", "input_length",
    ]

    /// Reads the common keywords into options; gives back all of them. Throws for any other keyword.
    static func read(
        _ keywords: DictionaryObject, _ options: inout LayerOptions, layer: String,
        parameters: [String], in python: Interpreter
    ) throws -> [String: Value] {
        var values: [String: Value] = [:]
        for (key, value) in keywords.items {
            let name = key.text ?? ""
            guard known.contains(name) || allows(name, layer) else {
                throw unknown(name, parameters, python)
            }
            values[name] = value
        }
        options.name = values["name"]?.text
        if let dtype = values["dtype"], !dtype.isNone {
            options.dtype = try DTypeArgument.from(dtype, in: python).dtype
        }
        if let trainable = values["trainable"] {
            options.isTrainable = try python.isTrue(trainable)
        }
        options.batchInputShape = try inputShape(values, in: python)
        if let weights = values["weights"], !weights.isNone {
            options.initialWeights = try python.list(weights).map {
                try ArrayReader.tensor($0, face: .numPy, in: python)
            }
        }
        return values
    }

    private static func allows(_ name: String, _ layer: String) -> Bool {
        if layer.hasSuffix("Attention") { return ofAttention.contains(name) }
        return ofRecurrentLayers.contains(name)
            && ["SimpleRNN", "LSTM", "GRU", "RNN", "ConvLSTM1D", "ConvLSTM2D"].contains(layer)
    }

    private static func inputShape(_ values: [String: Value], in python: Interpreter) throws
        -> PartialShape?
    {
        if let whole = values["batch_input_shape"], !whole.isNone {
            return PartialShape(try ShapeType.dimensions(whole, in: python) ?? [])
        }
        let batch = try values["batch_size"].flatMap { $0.isNone ? nil : try python.index($0) }
        if let shape = values["input_shape"], !shape.isNone {
            return PartialShape([batch] + (try ShapeType.dimensions(shape, in: python) ?? []))
        }
        guard let length = values["input_dim"], !length.isNone else { return nil }
        let features = try python.index(length)
        if let steps = values["input_length"] {
            return [batch, steps.isNone ? nil : try python.index(steps), features]
        }
        return [batch, features]
    }

    /// Keras raises with two arguments, so that the message is their tuple.
    private static func unknown(
        _ name: String, _ parameters: [String], _ python: Interpreter
    ) -> PythonError {
        let failure = python.error(
            python.types.exception("TypeError"),
            [.string("Keyword argument not understood:", in: python), .string(name, in: python)])
        if let near = python.nearest(name, among: (parameters + known).sorted()) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        return failure
    }
}
