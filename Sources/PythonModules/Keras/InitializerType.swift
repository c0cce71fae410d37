import NeuralNetworks
import PythonRuntime
import Tensors

/// An initialiser as Python holds it.
package final class InitializerObject: InstanceObject {
    package let initializer: Initializer
    /// Whether it draws what `tf.random` would draw next where it has no seed.
    let drawsInOrder: Bool
    /// The value that a constant was given.
    let constant: Value?

    init(
        _ initializer: Initializer, drawsInOrder: Bool = false, constant: Value? = nil,
        type: TypeObject
    ) {
        self.initializer = initializer
        self.drawsInOrder = drawsInOrder
        self.constant = constant
        super.init(type: type)
    }
}

/// `keras.initializers`.
enum InitializerType {
    static func module(in python: Interpreter) -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.initializers", pythonWording: true, in: python)
        let base = TypeObject(
            "Initializer", bases: [python.types.object],
            module: "keras.src.initializers.initializers",
            metatype: python.types.type, in: python)
        m.module.namespace["Initializer"] = .object(base)
        behaviour(TypeBuilder(base, pythonWording: true, in: python))
        TypeBuilder(base, pythonWording: true, in: python).classMethod(
            "from_config(cls, config)", .two { try $0.instance(of: $1, from: $2) })
        for kind in classes {
            let type = make(kind, base, in: python)
            m.module.namespace[kind.name] = .object(type)
            if let alias = Initializer.kinds.first(where: { $0.className == kind.name })?.name {
                m.module.namespace[alias] = .object(type)
            }
        }
        let scaling = make(varianceScaling, base, in: python)
        for name in ["VarianceScaling", "variance_scaling"] {
            m.module.namespace[name] = .object(scaling)
        }
        m.def("serialize(initializer, use_legacy_format=False)") {
            (python: Interpreter, value: Value, _: Value) -> Value in
            guard let object = value.object as? InitializerObject else { return value }
            return try KerasSerialization.object(
                object, module: "keras.initializers", in: python)
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            try object(identifier, in: python)
        }
        return m.module
    }

    /// One of TensorFlow's own initialisers, which draw as `tf.random` does.
    static func tensorFlowClass(_ name: String, in python: Interpreter) -> TypeObject? {
        guard let kind = classes.first(where: { $0.name == name }) else { return nil }
        let base = TypeObject(
            "Initializer", bases: [python.types.object],
            module: "tensorflow.python.ops.init_ops_v2", metatype: python.types.type, in: python)
        behaviour(TypeBuilder(base, pythonWording: true, in: python))
        return make(kind, base, drawsInOrder: true, in: python)
    }

    private static func make(
        _ kind: Class, _ base: TypeObject, drawsInOrder: Bool = false, in python: Interpreter
    ) -> TypeObject {
        let type = TypeObject(
            kind.name, bases: [base], module: base.moduleName, metatype: python.types.type,
            in: python)
        let t = TypeBuilder(type, pythonWording: true, in: python)
        let takesSeed = kind.parameters.contains("seed")
        t.constructor("__init__(\(kind.parameters))") { python, type, values in
            if kind.name == "Constant" {
                return .object(
                    InitializerObject(
                        constant(values[0], python), constant: values[0], type: type))
            }
            let rule = try kind.rule(python, Array(values.dropLast(takesSeed ? 1 : 0)))
            let initializer = Initializer(
                kind.name, rule, seed: takesSeed ? values.last?.integer : nil)
            return .object(
                InitializerObject(initializer, drawsInOrder: drawsInOrder, type: type))
        }
        t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
            guard let object = value.object as? InitializerObject else { return .none }
            if let constant = object.constant { return python.dictionary([("value", constant)]) }
            return configuration(of: object.initializer, takesSeed: takesSeed, in: python)
        }
        return type
    }

    /// An initialiser's object from a name, a class or an object; None stays None.
    static func object(_ identifier: Value, in python: Interpreter) throws -> Value {
        if identifier.object is InitializerObject || identifier.isNone { return identifier }
        let module = try KerasModule.of(python).subModule("initializers")
        if let dictionary = identifier.object as? DictionaryObject {
            return try deserialized(dictionary, in: module, python)
        }
        guard identifier.text != nil || identifier.object is TypeObject else { return identifier }
        let initializer = try InitializerArgument.from(identifier, in: python).initializer
        guard let type = module.namespace[initializer.className]?.object as? TypeObject else {
            return identifier
        }
        return .object(InitializerObject(initializer, type: type))
    }

    /// The initialiser that a configuration describes.
    private static func deserialized(
        _ description: DictionaryObject, in module: ModuleObject, _ python: Interpreter
    ) throws -> Value {
        let name = description["class_name"]?.text ?? ""
        guard let type = module.namespace[name] else {
            return try object(.string(name, in: python), in: python)
        }
        let config = (description["config"]?.object as? DictionaryObject)?.items ?? []
        return try python.call(
            type, Arguments([], keywords: config.map { ($0.key.text ?? "", $0.value) }))
    }

    /// What an initialiser is made with.
    private static func configuration(
        of initializer: Initializer, takesSeed: Bool, in python: Interpreter
    ) -> Value {
        let result = DictionaryObject(in: python)
        switch initializer.rule {
        case .zeros, .ones, .function: break
        case .scaled(let scaling) where initializer.className == "VarianceScaling":
            result["scale"] = .float(scaling.scale)
            result["mode"] = .string(scaling.mode.rawValue, in: python)
            result["distribution"] = .string(scaling.distribution.rawValue, in: python)
        case .scaled: break
        case .constant(let value): result["value"] = .float(value)
        case .normal(let mean, let deviation), .truncatedNormal(let mean, let deviation):
            result["mean"] = .float(mean)
            result["stddev"] = .float(deviation)
        case .uniform(let low, let high):
            result["minval"] = .float(low)
            result["maxval"] = .float(high)
        case .orthogonal(let gain), .identity(let gain): result["gain"] = .float(gain)
        }
        if takesSeed { result["seed"] = initializer.seed.map(Value.int) ?? Value.none }
        return .object(result)
    }

    private static func behaviour(_ t: TypeBuilder) {
        t.variadic(.call) { python, value, arguments -> Value in
            guard let object = value.object as? InitializerObject else { return .none }
            let initializer = object.initializer
            let function = NativeFunction(
                "__call__(shape, dtype=None, **kwargs)", owner: initializer.className,
                pythonWording: true,
                .none { _ in .none }, in: python)
            let values = try function.bind(arguments, in: python)
            let dtype = try DTypeArgument?.from(values[1], in: python)?.dtype ?? .float32
            let shape = try ShapeArgument.from(values[0], in: python).shape
            try shape.requireRoom(for: dtype)
            if object.drawsInOrder, initializer.seed == nil,
                let drawn = inOrder(initializer.rule, shape, dtype, python)
            {
                return drawn.object(in: python)
            }
            return try initializer.values(
                shape, dtype, random: SessionRandom.of(python).session
            ).object(in: python)
        }
    }

    /// What `tf.random` draws for a rule; nil for one that draws nothing.
    private static func inOrder(
        _ rule: Initializer.Rule, _ shape: Shape, _ dtype: DType, _ python: Interpreter
    ) -> Tensor? {
        let random = OperationRandom(python, seed: nil)
        switch rule {
        case .normal(let mean, let deviation):
            return random.normal(shape, mean: mean, deviation: deviation, dtype: dtype)
        case .truncatedNormal(let mean, let deviation):
            return random.truncatedNormal(shape, mean: mean, deviation: deviation, dtype: dtype)
        case .uniform(let low, let high):
            return random.uniform(shape, from: low, to: high, dtype: dtype)
        default: return nil
        }
    }

    /// The initialiser of a number, or of an array with as many elements as the weight.
    private static func constant(_ value: Value, _ python: Interpreter) -> Initializer {
        Initializer("Constant") { shape, dtype in
            let values = try ArrayReader.tensor(value, dtype, face: .tensorFlow, in: python)
            if values.count == 1 {
                return try Tensor.filled(shape, with: values.scalars[0], dtype)
            }
            guard values.count == shape.count else {
                let text = try python.format(values.object(in: python), "")
                throw python.typeError(
                    "Eager execution of tf.constant with unsupported shape. Tensor \(text) (converted from \(try python.str(value))) has \(values.count) elements, but got `shape` \(shape) with \(shape.count) elements)."
                )
            }
            return try values.reshaped(to: shape)
        }
    }

    private struct Class: Sendable {
        let name: String
        let parameters: String
        let rule: @Sendable (Interpreter, [Value]) throws -> Initializer.Rule

        init(
            _ name: String, _ parameters: String = "",
            rule: @escaping @Sendable (Interpreter, [Value]) throws -> Initializer.Rule
        ) {
            self.name = name
            self.parameters = parameters
            self.rule = rule
        }

        /// A class whose parameters are numbers.
        static func numbers(
            _ name: String, _ parameters: String,
            _ rule: @escaping @Sendable ([Double]) -> Initializer.Rule
        ) -> Class {
            Class(name, parameters) { python, values in
                rule(try values.map { try python.double($0) })
            }
        }
    }

    private static let classes: [Class] = [
        Class("Zeros") { _, _ in .zeros }, Class("Ones") { _, _ in .ones },
        Class("Constant", "value=0") { _, _ in .function },
        .numbers("RandomNormal", "mean=0.0, stddev=0.05, seed=None") {
            .normal(mean: $0[0], deviation: $0[1])
        },
        .numbers("TruncatedNormal", "mean=0.0, stddev=0.05, seed=None") {
            .truncatedNormal(mean: $0[0], deviation: $0[1])
        },
        .numbers("RandomUniform", "minval=-0.05, maxval=0.05, seed=None") {
            .uniform(low: $0[0], high: $0[1])
        },
        Class("GlorotUniform", "seed=None") { _, _ in .scaled(.glorotUniform) },
        Class("GlorotNormal", "seed=None") { _, _ in .scaled(.glorotNormal) },
        Class("HeUniform", "seed=None") { _, _ in .scaled(.heUniform) },
        Class("HeNormal", "seed=None") { _, _ in .scaled(.heNormal) },
        Class("LecunUniform", "seed=None") { _, _ in .scaled(.lecunUniform) },
        Class("LecunNormal", "seed=None") { _, _ in .scaled(.lecunNormal) },
        .numbers("Orthogonal", "gain=1.0, seed=None") { .orthogonal(gain: $0[0]) },
        .numbers("Identity", "gain=1.0") { .identity(gain: $0[0]) },
    ]

    private static let varianceScaling = Class(
        "VarianceScaling",
        "scale=1.0, mode='fan_in', distribution='truncated_normal', seed=None"
    ) { python, values in
        let scale = try python.double(values[0])
        guard scale > 0 else {
            throw python.valueError(
                "`scale` must be positive float. Received: scale=\(try python.repr(values[0])).")
        }
        // Keras calls truncated what older programs call normal.
        let names = ["normal": "truncated_normal"]
        let (mode, kind) = (values[1].text ?? "", values[2].text ?? "")
        guard let mode = VarianceScaling.Mode(rawValue: mode) else {
            throw python.valueError(
                "Invalid `mode` argument: \(mode). Please use one of the {'fan_out', 'fan_avg', 'fan_in'}."
            )
        }
        guard let distribution = VarianceScaling.Distribution(rawValue: names[kind] ?? kind) else {
            throw python.valueError(
                "Invalid `distribution` argument: \(kind). Please use one of the {'truncated_normal', 'untruncated_normal', 'uniform'}."
            )
        }
        return .scaled(VarianceScaling(scale: scale, mode: mode, distribution: distribution))
    }
}
