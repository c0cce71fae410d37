import NeuralNetworks
import PythonRuntime
import Tensors

/// The parts of a step that classes in Python build their own steps of.
enum ModelSteps {
    static func define(_ t: TypeBuilder) {
        for (name, isTraining) in [("train_step", true), ("test_step", false)] {
            t.def("\(name)(self, data)") {
                (python: Interpreter, value: Value, data: Value) -> Value in
                let runner = try BatchRunner(value, python)
                let batch = runner.data(try BatchSource.batch(of: data, in: python))
                if isTraining {
                    try runner.training.step?.train(batch)
                } else {
                    try runner.training.step?.test(batch)
                }
                return python.dictionary(
                    try runner.metrics.map { ($0.name, try $0.metric.result().object(in: python)) })
            }
        }
        t.def("predict_step(self, data)") {
            (python: Interpreter, value: Value, data: Value) -> Value in
            let batch = try BatchSource.batch(of: data, in: python)
            let model = try ModelType.model(value, python)
            return try ArgumentValues.value(
                model.apply(Call(batch.inputs, isTraining: false)), in: python)
        }
        t.def("compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None)") {
            (
                python: Interpreter, value: Value, _: Value, y: Value, prediction: Value,
                weights: Value
            ) -> Value in try loss(value, y, prediction, weights, nil, python)
        }
        t.def("compute_metrics(self, x, y, y_pred, sample_weight)") {
            (
                python: Interpreter, value: Value, _: Value, y: Value, prediction: Value,
                weights: Value
            ) -> Value in
            try update(value, y, prediction, weights, python)
            let runner = try BatchRunner(value, python)
            return python.dictionary(
                try runner.metrics.map { ($0.name, try $0.metric.result().object(in: python)) })
        }
        t.property("compiled_loss") { python, value -> Value in
            .object(ContainerObject(value, isLoss: true, in: python))
        }
        t.property("compiled_metrics") { python, value -> Value in
            .object(ContainerObject(value, isLoss: false, in: python))
        }
    }

    private static func data(
        _ y: Value, _ weights: Value, _ runner: BatchRunner, _ python: Interpreter
    ) throws -> TrainingStep.Data {
        var batch = FitBatch(inputs: .none, truths: try FitData.argument(y, in: python))
        if !weights.isNone { batch.weights = try FitData.argument(weights, in: python) }
        return runner.data(batch)
    }

    static func loss(
        _ model: Value, _ y: Value, _ prediction: Value, _ weights: Value,
        _ penalties: [Tensor]?, _ python: Interpreter
    ) throws -> Value {
        let runner = try BatchRunner(model, python)
        let outputs = try ArgumentValues.argument(
            prediction, convertingNumbers: true, in: python
        ).tensors
        let data = try data(y, weights, runner, python)
        let loss = try runner.training.step?.loss(data, outputs, penalties: penalties)
        if let loss, let run = Tracing.of(python).current {
            let name = runner.training.step?.compiled?.losses.parts.first?.loss?.name ?? "loss"
            run.note([loss], base: name + "/weighted_loss/value", from: [])
        }
        return loss.map { $0.object(in: python) } ?? .none
    }

    static func update(
        _ model: Value, _ y: Value, _ prediction: Value, _ weights: Value, _ python: Interpreter
    ) throws {
        let runner = try BatchRunner(model, python)
        let outputs = try ArgumentValues.argument(
            prediction, convertingNumbers: true, in: python
        ).tensors
        try runner.training.step?.update(data(y, weights, runner, python), outputs)
    }
}

/// `model.compiled_loss` or `model.compiled_metrics`.
package final class ContainerObject: Object {
    let model: Value
    let isLoss: Bool

    init(_ model: Value, isLoss: Bool, in python: Interpreter) {
        self.model = model
        self.isLoss = isLoss
        let types = python.state(ContainerTypes.self) { ContainerTypes($0) }
        super.init(type: isLoss ? types.losses : types.metrics)
    }

    /// The classes of both.
    final class ContainerTypes {
        let losses, metrics: TypeObject

        init(_ python: Interpreter) {
            func make(_ name: String) -> TypeObject {
                TypeObject(
                    name, bases: [python.types.object], module: "keras.src.engine.compile_utils",
                    metatype: python.types.type, in: python)
            }
            losses = make("LossesContainer")
            metrics = make("MetricsContainer")
            let t = TypeBuilder(losses, pythonWording: true, in: python)
            let call = NativeFunction(
                "__call__(self, y_true, y_pred, sample_weight=None, regularization_losses=None)",
                owner: "LossesContainer", pythonWording: true, .none { _ in .none }, in: python)
            t.variadic(.call) { python, value, arguments -> Value in
                guard let container = value.object as? ContainerObject else { return .none }
                let v = try call.bind(arguments.prepending(value), in: python)
                let penalties =
                    try v[4].isNone
                    ? [] : python.list(v[4]).map { try TensorType.tensor($0, python) }
                return try ModelSteps.loss(
                    container.model, v[1], v[2], v[3], penalties, python)
            }
            let m = TypeBuilder(metrics, pythonWording: true, in: python)
            m.def("update_state(self, y_true, y_pred, sample_weight=None)") {
                (python: Interpreter, value: Value, y: Value, prediction: Value, weights: Value)
                    -> Value in
                guard let container = value.object as? ContainerObject else { return .none }
                try ModelSteps.update(container.model, y, prediction, weights, python)
                return .none
            }
        }
    }
}
