import NeuralNetworks
import PythonRuntime
import Tensors

/// Reads losses and metrics out of what `compile` was called with, once the outputs are known.
struct CompiledReader {
    private let arguments: TrainingObject.Arguments
    private let model: Model
    private let python: Interpreter

    init(_ arguments: TrainingObject.Arguments, _ model: Model, _ python: Interpreter) {
        self.arguments = arguments
        self.model = model
        self.python = python
    }

    /// The losses and metrics of outputs like these.
    func compiled(
        _ outputs: [Tensor], _ data: TrainingStep.Data
    ) throws -> TrainingStep.Compiled {
        let names = outputNames(outputs.count)
        let losses = try values(arguments.loss, names, what: "loss")
        let weights = try values(arguments.lossWeights, names, what: "loss_weights")
        let isSingle = outputs.count == 1
        let parts = try zip(names, zip(losses, weights)).map { name, pair in
            CompiledLosses.Part(
                loss: try pair.0.isNone ? nil : LossArgument.loss(pair.0, in: python),
                weight: try python.optionalDouble(pair.1),
                name: isSingle || pair.0.isNone ? nil : name + "_loss")
        }
        let context = LayerContext.of(python)
        let taken = context.nameCounts
        // Metrics that names stand for are made inside the compiled step, where no name is taken yet.
        if context.isCompiled { context.nameCounts = [:] }
        defer { if context.isCompiled { context.nameCounts = taken } }
        let plain = try lists(arguments.metrics, names)
        let weighted = try lists(arguments.weightedMetrics, names)
        let metrics = try names.indices.map { place -> TrainingStep.OutputMetrics in
            let truth = place < data.truths.count ? data.truths[place] : nil
            let loss = parts[place].loss
            func read(_ list: [Value]) throws -> [Metric] {
                try list.map {
                    let metric = try self.metric($0, truth, outputs[place], loss)
                    if !isSingle { metric.name = names[place] + "_" + metric.name }
                    return metric
                }
            }
            let own = try read(plain[place])
            let beside = try read(weighted[place])
            for metric in beside where own.contains(where: { $0.name == metric.name }) {
                metric.name =
                    isSingle
                    ? "weighted_" + metric.name
                    : metric.name.replacing(
                        names[place] + "_", with: names[place] + "_weighted_", maxReplacements: 1)
            }
            try requireDistinct((own + beside).map(\.name))
            return TrainingStep.OutputMetrics(plain: own, weighted: beside)
        }
        return TrainingStep.Compiled(losses: CompiledLosses(parts), outputMetrics: metrics)
    }

    private func requireDistinct(_ names: [String]) throws {
        guard
            let twice = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }
            )
        else { return }
        throw python.valueError(
            "\(StepMistake.twoMetrics): \(twice.element). All the metrics added to the model need to have unique names."
        )
    }

    /// The names of the outputs: those of the layers that give them.
    func outputNames(_ count: Int) -> [String] {
        guard let symbols = model.graph?.outputs.symbols, symbols.count == count else {
            return (0..<count).map { "output_\($0 + 1)" }
        }
        var seen: [String: Int] = [:]
        return symbols.map { symbol in
            let name = symbol.layer.name
            seen[name, default: 0] += 1
            return seen[name] == 1 ? name : "\(name)_\((seen[name] ?? 1) - 1)"
        }
    }

    /// One value for each output: the same for all, by place, or by name.
    private func values(_ value: Value, _ names: [String], what: String) throws -> [Value] {
        if value.object is ListObject || value.object is TupleObject {
            let list = try python.list(value)
            guard list.count == names.count else {
                throw python.valueError(
                    "The two structures don't have the same sequence length. Input structure has length \(list.count), while shallow structure has length \(names.count)."
                )
            }
            return list
        }
        if let dictionary = value.object as? DictionaryObject,
            dictionary["class_name"] == nil
        {
            for (key, _) in dictionary.items where !names.contains(key.text ?? "") {
                throw python.valueError(
                    "Found unexpected losses or metrics that do not correspond to any Model output: dict_keys(['\(key.text ?? "")']). Valid mode output names: [\(names.map { "'\($0)'" }.joined(separator: ", "))]. Received struct is: \(try python.str(value))."
                )
            }
            return names.map { dictionary[$0] ?? .none }
        }
        return Array(repeating: value, count: names.count)
    }

    /// A list of metrics for each output.
    private func lists(_ value: Value, _ names: [String]) throws -> [[Value]] {
        if value.isNone { return names.map { _ in [] } }
        if let dictionary = value.object as? DictionaryObject {
            return try names.map { try list(dictionary[$0] ?? .none) }
        }
        let items = try list(value)
        let isNested = items.contains { $0.object is ListObject || $0.object is TupleObject }
        if isNested, items.count == names.count { return try items.map(list) }
        return names.map { _ in items }
    }

    private func list(_ value: Value) throws -> [Value] {
        if value.isNone { return [] }
        if value.object is ListObject || value.object is TupleObject {
            return try python.list(value)
        }
        return [value]
    }

    // MARK: Metrics

    private func metric(
        _ value: Value, _ truth: Tensor?, _ output: Tensor, _ loss: Loss?
    ) throws -> Metric {
        if let name = value.text { return try metric(named: name, truth, output) }
        if let object = value.object as? MetricObject {
            return try Self.metric(of: object, value, python)
        }
        if let native = value.object as? NativeFunction,
            native.moduleName.hasPrefix("keras."),
            MetricKind.all.contains(where: { $0.name == native.name })
                || LossKind.named(native.name) != nil
        {
            if native.name == "cosine_similarity", native.moduleName == "keras.src.losses",
                let kind = LossKind.named(native.name)
            {
                return MeanOfFunction(
                    try kind.make(python, kind.defaults(in: python)), name: native.name)
            }
            return try metric(named: native.name, truth, output)
        }
        if let loss = value.object as? LossObject {
            let own = try LossTypes.loss(.object(loss), python)
            return CustomMetric.mean(of: { try own.losses($0, $1) }, name: own.name)
        }
        guard python.isCallable(value) else {
            throw python.typeError(
                "Could not interpret metric identifier: \(try python.str(value))")
        }
        let name = try python.lookUpAttribute(value, "__name__")?.text ?? "metric"
        return CustomMetric.mean(
            of: { truth, prediction in
                try TensorType.tensor(
                    python.call(
                        value, [truth.object(in: python), prediction.object(in: python)]), python)
            }, name: name)
    }

    /// The metric of an object; what a class in Python counts goes before what it inherits.
    static func metric(
        of object: MetricObject, _ value: Value, _ python: Interpreter
    ) throws -> Metric {
        let own = try MetricMethods.metric(value, python)
        let overridden = ["update_state", "result", "reset_state"].contains {
            object.type.lookUp($0)?.object is FunctionObject
        }
        return overridden ? CustomMetric(name: own.name, .python(value, in: python)) : own
    }

    private func metric(named name: String, _ truth: Tensor?, _ output: Tensor) throws -> Metric {
        if ["accuracy", "acc", "crossentropy", "ce"].contains(name) {
            return MeanOfFunction(
                function(for: name, truth, output),
                name: name == "acc" || name == "ce" ? name : name)
        }
        if let kind = LossKind.named(name), kind.className != "Huber" || name == "huber" {
            if let own = MetricKind.all.first(where: { $0.className == name }) {
                return try own.make(python, own.defaults(in: python), own.name ?? name)
            }
            let function = try kind.make(python, kind.defaults(in: python))
            // The metric of the name counts likeness, the loss its opposite.
            guard name == "cosine_similarity" else { return MeanOfFunction(function, name: name) }
            return MeanOfFunction(LossFunction(name) { try -function($0, $1) }, name: name)
        }
        if let own = try SavingModule.customObject(name, in: python) {
            return try metric(
                own.object is TypeObject ? python.call(own) : own, truth, output, nil)
        }
        if let kind = MetricKind.all.first(where: { $0.className == name }) {
            let own = kind.name ?? LayerContext.of(python).uniqueName(kind.className.snakeName)
            return try kind.make(python, kind.defaults(in: python), own)
        }
        if let kind = MetricKind.all.first(where: { $0.name == name }) {
            return try kind.make(python, kind.defaults(in: python), name)
        }
        do {
            _ = try MetricArgument.named(name, python)
        } catch let error as PythonError {
            // Keras keeps the name, and calls it when it is to measure.
            let failure = python.typeError(StepMistake.unknownMetric)
            failure.exception.hints = ["there is no metric \"\(name)\""] + error.exception.hints
            throw failure
        }
        throw python.valueError("Unknown metric function: '\(name)'.")
    }

    /// Which of three functions `accuracy` and `crossentropy` mean, by the shapes.
    private func function(for name: String, _ truth: Tensor?, _ output: Tensor) -> LossFunction {
        let isAccuracy = name.hasPrefix("acc")
        let isBinary = output.shape.innermost == 1
        let truthRank = truth.map { $0.rank == 1 && output.rank == 2 ? 2 : $0.rank } ?? output.rank
        let isColumn = truth.map { $0.rank == 1 || $0.shape.innermost == 1 } ?? false
        let isSparse = truthRank < output.rank || isColumn && output.shape.innermost > 1
        if isBinary { return isAccuracy ? .binaryAccuracy() : .binaryCrossentropy() }
        if isSparse {
            return isAccuracy ? .sparseCategoricalAccuracy : .sparseCategoricalCrossentropy()
        }
        return isAccuracy ? .categoricalAccuracy : .categoricalCrossentropy()
    }
}

extension MetricKind {
    /// The values of the parameters where none are given.
    func defaults(in python: Interpreter) throws -> [Value] {
        try NativeFunction("f(\(parameters))", .none { _ in .none }, in: python).bind(
            Arguments(), in: python)
    }
}
