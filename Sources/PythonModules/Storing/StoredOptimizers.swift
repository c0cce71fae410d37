import NeuralNetworks
import PythonRuntime
import Tensors

// What counts while models are trained: made again by the call that made it, and given what it has kept.

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
        let object = try reader.made(OptimizerObject.self)
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
        try writer.write(configurationOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        rate = try reader.value()
        try reader.restoreConfiguration(of: self)
    }
}

// MARK: Metrics

extension StateWriter {
    func write(_ metric: Metric) throws {
        write(metric.name)
        write(metric.variables.count)
        for variable in metric.variables { try write(variable) }
    }
}

extension StateReader {
    func restore(_ metric: Metric) throws {
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
        let object = try reader.made(MetricObject.self)
        guard let metric = object.metric else { throw UnreadableState() }
        let shared = try reader.shared {
            try reader.restore(metric)
            return metric
        }
        guard shared === metric else { throw UnreadableState() }
        return object
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(configurationOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        try reader.restoreConfiguration(of: self)
    }
}
