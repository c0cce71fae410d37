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
}
