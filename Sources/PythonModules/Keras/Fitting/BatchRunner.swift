import NeuralNetworks
import PythonRuntime
import Tensors

/// Runs single batches through a model: its own steps, or those that a class in Python defines.
struct BatchRunner {
    let model: Value
    let layer: Model
    let training: TrainingObject
    let python: Interpreter

    init(_ model: Value, _ python: Interpreter) throws {
        self.model = model
        layer = try ModelType.model(model, python)
        training = try TrainingObject.of(model, python)
        self.python = python
    }

    /// The metrics of a model: those of `compile`, and those that it holds itself.
    var metrics: [(name: String, metric: Metric)] {
        var found = (training.step?.metrics ?? []).map { (name: $0.name, metric: $0) }
        guard let object = model.object as? LayerObject else { return found }
        if object.overridesMethod("metrics"),
            let own = try? python.list(python.getAttribute(model, "metrics"))
        {
            return own.compactMap { value in
                guard let metric = value.object as? MetricObject,
                    let known = try? CompiledReader.metric(of: metric, value, python)
                else { return nil }
                return (known.name, known)
            }
        }
        for (_, value) in object.ownAttributes {
            guard let metric = value.object as? MetricObject,
                let known = try? CompiledReader.metric(of: metric, value, python)
            else { continue }
            found.append((known.name, known))
        }
        return found + layer.flattened.flatMap(\.callMetrics).map { ($0.name, $0) }
    }

    func resetMetrics() throws { for (_, metric) in metrics { try metric.reset() } }

    /// The present results of the metrics, by name.
    func results() throws -> [(String, Double)] {
        try metrics.map { ($0.name, try $0.metric.result().scalars.first?.double ?? 0) }
    }

    /// Whether a class in Python defines a step.
    func overrides(_ step: String) -> Bool {
        (model.object as? LayerObject)?.overridesMethod(step) ?? false
    }

    /// A batch as the step takes it: labels and weights in the order of the outputs.
    func data(_ batch: FitBatch) -> TrainingStep.Data {
        func ordered(_ argument: Argument) -> [Tensor?] {
            if case .dictionary(let entries) = argument {
                let names = layer.graph?.outputs.symbols.map(\.layer.name) ?? []
                if !names.isEmpty {
                    return names.map { name in
                        entries.first { $0.key == name }?.value.tensor
                    }
                }
            }
            return argument.leaves.map(\.tensor)
        }
        var truths = ordered(batch.truths)
        let outputs = layer.graph?.outputs.symbols.count ?? truths.count
        // One array of labels stands for all outputs.
        if truths.count == 1, outputs > 1 {
            truths = Array(repeating: truths[0], count: outputs)
        }
        if batch.truths.isNone { truths = [] }
        let weights = batch.weights.isNone ? [] : ordered(batch.weights)
        return TrainingStep.Data(
            inputs: batch.inputs, truths: truths,
            weights: weights.count == 1 && outputs > 1
                ? Array(repeating: weights[0], count: outputs) : weights)
    }

    /// Runs `body` as the function that TensorFlow would have compiled; what `predict` compiles keeps dense
    /// layers in single steps.
    private func compiled<R>(
        _ function: CompiledStep, _ batch: FitBatch, _ graph: GraphOperations, knowsBatch: Bool,
        _ body: () throws -> R
    ) throws -> R {
        if training.arguments.runsEagerly || Tracing.of(python).runsEagerly { return try body() }
        return try layer.context.compiled(fusing: function != .predict, knowsBatch: knowsBatch) {
            try layer.context.random.tensorflow.running(graph) {
                try traced(function, batch, knowsBatch: knowsBatch, body)
            }
        }
    }

    /// Runs `body`, which is traced for every kind of batches: only then its prints are heard.
    private func traced<R>(
        _ function: CompiledStep, _ batch: FitBatch, knowsBatch: Bool, _ body: () throws -> R
    ) throws -> R {
        let tracing = Tracing.of(python)
        let isFirst = isNew(batch, function, knowsBatch: knowsBatch)
        let run = TracedRun(
            isFirst: isFirst, random: nil,
            output: tracing.runs.last?.output ?? python.output,
            scope: { [context = layer.context] in context.scope })
        guard isFirst else { return try tracing.running(run, in: python, body) }
        if !knowsBatch { run.openBatch = batch.count }
        for symbol in batch.symbols(knowsBatch: knowsBatch) { run.add(symbol) }
        // A step that makes variables is traced once more.
        let isNew = training.tracedSteps.insert("\(function.rawValue) made").inserted
        let hadWeights = !layer.weights.isEmpty
        let heard = Heard()
        return try tracing.running(run, in: python) { [context = layer.context] in
            let output = python.output.stdout
            python.output.stdout = {
                output($0)
                if !context.isProbing, !run.isBuilding { heard.text += $0 }
            }
            do {
                let result = try body()
                if isNew, function == .train || !hadWeights && !layer.weights.isEmpty {
                    run.output.stdout(heard.text)
                }
                return result
            } catch {
                // What could not be traced is traced again when it is called again.
                training.lastKind = nil
                training.tracedSteps.remove(
                    function.rawValue + batch.signature(knowsBatch: knowsBatch))
                if isNew { training.tracedSteps.remove("\(function.rawValue) made") }
                throw StepMistake(function, run, training.step, in: python).rewritten(error)
            }
        }
    }

    /// Whether no batch of this kind was run so far.
    private func isNew(_ batch: FitBatch, _ function: CompiledStep, knowsBatch: Bool) -> Bool {
        let kind = batch.kind(of: function, knowsBatch: knowsBatch)
        if training.lastKind == kind { return false }
        training.lastKind = kind
        let key = function.rawValue + batch.signature(knowsBatch: knowsBatch)
        return training.tracedSteps.insert(key).inserted
    }

    /// What a step printed while it was traced.
    private final class Heard { var text = "" }

    /// A model that only its own `call` knows is traced once for its shapes before it is traced to run.
    private func traceFirst() {
        defer { training.hasTrained = true }
        guard !training.hasTrained, !training.arguments.runsEagerly, layer.graph == nil,
            !(layer is Sequential)
        else { return }
        for part in layer.flattened { part.wasTraced() }
    }

    /// One step of training; the logs of a step that is written in Python.
    func train(_ batch: FitBatch) throws -> Configuration? {
        traceFirst()
        return try compiled(
            .train, batch, training.trainGraph,
            knowsBatch: training.trainLengths.isKnown(in: batch)
        ) {
            if overrides("train_step") { return try call("train_step", batch) }
            guard let step = training.step else {
                throw python.valueError("The model was compiled without an optimizer.")
            }
            try requireTruths(batch, "fit()")
            try step.train(data(batch))
            return nil
        }
    }

    private func requireTruths(_ batch: FitBatch, _ function: String) throws {
        guard batch.truths.isNone, !training.arguments.loss.isNone else { return }
        let loss = training.arguments.loss
        throw python.valueError(
            "Target data is missing. Your model was compiled with loss=\(try python.str(loss)), and therefore expects target data to be provided in `\(function)`."
        )
    }

    /// One batch of a test.
    func test(_ batch: FitBatch) throws -> Configuration? {
        try compiled(
            .test, batch, training.testGraph, knowsBatch: training.testLengths.isKnown(in: batch)
        ) {
            if overrides("test_step") { return try call("test_step", batch) }
            try training.step?.test(data(batch))
            return nil
        }
    }

    /// The outputs for one batch.
    func predict(_ batch: FitBatch) throws -> Argument {
        try compiled(
            .predict, batch, training.predictGraph,
            knowsBatch: training.predictLengths.isKnown(in: batch)
        ) {
            if overrides("predict_step") {
                let result = try python.call(
                    python.getAttribute(model, "predict_step"), [batch.value(in: python)])
                return try ArgumentValues.argument(result, convertingNumbers: true, in: python)
            }
            return try layer.apply(Call(batch.inputs, isTraining: false))
        }
    }

    /// A step that is written in Python.
    private func call(_ step: String, _ batch: FitBatch) throws -> Configuration {
        let result = try python.call(
            python.getAttribute(model, step), [batch.value(in: python)])
        guard let dictionary = result.object as? DictionaryObject else { return [] }
        return try dictionary.items.map { key, value in
            let tensor = try TensorType.tensor(value, python)
            let isNumber = tensor.count == 1
            return (
                key.text ?? "",
                isNumber && tensor.rank == 0
                    ? tensor.item.value(in: python) : try TensorType.numpy(value, python)
            )
        }
    }
}
