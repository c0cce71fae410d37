import NeuralNetworks
import PythonRuntime
import Tensors

/// `layer.add_weight(…)`.
struct AddWeight {
    private let python: Interpreter
    private let layer: Layer
    private let values: [Value]

    init(_ arguments: Arguments, _ python: Interpreter) throws {
        self.python = python
        let function = NativeFunction(
            "add_weight(self, name=None, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None, use_resource=None, synchronization=None, aggregation=None, **kwargs)",
            owner: "Layer", pythonWording: true, .none { _ in .none }, in: python)
        values = try function.bind(arguments, in: python)
        layer = try LayerType.layer(values[0], python)
    }

    func run() throws -> Value {
        // `add_weight((3, 4))` is a shape in the place of the name, as older notes write it.
        let name = values[1].text ?? "Variable"
        let given = values[1].text == nil && !values[1].isNone ? values[1] : values[2]
        let shape = given.isNone ? Shape.scalar : try ShapeArgument.from(given, in: python).shape
        let dtype =
            try values[3].isNone ? layer.dtype : DTypeArgument.from(values[3], in: python).dtype
        let isTrainable = try values[6].isNone || python.isTrue(values[6])
        let rules = WeightRules(
            penalty: try function(values[5], "regularizers"),
            constraint: try function(values[7], "constraints"))
        let variable: Variable
        if let initializer = try initializer(dtype) {
            variable = try layer.addWeight(
                name, shape, initializer, dtype: dtype, isTrainable: isTrainable, rules: rules)
        } else {
            let made = try python.call(
                values[4], [.tuple(shape.dimensions.map(Value.int), in: python)],
                keywords: [("dtype", DTypeType.value(dtype, in: python))])
            variable = layer.addWeight(
                name, try TensorType.tensor(made, python), isTrainable: isTrainable, rules: rules)
        }
        return variable.object(in: python)
    }

    /// The initialiser; nil for a function of the program's own.
    private func initializer(_ dtype: DType) throws -> Initializer? {
        let given = values[4]
        if given.isNone {
            return dtype.isFloating
                ? Initializer("GlorotUniform", .scaled(.glorotUniform))
                : Initializer("Zeros", .zeros)
        }
        let known =
            given.text != nil || given.object is InitializerObject || given.object is TypeObject
        guard known || !python.isCallable(given) else { return nil }
        return try InitializerArgument.from(given, in: python).initializer
    }

    private func function(_ given: Value, _ module: String) throws -> ((Tensor) throws -> Tensor)? {
        if given.isNone { return nil }
        var function = given
        if given.text != nil,
            let get = try KerasModule.of(python).subModule(module).namespace["get"]
        {
            function = try python.call(get, [given])
        }
        let (made, python) = (function, python)
        return { try TensorType.tensor(python.call(made, [$0.object(in: python)]), python) }
    }
}
