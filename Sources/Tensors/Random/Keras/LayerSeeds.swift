/// The operation seeds of a layer that draws random numbers, such as `Dropout(rate, seed=7)`: each call
/// uses the next number.
package struct LayerSeeds: Sendable, Codable {
    private var upcoming: Int?

    /// The seeds of a layer built with `seed=`.
    package init(_ seed: Int?) {
        upcoming = seed
    }

    /// The seed of the next operation; nil if the layer has none.
    package mutating func next() -> Int? {
        defer { upcoming = upcoming.map { $0 + 1 } }
        return upcoming
    }
}
