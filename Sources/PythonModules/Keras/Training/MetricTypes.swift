import NeuralNetworks
import PythonRuntime
import Tensors

/// A metric as Python holds it.
package final class MetricObject: ConfiguredObject {
    /// nil until `__init__` ran.
    var metric: Metric? { didSet { metric?.face = self } }
    /// What a class of the program's own calls `total` or `count`.
    var own: [String: Value] = [:]

    /// A metric of a class of the program's own: whatever its `result` gives becomes a tensor.
    static func make(_ type: TypeObject) -> MetricObject {
        let object = MetricObject(type: type)
        guard let function = type.lookUp("result"), function.object is FunctionObject else {
            return object
        }
        let result = NativeFunction(
            "result()", pythonWording: true,
            .none { [weak object] python in
                guard let object else { return .none }
                let result = try python.call(function, [.object(object)])
                return try Nest.map(result, in: python) {
                    try TensorType.tensor($0, python).object(in: python)
                }
            }, in: type.interpreter)
        object.setAttribute("result", .object(result))
        return object
    }
}

extension CustomMetric.Body {
    /// A metric whose counting is written in Python.
    static func python(_ value: Value, in python: Interpreter) -> CustomMetric.Body {
        CustomMetric.Body(
            update: { truth, prediction, weights in
                try python.call(
                    python.getAttribute(value, "update_state"),
                    [truth.object(in: python), prediction.object(in: python)],
                    keywords: weights.map { [("sample_weight", $0.object(in: python))] } ?? [])
            },
            result: {
                try TensorType.tensor(
                    python.call(python.getAttribute(value, "result")), python)
            },
            reset: { try python.call(python.getAttribute(value, "reset_state")) })
    }
}

/// `keras.metrics`.
enum MetricTypes {
    static func module(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("keras.api._v2.keras.metrics", pythonWording: true, in: python)
        let losses = try KerasModule.of(python).subModule("losses")
        for kind in LossKind.all where !kind.className.contains("Focal") {
            for name in kind.functionNames where name != "cosine_similarity" && name != "huber" {
                m.module.namespace[name] = losses.namespace[name]
            }
        }
        let own = ModuleBuilder(
            "keras.src.metrics.accuracy_metrics", pythonWording: true, in: python)
        functions(own)
        DispatchedFunctions.mark(own.module, isKeras: true)
        for name in own.module.namespace.names where !name.hasPrefix("__") {
            m.module.namespace[name] = own.module.namespace[name]
        }
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("Metric", from: "metrics.base_metric", define)
        classes.make("MeanMetricWrapper", from: "metrics.base_metric", base: base) { _ in }
        for kind in MetricKind.all { make(kind, classes, base) }
        LateNames.add(to: m.module, "metrics", in: python)
        m.def("get(identifier)") { (python: Interpreter, identifier: Value) -> Value in
            guard let name = identifier.text else { return identifier }
            let found = try MetricArgument.named(name, python)
            return found.object is TypeObject ? try python.call(found) : found
        }
        return m.module
    }

    /// The object of a metric: its own, or a new one of its class.
    static func object(of metric: Metric, in python: Interpreter) throws -> Value {
        if let face = metric.face as? MetricObject { return .object(face) }
        let module = try KerasModule.of(python).subModule("metrics")
        let name: String
        switch metric {
        case is MeanOfFunction, is CustomMetric: name = "MeanMetricWrapper"
        default: name = "\(Swift.type(of: metric))"
        }
        let type = (module.namespace[name] ?? module.namespace["Mean"])?.object as? TypeObject
        let object = MetricObject(type: type ?? python.types.object)
        object.metric = metric
        metric.face = object
        return .object(object)
    }

    private static func functions(_ m: ModuleBuilder) {
        func function(_ name: String, _ extra: String, _ make: @escaping ([Value]) -> LossFunction)
        {
            m.add(
                "\(name)(y_true, y_pred\(extra))",
                .bound { python, values in
                    let prediction = try TensorType.tensor(values[1], python)
                    let truth = try TensorLike.from(values[0], in: python)
                        .matching(prediction, in: python)
                    return try make(values)(truth, prediction).object(in: python)
                })
        }
        function("binary_accuracy", ", threshold=0.5") { values in
            guard case .float(let threshold) = values[2] else { return .binaryAccuracy() }
            return .binaryAccuracy(threshold: threshold)
        }
        function("categorical_accuracy", "") { _ in .categoricalAccuracy }
        function("sparse_categorical_accuracy", "") { _ in .sparseCategoricalAccuracy }
        function("top_k_categorical_accuracy", ", k=5") { .topK($0[2].integer ?? 5) }
        function("sparse_top_k_categorical_accuracy", ", k=5") { .sparseTopK($0[2].integer ?? 5) }
    }

    private static func make(_ kind: MetricKind, _ classes: KerasClasses, _ base: TypeObject) {
        let parameters = kind.parameters.isEmpty ? "" : ", " + kind.parameters
        // Those of the best k take it before the name.
        let isNameFirst = kind.name != nil && !kind.parameters.hasPrefix("k=")
        let name = kind.name.map { "'\($0)'" } ?? "None"
        let literal =
            isNameFirst
            ? "__init__(self, name=\(name), dtype=None\(parameters))"
            : "__init__(self\(parameters), name=\(name), dtype=None)"
        classes.make(kind.className, from: kind.path, base: base) { t in
            t.initializer(literal, make: { MetricObject(type: $0) }) { python, value, values in
                guard let object = value.object as? MetricObject else { return }
                let given = isNameFirst ? values[0] : values[values.count - 2]
                let own = Array(isNameFirst ? values.dropFirst(2) : values.dropLast(2))
                let context = LayerContext.of(python)
                let name =
                    given.text ?? kind.name ?? context.uniqueName(kind.className.snakeName)
                object.metric = try kind.make(python, own, name)
                object.configuration =
                    [
                        ("name", .string(name, in: python)),
                        ("dtype", .string("float32", in: python)),
                    ]
                    + zip(
                        kind.parameters.split(separator: ",").map {
                            String($0.prefix { $0 != "=" }.filter { $0 != " " })
                        }, own
                    ).map { ($0.0, $0.1) }
            }
        }
    }

    private static func define(_ t: TypeBuilder) {
        t.initializer(
            "__init__(self, name=None, dtype=None, **kwargs)", make: { MetricObject.make($0) }
        ) { python, value, values in
            guard let object = value.object as? MetricObject else { return }
            let name =
                values[0].text
                ?? LayerContext.of(python).uniqueName(object.type.name.snakeName)
            object.metric = Metric(name: name)
            object.configuration = [
                ("name", .string(name, in: python)), ("dtype", .string("float32", in: python)),
            ]
        }
        MetricMethods.define(t)
    }
}

extension String {
    /// `AUC` → `auc`, `TruePositives` → `true_positives`.
    var snakeName: String {
        allSatisfy { $0.isUppercase } ? lowercased() : snakeCase
    }
}
