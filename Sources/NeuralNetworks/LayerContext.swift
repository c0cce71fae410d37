import Tensors

/// What all layers of one program share: random states, tapes, and the names that are taken.
package final class LayerContext {
    package let random: RandomSession
    package let tapes: TapeStack
    private var counts: [String: Int] = [:]
    /// The names of the layers that are being called, outermost first: they prefix the weights' names.
    private(set) var scope: [String] = []

    package init(random: RandomSession, tapes: TapeStack) {
        self.random = random
        self.tapes = tapes
    }

    /// A name for a layer of a class: `simple_rnn`, then `simple_rnn_1`.
    package func uniqueName(_ base: String) -> String {
        let count = counts[base, default: 0]
        counts[base] = count + 1
        return count == 0 ? base : "\(base)_\(count)"
    }

    /// Lets names begin anew: `keras.backend.clear_session()`.
    package func clearNames() { counts = [:] }

    /// Builds weights under a layer's name.
    func within<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
        scope.append(name)
        defer { scope.removeLast() }
        return try body()
    }
}
