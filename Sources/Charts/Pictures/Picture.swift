/// Rows of coloured pixels, the first row on top.
package struct Picture: Sendable {
    package let width, height: Int
    /// The colours that occur, and for each pixel which of them; at most 256.
    package private(set) var palette: [Color] = []
    package private(set) var indices: [UInt8] = []
    /// Red, green, blue and opacity of each pixel, where there are too many colours for a palette.
    package private(set) var bytes: [UInt8] = []

    /// Numbers as colours of a map.
    package init(values: [Double], width: Int, height: Int, scale: ColorScale, alpha: Double?) {
        (self.width, self.height) = (width, height)
        let map = scale.map.colors.count <= 255 ? scale.map : scale.map.resampled(255)
        palette = map.colors.map { alpha == nil ? $0 : $0.withAlpha(alpha) }
        palette.append(scale.map.bad)
        indices = values.prefix(width * height).map {
            let fraction = scale.fraction($0)
            return UInt8(fraction.isNaN ? palette.count - 1 : map.index(fraction))
        }
    }

    /// Pixels of given colours.
    package init(pixels: [Color], width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        bytes.reserveCapacity(pixels.count * 4)
        for pixel in pixels.prefix(width * height) {
            bytes += [pixel.red, pixel.green, pixel.blue, UInt8((pixel.alpha * 255).rounded())]
        }
    }

    var hasPalette: Bool { !palette.isEmpty }
}
