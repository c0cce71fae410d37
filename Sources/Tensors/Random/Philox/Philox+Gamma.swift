extension Philox {
    /// Numbers of gamma distributions, `samples` for each shape parameter in `alphas`, laid out as
    /// [samples, alphas].
    ///
    /// Each output has its own stretch of the stream, and all are computed in double precision.
    func gamma(alphas: [Double], samples: Int) -> [Double] {
        perOutput(alphas, samples) { alpha, stream in
            var source = GammaSource(stream)
            return alpha == 1 ? -libmLog1p(-source.uniform()) : source.gamma(alpha)
        }
    }

    /// One value for each parameter and sample, laid out as [samples, parameters].
    func perOutput(
        _ parameters: [Double], _ samples: Int, _ draw: (Double, Philox) -> Double
    ) -> [Double] {
        (0..<samples).flatMap { sample in
            parameters.indices.map { index in
                let output = index * samples + sample
                return draw(parameters[index], skipping(Self.reservedBlocks * output))
            }
        }
    }
}

/// Normal and uniform numbers for one gamma number, both taken from the same blocks.
private struct GammaSource {
    private var stream: Philox
    private var uniforms: BackwardUniforms
    private var normals = SIMD2<Double>()
    private var normalsLeft = 0

    init(_ stream: Philox) {
        self.stream = stream
        uniforms = BackwardUniforms()
    }

    mutating func normal() -> Double {
        if normalsLeft == 0 {
            normals = Double.normals(stream.next())
            normalsLeft = 2
        }
        normalsLeft -= 1
        return normals[normalsLeft]
    }

    mutating func uniform() -> Double {
        uniforms.next(&stream)
    }

    /// A shape below 1 is drawn with the shape one higher and scaled by a power of a uniform number.
    mutating func gamma(_ alpha: Double) -> Double {
        guard alpha < 1 else { return scaled(alpha - 1 / 3) }
        let scaled = scaled(alpha + 2 / 3)
        return scaled * libmPow(uniform(), 1 / alpha)
    }

    /// Marsaglia and Tsang's rejection from a normal and a uniform number.
    private mutating func scaled(_ scale: Double) -> Double {
        let slope = 1 / 3 / scale.squareRoot()
        while true {
            let x = normal()
            let base = 1 + slope * x
            guard base > 0 else { continue }
            let v = base * base * base
            let u = uniform()
            let isInside = u < 1 - 0.0331 * (x * x) * (x * x)
            let isBelow = { libmLog(u) < 0.5 * x * x + scale * (1 - v + libmLog(v)) }
            if isInside || isBelow() { return scale * v }
        }
    }
}

/// Uniform numbers of which each block gives its second one first.
struct BackwardUniforms {
    private var group = SIMD2<Double>()
    private var left = 0

    /// The next number, of a new block if need be.
    mutating func next(_ stream: inout Philox) -> Double {
        if left == 0 {
            group = Double.uniforms(stream.next())
            left = 2
        }
        left -= 1
        return group[left]
    }
}
