/// The 256 layers of equal area under the normal density from which `default_rng` draws.
struct NormalZiggurat: Sendable {
    /// Where the tail begins.
    static let tail = 3.6541528853610088
    /// 1 / tail.
    static let inverseTail = 0.27366123732975828
    private static let area = 0.004928673233974652
    /// The tables, computed once.
    static let shared = NormalZiggurat()

    /// Below this magnitude a layer's draw is accepted at once; the magnitude has 52 bits.
    private(set) var limits = [UInt64](repeating: 0, count: 256)
    /// What a layer's magnitude is multiplied by.
    private(set) var widths = [Double](repeating: 0, count: 256)
    /// The density at each layer's edge.
    private(set) var heights = [Double](repeating: 1, count: 256)
    /// As `limits`, for magnitudes of 23 bits.
    private(set) var shortLimits = [UInt32](repeating: 0, count: 256)

    private init() {
        let scale = 0x1p52
        var edge = Self.tail
        widths[255] = edge / scale
        heights[255] = libmExp(-0.5 * edge * edge)
        setLimit(0, edge * heights[255] / Self.area)
        widths[0] = Self.area / heights[255] / scale
        for layer in (1...254).reversed() {
            let next = (-2 * libmLog(Self.area / edge + heights[layer + 1])).squareRoot()
            setLimit(layer + 1, next / edge)
            widths[layer] = next / scale
            heights[layer] = libmExp(-0.5 * next * next)
            // NumPy's table was made with another exponential, which rounds this one value up.
            if layer == 38 { heights[layer] = heights[layer].nextUp }
            edge = next
        }
        setLimit(1, 0)
    }

    private mutating func setLimit(_ layer: Int, _ share: Double) {
        limits[layer] = UInt64(share * 0x1p52)
        shortLimits[layer] = UInt32((share * 0x1p23).rounded())
    }
}
