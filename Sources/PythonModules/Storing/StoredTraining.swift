import NeuralNetworks
import PythonRuntime
import Tensors

// What models are trained with: made again by the call that made it, with what it has counted and kept.

extension StateWriter {
    fileprivate func write(made object: some Constructed) throws {
        try write(object.type)
        write(object.construction != nil)
        if let construction = object.construction { try write(construction) }
    }

    fileprivate func write(_ configuration: Configuration) throws {
        write(configuration.count)
        for (name, value) in configuration {
            write(name)
            try write(value)
        }
    }
}

extension StateReader {
    fileprivate func made<Made: Constructed>(_ make: (TypeObject) -> Made) throws -> Made {
        let made = make(try object())
        guard try flag() else { return made }
        let construction = try construction()
        try construct(made, construction)
        made.construction = construction
        return made
    }

    fileprivate func configuration() throws -> Configuration {
        try (0..<count()).map { _ in (name: try text(), value: try value()) }
    }
}

// MARK: Optimizers

extension OptimizerObject: Storable {
    package func store(in writer: StateWriter) throws {
        writer.putEarly(self, rank: 2)
        try writer.write(made: self)
        guard let optimizer else { return }
        try writer.write(encoded: optimizer.running.step)
        try writer.write(optional: optimizer.running.product)
        try writer.write(optimizer.iterations)
        try write(optimizer.learningRate, in: writer)
        guard let built = optimizer.builtFor else { return writer.write(-1) }
        writer.write(built.variables.count)
        for variable in built.variables {
            let number = writer.sharedNumber(of: variable)
            guard number != nil || writer.isRehearsal else {
                throw Unstorable("an optimizer of variables that are gone", name: writer.name)
            }
            writer.write(number ?? 0)
        }
        writer.write(built.scope)
        writer.write(optimizer.slots.count)
        for slot in optimizer.slots { try writer.write(slot) }
    }

    private func write(_ rate: LearningRate, in writer: StateWriter) throws {
        if case .constant = rate { writer.write(true) } else { writer.write(false) }
        try writer.write(rate.variable)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let object = try reader.made { OptimizerObject(type: $0) }
        guard let optimizer = object.optimizer else { return object }
        let step: Int = try reader.decoded()
        optimizer.running = (try reader.optionalTensor(), step)
        try reader.adopt(optimizer.iterations)
        if try reader.flag() {
            optimizer.learningRate = .constant(try reader.variable())
        } else {
            guard case .schedule(_, let current) = optimizer.learningRate else {
                throw UnreadableState()
            }
            try reader.adopt(current)
        }
        let count = try reader.int()
        guard count >= 0 else { return object }
        guard count < 1 << 24 else { throw UnreadableState() }
        let variables = try (0..<count).map { _ in
            try reader.shared(number: reader.int(), as: Variable.self)
        }
        let scope = try reader.text()
        guard (try? optimizer.build(again: variables, scope: scope)) != nil,
            try reader.count() == optimizer.slots.count
        else { throw UnreadableState() }
        for slot in optimizer.slots { try reader.adopt(slot) }
        return object
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(rate)
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        rate = try reader.value()
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

// MARK: Metrics

extension StateWriter {
    fileprivate func write(_ metric: Metric) throws {
        write(metric.name)
        write(metric.variables.count)
        for variable in metric.variables { try write(variable) }
    }
}

extension StateReader {
    fileprivate func restore(_ metric: Metric) throws {
        metric.name = try text()
        guard try count() == metric.variables.count else { throw UnreadableState() }
        for variable in metric.variables { try adopt(variable) }
    }
}

extension MetricObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard construction != nil, let metric else {
            throw Unstorable("a metric of a model", name: writer.name)
        }
        writer.putEarly(self, rank: 2)
        try writer.write(made: self)
        try writer.share(metric) { try writer.write($0) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let object = try reader.made { MetricObject(type: $0) }
        guard let metric = object.metric else { throw UnreadableState() }
        let shared = try reader.shared {
            try reader.restore(metric)
            return metric
        }
        guard shared === metric else { throw UnreadableState() }
        return object
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

// MARK: Losses, rules and schedules

extension LossObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(made: self) }

    package static func restored(from reader: StateReader) throws -> Object {
        try reader.made { LossObject(type: $0) }
    }

    package func storeContents(in writer: StateWriter) throws {
        writer.write(loss?.name)
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let name = try reader.optionalText()
        guard (name == nil) == (loss == nil) else { throw UnreadableState() }
        if let name { loss?.name = name }
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

extension RegularizerObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(made: self) }

    package static func restored(from reader: StateReader) throws -> Object {
        try reader.made { RegularizerObject(type: $0) }
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

extension ConstraintObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(made: self) }

    package static func restored(from reader: StateReader) throws -> Object {
        try reader.made { ConstraintObject(type: $0) }
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

extension ScheduleObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(made: self) }

    package static func restored(from reader: StateReader) throws -> Object {
        try reader.made { ScheduleObject(type: $0) }
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configuration)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        configuration = try reader.configuration()
        try reader.restoreAttributes(of: self)
    }
}

extension InitializerObject: Storable {
    package func store(in writer: StateWriter) throws {
        guard let rule = initializer.stored else {
            throw Unstorable("an initializer of a value", name: writer.name)
        }
        try writer.write(type)
        writer.write(drawsInOrder)
        try writer.share(initializer) { _ in try writer.write(encoded: rule) }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, draws) = (try reader.object(as: TypeObject.self), try reader.flag())
        let initializer = try reader.shared { Initializer(try reader.decoded()) }
        return InitializerObject(initializer, drawsInOrder: draws, type: type)
    }

    package func storeContents(in writer: StateWriter) throws {
        // What it has drawn since.
        try writer.write(encoded: initializer.drawnSeed)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        let seed: Int? = try reader.decoded()
        reader.atEnd { self.initializer.drawnSeed = seed }
        try reader.restoreAttributes(of: self)
    }
}

// MARK: Compiled models

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

// MARK: Functions that are traced

extension TracedFunction: Storable {
    package func store(in writer: StateWriter) throws {
        guard traces.bound.isEmpty else {
            throw Unstorable("a method of a class that is a tf.function", name: writer.name)
        }
        try writer.write(type)
        try writer.write([function, receiver ?? .none])
        writer.write(receiver != nil)
        writer.write(signature != nil)
        if let signature { try writer.write(signature) }
        try writer.share(traces) { traces in
            writer.write(traces.hasVariables)
            writer.write(traces.order.count)
            for trace in traces.order {
                guard let key = traces.known.first(where: { $0.value === trace })?.key else {
                    throw Unstorable("a trace that is gone", name: writer.name)
                }
                writer.write(key)
                writer.write(trace.result)
                writer.write(trace.arguments.count)
                for (name, text) in trace.arguments {
                    writer.write(name)
                    writer.write(text)
                }
                try writer.write(encoded: trace.random.stored)
            }
        }
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.object(as: TypeObject.self)
        let parts = try reader.values()
        guard parts.count == 2 else { throw UnreadableState() }
        let hasReceiver = try reader.flag()
        let signature = try reader.flag() ? try reader.values() : nil
        let state = SessionRandom.of(reader.python).session.tensorflow
        let traces = try reader.shared {
            let traces = Traces()
            traces.hasVariables = try reader.flag()
            for _ in 0..<(try reader.count()) {
                let (key, result) = (try reader.text(), try reader.text())
                let arguments = try (0..<reader.count()).map { _ in
                    (name: try reader.text(), text: try reader.text())
                }
                let trace = Trace(
                    random: GraphStreams(state, try reader.decoded()), arguments: arguments)
                trace.result = result
                traces.known[key] = trace
                traces.order.append(trace)
            }
            return traces
        }
        return TracedFunction(
            parts[0], signature: signature, receiver: hasReceiver ? parts[1] : nil,
            traces: traces, type: type)
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreAttributes(of: self)
    }
}
