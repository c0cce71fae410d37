extension NumPyGenerator {
    /// A waiting time with mean 1, by the ziggurat.
    package mutating func standardExponential() -> Double {
        let ziggurat = ExponentialZiggurat.shared
        while true {
            let draw = nextLong() >> 3
            let layer = Int(draw & 0xFF)
            let magnitude = draw >> 8
            let x = Double(magnitude) * ziggurat.widths[layer]
            if magnitude < ziggurat.limits[layer] { return x }
            if layer == 0 { return ExponentialZiggurat.tail - libmLog1p(-nextDouble()) }
            let upper = ziggurat.heights[layer - 1]
            let lower = ziggurat.heights[layer]
            if (upper - lower) * nextDouble() + lower < libmExp(-x) { return x }
        }
    }

    /// A number of Rayleigh's distribution.
    package mutating func rayleigh(scale: Double) -> Double {
        scale * (2 * standardExponential()).squareRoot()
    }

    /// A number of the Pareto distribution, less 1.
    package mutating func pareto(shape: Double) -> Double {
        libmExpm1(standardExponential() / shape)
    }

    /// A number in [0, 1] whose density is a power.
    package mutating func power(exponent: Double) -> Double {
        libmPow(-libmExpm1(-standardExponential()), 1 / exponent)
    }

    /// How many trials it takes until one succeeds.
    package mutating func geometric(probability: Double) -> Int {
        guard probability < 1 / 3 else { return geometric(searching: probability) }
        return Int((-standardExponential() / libmLog1p(-probability)).rounded(.up))
    }

    /// Shares that add up to 1; gamma numbers of shapes below 0.1 are too often all 0, so a stick is
    /// broken piece by piece then.
    package mutating func dirichlet(_ shapes: [Double]) -> [Double] {
        guard let largest = shapes.max(), largest < 0.1 else { return dirichlet(byGamma: shapes) }
        var rest = shapes.reversed().reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
        rest.reverse()
        var stick = 1.0
        var pieces = shapes.indices.dropLast().map { index in
            let share = beta(shapes[index], rest[index + 1])
            defer { stick *= 1 - share }
            return stick * share
        }
        pieces.append(stick)
        return pieces
    }
}
