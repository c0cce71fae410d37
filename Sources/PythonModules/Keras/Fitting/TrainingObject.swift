import NeuralNetworks
import PythonRuntime
import Tensors

/// What `compile` gave a model, and how far its training is.
package final class TrainingObject: Object {
    /// What `compile` was called with.
    struct Arguments {
        var optimizer: Value = .none
        var loss: Value = .none
        var metrics: Value = .none
        var lossWeights: Value = .none
        var weightedMetrics: Value = .none
        var runsEagerly = false
        var stepsPerExecution: Int?
    }

    let arguments: Arguments
    /// The optimizer's object.
    let optimizer: OptimizerObject?
    private(set) var step: TrainingStep?
    /// Set by callbacks that end the training.
    var isStopped = false
    var history: Value = .none
    /// The random operations of the three functions that run batches.
    var trainGraph, testGraph, predictGraph: GraphOperations
    /// What is known of the batches that each of them met.
    var trainLengths = BatchLengths()
    var testLengths = BatchLengths()
    var predictLengths = BatchLengths()
    /// Whether the function that trains has run.
    var hasTrained = false
    /// The steps that were traced, with the kinds of batches that they were traced for.
    var tracedSteps: Set<String> = []
    /// The kind of the last batch, whose step is traced by now.
    var lastKind: BatchKind?

    init(_ arguments: Arguments, _ optimizer: OptimizerObject?, in python: Interpreter) {
        self.arguments = arguments
        self.optimizer = optimizer
        let state = SessionRandom.of(python).session.tensorflow
        trainGraph = GraphOperations(state)
        testGraph = GraphOperations(state)
        predictGraph = GraphOperations(state)
        super.init(type: python.types.object)
    }

    /// The attribute of models that holds this.
    private static let attribute = "_keras_training"

    /// What a model was compiled with; nil before `compile`.
    static func find(_ value: Value) -> TrainingObject? {
        (value.object as? LayerObject)?.attribute(attribute)?.object as? TrainingObject
    }

    /// Lets a model be as if it had never been compiled.
    static func forget(_ value: Value) {
        _ = (value.object as? LayerObject)?.setAttribute(attribute, .none)
    }

    /// What a model was compiled with. Throws before `compile`.
    static func of(_ value: Value, _ python: Interpreter) throws -> TrainingObject {
        if let found = find(value) { return found }
        throw python.error(
            "RuntimeError",
            "You must compile your model before training/testing. Use `model.compile(optimizer, loss)`."
        )
    }

    /// Gives a model what `compile` was called with.
    static func compile(
        _ value: Value, _ arguments: Arguments, in python: Interpreter
    ) throws {
        let optimizer =
            try arguments.optimizer.isNone
            ? nil : OptimizerArgument.object(arguments.optimizer, in: python)
        let training = TrainingObject(
            arguments, optimizer?.object as? OptimizerObject, in: python)
        training.prepare(try ModelType.model(value, python), in: python)
        (value.object as? LayerObject)?.setAttribute(attribute, .object(training))
    }

    /// Makes the step that trains a model.
    func prepare(_ model: Model, in python: Interpreter) {
        guard let optimizer = optimizer?.optimizer else { return }
        let step = TrainingStep(model: model, optimizer: optimizer) {
            [unowned self] outputs, data in
            try CompiledReader(self.arguments, model, python).compiled(outputs, data)
        }
        step.reportUnreached = { variables in
            let names = variables.map { "'\($0.name):0'" }.joined(separator: ", ")
            python.output.stderr(
                "WARNING:tensorflow:Gradients do not exist for variables [\(names)] when minimizing the loss. If you're using `model.compile()`, did you forget to provide a `loss` argument?\n"
            )
        }
        self.step = step
    }
}
