import NeuralNetworks
import PythonRuntime
import Tensors

/// What every metric does in Python.
enum MetricMethods {
    static func define(_ t: TypeBuilder) {
        t.raw("update_state(self, *args, **kwargs)\n\nTakes in values or a batch.") {
            python, arguments in
            guard let value = arguments.positional.first else {
                throw python.typeError("unbound method update_state() needs an argument")
            }
            let metric = try metric(value, python)
            try update(metric, arguments, python)
            // The last thing that it does is to count.
            guard let count = metric.variables.last, count.name == "count" else { return .none }
            return .object(VariableObject(count, isUnread: true, in: python))
        }
        t.def("result(self)\n\nThe metric of all batches since the last reset.") {
            (python: Interpreter, value: Value) in try metric(value, python).result()
        }
        for name in ["reset_state", "reset_states"] {
            t.def("\(name)(self)\n\nForgets all batches.") {
                (python: Interpreter, value: Value) -> Value in
                let isOverridden =
                    name == "reset_states"
                    && python.type(of: value).lookUp("reset_state")?.object is FunctionObject
                if isOverridden {
                    try python.call(python.getAttribute(value, "reset_state"))
                } else {
                    try metric(value, python).reset()
                }
                return .none
            }
        }
        t.variadic(.call) { python, value, arguments -> Value in
            try python.call(python.getAttribute(value, "update_state"), arguments)
            return try python.call(python.getAttribute(value, "result"))
        }
        t.def(
            "add_weight(self, name=None, shape=(), aggregation=None, synchronization=None, initializer=None, dtype=None)\n\nAdds a variable to count with."
        ) {
            (
                python: Interpreter, value: Value, name: Value, shape: ShapeArgument, _: Value,
                _: Value, initializer: Value, dtype: DTypeArgument?
            ) -> Value in
            let rule =
                try initializer.isNone
                ? InitializerArgument.from(.string("zeros", in: python), in: python)
                : InitializerArgument.from(initializer, in: python)
            let values = try rule.initializer.values(
                shape.shape, dtype?.dtype ?? .float32, random: SessionRandom.of(python).session)
            let variable = Variable(
                values, name: name.text ?? "Variable", isTrainable: false, tapes: nil)
            try metric(value, python).add(variable)
            return variable.object(in: python)
        }
        t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
            python.dictionary((value.object as? MetricObject)?.configuration ?? [])
        }
        t.classMethod("from_config(cls, config)", .two { try $0.instance(of: $1, from: $2) })
        t.unary(.str) { python, value in
            _ = try metric(value, python)
            let config = try python.callMethod(value, "get_config").object as? DictionaryObject
            let parts = try (config?.items ?? []).map {
                "\($0.key.text ?? "")=\(try python.str($0.value))"
            }
            return "\(python.type(of: value).name)(\(parts.joined(separator: ",")))"
        }
        t.saves([
            "save_own_variables(self, store)": "save_metric_variables",
            "load_own_variables(self, store)": "load_metric_variables",
        ])
        properties(t)
    }

    private static func properties(_ t: TypeBuilder) {
        t.property(
            "name",
            set: { python, value, new in try metric(value, python).name = new.text ?? "" }
        ) { python, value in try metric(value, python).name }
        t.property("dtype") { python, value in try metric(value, python).dtype.name }
        for name in ["variables", "weights", "non_trainable_variables", "non_trainable_weights"] {
            t.property(name) { python, value -> Value in
                .list(
                    try metric(value, python).variables.map { $0.object(in: python) },
                    in: python)
            }
        }
        for name in ["trainable_variables", "trainable_weights"] {
            t.property(name) { python, _ -> Value in .list([], in: python) }
        }
        let parts = [("total", "total"), ("count", "count")]
        for (name, variable) in parts {
            t.property(
                name, set: { _, value, new in (value.object as? MetricObject)?.own[name] = new }
            ) { python, value -> Value in
                if let own = (value.object as? MetricObject)?.own[name] { return own }
                guard
                    let found = try metric(value, python).variables.first(where: {
                        $0.name == variable
                    })
                else { return .none }
                return found.object(in: python)
            }
        }
    }

    /// The metric in a value; what was never initialised has none.
    static func metric(_ value: Value, _ python: Interpreter) throws -> Metric {
        if let metric = (value.object as? MetricObject)?.metric { return metric }
        throw python.error(
            "AttributeError",
            "'\(python.type(of: value).name)' object has no attribute '_metrics'")
    }

    private static func update(
        _ metric: Metric, _ arguments: Arguments, _ python: Interpreter
    ) throws {
        let takesPairs =
            metric is MeanOfFunction || metric is RootMeanSquaredError
            || metric is ConfusionMetric
        let literal =
            takesPairs
            ? "update_state(self, y_true, y_pred, sample_weight=None)"
            : "update_state(self, values, sample_weight=None)"
        let function = NativeFunction(
            literal, owner: "Metric", pythonWording: true, .none { _ in .none }, in: python)
        let values = try function.bind(arguments, in: python)
        func tensor(_ value: Value) throws -> Tensor { try TensorType.tensor(value, python) }
        let last = values[values.count - 1]
        let weights = try last.isNone ? nil : tensor(last)
        if takesPairs {
            return try metric.update(tensor(values[1]), tensor(values[2]), weights: weights)
        }
        let first = try tensor(values[1])
        try metric.update(first, first, weights: weights)
    }
}

/// A metric: an object, a name, a function.
enum MetricArgument {
    /// What a name of a metric means: a class or a function.
    static func named(_ name: String, _ python: Interpreter) throws -> Value {
        let module = try KerasModule.of(python).subModule("metrics")
        if let found = module.namespace[name], !name.hasPrefix("_"), name != "get" { return found }
        if let own = try SavingModule.customObject(name, in: python) { return own }
        let failure = python.valueError(
            "Unknown metric function: '\(name)'. Please ensure you are using a `keras.utils.custom_object_scope` and that this object is included in the scope. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details."
        )
        let names = module.namespace.names + ["accuracy", "acc"]
        if let near = python.nearest(name, among: names) {
            failure.exception.hints.append("did you mean `\(near)`?")
        }
        throw failure
    }
}
