import NeuralNetworks
import PythonRuntime
import Tensors

/// `fit`: epochs of training, each followed by a validation where one is asked for.
struct FitLoop {
    var data = FitData()
    var epochs = 1
    var initialEpoch = 0
    var verbose = 1
    var callbacks: Value = .none
    var shuffle = true
    var classWeights: ClassWeights?
    var validationSplit = 0.0
    var validationData: Value = .none
    var validationSteps: Int?
    var validationBatchSize: Value = .none
    var validationFrequency: Value = .int(1)
    let runner: BatchRunner
    private let python: Interpreter

    init(_ runner: BatchRunner) {
        self.runner = runner
        python = runner.python
    }

    func run() throws -> Value {
        let (source, validation) = try sources()
        let writer = ProgressWriter(
            verbose: verbose, steps: source.steps, epochs: epochs, in: python)
        let list = try CallbackList(
            callbacks, model: runner.model,
            parameters: [
                ("verbose", .int(verbose)), ("epochs", .int(epochs)),
                ("steps", source.steps.map(Value.int) ?? .none),
            ], addsHistory: true, progress: writer, in: python)
        let training = runner.training
        training.isStopped = false
        training.history = list.history
        try list.tellHistory("on_train_begin")
        try list.tell("on_train_begin")
        var logs: Configuration = []
        for epoch in stride(from: initialEpoch, to: epochs, by: 1) {
            try runner.resetMetrics()
            try list.tell("on_epoch_begin", [.int(epoch)])
            writer?.begin(epoch: epoch)
            let done = try self.epoch(source, list, writer, logs: &logs)
            guard done > 0 else { throw emptyData() }
            if let validation, try isValidated(epoch) {
                let results = try EvaluationLoop(runner, validation, limit: validationSteps)
                    .run(list)
                logs += results.map { ("val_" + $0.name, $0.value) }
            }
            // One dictionary for all, to which callbacks may add.
            let shared = DictionaryObject(in: python)
            for (name, value) in logs { shared[name] = value }
            try list.tell("on_epoch_end", [.int(epoch)], logs: .object(shared))
            let final = shared.items.map { (name: $0.key.text ?? "", value: $0.value) }
            writer?.stateful.formUnion(final.map(\.name))
            writer?.finish(done, final.numbers)
            try list.tellHistory("on_epoch_end", [.int(epoch)], logs: .object(shared))
            try source.epochEnded()
            if training.isStopped { break }
        }
        try source.runEnded()
        if let optimizer = training.optimizer?.optimizer, optimizer.isBuilt, epochs > 0 {
            try optimizer.finish(runner.layer.trainableWeights)
        }
        try list.tell("on_train_end", logs: python.dictionary(logs))
        try list.tellHistory("on_train_end")
        return list.history
    }

    private func emptyData() -> PythonError {
        python.valueError(
            "Unexpected result of `train_function` (Empty Logs). This could be due to issues in input pipeline that resulted in an empty dataset. Otherwise, please use `Model.compile(..., run_eagerly=True)`, or `tf.config.run_functions_eagerly(True)` for more information of where went wrong, or file a issue/bug to `tf.keras`."
        )
    }

    /// The batches of training, in which classes may count differently, and those of the validation.
    private func sources() throws -> (BatchSource, BatchSource?) {
        let (training, validation) = try plainSources()
        if let classWeights {
            training.adjust = { [python] in try classWeights.weighted($0, in: python) }
        }
        return (training, validation)
    }

    private func plainSources() throws -> (BatchSource, BatchSource?) {
        if validationSplit > 0, validationData.isNone {
            let (first, last) = try data.split(validationSplit, in: python)
            var plain = data
            if !validationBatchSize.isNone { plain.batchSize = validationBatchSize }
            return (
                try data.arrays(first, shuffle: shuffle, in: python),
                try plain.arrays(last, shuffle: false, in: python)
            )
        }
        let source = try data.source(shuffle: shuffle, in: python)
        guard !validationData.isNone else { return (source, nil) }
        var own = FitData()
        own.batchSize = validationBatchSize.isNone ? data.batchSize : validationBatchSize
        own.steps = validationSteps
        if validationData.object is TupleObject || validationData.object is ListObject {
            let items = try python.list(validationData)
            own.x = items.first ?? .none
            if items.count > 1 { own.y = items[1] }
            if items.count > 2 { own.weights = items[2] }
        } else {
            own.x = validationData
        }
        return (source, try own.source(shuffle: false, in: python))
    }

    private func isValidated(_ epoch: Int) throws -> Bool {
        if let frequency = validationFrequency.integer {
            return frequency > 0 && (epoch + 1) % frequency == 0
        }
        return try python.list(validationFrequency).contains { $0.integer == epoch + 1 }
    }

    /// One epoch; gives the number of its steps.
    private func epoch(
        _ source: BatchSource, _ list: CallbackList, _ writer: ProgressWriter?,
        logs: inout Configuration
    ) throws -> Int {
        let next = try source.epoch()
        let most = data.steps ?? writer?.target ?? source.steps ?? .max
        var done = 0
        var custom: Configuration?
        let group = max(runner.training.arguments.stepsPerExecution ?? 1, 1)
        while done < most, !runner.training.isStopped {
            let begin = done
            while done < min(most, begin + group) {
                try python.checkInterrupt()
                guard let batch = try next() else {
                    if data.steps != nil { warnOfShortage() }
                    break
                }
                if list.followsBatches, done == begin {
                    try list.tell("on_train_batch_begin", [.int(done)])
                }
                custom = try runner.train(batch)
                done += 1
            }
            if done == begin { break }
            writer?.stateful = Set(runner.metrics.map(\.name))
            if list.followsBatches {
                let now = try custom ?? runner.results().configuration
                try list.tell("on_train_batch_end", [.int(done - 1)], logs: python.dictionary(now))
            }
            try writer?.step(done, custom?.numbers ?? runner.results())
            if done - begin < group { break }
        }
        logs = try custom ?? runner.results().configuration
        return done
    }

    private func warnOfShortage() {
        python.output.stderr(
            "WARNING:tensorflow:Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches (in this case, \((data.steps ?? 0) * epochs) batches). You may need to use the repeat() function when building your dataset.\n"
        )
    }
}

/// The batches of a test, one after the other.
struct EvaluationLoop {
    private let runner: BatchRunner
    private let source: BatchSource
    private let limit: Int?
    var writer: ProgressWriter?

    init(_ runner: BatchRunner, _ source: BatchSource, limit: Int?) {
        self.runner = runner
        self.source = source
        self.limit = limit
    }

    /// The metrics of all batches.
    func run(_ list: CallbackList) throws -> Configuration {
        let python = runner.python
        try runner.resetMetrics()
        try list.tell("on_test_begin")
        let next = try source.epoch()
        var done = 0
        var custom: Configuration?
        while done < limit ?? .max {
            try python.checkInterrupt()
            guard let batch = try next() else { break }
            if list.followsBatches { try list.tell("on_test_batch_begin", [.int(done)]) }
            custom = try runner.test(batch)
            writer?.stateful = Set(runner.metrics.map(\.name))
            done += 1
            if list.followsBatches {
                let now = try custom ?? runner.results().configuration
                try list.tell("on_test_batch_end", [.int(done - 1)], logs: python.dictionary(now))
            }
            try writer?.step(done, custom?.numbers ?? runner.results())
        }
        try source.epochEnded()
        try source.runEnded()
        let logs = try custom ?? runner.results().configuration
        try list.tell("on_test_end", logs: python.dictionary(logs))
        writer?.finish(done, logs.numbers)
        return logs
    }
}

/// The batches of a prediction, whose outputs are put together.
struct PredictionLoop {
    let runner: BatchRunner
    let source: BatchSource
    let limit: Int?
    var writer: ProgressWriter?

    func run(_ list: CallbackList) throws -> Value {
        let python = runner.python
        try list.tell("on_predict_begin")
        let next = try source.epoch()
        var done = 0
        var parts: [Argument] = []
        while done < limit ?? .max {
            try python.checkInterrupt()
            guard let batch = try next() else { break }
            if list.followsBatches { try list.tell("on_predict_batch_begin", [.int(done)]) }
            parts.append(try runner.predict(batch))
            done += 1
            if list.followsBatches, let last = parts.last {
                let outputs = try DatasetElement.mapNested(
                    ArgumentValues.value(last, in: python), in: python)
                try list.tell(
                    "on_predict_batch_end", [.int(done - 1)],
                    logs: python.dictionary([("outputs", outputs)]))
            }
            writer?.step(done, [])
        }
        try source.epochEnded()
        try source.runEnded()
        guard let first = parts.first else {
            throw python.valueError(
                "Unexpected result of `predict_function` (Empty batch_outputs). Please use `Model.compile(..., run_eagerly=True)`, or `tf.config.run_functions_eagerly(True)` for more information of where went wrong, or file a issue/bug to `tf.keras`."
            )
        }
        try list.tell("on_predict_end")
        writer?.finish(done, [])
        let columns = parts.map(\.tensors)
        var place = 0
        let joined = try first.map { leaf in
            guard leaf.tensor != nil else { return leaf }
            defer { place += 1 }
            let column = columns.map { $0[place] }
            return .tensor(
                column.count == 1 ? column[0] : try Tensor.concatenate(column, axis: 0))
        }
        return try DatasetElement.mapNested(
            ArgumentValues.value(joined, in: python), in: python)
    }
}

extension Configuration {
    /// The values that are numbers.
    var numbers: [(String, Double)] {
        compactMap { name, value in
            switch value {
            case .float(let number): (name, number)
            case .int(let number): (name, Double(number))
            case .bool(let isTrue): (name, isTrue ? 1 : 0)
            default: (ArrayReader.existing(value)?.scalars.first?.double).map { (name, $0) }
            }
        }
    }
}

extension [(String, Double)] {
    /// As callbacks get them.
    var configuration: Configuration { map { ($0.0, .float($0.1)) } }
}

extension DatasetElement {
    /// Tensors in lists, tuples and dictionaries as arrays.
    fileprivate static func mapNested(_ value: Value, in python: Interpreter) throws -> Value {
        if let list = value.object as? ListObject {
            return .list(try list.items.map { try mapNested($0, in: python) }, in: python)
        }
        if value.object is TupleObject || value.object is DictionaryObject {
            return try map(value, in: python) { try mapNested($0, in: python) }
        }
        return try TensorType.tensor(value, python).copy().array(in: python)
    }
}
