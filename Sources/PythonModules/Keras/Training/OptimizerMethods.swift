import NeuralNetworks
import PythonRuntime
import Tensors

/// What every optimizer does in Python.
enum OptimizerMethods {
    static func define(_ t: TypeBuilder) {
        attributes(t)
        t.saves([
            "save_own_variables(self, store)": "save_optimizer_variables",
            "load_own_variables(self, store)": "load_optimizer_variables",
        ])
        t.def(
            "apply_gradients(self, grads_and_vars, name=None, skip_gradients_aggregation=False, **kwargs)\n\nChanges variables by their gradients."
        ) {
            (
                python: Interpreter, value: Value, pairs: Value, _: Value, _: Value, _: Value
            ) -> Value in
            let optimizer = try optimizer(value, python)
            let list = try python.list(pairs)
            // Nothing is to be done, and the count is the very variable.
            if list.isEmpty { return optimizer.iterations.object(in: python) }
            try apply(optimizer, list, python)
            return count(optimizer, python)
        }
        t.def("minimize(self, loss, var_list, tape=None)\n\nOne step that lessens a loss.") {
            (python: Interpreter, value: Value, loss: Value, variables: Value, tape: Value)
                -> Value in
            try minimize(value, loss, variables, tape, python)
        }
        t.def("build(self, var_list)\n\nMakes the optimizer's variables.") {
            (python: Interpreter, value: Value, variables: Value) -> Value in
            let list = try python.list(variables).compactMap {
                ($0.object as? VariableObject)?.variable
            }
            try optimizer(value, python).build(list)
            return .none
        }
        t.def("finalize_variable_values(self, var_list)") {
            (python: Interpreter, value: Value, variables: Value) -> Value in
            let list = try python.list(variables).compactMap {
                ($0.object as? VariableObject)?.variable
            }
            try optimizer(value, python).finish(list)
            return .none
        }
        t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
            guard let object = value.object as? OptimizerObject else { return .none }
            return python.dictionary(
                try object.configuration.map { name, value in
                    name == "learning_rate" ? (name, try rate(object, python)) : (name, value)
                })
        }
        t.classMethod(
            "from_config(cls, config, custom_objects=None)",
            .three { python, type, configuration, _ in
                try python.instance(
                    of: type, from: withSchedule(configuration, in: python))
            })
        t.def("get_weights(self)") { (python: Interpreter, value: Value) -> Value in
            .list(
                try optimizer(value, python).variables.map {
                    try TensorType.numpy($0.object(in: python), python)
                }, in: python)
        }
        t.def("set_weights(self, weights)") {
            (python: Interpreter, value: Value, weights: Value) -> Value in
            for (variable, new) in try zip(
                optimizer(value, python).variables, python.list(weights))
            {
                let tensor = try TensorType.tensor(new, python).cast(to: variable.dtype)
                guard tensor.shape == variable.shape else {
                    throw python.valueError(
                        "Optimizer variable \(variable.name)_0 has shape \(variable.shape) not compatible with provided weight shape \(tensor.shape)."
                    )
                }
                variable.assign(tensor)
            }
            return .none
        }
    }

    /// The optimizer in a value; what was never initialised has none.
    static func optimizer(_ value: Value, _ python: Interpreter) throws -> Optimizer {
        if let optimizer = (value.object as? OptimizerObject)?.optimizer { return optimizer }
        throw python.error(
            "AttributeError",
            "'\(python.type(of: value).name)' object has no attribute '_learning_rate'")
    }

    /// What an update gives back: the count of steps.
    private static func count(_ optimizer: Optimizer, _ python: Interpreter) -> Value {
        .object(VariableObject(optimizer.iterations, isUnread: true, in: python))
    }

    private static func attributes(_ t: TypeBuilder) {
        for name in ["learning_rate", "lr"] {
            t.property(
                name,
                set: { python, value, new in
                    let optimizer = try optimizer(value, python)
                    if new.object is ScheduleObject {
                        optimizer.learningRate = try OptimizerTypes.rate(new, python)
                        (value.object as? OptimizerObject)?.rate = new
                        return
                    }
                    guard case .constant(let variable) = optimizer.learningRate else {
                        throw python.typeError(
                            "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a float `learning_rate` argument."
                        )
                    }
                    let rate = try TensorType.tensor(new, python).cast(to: variable.dtype)
                    variable.assign(rate.rank == 0 ? rate : try rate.reshaped(to: .scalar))
                }
            ) { python, value in
                try optimizer(value, python).learningRate.variable.object(in: python)
            }
        }
        t.property("iterations") { python, value in
            try optimizer(value, python).iterations.object(in: python)
        }
        t.property("name") { python, value in try optimizer(value, python).options.name }
        t.property("variables") { python, value -> Value in
            let list = try optimizer(value, python).variables.map { $0.object(in: python) }
            return .object(ListObject(list, type: CallableList.type(in: python), in: python))
        }
        for (name, read) in numbers {
            t.property(name) { python, value -> Value in
                try read(optimizer(value, python).options).map { .float($0) } ?? .none
            }
        }
        for name in constants {
            t.property(name) { python, value -> Value in
                let configuration = try python.callMethod(value, "get_config")
                if let found = (configuration.object as? DictionaryObject)?[name] { return found }
                throw python.missingAttribute(value, name)
            }
        }
    }

    /// The numbers of single kinds of optimizers.
    private static let constants = [
        "beta_1", "beta_2", "epsilon", "amsgrad", "rho", "momentum", "nesterov", "centered",
    ]

    private static let numbers: [(String, @Sendable (OptimizerOptions) -> Double?)] = [
        ("clipnorm", \.clipNorm), ("clipvalue", \.clipValue), ("weight_decay", \.weightDecay),
        ("global_clipnorm", \.globalClipNorm),
    ]

    /// The learning rate as a configuration shows it.
    private static func rate(_ object: OptimizerObject, _ python: Interpreter) throws -> Value {
        if object.rate.object is ScheduleObject {
            return python.dictionary([
                ("module", .string("keras.optimizers.schedules", in: python)),
                ("class_name", .string(python.type(of: object.rate).name, in: python)),
                ("config", try python.call(python.getAttribute(object.rate, "get_config"))),
                ("registered_name", .none),
            ])
        }
        guard let variable = object.optimizer?.learningRate.variable else { return object.rate }
        return NumPyScalars.value(variable.value.item, variable.dtype, in: python)
    }

    /// A configuration whose schedule is an object again.
    private static func withSchedule(_ configuration: Value, in python: Interpreter) throws -> Value
    {
        guard let dictionary = configuration.object as? DictionaryObject,
            let rate = dictionary["learning_rate"]?.object as? DictionaryObject,
            let name = rate["class_name"]?.text,
            let optimizers = try KerasModule.of(python).subModule("optimizers").namespace[
                "schedules"]?.object as? ModuleObject,
            let type = optimizers.namespace[name]
        else { return configuration }
        let copy = DictionaryObject(in: python)
        for (key, value) in dictionary.items { try copy.set(key, value, in: python) }
        copy["learning_rate"] = try python.instance(of: type, from: rate["config"] ?? .none)
        return .object(copy)
    }

    /// Applies pairs of gradients and variables; pairs without a gradient are left out.
    static func apply(_ optimizer: Optimizer, _ pairs: [Value], _ python: Interpreter) throws {
        let read = try pairs.map { pair -> (Value, Variable) in
            let items = try python.list(pair)
            guard items.count == 2, let variable = (items[1].object as? VariableObject)?.variable
            else {
                throw python.typeError(
                    "`grads_and_vars` must be a list of (gradient, variable) pairs.")
            }
            return (items[0], variable)
        }
        try optimizer.build(read.map(\.1), isInStep: true)
        let given = read.filter { !$0.0.isNone }
        if given.isEmpty, !read.isEmpty { throw try noGradients(pairs, read.map(\.1), python) }
        if given.count < read.count {
            let names = read.filter { $0.0.isNone }.map { "'\($0.1.name):0'" }
            python.output.stderr(
                "WARNING:tensorflow:Gradients do not exist for variables [\(names.joined(separator: ", "))] when minimizing the loss. If you're using `model.compile()`, did you forget to provide a `loss` argument?\n"
            )
        }
        try step(
            optimizer,
            given.map { gradient, variable in
                (.dense(try tensor(gradient, variable, python)), variable)
            }, python)
    }

    /// A step of the program that runs: eagerly, or inside a graph. One over sequences hides the shapes of all
    /// gradients.
    private static func step(
        _ optimizer: Optimizer, _ pairs: [(gradient: Gradient, variable: Variable)],
        _ python: Interpreter
    ) throws {
        let context = LayerContext.of(python)
        let variables = Set(pairs.map { ObjectIdentifier($0.variable) })
        let hides = !variables.isDisjoint(with: context.weightsOverSequences)
        try optimizer.apply(
            pairs, isTraced: context.isCompiled, unsized: hides ? variables : [])
    }

    private static func tensor(
        _ gradient: Value, _ variable: Variable, _ python: Interpreter
    ) throws -> Tensor {
        let tensor = try ArrayReader.tensor(
            gradient, variable.dtype, face: .tensorFlow, in: python)
        guard tensor.shape == variable.shape else {
            return try tensor.broadcast(to: variable.shape)
        }
        return tensor
    }

    private static func noGradients(
        _ pairs: [Value], _ variables: [Variable], _ python: Interpreter
    ) throws -> PythonError {
        let names = variables.map { "'\($0.name):0'" }.joined(separator: ", ")
        let comma = variables.count == 1 ? "," : ""
        let text = try python.repr(
            .tuple(
                pairs.map { .tuple(try python.list($0), in: python) }, in: python))
        return python.valueError(
            "No gradients provided for any variable: ([\(names)]\(comma == "," ? ",)" : ",)"). Provided `grads_and_vars` is \(text)."
        )
    }

    private static func minimize(
        _ value: Value, _ loss: Value, _ variables: Value, _ tape: Value, _ python: Interpreter
    ) throws -> Value {
        var loss = loss
        var tape = tape
        let isFunction = ArrayReader.existing(loss) == nil && python.isCallable(loss)
        if !isFunction, tape.isNone {
            throw python.valueError(
                "`tape` is required when a `Tensor` loss is passed. Received: loss=\(try python.str(loss)), tape=None."
            )
        }
        if tape.isNone {
            let stack = ArrayTypes.of(python).tapes
            let own = GradientTape()
            stack.push(own)
            defer { stack.remove(own) }
            loss = try python.call(loss)
            tape = .object(TapeObject(own, type: python.types.object))
            guard let variables = try? python.list(variables) else { return .none }
            return try minimize(value, loss, variables, own, python)
        }
        guard let own = (tape.object as? TapeObject)?.tape else { return .none }
        if isFunction {
            let stack = ArrayTypes.of(python).tapes
            stack.push(own)
            defer { stack.remove(own) }
            loss = try python.call(loss)
        }
        let list = try python.isCallable(variables) ? python.call(variables) : variables
        return try minimize(value, loss, python.list(list), own, python)
    }

    private static func minimize(
        _ value: Value, _ loss: Value, _ variables: [Value], _ tape: GradientTape,
        _ python: Interpreter
    ) throws -> Value {
        let optimizer = try optimizer(value, python)
        let targets = try (loss.object is ListObject ? python.list(loss) : [loss]).map {
            try TensorType.tensor($0, python)
        }
        let list = variables.compactMap { ($0.object as? VariableObject)?.variable }
        let gradients = try tape.gradients(of: targets, for: list.map(\.key))
        let pairs = zip(gradients, list).compactMap { gradient, variable in
            gradient.map { (gradient: $0, variable: variable) }
        }
        if pairs.isEmpty, !list.isEmpty {
            let given = variables.map { Value.tuple([.none, $0], in: python) }
            throw try noGradients(given, list, python)
        }
        try optimizer.build(list, isInStep: true)
        try step(optimizer, pairs, python)
        return count(optimizer, python)
    }
}

/// A list that may also be called and gives itself: `optimizer.variables` and `optimizer.variables()`.
enum CallableList {
    static func type(in python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "CallableList", bases: [python.types.list],
                module: "keras.src.optimizers.optimizer",
                metatype: python.types.type, in: python)
            TypeBuilder(type, in: python).variadic(.call) { _, value, _ in value }
        }
    }
}

/// An optimizer: an object, a name, or a configuration.
struct OptimizerArgument: FromPython {
    let object: Value

    static func from(_ value: Value, in python: Interpreter) throws -> OptimizerArgument {
        OptimizerArgument(object: try object(value, in: python))
    }

    static func object(_ value: Value, in python: Interpreter) throws -> Value {
        if value.object is OptimizerObject { return value }
        let namespace = try KerasModule.of(python).subModule("optimizers").namespace
        if let dictionary = value.object as? DictionaryObject {
            let type = try type(dictionary["class_name"]?.text ?? "", namespace, python)
            return try python.call(
                python.getAttribute(type, "from_config"), [dictionary["config"] ?? .none])
        }
        if let name = value.text { return try python.call(type(name, namespace, python)) }
        throw python.valueError(
            "Could not interpret optimizer identifier: \(try python.str(value))")
    }

    private static func type(
        _ name: String, _ namespace: Namespace, _ python: Interpreter
    ) throws -> Value {
        let names = OptimizerKind.all.map(\.name).filter { !OptimizerKind.nameless.contains($0) }
        if let known = names.first(where: { $0.lowercased() == name.lowercased() }),
            let type = namespace[known]
        {
            return type
        }
        let failure = python.valueError(
            "Unknown optimizer: '\(name)'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details."
        )
        if let near = python.nearest(name, among: names.map { $0.lowercased() }) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        throw failure
    }
}
