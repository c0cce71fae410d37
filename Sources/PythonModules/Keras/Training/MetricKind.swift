import NeuralNetworks
import PythonRuntime
import Tensors

/// A metric class of Keras: its parameters and how it is made of them.
struct MetricKind {
    let className: String
    let path: String
    /// The parameters before `name`.
    var parameters = ""
    /// The name of objects that are given none; nil for the class's own with a number.
    let name: String?
    let make: (Interpreter, [Value], String) throws -> Metric

    static var all: [MetricKind] { reductions + functions + counts }

    private static var reductions: [MetricKind] {
        [
            MetricKind(className: "Mean", path: "metrics.base_metric", name: "mean") {
                Mean(name: $2)
            },
            MetricKind(className: "Sum", path: "metrics.base_metric", name: "sum") {
                Mean(name: $2, isSum: true)
            },
            MetricKind(className: "MeanTensor", path: "metrics.base_metric", name: "mean_tensor") {
                MeanTensor(name: $2)
            },
            MetricKind(
                className: "RootMeanSquaredError", path: "metrics.regression_metrics",
                name: "root_mean_squared_error"
            ) { RootMeanSquaredError(name: $2) },
        ]
    }

    private static var functions: [MetricKind] {
        let accuracy = "metrics.accuracy_metrics"
        let accuracies: [MetricKind] = [
            MetricKind(className: "Accuracy", path: accuracy, name: "accuracy") {
                MeanOfFunction(.accuracy, name: $2)
            },
            MetricKind(
                className: "BinaryAccuracy", path: accuracy, name: "binary_accuracy",
                parameters: "threshold=0.5"
            ) { python, v, name in
                MeanOfFunction(.binaryAccuracy(threshold: try python.double(v[0])), name: name)
            },
            MetricKind(
                className: "CategoricalAccuracy", path: accuracy, name: "categorical_accuracy"
            ) { MeanOfFunction(.categoricalAccuracy, name: $2) },
            MetricKind(
                className: "SparseCategoricalAccuracy", path: accuracy,
                name: "sparse_categorical_accuracy"
            ) { MeanOfFunction(.sparseCategoricalAccuracy, name: $2) },
            MetricKind(
                className: "TopKCategoricalAccuracy", path: accuracy,
                name: "top_k_categorical_accuracy", parameters: "k=5"
            ) { python, v, name in
                MeanOfFunction(.topK(try python.index(v[0])), name: name)
            },
            MetricKind(
                className: "SparseTopKCategoricalAccuracy", path: accuracy,
                name: "sparse_top_k_categorical_accuracy", parameters: "k=5"
            ) { python, v, name in
                MeanOfFunction(.sparseTopK(try python.index(v[0])), name: name)
            },
        ]
        let losses = LossKind.all.filter {
            !$0.className.contains("Focal") && $0.className != "Huber"
        }
        return accuracies
            + losses.map { kind in
                MetricKind(
                    className: kind.className == "LogCosh" ? "LogCoshError" : kind.className,
                    path: kind.metricPath,
                    name: kind.metricName,
                    parameters: kind.parameters
                ) { python, v, name in
                    let function = try kind.make(python, v)
                    // The metric counts likeness, the loss its opposite.
                    guard kind.name == "cosine_similarity" else {
                        return MeanOfFunction(function, name: name)
                    }
                    return MeanOfFunction(
                        LossFunction("cosine_similarity") { try -function($0, $1) }, name: name)
                }
            }
    }

    private static var counts: [MetricKind] {
        let path = "metrics.confusion_metrics"
        let parts = "thresholds=None, top_k=None, class_id=None"
        var kinds = [
            MetricKind(className: "Precision", path: path, name: nil, parameters: parts) {
                python, v, name in
                Precision(
                    name: name, thresholds: try thresholds(v[0], python, hasTopK: !v[1].isNone),
                    classID: try Int?.from(v[2], in: python), topK: try Int?.from(v[1], in: python))
            },
            MetricKind(className: "Recall", path: path, name: nil, parameters: parts) {
                python, v, name in
                Recall(
                    name: name, thresholds: try thresholds(v[0], python, hasTopK: !v[1].isNone),
                    classID: try Int?.from(v[2], in: python), topK: try Int?.from(v[1], in: python))
            },
            MetricKind(
                className: "AUC", path: path, name: nil,
                parameters:
                    "num_thresholds=200, curve='ROC', summation_method='interpolation', from_logits=False"
            ) { python, v, name in
                try requireKnown(v, python)
                return AUC(
                    thresholdCount: min(max(try python.index(v[0]), 2), 100_000),
                    curve: AUC.Curve(rawValue: v[1].text?.uppercased() ?? "") ?? .roc,
                    summation: AUC.Summation(rawValue: v[2].text ?? "") ?? .interpolation,
                    fromLogits: try python.isTrue(v[3]), name: name)
            },
        ]
        let outcomes: [(String, ConfusionMetric.Outcome)] = [
            ("TruePositives", .truePositives), ("TrueNegatives", .trueNegatives),
            ("FalsePositives", .falsePositives), ("FalseNegatives", .falseNegatives),
        ]
        for (className, outcome) in outcomes {
            kinds.append(
                MetricKind(
                    className: className, path: path, name: nil, parameters: "thresholds=None"
                ) { python, v, name in
                    OutcomeCount(
                        outcome, name: name,
                        thresholds: try thresholds(v[0], python, hasTopK: false))
                })
        }
        return kinds
    }

    private static func requireKnown(_ v: [Value], _ python: Interpreter) throws {
        let count = try python.index(v[0])
        guard count > 1 else {
            throw python.valueError(
                "Argument `num_thresholds` must be an integer > 1. Received: num_thresholds=\(count)"
            )
        }
        let curve = v[1].text ?? ""
        guard AUC.Curve(rawValue: curve.uppercased()) != nil else {
            throw python.valueError(
                "Invalid AUC curve value: \"\(curve)\". Expected values are [\"PR\", \"ROC\"]")
        }
        let method = v[2].text ?? ""
        guard AUC.Summation(rawValue: method.lowercased()) != nil else {
            throw python.valueError(
                "Invalid AUC summation method value: \"\(method)\". Expected values are [\"interpolation\", \"majoring\", \"minoring\"]"
            )
        }
    }

    private static func thresholds(
        _ value: Value, _ python: Interpreter, hasTopK: Bool
    ) throws -> [Double] {
        if value.isNone { return [hasTopK ? -.greatestFiniteMagnitude : 0.5] }
        let numbers =
            try python.isSequence(value)
            ? [Double].from(value, in: python) : [python.double(value)]
        if numbers.contains(where: { !($0 >= 0 && $0 <= 1) }) {
            let given = try python.isSequence(value) ? python.list(value) : [value]
            let wrong = zip(given, numbers).filter { !($0.1 >= 0 && $0.1 <= 1) }.map(\.0)
            throw python.valueError(
                "Threshold values must be in [0, 1]. Received: \(try python.repr(.list(wrong, in: python)))"
            )
        }
        return numbers
    }

    init(
        className: String, path: String, name: String?, parameters: String = "",
        make: @escaping (Interpreter, [Value], String) throws -> Metric
    ) {
        self.className = className
        self.path = path
        self.name = name
        self.parameters = parameters
        self.make = make
    }
}

extension LossKind {
    /// The name of the metric of the same numbers.
    fileprivate var metricName: String {
        switch className {
        case "LogCosh": "logcosh"
        case "KLDivergence": "kullback_leibler_divergence"
        default: name
        }
    }

    /// The module that the metric of the same numbers is from.
    fileprivate var metricPath: String {
        if className.hasSuffix("Hinge") { return "metrics.hinge_metrics" }
        let isProbabilistic =
            className.hasSuffix("entropy") || className == "Poisson" || className == "KLDivergence"
        return isProbabilistic ? "metrics.probabilistic_metrics" : "metrics.regression_metrics"
    }
}

extension Interpreter {
    /// Whether a value is a list, a tuple or an array.
    func isSequence(_ value: Value) -> Bool {
        value.object is ListObject || value.object is TupleObject || value.object is ArrayObject
    }
}
