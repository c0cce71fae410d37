import NeuralNetworks
import PythonRuntime
import Tensors

/// An optimizer as Python holds it.
package final class OptimizerObject: ConfiguredObject {
    /// nil until `__init__` ran.
    var optimizer: Optimizer?
    /// The schedule object that gives the rate, or the number that was given.
    var rate: Value = .none
}

/// The classes of `keras.optimizers`.
enum OptimizerTypes {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder(
            "keras.api._v2.keras.optimizers", pythonWording: true, in: python)
        let legacy = ModuleBuilder(
            "keras.api._v2.keras.optimizers.legacy", pythonWording: true, in: python)
        try m.set("schedules", Value.object(ScheduleTypes.module(in: python)))
        try m.set("legacy", Value.object(legacy.module))
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("Optimizer", from: "optimizers.optimizer") {
            OptimizerMethods.define($0)
        }
        let oldClasses = KerasClasses(python: python, module: legacy.module)
        let oldBase = oldClasses.make(
            "Optimizer", from: "optimizers.legacy.optimizer_v2", base: base
        ) { _ in }
        for kind in OptimizerKind.all {
            make(kind, classes, base)
            if kind.hasLegacyClass { makeLegacy(kind, oldClasses, oldBase) }
        }
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) in
            try OptimizerArgument.object(identifier, in: python)
        }
        m.def("serialize(optimizer)") { (python: Interpreter, value: Value) -> Value in
            python.dictionary([
                ("module", .string("keras.optimizers", in: python)),
                ("class_name", .string(python.type(of: value).name, in: python)),
                ("config", try python.call(python.getAttribute(value, "get_config"))),
                ("registered_name", .none),
            ])
        }
        m.module.namespace["deserialize"] = m.module.namespace["get"]
        return m.module
    }

    private static func make(_ kind: OptimizerKind, _ classes: KerasClasses, _ base: TypeObject) {
        let common =
            "weight_decay=\(kind.weightDecay), clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, ema_overwrite_frequency=\(kind.overwriteFrequency), jit_compile=True, name='\(kind.name)', **kwargs"
        classes.make(kind.name, from: "optimizers.\(kind.name.lowercased())", base: base) { t in
            t.initializer(
                "__init__(self, \(kind.parameters), \(common))",
                make: { OptimizerObject(type: $0) }
            ) { python, value, values in
                guard let object = value.object as? OptimizerObject else { return }
                let own = Array(values.prefix(kind.names.count))
                let rest = Array(values.dropFirst(kind.names.count))
                try refuse(rest[9], kind, python)
                let options = try options(rest, python)
                object.rate = own[0]
                object.optimizer = try kind.make(python, rate(own[0], python), own, options)
                object.configuration =
                    baseConfiguration(rest, python) + zip(kind.names, own).map { ($0.0, $0.1) }
            }
        }
    }

    private static func options(_ v: [Value], _ python: Interpreter) throws -> OptimizerOptions {
        var options = OptimizerOptions(name: v[8].text ?? "")
        options.weightDecay = try python.optionalDouble(v[0])
        options.clipNorm = try python.optionalDouble(v[1])
        options.clipValue = try python.optionalDouble(v[2])
        options.globalClipNorm = try python.optionalDouble(v[3])
        options.keepsAverage = try python.isTrue(v[4])
        options.averageMomentum = try python.double(v[5])
        options.overwriteFrequency = try Int?.from(v[6], in: python)
        if options.clipNorm != nil, options.globalClipNorm != nil {
            throw python.valueError(
                "At most one of `clipnorm` and `global_clipnorm` can be set. Received: clipnorm=\(try python.str(v[1])), global_clipnorm=\(try python.str(v[3]))."
            )
        }
        return options
    }

    private static func baseConfiguration(_ v: [Value], _ python: Interpreter) -> Configuration {
        [
            ("name", v[8]), ("weight_decay", v[0]), ("clipnorm", v[1]), ("global_clipnorm", v[3]),
            ("clipvalue", v[2]), ("use_ema", v[4]), ("ema_momentum", v[5]),
            ("ema_overwrite_frequency", v[6]), ("jit_compile", .bool(false)),
            ("is_legacy_optimizer", .bool(false)),
        ]
    }

    /// The learning rate in an argument: a number, a schedule, or a function.
    static func rate(_ value: Value, _ python: Interpreter) throws -> LearningRate {
        if let object = value.object as? ScheduleObject {
            let overrides = object.schedule == nil || !object.type.isBuiltin
            return try LearningRate(
                overrides
                    ? PythonSchedule(value: value, takesStep: true, python: python)
                    : object.schedule
                        ?? PythonSchedule(value: value, takesStep: true, python: python))
        }
        if let variable = (value.object as? VariableObject)?.variable {
            return .constant(variable)
        }
        if ArrayReader.existing(value) == nil, python.isCallable(value) {
            return try LearningRate(
                PythonSchedule(value: value, takesStep: false, python: python))
        }
        if let tensor = ArrayReader.existing(value) {
            return LearningRate(tensor.scalars.first?.double ?? 0)
        }
        return LearningRate(try python.double(value))
    }

    /// Keywords that only the optimizers before Keras 2.11 took.
    private static func refuse(
        _ keywords: Value, _ kind: OptimizerKind, _ python: Interpreter
    ) throws {
        for (name, _) in python.keywords(keywords) where name != "is_legacy_optimizer" {
            switch name {
            case "lr":
                python.output.stderr(
                    "WARNING:absl:`lr` is deprecated in Keras optimizer, please use `learning_rate` or use the legacy optimizer, e.g.,tf.keras.optimizers.legacy.\(kind.name).\n"
                )
            case "decay", "gradient_aggregator", "gradient_transformers":
                throw python.valueError(
                    "\(name) is deprecated in the new Keras optimizer, please check the docstring for valid arguments, or use the legacy optimizer, e.g., tf.keras.optimizers.legacy.\(kind.name)."
                )
            default:
                throw python.typeError(
                    "\(name) is not a valid argument, kwargs should be empty  for `optimizer_experimental.Optimizer`."
                )
            }
        }
    }

    private static func makeLegacy(
        _ kind: OptimizerKind, _ classes: KerasClasses, _ base: TypeObject
    ) {
        classes.make(kind.name, from: "optimizers.legacy.\(kind.legacyModule)", base: base) { t in
            t.initializer(
                "__init__(self, \(kind.parameters), name='\(kind.name)', **kwargs)",
                make: { OptimizerObject(type: $0) }
            ) { python, value, values in
                guard let object = value.object as? OptimizerObject else { return }
                var own = Array(values.prefix(kind.names.count))
                var options = OptimizerOptions(name: values[kind.names.count].text ?? kind.name)
                options.isLegacy = true
                var decay = 0.0
                for (name, value) in python.keywords(values[kind.names.count + 1]) {
                    switch name {
                    case "lr": own[0] = value
                    case "decay": decay = try python.double(value)
                    case "clipnorm": options.clipNorm = try python.double(value)
                    case "clipvalue": options.clipValue = try python.double(value)
                    case "global_clipnorm": options.globalClipNorm = try python.double(value)
                    default:
                        throw python.typeError(
                            "Unexpected keyword argument passed to optimizer: \(name). Allowed kwargs are {'clipnorm', 'clipvalue', 'global_clipnorm', 'lr', 'decay'}."
                        )
                    }
                }
                object.rate = own[0]
                var rate = try rate(own[0], python)
                if decay != 0 {
                    rate = try LearningRate(
                        InverseTimeDecay(
                            initial: rate.variable.value.item.double, steps: 1, decay: decay,
                            isStaircase: false))
                }
                object.optimizer = try kind.make(python, rate, own, options)
                (object.optimizer as? Nadam)?.isLegacy = true
                object.configuration =
                    [
                        ("name", values[kind.names.count]), ("learning_rate", own[0]),
                        ("decay", .float(decay)),
                    ] + zip(kind.names, own).dropFirst().map { ($0.0, $0.1) }
            }
        }
    }
}
