import Tensors

extension Layer {
    /// The mean of what calls gave under a name, which is made with the first of them.
    package func callMetric(named name: String) -> Mean {
        if let known = callMetrics.first(where: { $0.name == name }) { return known }
        let made = Mean(name: name)
        callMetrics.append(made)
        return made
    }

    /// Takes a value of a call into the mean of a name; a call for shapes only makes the mean.
    package func addMetric(_ value: Tensor, name: String) throws {
        let metric = callMetric(named: name)
        if !context.isProbing { try metric.update(values: value) }
    }

    /// A layer that adds what it is given to the loss.
    package static func lossRecorder(context: LayerContext) -> Layer {
        recorder("AddLoss", context) { layer, x in if !context.isProbing { layer.addLoss(x) } }
    }

    /// A layer that takes what it is given into a mean.
    package static func metricRecorder(named name: String, context: LayerContext) -> Layer {
        recorder("AddMetric", context) { layer, x in try layer.addMetric(x, name: name) }
    }

    private static func recorder(
        _ className: String, _ context: LayerContext,
        _ record: @escaping (Layer, Tensor) throws -> Void
    ) -> Layer {
        weak var recording: Layer?
        let layer = FunctionLayer(className, layer: LayerOptions(), context: context) { x, _ in
            if let recording { try record(recording, x) }
            return x
        }
        recording = layer
        return layer
    }
}
