import NeuralNetworks
import PythonRuntime
import Tensors

/// A mistake in a step that a model compiles, told as AutoGraph tells it: with the way through Keras.
struct StepMistake {
    private typealias Frame = UserCode.Frame

    private let step: CompiledStep
    private let run: TracedRun
    private let training: TrainingStep?
    private let python: Interpreter

    init(
        _ step: CompiledStep, _ run: TracedRun, _ training: TrainingStep?, in python: Interpreter
    ) {
        self.step = step
        self.run = run
        self.training = training
        self.python = python
    }

    /// The mistake with its way; one that Keras finds only when the graph runs stays as it is.
    func rewritten(_ error: any Error) -> any Error {
        let translated = python.pythonError(asInGraph(error))
        if TensorFlowErrors.of(python).knows(translated.exception.type) {
            return ExecutionMistake(in: python).rewritten(
                translated, function: "\(step.rawValue)_function", calls: [])
        }
        let userCode = UserCode(in: python)
        let own = userCode.own(translated.exception, "")
        if isLossOfOnesOwn, !own.isEmpty {
            return userCode.rewritten(translated, before: [entry])
        }
        if !own.isEmpty { return userCode.rewritten(translated, before: opening, marking: "") }
        let message = (try? python.str(.object(translated.exception))) ?? ""
        return userCode.rewritten(translated, before: opening + way(message))
    }

    /// Whether the mistake is in a loss that is written in Python, which AutoGraph changes like a traced function.
    private var isLossOfOnesOwn: Bool { step != .predict && training?.stage == .loss }

    private static let folder = "…/site-packages/keras/src/"

    private static func frame(
        _ file: String, _ line: Int, _ function: String, _ text: String, _ mark: String = ""
    ) -> Frame {
        Frame(file: folder + file, line: line, function: function, text: text, mark: mark)
    }

    /// Where Keras 2.15 calls the step.
    private var entry: Frame {
        let line = [CompiledStep.train: 1401, .test: 2066, .predict: 2440][step] ?? 0
        return Self.frame(
            "engine/training.py", line, "\(step.rawValue)_function",
            "return step_function(self, iterator)", "  *")
    }

    private var opening: [Frame] {
        let lines = [CompiledStep.train: (1384, 1373), .test: (2049, 2037), .predict: (2425, 2413)]
        let (outer, inner) = lines[step] ?? (0, 0)
        return [
            entry,
            Self.frame(
                "engine/training.py", outer, "step_function",
                "outputs = model.distribute_strategy.run(run_step, args=(data,))", "  **"),
            Self.frame(
                "engine/training.py", inner, "run_step",
                "outputs = model.\(step.rawValue)_step(data)", "  **"),
        ]
    }

    /// What calling the name of a metric that does not exist comes to.
    static let unknownMetric = "'str' object is not callable"
    /// How the refusal of a metric begins that has the name of another.
    static let twoMetrics = "Found two metrics with the same name"

    /// The calls inside of Keras' own step.
    private func way(_ message: String) -> [Frame] {
        let function = "\(step.rawValue)_step"
        func inStep(_ line: Int, _ text: String) -> Frame {
            Self.frame("engine/training.py", line, function, text)
        }
        if step == .predict {
            return [inStep(2381, "return self(x, training=False)")] + Self.inLayer(message)
        }
        let isTraining = step == .train
        let stage =
            isOfMetrics(message) ? .metrics : training?.stage ?? TrainingStep.Stage.forward
        switch stage {
        case .forward:
            let text = "y_pred = self(x, training=\(isTraining ? "True" : "False"))"
            return [inStep(isTraining ? 1150 : 1917, text)] + Self.inLayer(message)
        case .loss:
            let text = "self.compute_loss(x, y, y_pred, sample_weight)"
            return [
                inStep(isTraining ? 1151 : 1919, isTraining ? "loss = " + text : text),
                Self.frame(
                    "engine/training.py", 1209, "compute_loss", "return self.compiled_loss("),
            ] + inLoss(message)
        case .gradients:
            guard message.hasPrefix("No loss found") else { return [] }
            return [
                inStep(1152, "self._validate_target_and_loss(y, loss)"),
                Self.frame(
                    "engine/training.py", 1116, "_validate_target_and_loss", "raise ValueError("),
            ]
        case .metrics:
            return [
                inStep(
                    isTraining ? 1155 : 1920,
                    "return self.compute_metrics(x, y, y_pred, sample_weight)"),
                Self.frame(
                    "engine/training.py", 1249, "compute_metrics",
                    "self.compiled_metrics.update_state(y, y_pred, sample_weight)"),
            ] + metricCalls(message)
        }
    }

    /// Where layers refuse their inputs, by the words of the refusal.
    private static let refusals = [
        ("input(s), but it received", 219), ("expected ndim=", 235), ("expected max_ndim=", 244),
        ("expected min_ndim=", 253), ("expected axis", 280), ("expected shape=", 298),
    ]

    /// Where a layer that a traced function calls refuses its inputs.
    static func refusal(_ message: String) -> [UserCode.Frame] {
        guard refusals.contains(where: { message.contains($0.0) }) else { return [] }
        var frames = inLayer(message)
        let isRecurrent = message.contains("expected ndim=3")
        if isRecurrent {
            frames.insert(
                frame(
                    "layers/rnn/base_rnn.py", 556, "__call__",
                    "return super().__call__(inputs, **kwargs)"), at: 0)
        }
        frames[0].mark = "  **"
        return frames
    }

    private static func inLayer(_ message: String) -> [Frame] {
        let handler = frame(
            "utils/traceback_utils.py", 70, "error_handler",
            "raise e.with_traceback(filtered_tb) from None")
        guard let refusal = refusals.first(where: { message.contains($0.0) }) else {
            return [handler]
        }
        return [
            handler,
            frame(
                "engine/input_spec.py", refusal.1, "assert_input_compatibility",
                "raise ValueError("),
        ]
    }

    private func inLoss(_ message: String) -> [Frame] {
        if message.hasPrefix("Unknown loss function") { return Self.lookingUp }
        let calls = [
            Self.frame(
                "engine/compile_utils.py", 277, "__call__",
                "loss_value = loss_obj(y_t, y_p, sample_weight=sw)"),
            Self.frame("losses.py", 143, "__call__", "losses = call_fn(y_true, y_pred)"),
            Self.frame(
                "losses.py", 270, "call", "return ag_fn(y_true, y_pred, **self._fn_kwargs)", "  **"
            ),
        ]
        return calls + (failure.flatMap { Self.functions[$0.name] } ?? [])
    }

    private var failure: CompiledLosses.Failure? {
        training?.stage == .loss ? training?.compiled?.losses.failure : nil
    }

    /// A mistake in a loss with the shapes that the graph knows.
    private func asInGraph(_ error: any Error) -> any Error {
        guard let failure else { return error }
        if let error = error as? TensorError {
            guard case .notBroadcastable(let operation, _) = error else { return error }
            let own = ["Sub": "sub", "Mul": "mul", "AddV2": "add"][operation] ?? operation
            return GraphMistake(
                error, name: "\(failure.name)/\(own)",
                inputs: [failure.prediction, failure.truth].compactMap(run.symbol)
            ).rewritten
        }
        guard let batch = run.openBatch else { return error }
        func open(_ text: String) -> String { text.replacing("(\(batch), ", with: "(None, ") }
        switch error {
        case let error as LayerError:
            return LayerError(error.exception, open(error.message), hints: error.hints)
        case let error as FaceError: return FaceError(error.exception, open(error.message))
        default: return error
        }
    }

    /// Whether a mistake is in the metrics, which are found together with the losses.
    private func isOfMetrics(_ message: String) -> Bool {
        message == Self.unknownMetric || message.hasPrefix(Self.twoMetrics)
    }

    private func metricCalls(_ message: String) -> [Frame] {
        if message == Self.unknownMetric { return Self.callingMetric }
        return message.hasPrefix(Self.twoMetrics) ? Self.namingMetrics : []
    }

    private static let namingMetrics = [
        frame(
            "engine/compile_utils.py", 592, "update_state", "self.build(y_pred, y_true)"),
        frame("engine/compile_utils.py", 521, "build", "self._set_metric_names()"),
        frame("engine/compile_utils.py", 547, "_set_metric_names", "raise ValueError("),
    ]

    private static let callingMetric = [
        frame(
            "engine/compile_utils.py", 620, "update_state",
            "metric_obj.update_state(y_t, y_p, sample_weight=mask)"),
        frame(
            "utils/metrics_utils.py", 77, "decorated", "result = update_state_fn(*args, **kwargs)"),
        frame(
            "metrics/base_metric.py", 140, "update_state_fn",
            "return ag_update_state(*args, **kwargs)"),
        frame(
            "metrics/base_metric.py", 723, "update_state",
            "matches = ag_fn(y_true, y_pred, **self._fn_kwargs)", "  **"),
    ]

    private static let lookingUp = [
        frame("engine/compile_utils.py", 252, "__call__", "self.build(y_pred)"),
        frame(
            "engine/compile_utils.py", 194, "build", "self._losses = tf.nest.map_structure("),
        frame(
            "engine/compile_utils.py", 365, "_get_loss_object", "loss = losses_mod.get(loss)"),
        frame(
            "losses.py", 2965, "get",
            "return deserialize(identifier, use_legacy_format=use_legacy_format)"),
        frame(
            "losses.py", 2912, "deserialize",
            "return legacy_serialization.deserialize_keras_object("),
        frame(
            "saving/legacy/serialization.py", 537, "deserialize_keras_object", "raise ValueError("),
    ]

    /// Where the usual losses refuse labels of another shape.
    private static let functions = [
        "mean_squared_error": [
            frame(
                "losses.py", 1706, "mean_squared_error",
                "return backend.mean(tf.math.squared_difference(y_pred, y_true), axis=-1)")
        ],
        "mean_absolute_error": [
            frame(
                "losses.py", 1848, "mean_absolute_error",
                "return backend.mean(tf.abs(y_pred - y_true), axis=-1)")
        ],
        "categorical_crossentropy": [
            frame(
                "losses.py", 2221, "categorical_crossentropy",
                "return backend.categorical_crossentropy("),
            frame(
                "backend.py", 5573, "categorical_crossentropy",
                "target.shape.assert_is_compatible_with(output.shape)"),
        ],
        "binary_crossentropy": [
            frame(
                "losses.py", 2532, "binary_crossentropy",
                "backend.binary_crossentropy(y_true, y_pred, from_logits=from_logits),"),
            frame(
                "backend.py", 5822, "binary_crossentropy",
                "return tf.nn.sigmoid_cross_entropy_with_logits("),
        ],
    ]
}
