import Tensors

/// What all layers of one program share: random states, tapes, and the names that are taken.
package final class LayerContext {
    package let random: RandomSession
    package let tapes: TapeStack
    /// How values of other rooms, or their types, read in messages.
    package var describe: (_ value: Any, _ type: Bool) -> String = { _, _ in "..." }
    /// How tensors read in messages.
    package var show: (_ tensor: Tensor) -> String = { "\($0.shape)" }
    /// Whether layers run as TensorFlow's compiled functions do, whose gradients add up in another order.
    package private(set) var isCompiled = false
    /// Whether batches have no length of their own in messages, as where a model compiles its steps for all of them.
    package private(set) var hidesBatches = false
    /// Whether a dense layer's product, bias and activation are one operation, which rounds otherwise.
    package private(set) var fusesActivations = false
    /// Whether a simple recurrent step adds its bias to the sum of both products, not to the first.
    package private(set) var addsBiasLast = false
    /// The weights of layers that compiled functions ran over whole sequences, whose gradients have no shape that such a
    /// function knows.
    package internal(set) var weightsOverSequences: Set<ObjectIdentifier> = []
    /// Whether recurrent layers take single steps even where one operation does them all.
    package var stepsThroughSequences = false
    /// Whether a mistake already tells in which layer it happened.
    package var isExplained: (any Error) -> Bool = { _ in false }
    /// Runs a body whose prints are not to be seen.
    package var mute: (() throws -> Void) throws -> Void = { try $0() }
    /// Runs a body in which tensors stand for symbols of some shapes.
    package var standing:
        (_ symbols: [(tensor: Tensor, shape: PartialShape)], _ body: () throws -> Void) throws ->
            Void = { try $1() }
    /// Told of what layers gave.
    package var note: (_ layer: Layer, _ inputs: Argument, _ results: Argument) -> Void = {
        _, _, _ in
    }
    private var counts: [String: Int] = [:]
    /// The names of the layers that are being called, outermost first: they prefix the weights' names.
    package private(set) var scope: [String] = []
    /// The layers that are being called, outermost first, and whether each call is one of training.
    private(set) var calls: [(layer: Layer, isTraining: Bool?)] = []
    /// Whether layers run only to tell the shapes of their results, and must not change.
    package private(set) var isProbing = false

    package init(random: RandomSession, tapes: TapeStack) {
        self.random = random
        self.tapes = tapes
    }

    /// Runs `body` as a compiled function: one that a note wrote, or what a model compiles. Where the length of the batch is
    /// known then, products are added before their bias is.
    package func compiled<R>(
        fusing: Bool = true, isOwn: Bool = false, knowsBatch: Bool = false,
        _ body: () throws -> R
    ) rethrows -> R {
        let outer = (isCompiled, fusesActivations, addsBiasLast, hidesBatches)
        (isCompiled, fusesActivations, addsBiasLast, hidesBatches) = (
            true, fusing, isOwn || knowsBatch, !isOwn && !knowsBatch
        )
        defer { (isCompiled, fusesActivations, addsBiasLast, hidesBatches) = outer }
        return try body()
    }

    /// A shape as messages tell it.
    package func told(_ shape: PartialShape) -> PartialShape {
        guard hidesBatches, shape.rank > 0 else { return shape }
        return PartialShape([nil] + shape.dimensions.dropFirst())
    }

    /// A name for a layer of a class: `simple_rnn`, then `simple_rnn_1`.
    package func uniqueName(_ base: String) -> String {
        let count = counts[base, default: 0]
        counts[base] = count + 1
        return count == 0 ? base : "\(base)_\(count)"
    }

    /// The next number of a class of names, from 1: `input_1`.
    package func nextNumber(_ base: String) -> Int {
        counts[base, default: 0] += 1
        return counts[base, default: 1]
    }

    /// How often each name was given.
    package var nameCounts: [String: Int] {
        get { counts }
        set { counts = newValue }
    }

    /// Lets names begin anew: `keras.backend.clear_session()`.
    package func clearNames() { counts = [:] }

    /// The name of a weight that is made now.
    package func path(_ name: String) -> String { (scope + [name]).joined(separator: "/") }

    /// Sets what stands before the names of weights, and gives what stood there before.
    package func exchangeScope(_ names: [String]) -> [String] {
        let outer = scope
        scope = names
        return outer
    }

    /// Runs `body` with one more name before those of weights.
    package func within<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
        scope.append(name)
        defer { scope.removeLast() }
        return try body()
    }

    /// Runs `body` with weights' names that begin with nothing that is being called.
    package func withoutScope<R>(_ body: () throws -> R) rethrows -> R {
        let outer = scope
        scope = []
        defer { scope = outer }
        return try body()
    }

    /// Runs a layer's call, so that the calls inside know whether they train.
    func calling<R>(_ layer: Layer, isTraining: Bool?, _ body: () throws -> R) rethrows -> R {
        calls.append((layer, isTraining))
        defer { calls.removeLast() }
        return try body()
    }

    /// Whether the call that is running trains, where it says so.
    package var isTraining: Bool? { calls.last?.isTraining }

    /// Runs `body` for the shapes of its results only.
    func probing<R>(_ body: () throws -> R) rethrows -> R {
        let (outer, outerCalls) = (isProbing, calls)
        isProbing = true
        calls = []
        defer { (isProbing, calls) = (outer, outerCalls) }
        return try tapes.pausing(body)
    }

    /// Runs `body` only to make weights.
    package func building<R>(_ body: () throws -> R) throws -> R {
        try probing { try withoutScope { try silently(body) } }
    }

    /// Runs `body` a second time, so to say: what it prints is not seen.
    func silently<R>(_ body: () throws -> R) throws -> R {
        var result: R?
        try mute { result = try body() }
        guard let result else { return try body() }
        return result
    }
}
