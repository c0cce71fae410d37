import NeuralNetworks
import PythonRuntime
import Tensors

/// What calls add to the losses and metrics of layers, and symbols to those of models.
enum Recording {
    /// Adds a penalty: a tensor, a function that gives one whenever it is asked, or a symbol of a model.
    static func add(_ loss: Value, to layer: Layer, in python: Interpreter) throws {
        if let symbol = (loss.object as? KerasTensorObject)?.symbol,
            let model = layer as? Functional
        {
            return try compute(symbol, .lossRecorder(context: layer.context), in: model)
        }
        guard python.isCallable(loss) else {
            return layer.addLoss(try TensorType.tensor(loss, python))
        }
        guard layer.context.scope.isEmpty else {
            return layer.addLoss(try TensorType.tensor(python.call(loss), python))
        }
        layer.addLoss { [unowned python] in try TensorType.tensor(python.call(loss), python) }
    }

    /// Takes a tensor, or a symbol of a model, into the mean of a name.
    static func add(
        _ value: Value, named name: String, to layer: Layer, in python: Interpreter
    ) throws {
        if let symbol = (value.object as? KerasTensorObject)?.symbol,
            let model = layer as? Functional
        {
            let recorder = Layer.metricRecorder(named: name, context: layer.context)
            _ = recorder.callMetric(named: name)
            return try compute(symbol, recorder, in: model)
        }
        try layer.addMetric(TensorType.tensor(value, python), name: name)
    }

    private static func compute(_ symbol: Symbol, _ layer: Layer, in model: Functional) throws {
        guard let end = try layer.apply(Call(.symbol(symbol))).symbol else { return }
        try model.compute(end)
    }
}
