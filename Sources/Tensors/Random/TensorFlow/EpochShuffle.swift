/// The order in which `fit(shuffle=True)` takes the samples of each epoch.
///
/// The shuffling is the first random operation of a graph of its own, so the orders depend on the global
/// seed alone and begin again with every `fit`.
package struct EpochShuffle {
    private let operation: GraphRandom

    /// The orders of one call of `fit`.
    package init(_ state: TensorFlowRandomState) {
        operation = GraphSeeds(state).operation(seed: nil)
    }

    /// Whether the orders come from a seed that the program gave.
    package var isSeeded: Bool { operation.isSeeded }

    /// The order of the next epoch's `count` samples.
    package func next(_ count: Int) -> [Int] {
        operation.permutation(count, elements: count, dtype: .int64)
    }
}
