import Tensors

/// Changes variables step by step against their gradients.
open class Optimizer {
    /// Keras' class: `Adam`.
    package let className: String
    package var options: OptimizerOptions
    package var learningRate: LearningRate
    /// How many steps were done.
    package let iterations = Variable(
        Tensor(scalar: Int64(0)), name: "iteration", isTrainable: false, tapes: nil)
    /// What the optimizer remembers of its variables, in the order of its making.
    package private(set) var slots: [Variable] = []
    package private(set) var isBuilt = false
    private var places: [ObjectIdentifier: Int] = [:]
    private var averages: [Variable] = []
    /// What the slots' names begin with.
    private var scope = ""

    package init(
        _ className: String, learningRate: LearningRate, options: OptimizerOptions
    ) {
        self.className = className
        self.learningRate = learningRate
        self.options = options
    }

    /// The optimizer's own variables: the count of steps, then the slots.
    package var variables: [Variable] { [iterations] + slots }

    // MARK: What each optimizer does

    /// Makes the slots for the variables.
    func makeSlots(for variables: [Variable]) throws {}

    /// Begins a step: what is the same for all variables is computed here.
    func begin(_ step: OptimizerStep) throws {}

    /// Changes the variable whose slots stand at a place.
    func update(
        _ variable: Variable, at place: Int, by gradient: Gradient, _ step: OptimizerStep
    ) throws {}

    // MARK: Steps

    /// Makes the slots, if that is still to be done; those that a step makes are named after the optimizer.
    package func build(_ variables: [Variable], isInStep: Bool = false) throws {
        guard !isBuilt else { return }
        isBuilt = true
        scope = isInStep ? options.name + "/" : ""
        for (place, variable) in variables.enumerated() {
            places[ObjectIdentifier(variable)] = place
        }
        if options.keepsAverage {
            averages = variables.map { addSlot("average", for: $0, initial: $0.value) }
        }
        try makeSlots(for: variables)
    }

    /// One step: changes the variables by their gradients. `isTraced` says whether TensorFlow would run it
    /// inside a graph, where some formulas round otherwise; `unsized` are the variables whose gradients have no
    /// known shape there.
    package func apply(
        _ pairs: [(gradient: Gradient, variable: Variable)], isTraced: Bool = false,
        unsized: Set<ObjectIdentifier> = []
    ) throws {
        try learningRate.refresh(after: iterations.value, inGraph: isTraced)
        guard !pairs.isEmpty else { return }
        try build(pairs.map(\.variable), isInStep: true)
        let clipped = try GradientClipping.clip(pairs.map(\.gradient), options)
        let gradients = try clipped.map { gradient -> Gradient in
            if case .rows(let slices) = gradient { return .rows(try slices.withoutRepeats()) }
            return gradient
        }
        let step = OptimizerStep(
            number: Int(iterations.value.item.int), rate: learningRate.variable.value,
            isTraced: isTraced, unsized: unsized)
        try decay(pairs.map(\.variable), step)
        try begin(step)
        for (pair, gradient) in zip(pairs, gradients) {
            try update(pair.variable, at: place(of: pair.variable), by: gradient, step)
        }
        try average(pairs.map(\.variable), step)
        iterations.assign(Tensor(scalar: Int64(step.number + 1)))
        for (_, variable) in pairs {
            guard let constraint = variable.constraint else { continue }
            variable.assign(try constraint(variable.value.detached))
        }
    }

    /// The variables that the optimizer was built for, in order, and what its slots' names begin with; nil before.
    package var builtFor: (variables: [ObjectIdentifier], scope: String)? {
        guard isBuilt else { return nil }
        return (places.sorted { $0.value < $1.value }.map(\.key), scope)
    }

    /// Is built again for variables, under the names of before.
    package func build(again variables: [Variable], scope: String) throws {
        try build(variables)
        self.scope = scope
    }

    /// What an optimizer keeps besides its slots: a product and the step that it is of.
    package var running: (product: Tensor?, step: Int) {
        get { (nil, 0) }
        set {}
    }

    private func place(of variable: Variable) throws -> Int {
        if let place = places[ObjectIdentifier(variable)] { return place }
        throw LayerError(
            "KeyError",
            "The optimizer cannot recognize variable \(variable.name):0. This usually means you are trying to call the optimizer to update different parts of the model separately. Please call `optimizer.build(variables)` with the full list of trainable variables before the training loop or use legacy optimizer `tf.keras.optimizers.legacy.\(className)."
        )
    }

    private func decay(_ variables: [Variable], _ step: OptimizerStep) throws {
        guard let weightDecay = options.weightDecay else { return }
        for variable in variables {
            let value = variable.value.detached
            variable.assign(try value - value * weightDecay * step.rate(value.dtype))
        }
    }

    private func average(_ variables: [Variable], _ step: OptimizerStep) throws {
        guard options.keepsAverage else { return }
        let momentum = options.averageMomentum
        for variable in variables {
            let average = averages[try place(of: variable)]
            average.assign(
                try momentum * average.value + (1 - momentum) * variable.value.detached)
        }
        guard let frequency = options.overwriteFrequency, frequency > 0,
            (step.number + 1) % frequency == 0
        else { return }
        try finish(variables)
    }

    /// Replaces the weights by their averages, if averages are kept: the end of training.
    package func finish(_ variables: [Variable]) throws {
        guard options.keepsAverage else { return }
        for variable in variables { variable.assign(averages[try place(of: variable)].value) }
    }

    // MARK: Slots

    /// Adds a variable of the optimizer's own beside one of the model's.
    func addSlot(_ name: String, for variable: Variable, initial: Tensor? = nil) -> Variable {
        let slot = Variable(
            initial?.detached ?? Tensor(zeros: variable.shape, variable.dtype),
            name: "\(scope)\(name)/\(variable.name)", isTrainable: false, tapes: nil)
        slots.append(slot)
        return slot
    }

    /// Adds a slot of one name for each variable.
    func addSlots(_ name: String, for variables: [Variable]) -> [Variable] {
        variables.map { addSlot(name, for: $0) }
    }
}

/// One step of an optimizer.
struct OptimizerStep {
    /// How many steps came before.
    let number: Int
    private let rate: Tensor
    /// Whether TensorFlow would run the step inside a graph.
    let isTraced: Bool
    /// The variables whose gradients have no known shape in that graph.
    private let unsized: Set<ObjectIdentifier>

    init(number: Int, rate: Tensor, isTraced: Bool, unsized: Set<ObjectIdentifier>) {
        self.number = number
        self.rate = rate
        self.isTraced = isTraced
        self.unsized = unsized
    }

    /// How the product of the rate, the gradient and a root is taken for a variable: a graph begins with the
    /// smallest factors whose shapes it knows.
    func order(of variable: Variable) -> OptimizerPass.ProductOrder {
        guard isTraced else { return .asWritten }
        if variable.shape.count == 1 { return .rateLast }
        return unsized.contains(ObjectIdentifier(variable)) ? .asWritten : .gradientLast
    }

    /// The learning rate as a number of a type.
    func rate(_ dtype: DType) throws -> Tensor { try rate.cast(to: dtype) }

    /// base^(number + offset), rounded in a type.
    func power(_ base: Double, _ offset: Int = 1, _ dtype: DType) throws -> Tensor {
        try BinaryOperation.power(
            Tensor(.float(base), dtype), Tensor(.float(Double(number + offset)), dtype))
    }

    /// a / √b: inside a graph TensorFlow multiplies by the reciprocal root instead.
    func quotient(_ a: Tensor, byRootOf b: Tensor) throws -> Tensor {
        isTraced
            ? try a * UnaryOperation.reciprocalSquareRoot(b)
            : try a / UnaryOperation.squareRoot(b)
    }
}
