import Tensors

extension Tensor {
    /// A tensor of the same shape and type over a single zero.
    fileprivate var blank: Tensor {
        Tensor(zeros: .scalar, dtype).view(
            shape: shape, strides: shape.dimensions.map { _ in 0 }, offset: 0)
    }
}

/// The work on one batch: forwards, and in training backwards and a step of the optimizer.
package final class TrainingStep {
    /// Metrics of one output.
    package struct OutputMetrics {
        package var plain: [Metric]
        package var weighted: [Metric]

        package init(plain: [Metric] = [], weighted: [Metric] = []) {
            self.plain = plain
            self.weighted = weighted
        }
    }

    /// What the outputs cost and are measured by.
    package struct Compiled {
        package let losses: CompiledLosses
        package let outputMetrics: [OutputMetrics]

        package init(losses: CompiledLosses, outputMetrics: [OutputMetrics]) {
            self.losses = losses
            self.outputMetrics = outputMetrics
        }

        /// All metrics in the order of their names.
        package var metrics: [Metric] {
            losses.metrics + outputMetrics.flatMap { $0.plain + $0.weighted }
        }
    }

    /// How far a batch is.
    package enum Stage { case forward, loss, gradients, metrics }

    package private(set) var stage = Stage.forward
    package let model: Model
    package let optimizer: Optimizer
    /// Finds losses and metrics when the first outputs are there.
    private let compile: (_ outputs: [Tensor], _ data: Data) throws -> Compiled
    package private(set) var compiled: Compiled?
    /// What is known of the gradients' shapes since the first compiled step.
    private var shapes: GradientShapes?
    /// Told once of trainable weights that the loss does not depend on.
    package var reportUnreached: ([Variable]) -> Void = { _ in }
    package var hasReported = false
    /// What the outputs and labels of the first batch were like.
    package private(set) var example: (outputs: [Tensor], truths: [Tensor?])?

    package init(
        model: Model, optimizer: Optimizer,
        compile: @escaping (_ outputs: [Tensor], _ data: Data) throws -> Compiled
    ) {
        self.model = model
        self.optimizer = optimizer
        self.compile = compile
    }

    /// All metrics in the order of their names; none before the first batch.
    package var metrics: [Metric] { compiled?.metrics ?? [] }

    private func compiled(for outputs: [Tensor], _ data: Data) throws -> Compiled {
        if let compiled { return compiled }
        let made = try compile(outputs, data)
        for part in made.losses.parts { part.loss?.isInGraph = model.context.isCompiled }
        compiled = made
        example = (outputs.map(\.blank), data.truths.map { $0?.blank })
        return made
    }

    /// Finds losses and metrics as for outputs and labels of before.
    package func compile(again outputs: [Tensor], _ truths: [Tensor?]) throws {
        _ = try compiled(for: outputs, Data(inputs: .none, truths: truths))
    }

    /// Forgets the batches so far.
    package func resetMetrics() throws { for metric in metrics { try metric.reset() } }

    /// A batch: labels and weights for each output, none where they are missing.
    package struct Data {
        package var inputs: Argument
        package var truths: [Tensor?]
        package var weights: [Tensor?]

        package init(inputs: Argument, truths: [Tensor?] = [], weights: [Tensor?] = []) {
            self.inputs = inputs
            self.truths = truths
            self.weights = weights
        }
    }

    /// One step of training; `outputs` are those of the forward pass.
    package func train(_ data: Data) throws {
        let tapes = model.context.tapes
        let tape = GradientTape()
        tape.walksInReverse = model.context.isCompiled
        tapes.push(tape)
        let loss: Tensor?
        let outputs: [Tensor]
        do {
            defer { tapes.remove(tape) }
            stage = .forward
            outputs = try model.apply(Call(data.inputs, isTraining: true)).tensors
            loss = try self.loss(data, outputs)
        }
        guard let loss else {
            stage = .gradients
            throw LayerError(
                "ValueError",
                "No loss found. You may have forgotten to provide a `loss` argument in the `compile()` method."
            )
        }
        stage = .gradients
        try descend(loss, tape)
        try update(data, outputs)
    }

    private func descend(_ loss: Tensor, _ tape: GradientTape) throws {
        let variables = model.trainableWeights
        let gradients = try tape.gradients(of: [loss], for: variables.map(\.key))
        let pairs = zip(gradients, variables).compactMap { gradient, variable in
            gradient.map { (gradient: $0, variable: variable) }
        }
        if pairs.count < variables.count, !hasReported {
            hasReported = true
            reportUnreached(zip(gradients, variables).filter { $0.0 == nil }.map(\.1))
        }
        try optimizer.build(variables, isInStep: true)
        if model.context.isCompiled, shapes == nil { shapes = GradientShapes(model) }
        try optimizer.apply(
            pairs, isTraced: model.context.isCompiled, unsized: shapes?.unknown ?? [])
    }

    /// The losses and metrics of a batch that is not learnt from.
    package func test(_ data: Data) throws {
        stage = .forward
        let outputs = try model.apply(Call(data.inputs, isTraining: false)).tensors
        _ = try loss(data, outputs)
        try update(data, outputs)
    }

    /// The loss of outputs, with the penalties of the layers; nil where nothing costs anything.
    package func loss(_ data: Data, _ outputs: [Tensor], penalties: [Tensor]? = nil) throws
        -> Tensor?
    {
        stage = .loss
        return try compiled(for: outputs, data).losses(
            data.truths, outputs, weights: data.weights,
            penalties: penalties ?? model.losses())
    }

    /// Takes a batch into the metrics.
    package func update(_ data: Data, _ outputs: [Tensor]) throws {
        stage = .metrics
        let outputMetrics = try compiled(for: outputs, data).outputMetrics
        for (place, output) in outputs.enumerated() where place < outputMetrics.count {
            guard place < data.truths.count, let truth = data.truths[place] else { continue }
            let own = outputMetrics[place]
            let given = place < data.weights.count ? data.weights[place] : nil
            let (matched, weights) = try Batch.matched(truth, output, given)
            let mask = try Batch.masked(nil, by: output.mask, output)
            for metric in own.plain { try metric.update(matched, output, weights: mask) }
            let masked = try Batch.masked(weights, by: output.mask, output)
            for metric in own.weighted { try metric.update(matched, output, weights: masked) }
        }
    }
}
