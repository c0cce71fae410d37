import NeuralNetworks
import PythonRuntime
import Tensors

// Models that are compiled: what they were compiled with, and how far training has come.

extension TrainingObject: Storable {
    package func store(in writer: StateWriter) throws {
        for value in [
            arguments.optimizer, arguments.loss, arguments.metrics, arguments.lossWeights,
            arguments.weightedMetrics,
        ] { try writer.write(value) }
        writer.write(arguments.runsEagerly)
        writer.write(arguments.stepsPerExecution ?? -1)
        try writer.write(optimizer.map { .object($0) } ?? .none)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        var arguments = Arguments()
        arguments.optimizer = try reader.value()
        arguments.loss = try reader.value()
        arguments.metrics = try reader.value()
        arguments.lossWeights = try reader.value()
        arguments.weightedMetrics = try reader.value()
        arguments.runsEagerly = try reader.flag()
        let steps = try reader.int()
        arguments.stepsPerExecution = steps < 0 ? nil : steps
        let optimizer = try reader.value()
        guard optimizer.isNone || optimizer.object is OptimizerObject else {
            throw UnreadableState()
        }
        return TrainingObject(
            arguments, optimizer.object as? OptimizerObject, in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(isStopped)
        try writer.write(history)
        for graph in [trainGraph, testGraph, predictGraph] {
            try writer.write(encoded: graph.stored)
        }
        try writer.write(encoded: [trainLengths, testLengths, predictLengths])
        writer.write(hasTrained)
        writer.write(tracedSteps.count)
        for name in tracedSteps.sorted() { writer.write(name) }
        guard let step else { return try writer.write(Value.none) }
        guard let model = step.model.face as? LayerObject else {
            throw Unstorable("a model that is gone")
        }
        try writer.write(.object(model))
        writer.write(step.hasReported)
        writer.write(step.example != nil)
        guard let example = step.example else { return }
        writer.write(example.outputs.count)
        for output in example.outputs { try writer.write(output) }
        writer.write(example.truths.count)
        for truth in example.truths { try writer.write(optional: truth) }
        writer.write(step.metrics.count)
        for metric in step.metrics { try writer.share(metric) { try writer.write($0) } }
    }

    package func restoreContents(from reader: StateReader) throws {
        isStopped = try reader.flag()
        history = try reader.value()
        let state = SessionRandom.of(reader.python).session.tensorflow
        trainGraph = GraphOperations(state, try reader.decoded())
        testGraph = GraphOperations(state, try reader.decoded())
        predictGraph = GraphOperations(state, try reader.decoded())
        let lengths: [BatchLengths] = try reader.decoded()
        guard lengths.count == 3 else { throw UnreadableState() }
        (trainLengths, testLengths, predictLengths) = (lengths[0], lengths[1], lengths[2])
        hasTrained = try reader.flag()
        tracedSteps = Set(try (0..<reader.count()).map { _ in try reader.text() })
        let value = try reader.value()
        if value.isNone { return }
        guard let model = value.layer(as: Model.self) else { throw UnreadableState() }
        prepare(model, in: reader.python)
        guard let step else { throw UnreadableState() }
        step.hasReported = try reader.flag()
        guard try reader.flag() else { return }
        let outputs = try (0..<reader.count()).map { _ in try reader.tensor() }
        let truths = try (0..<reader.count()).map { _ in try reader.optionalTensor() }
        guard (try? step.compile(again: outputs, truths)) != nil,
            try reader.count() == step.metrics.count
        else { throw UnreadableState() }
        for metric in step.metrics {
            let shared = try reader.shared {
                try reader.restore(metric)
                return metric
            }
            guard shared === metric else { throw UnreadableState() }
        }
    }
}
