/// A picture with axes in it: what a cell shows.
package struct Figure: Sendable {
    /// In inches.
    package var width = 6.4
    package var height = 4.8
    package var dpi = 100.0
    /// nil lets the page show through.
    package var background: Color?
    package var axes: [Axes] = []
    package var title: Title?
    package var texts: [Mark] = []
    package var legends: [Legend] = []
    package var spacing = Spacing()
    /// Makes room for everything that axes write around themselves; the padding in parts of the font size.
    package var tightPadding: Double?

    package init() {}

    /// How `Figure` prints: `<Figure size 640x480 with 1 Axes>`.
    package var summary: String {
        "<Figure size \(Decimal.shortest(pixels(width)))x\(Decimal.shortest(pixels(height))) with \(axes.count) Axes>"
    }

    private func pixels(_ inches: Double) -> Double {
        let exact = inches * dpi
        return abs(exact - exact.rounded()) < 1e-6 ? exact.rounded() : exact
    }
}

/// Words over or beside axes.
package struct Title: Equatable, Sendable {
    package var text: String
    package var style: TextStyle
    /// The distance to the axes, in points; nil for the usual one.
    package var pad: Double?
    package var x: Double?
    package var y: Double?

    package init(_ text: String, style: TextStyle, pad: Double? = nil) {
        (self.text, self.style, self.pad) = (text, style, pad)
    }
}

/// The room around and between the axes of a figure, in parts of the figure and of the axes.
package struct Spacing: Equatable, Sendable {
    package var left = 0.125
    package var right = 0.9
    package var bottom = 0.11
    package var top = 0.88
    package var between = 0.2
    package var above = 0.2

    package init() {}
}

/// Where axes stand.
package enum Placement: Sendable {
    case grid(GridPlace)
    /// Left, bottom, width and height in parts of the figure.
    case free(Double, Double, Double, Double)
    /// Beside other axes, by their number, taking room from them.
    case colorBar(ColorBarPlace)
    /// Over other axes, by their number.
    case over(Int)
}

/// A rectangle of cells in a grid.
package struct GridPlace: Equatable, Sendable {
    package var rows, columns: Int
    package var rowRange, columnRange: ClosedRange<Int>
    package var widthRatios: [Double] = []
    package var heightRatios: [Double] = []
    /// Distances of this grid alone.
    package var between: Double?
    package var above: Double?

    package init(
        rows: Int, columns: Int, rowRange: ClosedRange<Int>, columnRange: ClosedRange<Int>
    ) {
        (self.rows, self.columns) = (rows, columns)
        (self.rowRange, self.columnRange) = (rowRange, columnRange)
    }
}

/// How a colour bar takes its room.
package struct ColorBarPlace: Equatable, Sendable {
    package var parents: [Int]
    package var isVertical = true
    package var fraction = 0.15
    package var pad: Double?
    package var shrink = 1.0
    package var aspect = 20.0

    package init(parents: [Int]) { self.parents = parents }
}
