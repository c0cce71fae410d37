extension Philox {
    /// Numbers of gamma distributions, `samples` for each shape parameter in `alphas`, laid out as
    /// [samples, alphas].
    ///
    /// Marsaglia and Tsang's rejection from a normal and a uniform number; each output has its own
    /// stretch of the stream.
    func gamma<Real: PhiloxReal>(alphas: [Real], samples: Int) -> [Real] {
        perOutput(alphas, samples) { alpha, stream in
            var source = GammaSource<Real>(stream)
            return source.gamma(alpha)
        }
    }

    /// As `gamma`, computed in double precision: what the stateless operation does.
    func statelessGamma(alphas: [Double], samples: Int) -> [Double] {
        perOutput(alphas, samples) { alpha, stream in
            var source = GammaSource<Double>(stream)
            return alpha == 1 ? -libmLog1p(-source.uniform()) : source.gamma(alpha)
        }
    }

    /// One value for each parameter and sample, laid out as [samples, parameters].
    func perOutput<Parameter, Value>(
        _ parameters: [Parameter], _ samples: Int, _ draw: (Parameter, Philox) -> Value
    ) -> [Value] {
        (0..<samples).flatMap { sample in
            parameters.indices.map { index in
                let output = index * samples + sample
                return draw(parameters[index], skipping(Self.reservedBlocks * output))
            }
        }
    }
}

/// Normal and uniform numbers for one gamma number, each taken from a block's end to its beginning.
private struct GammaSource<Real: PhiloxReal> {
    private var stream: Philox
    private var normals = Real.Group()
    private var normalsLeft = 0
    private var uniforms = Real.Group()
    private var uniformsLeft = 0

    init(_ stream: Philox) {
        self.stream = stream
    }

    mutating func normal() -> Real {
        if normalsLeft == 0 {
            normals = Real.normals(stream.next())
            normalsLeft = normals.scalarCount
        }
        normalsLeft -= 1
        return normals[normalsLeft]
    }

    mutating func uniform() -> Real {
        if uniformsLeft == 0 {
            uniforms = Real.uniforms(stream.next())
            uniformsLeft = uniforms.scalarCount
        }
        uniformsLeft -= 1
        return uniforms[uniformsLeft]
    }

    /// A shape below 1 is drawn with the shape one higher and scaled by a power of a uniform number.
    mutating func gamma(_ alpha: Real) -> Real {
        let shift: Real = alpha < 1 ? 2 / 3 : -1 / 3
        let scaled = positive(alpha + shift)
        return alpha < 1 ? scaled * Real.power(uniform(), 1 / alpha) : scaled
    }

    private mutating func positive(_ scale: Real) -> Real {
        let slope = (1 / 3) / scale.squareRoot()
        while true {
            let x = normal()
            let base = 1 + slope * x
            guard base > 0 else { continue }
            let cube = base * base * base
            let u = uniform()
            let isInside = u < 1 - 0.0331 * (x * x) * (x * x)
            if isInside || isBelow(u, x, cube, scale) { return scale * cube }
        }
    }

    private func isBelow(_ u: Real, _ x: Real, _ cube: Real, _ scale: Real) -> Bool {
        Real.naturalLog(u) < 0.5 * x * x + scale * (1 - cube + Real.naturalLog(cube))
    }
}
