/// The box that says which series is which.
package struct Legend: Sendable {
    package var entries: [Entry]
    package var place = Place.best
    package var columns = 1
    package var fontSize = 10.0
    package var hasFrame = true
    package var frameOpacity = 0.8
    package var fill: Color?
    package var edge = Color.frame
    package var textColor = Color.black
    package var title: Title?
    /// Distances in parts of the font size.
    package var handleLength = 2.0
    package var labelSpacing = 0.5
    package var columnSpacing = 2.0
    package var borderPad = 0.4
    package var borderAxesPad = 0.5
    package var handleTextPad = 0.8
    /// A point, or a rectangle, in parts of the axes that the box is put to.
    package var anchor: [Double]?
    package var markerCount = 1

    package init(_ entries: [Entry]) { self.entries = entries }

    package struct Entry: Sendable {
        package var label: String
        package var sample: Sample

        package init(label: String, sample: Sample) { (self.label, self.sample) = (label, sample) }
    }

    /// What stands before a label.
    package enum Sample: Sendable {
        case line(Stroke, Marker?)
        case patch(fill: Color?, edge: Stroke)
        case point(Marker)
        case empty
    }

    package enum Place: Int, Sendable {
        case best = 0, upperRight, upperLeft, lowerLeft, lowerRight, right, centerLeft, centerRight
        case lowerCenter, upperCenter, center

        /// A place by its name in matplotlib.
        package init?(named name: String) {
            let names = [
                "best", "upper right", "upper left", "lower left", "lower right", "right",
                "center left", "center right", "lower center", "upper center", "center",
            ]
            guard let index = names.firstIndex(of: name) else { return nil }
            self.init(rawValue: index)
        }

        /// Where it is in a frame: 0 left or top, 1 right or bottom.
        var share: (x: Double, y: Double) {
            switch self {
            case .best, .upperRight: (1, 0)
            case .upperLeft: (0, 0)
            case .lowerLeft: (0, 1)
            case .lowerRight: (1, 1)
            case .right, .centerRight: (1, 0.5)
            case .centerLeft: (0, 0.5)
            case .lowerCenter: (0.5, 1)
            case .upperCenter: (0.5, 0)
            case .center: (0.5, 0.5)
            }
        }
    }
}

extension Mark {
    /// What a legend shows of it.
    package var sample: Legend.Sample {
        switch shape {
        case .line(let mark): return .line(mark.stroke, mark.marker)
        case .points(let mark):
            let size = Swift.max(mark.areas.first ?? 36, 0).squareRoot()
            return .point(
                Marker(
                    mark.symbol, size: size, fill: mark.fills.first ?? nil,
                    edge: Stroke(mark.edges.first ?? nil, width: mark.edgeWidth)))
        case .bars(let mark):
            return .patch(
                fill: mark.fills.first ?? nil, edge: mark.edges.first ?? Stroke(nil, width: 0))
        case .area(let mark): return .patch(fill: mark.fill, edge: mark.edge)
        case .segments(let mark): return .line(mark.strokes.first ?? Stroke(nil), nil)
        case .errorBars(let mark): return .line(mark.stroke, nil)
        case .picture, .text: return .empty
        }
    }
}
