/// One thing that is drawn into axes.
package struct Mark: Sendable {
    package var shape: Shape
    /// Its name in the legend; nil, empty or with a leading underscore where it has none.
    package var label: String?
    package var order: Double
    package var isVisible = true
    /// Whether it is cut at the frame of its axes.
    package var isClipped = true
    /// Whether its data count for the limits of the axes.
    package var setsLimits = true

    package enum Shape: Sendable {
        case line(LineMark)
        case points(PointsMark)
        case bars(BarsMark)
        case area(AreaMark)
        case segments(SegmentsMark)
        case picture(PictureMark)
        case text(TextMark)
        case errorBars(ErrorBarsMark)
    }

    package init(_ shape: Shape, label: String? = nil, order: Double) {
        (self.shape, self.label, self.order) = (shape, label, order)
    }

    /// Whether the legend shows it.
    package var isNamed: Bool {
        guard let label, isVisible else { return false }
        return !label.isEmpty && !label.hasPrefix("_")
    }
}

/// What a coordinate counts in.
package enum Space: Equatable, Sendable {
    /// Numbers of the axis.
    case data
    /// Parts of the axes' frame, 0 to 1.
    case frame
}

/// How a line is drawn.
package struct Stroke: Equatable, Sendable {
    package var color: Color?
    /// In points.
    package var width: Double
    package var dash: Dash

    package init(_ color: Color?, width: Double = 1.5, dash: Dash = .solid) {
        (self.color, self.width, self.dash) = (color, width, dash)
    }

    package var isVisible: Bool { dash != .none && width > 0 && (color?.alpha ?? 0) > 0 }
}

/// The pattern of a line.
package enum Dash: Equatable, Sendable {
    case solid, dashed, dashDotted, dotted, none
    /// Lengths of strokes and gaps in points.
    case pattern([Double])

    /// The lengths for a line of some width; nil for an unbroken one.
    func lengths(width: Double) -> [Double]? {
        switch self {
        case .solid, .none: nil
        case .dashed: [3.7, 1.6].map { $0 * width }
        case .dashDotted: [6.4, 1.6, 1, 1.6].map { $0 * width }
        case .dotted: [1, 1.65].map { $0 * width }
        case .pattern(let lengths): lengths.isEmpty ? nil : lengths.map { $0 * width }
        }
    }
}

/// A little picture at a point.
package struct Marker: Equatable, Sendable {
    package var symbol: MarkerSymbol
    /// Across, in points.
    package var size: Double
    package var fill: Color?
    package var edge: Stroke

    package init(_ symbol: MarkerSymbol, size: Double = 6, fill: Color?, edge: Stroke) {
        (self.symbol, self.size, self.fill, self.edge) = (symbol, size, fill, edge)
    }
}

/// A curve through points, with a marker at each.
package struct LineMark: Sendable {
    package var x, y: [Double]
    package var stroke: Stroke
    package var marker: Marker?
    package var steps = Steps.none
    package var xSpace = Space.data
    package var ySpace = Space.data
    /// Every how many points a marker stands.
    package var markEvery = 1

    package enum Steps: Sendable { case none, before, middle, after }

    package init(x: [Double], y: [Double], stroke: Stroke, marker: Marker? = nil) {
        (self.x, self.y, self.stroke, self.marker) = (x, y, stroke, marker)
    }
}

/// Markers of their own sizes and colours: what `scatter` draws.
package struct PointsMark: Sendable {
    package var x, y: [Double]
    package var symbol: MarkerSymbol
    /// Areas in square points; one for all, or one each.
    package var areas: [Double]
    package var fills: [Color?]
    package var edges: [Color?]
    package var edgeWidth: Double
    /// How the colours came from numbers, for a colour bar.
    package var scale: ColorScale?

    package init(
        x: [Double], y: [Double], symbol: MarkerSymbol, areas: [Double], fills: [Color?],
        edges: [Color?], edgeWidth: Double
    ) {
        (self.x, self.y, self.symbol, self.areas) = (x, y, symbol, areas)
        (self.fills, self.edges, self.edgeWidth) = (fills, edges, edgeWidth)
    }
}

/// Rectangles: bars, histograms, spans.
package struct BarsMark: Sendable {
    package struct Bar: Equatable, Sendable {
        package var x0, y0, x1, y1: Double

        package init(x0: Double, y0: Double, x1: Double, y1: Double) {
            (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
        }
    }

    package var bars: [Bar]
    /// One for all, or one each.
    package var fills: [Color?]
    package var edges: [Stroke]
    package var xSpace = Space.data
    package var ySpace = Space.data
    /// The ends of bars at which axes end without room.
    package var stickyX: [Double] = []
    package var stickyY: [Double] = []
    package var scale: ColorScale?

    package init(_ bars: [Bar], fills: [Color?], edges: [Stroke]) {
        (self.bars, self.fills, self.edges) = (bars, fills, edges)
    }
}

/// Filled polygons of one look.
package struct AreaMark: Sendable {
    /// Closed rings; several make holes where they overlap.
    package var rings: [[Point]]
    package var fill: Color?
    package var edge: Stroke
    package var xSpace = Space.data
    package var ySpace = Space.data

    package init(_ rings: [[Point]], fill: Color?, edge: Stroke) {
        (self.rings, self.fill, self.edge) = (rings, fill, edge)
    }
}

/// Open paths of one look: contour lines, `hlines`, the vertical lines of a stem plot.
package struct SegmentsMark: Sendable {
    package var paths: [[Point]]
    /// One for all, or one each.
    package var strokes: [Stroke]
    package var xSpace = Space.data
    package var ySpace = Space.data
    package var scale: ColorScale?

    package init(_ paths: [[Point]], strokes: [Stroke]) {
        (self.paths, self.strokes) = (paths, strokes)
    }
}

/// Pixels over a rectangle of the axes.
package struct PictureMark: Sendable {
    package var picture: Picture
    package var left, right, bottom, top: Double
    /// Whether pixels run into each other when enlarged.
    package var isSmooth = false
    package var scale: ColorScale?

    package init(
        _ picture: Picture, left: Double, right: Double, bottom: Double, top: Double
    ) {
        self.picture = picture
        (self.left, self.right, self.bottom, self.top) = (left, right, bottom, top)
    }
}

/// Bars for errors, with caps at their ends.
package struct ErrorBarsMark: Sendable {
    package struct Bar: Equatable, Sendable {
        package var from, to: Point
        package var isVertical: Bool

        package init(from: Point, to: Point, isVertical: Bool) {
            (self.from, self.to, self.isVertical) = (from, to, isVertical)
        }
    }

    package var bars: [Bar]
    package var stroke: Stroke
    /// Half the length of a cap in points.
    package var cap: Double
    package var capWidth: Double

    package init(_ bars: [Bar], stroke: Stroke, cap: Double, capWidth: Double) {
        (self.bars, self.stroke, self.cap, self.capWidth) = (bars, stroke, cap, capWidth)
    }
}

/// A place, in whatever it is counted.
package struct Point: Equatable, Sendable {
    package var x, y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

    var isFinite: Bool { x.isFinite && y.isFinite }
}
