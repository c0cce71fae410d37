import NeuralNetworks
import PythonRuntime
import Tensors

/// What models do in training: `compile`, `fit`, `evaluate`, `predict`.
enum ModelTraining {
    static func define(_ t: TypeBuilder) {
        compiling(t)
        loops(t)
        batches(t)
        GeneratorMethods.define(t)
        ModelSteps.define(t)
    }

    private static func compiling(_ t: TypeBuilder) {
        t.add(
            "compile(self, optimizer='rmsprop', loss=None, metrics=None, loss_weights=None, weighted_metrics=None, run_eagerly=None, steps_per_execution=None, jit_compile=None, pss_evaluation_shards=0, **kwargs)\n\nSays how the model is to be trained.",
            .bound { python, v in
                for (name, _) in python.keywords(v[10])
                where ![
                    "cloning", "experimental_run_tf_function", "distribute", "target_tensors",
                    "sample_weight_mode",
                ].contains(name) {
                    throw python.typeError(
                        "Invalid keyword argument(s) in `compile()`: ({'\(name)'},). Valid keyword arguments include \"cloning\", \"experimental_run_tf_function\", \"distribute\", \"target_tensors\", or \"sample_weight_mode\"."
                    )
                }
                try TrainingObject.compile(
                    v[0],
                    TrainingObject.Arguments(
                        optimizer: v[1], loss: v[2], metrics: v[3], lossWeights: v[4],
                        weightedMetrics: v[5], runsEagerly: python.isTrue(v[6]),
                        stepsPerExecution: IntegerLike?.from(v[7], in: python)?.number),
                    in: python)
                return .none
            })
        t.property("optimizer") { _, value -> Value in
            TrainingObject.find(value)?.optimizer.map { .object($0) } ?? .none
        }
        t.property("loss") { _, value in TrainingObject.find(value)?.arguments.loss ?? .none }
        t.property("history") { _, value in TrainingObject.find(value)?.history ?? .none }
        t.property("run_eagerly") { _, value in
            TrainingObject.find(value)?.arguments.runsEagerly ?? false
        }
        t.property(
            "stop_training",
            set: { python, value, new in
                TrainingObject.find(value)?.isStopped = try python.isTrue(new)
            }
        ) { _, value in TrainingObject.find(value)?.isStopped ?? false }
        t.property("metrics_names") { python, value -> [String] in
            guard TrainingObject.find(value) != nil else { return [] }
            return try BatchRunner(value, python).metrics.map(\.name)
        }
        t.property("metrics") { python, value -> Value in
            guard TrainingObject.find(value) != nil else { return .list([], in: python) }
            return .list(
                try BatchRunner(value, python).metrics.map {
                    try MetricTypes.object(of: $0.metric, in: python)
                }, in: python)
        }
    }

    private static func verbosity(_ value: Value, _ python: Interpreter) throws -> Int {
        if value.text == "auto" { return 1 }
        return try python.index(value)
    }

    private static func loops(_ t: TypeBuilder) {
        let fit =
            "(self, x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None, validation_batch_size=None, validation_freq=1, max_queue_size=10, workers=1, use_multiprocessing=False)"
        t.add(
            "fit\(fit)\n\nTrains the model for some epochs.",
            .bound { python, v in
                var loop = FitLoop(try BatchRunner(v[0], python))
                loop.data.x = v[1]
                loop.data.y = v[2]
                loop.data.batchSize = v[3]
                loop.epochs = try IntegerLike.from(v[4], in: python).number
                loop.verbose = try verbosity(v[5], python)
                loop.callbacks = v[6]
                loop.validationSplit = try python.double(v[7])
                loop.validationData = v[8]
                loop.shuffle = try v[9].text != nil || python.isTrue(v[9])
                loop.classWeights = try ClassWeights(v[10], in: python)
                loop.data.weights = v[11]
                loop.initialEpoch = try python.index(v[12])
                loop.data.steps = try IntegerLike?.from(v[13], in: python)?.number
                loop.validationSteps = try IntegerLike?.from(v[14], in: python)?.number
                loop.validationBatchSize = v[15]
                loop.validationFrequency = v[16]
                return try loop.run()
            })
        t.add(
            "evaluate(self, x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, callbacks=None, max_queue_size=10, workers=1, use_multiprocessing=False, return_dict=False, **kwargs)\n\nThe loss and the metrics of data.",
            .bound { python, v in
                let runner = try BatchRunner(v[0], python)
                var data = FitData()
                (data.x, data.y, data.batchSize, data.weights) = (v[1], v[2], v[3], v[5])
                data.steps = try IntegerLike?.from(v[6], in: python)?.number
                let source = try data.source(shuffle: false, in: python)
                let writer = ProgressWriter(
                    verbose: try verbosity(v[4], python), steps: source.steps, epochs: nil,
                    in: python)
                let list = try list(v[7], runner, source, writer, python)
                var loop = EvaluationLoop(runner, source, limit: data.steps)
                loop.writer = writer
                let logs = try loop.run(list)
                return try python.isTrue(v[11]) ? python.dictionary(logs) : flat(logs, python)
            })
        t.add(
            "predict(self, x, batch_size=None, verbose='auto', steps=None, callbacks=None, max_queue_size=10, workers=1, use_multiprocessing=False)\n\nThe outputs for data, as arrays.",
            .bound { python, v in
                if TrainingObject.find(v[0]) == nil {
                    try TrainingObject.compile(v[0], .init(), in: python)
                    let made = TrainingObject.find(v[0])
                    defer { TrainingObject.forget(v[0]) }
                    return try predict(v, python, made)
                }
                return try predict(v, python, nil)
            })
    }

    private static func predict(
        _ v: [Value], _ python: Interpreter, _: TrainingObject?
    ) throws -> Value {
        let runner = try BatchRunner(v[0], python)
        var data = FitData()
        (data.x, data.batchSize) = (v[1], v[2])
        data.steps = try IntegerLike?.from(v[4], in: python)?.number
        let source = try data.source(shuffle: false, in: python)
        let writer = ProgressWriter(
            verbose: try verbosity(v[3], python), steps: source.steps, epochs: nil, in: python)
        let list = try list(v[5], runner, source, writer, python)
        return try PredictionLoop(
            runner: runner, source: source, limit: data.steps, writer: writer
        ).run(list)
    }

    private static func list(
        _ callbacks: Value, _ runner: BatchRunner, _ source: BatchSource,
        _ writer: ProgressWriter?, _ python: Interpreter
    ) throws -> CallbackList {
        try CallbackList(
            callbacks, model: runner.model,
            parameters: [
                ("verbose", .int(writer == nil ? 0 : 1)), ("epochs", .int(1)),
                ("steps", source.steps.map(Value.int) ?? .none),
            ], addsHistory: false, progress: writer, in: python)
    }

    /// The values alone: a number, or several in a list.
    static func flat(_ logs: Configuration, _ python: Interpreter) -> Value {
        logs.count == 1 ? logs[0].value : .list(logs.map(\.value), in: python)
    }

    private static func batches(_ t: TypeBuilder) {
        t.add(
            "train_on_batch(self, x, y=None, sample_weight=None, class_weight=None, reset_metrics=True, return_dict=False)\n\nOne step of training.",
            .bound { python, v in
                let runner = try BatchRunner(v[0], python)
                var data = FitData()
                (data.x, data.y, data.weights) = (v[1], v[2], v[3])
                var batch = try data.whole(in: python)
                if let weights = try ClassWeights(v[4], in: python) {
                    batch = try weights.weighted(batch, in: python)
                }
                if try python.isTrue(v[5]) { try runner.resetMetrics() }
                let custom = try runner.train(batch)
                let logs = try custom ?? runner.results().configuration
                return try python.isTrue(v[6]) ? python.dictionary(logs) : flat(logs, python)
            })
        t.add(
            "test_on_batch(self, x, y=None, sample_weight=None, reset_metrics=True, return_dict=False)\n\nThe loss and the metrics of one batch.",
            .bound { python, v in
                let runner = try BatchRunner(v[0], python)
                var data = FitData()
                (data.x, data.y, data.weights) = (v[1], v[2], v[3])
                if try python.isTrue(v[4]) { try runner.resetMetrics() }
                let custom = try runner.test(data.whole(in: python))
                let logs = try custom ?? runner.results().configuration
                return try python.isTrue(v[5]) ? python.dictionary(logs) : flat(logs, python)
            })
        t.def("predict_on_batch(self, x)\n\nThe outputs for one batch, as arrays.") {
            (python: Interpreter, value: Value, x: Value) -> Value in
            try python.call(
                python.getAttribute(value, "predict"), [x],
                keywords: [("verbose", .int(0)), ("batch_size", .int(Int(Int32.max)))])
        }
        t.def("reset_metrics(self)") { (python: Interpreter, value: Value) -> Value in
            try BatchRunner(value, python).resetMetrics()
            return .none
        }
    }
}
