import NeuralNetworks
import PythonRuntime
import Tensors

/// An initialiser as Python holds it.
package final class InitializerObject: InstanceObject {
    package let initializer: Initializer

    init(_ initializer: Initializer, type: TypeObject) {
        self.initializer = initializer
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
        for (name, parameters, rule) in classes {
            let type = TypeObject(
                name, bases: [base], module: "keras.src.initializers.initializers",
                metatype: python.types.type,
                in: python)
            TypeBuilder(type, pythonWording: true, in: python).constructor(
                "__init__(\(parameters))"
            ) { python, type, values in
                let numbers = try values.dropLast(parameters.contains("seed") ? 1 : 0).map {
                    try python.double($0)
                }
                let seed = parameters.contains("seed") ? values.last?.integer : nil
                return .object(
                    InitializerObject(Initializer(name, rule(numbers), seed: seed), type: type))
            }
            TypeBuilder(type, pythonWording: true, in: python).def("get_config(self)") {
                (python: Interpreter, value: Value) -> Value in
                guard let initializer = (value.object as? InitializerObject)?.initializer else {
                    return .none
                }
                return configuration(
                    of: initializer, takesSeed: parameters.contains("seed"), in: python)
            }
            m.module.namespace[name] = .object(type)
            if let alias = Initializer.kinds.first(where: { $0.className == name })?.name {
                m.module.namespace[alias] = .object(type)
            }
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            try object(identifier, in: python)
        }
        return m.module
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
        case .zeros, .ones, .scaled: break
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
            guard let initializer = (value.object as? InitializerObject)?.initializer else {
                return .none
            }
            let function = NativeFunction(
                "__call__(shape, dtype=None, **kwargs)", owner: initializer.className,
                pythonWording: true,
                .none { _ in .none }, in: python)
            let values = try function.bind(arguments, in: python)
            let dtype = try DTypeArgument?.from(values[1], in: python)?.dtype ?? .float32
            return try initializer.values(
                ShapeArgument.from(values[0], in: python).shape, dtype,
                random: SessionRandom.of(python).session
            ).object(in: python)
        }
    }

    private typealias Class = (
        name: String, parameters: String, rule: @Sendable ([Double]) -> Initializer.Rule
    )

    private static let classes: [Class] = [
        ("Zeros", "", { _ in .zeros }), ("Ones", "", { _ in .ones }),
        ("Constant", "value=0", { .constant($0[0]) }),
        (
            "RandomNormal", "mean=0.0, stddev=0.05, seed=None",
            { .normal(mean: $0[0], deviation: $0[1]) }
        ),
        (
            "TruncatedNormal", "mean=0.0, stddev=0.05, seed=None",
            { .truncatedNormal(mean: $0[0], deviation: $0[1]) }
        ),
        (
            "RandomUniform", "minval=-0.05, maxval=0.05, seed=None",
            { .uniform(low: $0[0], high: $0[1]) }
        ),
        ("GlorotUniform", "seed=None", { _ in .scaled(.glorotUniform) }),
        ("GlorotNormal", "seed=None", { _ in .scaled(.glorotNormal) }),
        ("HeUniform", "seed=None", { _ in .scaled(.heUniform) }),
        ("HeNormal", "seed=None", { _ in .scaled(.heNormal) }),
        ("LecunUniform", "seed=None", { _ in .scaled(.lecunUniform) }),
        ("LecunNormal", "seed=None", { _ in .scaled(.lecunNormal) }),
        ("Orthogonal", "gain=1.0, seed=None", { .orthogonal(gain: $0[0]) }),
        ("Identity", "gain=1.0", { .identity(gain: $0[0]) }),
    ]
}
